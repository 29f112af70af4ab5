/** Public classes, events and content types. Importing this registers nothing. */
export { encode } from './content/encode.js';
export { GuideElement } from './base/guide-element.js';
export { GuideChecklist } from './elements/guide-checklist/guide-checklist.js';
export { GuideComparison } from './elements/guide-comparison/guide-comparison.js';
export { GuideContents } from './elements/guide-contents/guide-contents.js';
export { GuideCta } from './elements/guide-cta/guide-cta.js';
export { GuideDisclaimer } from './elements/guide-disclaimer/guide-disclaimer.js';
export { GuideFaq } from './elements/guide-faq/guide-faq.js';
export { GuideMatcher } from './elements/guide-matcher/guide-matcher.js';
export { GuideNote } from './elements/guide-note/guide-note.js';
export { GuideSection } from './elements/guide-section/guide-section.js';
export { GuideSources } from './elements/guide-sources/guide-sources.js';
export { GuideStatistic } from './elements/guide-statistic/guide-statistic.js';
export { GuideSummary } from './elements/guide-summary/guide-summary.js';
export { GuideTakeaways } from './elements/guide-takeaways/guide-takeaways.js';
export { PatientGuide } from './elements/patient-guide/patient-guide.js';

export { GuideErrorEvent, GuidePrintEvent, GuideReadyEvent } from './base/events.js';
export { GuideActionEvent } from './elements/guide-cta/action-event.js';
export { GuideDismissEvent } from './elements/guide-disclaimer/dismiss-event.js';
export { GuideToggleEvent } from './elements/guide-faq/toggle-event.js';

export type { ContentError } from './content/content-error.js';
export type { GuideChecklistContent } from './elements/guide-checklist/guide-checklist.content.js';
export type {
  GuideComparisonContent,
  GuideComparisonOption,
  GuideComparisonRow,
} from './elements/guide-comparison/guide-comparison.content.js';
export type { GuideContentsContent, GuideContentsItem } from './elements/guide-contents/guide-contents.content.js';
export type { GuideCtaContent } from './elements/guide-cta/guide-cta.content.js';
export type { GuideDisclaimerContent } from './elements/guide-disclaimer/guide-disclaimer.content.js';
export type { GuideFaqContent, GuideFaqItem } from './elements/guide-faq/guide-faq.content.js';
export type {
  GuideMatcherContent,
  GuideMatcherFinding,
  GuideMatcherOption,
} from './elements/guide-matcher/guide-matcher.content.js';
export type { GuideNoteAuthor, GuideNoteContent } from './elements/guide-note/guide-note.content.js';
export type { GuideSectionContent } from './elements/guide-section/guide-section.content.js';
export type { GuideReview, GuideSource, GuideSourcesContent } from './elements/guide-sources/guide-sources.content.js';
export type {
  GuideStatisticContent,
  GuideStatisticSource,
} from './elements/guide-statistic/guide-statistic.content.js';
export type { GuideSummaryContent } from './elements/guide-summary/guide-summary.content.js';
export type { GuideTakeawaysContent } from './elements/guide-takeaways/guide-takeaways.content.js';
export type { PatientGuideContent } from './elements/patient-guide/patient-guide.content.js';
