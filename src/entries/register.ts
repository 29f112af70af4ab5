import { define } from '../base/define.js';
import { GuideChecklist } from '../elements/guide-checklist/guide-checklist.js';
import { GuideComparison } from '../elements/guide-comparison/guide-comparison.js';
import { GuideContents } from '../elements/guide-contents/guide-contents.js';
import { GuideCta } from '../elements/guide-cta/guide-cta.js';
import { GuideDisclaimer } from '../elements/guide-disclaimer/guide-disclaimer.js';
import { GuideFaq } from '../elements/guide-faq/guide-faq.js';
import { GuideMatcher } from '../elements/guide-matcher/guide-matcher.js';
import { GuideNote } from '../elements/guide-note/guide-note.js';
import { GuideSection } from '../elements/guide-section/guide-section.js';
import { GuideSources } from '../elements/guide-sources/guide-sources.js';
import { GuideStatistic } from '../elements/guide-statistic/guide-statistic.js';
import { GuideSummary } from '../elements/guide-summary/guide-summary.js';
import { GuideTakeaways } from '../elements/guide-takeaways/guide-takeaways.js';
import { PatientGuide } from '../elements/patient-guide/patient-guide.js';

/** Every element of the kit, by its tag. */
export const elements = {
  'guide-checklist': GuideChecklist,
  'guide-comparison': GuideComparison,
  'guide-contents': GuideContents,
  'guide-cta': GuideCta,
  'guide-disclaimer': GuideDisclaimer,
  'guide-faq': GuideFaq,
  'guide-matcher': GuideMatcher,
  'guide-note': GuideNote,
  'guide-section': GuideSection,
  'guide-sources': GuideSources,
  'guide-statistic': GuideStatistic,
  'guide-summary': GuideSummary,
  'guide-takeaways': GuideTakeaways,
  'patient-guide': PatientGuide,
} as const satisfies Partial<Record<keyof HTMLElementTagNameMap, CustomElementConstructor>>;

/** Defines every element. */
export const register = (): void => define(elements);
