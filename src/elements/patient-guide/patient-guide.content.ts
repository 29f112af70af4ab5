import * as v from 'valibot';
import { listOf, text } from '../../content/validators.js';
import { checklistContent } from '../guide-checklist/guide-checklist.content.js';
import { comparisonContent } from '../guide-comparison/guide-comparison.content.js';
import { contentsContent } from '../guide-contents/guide-contents.content.js';
import { ctaContent } from '../guide-cta/guide-cta.content.js';
import { disclaimerContent } from '../guide-disclaimer/guide-disclaimer.content.js';
import { faqContent } from '../guide-faq/guide-faq.content.js';
import { matcherContent } from '../guide-matcher/guide-matcher.content.js';
import { noteContent } from '../guide-note/guide-note.content.js';
import { sectionContent } from '../guide-section/guide-section.content.js';
import { sourcesContent } from '../guide-sources/guide-sources.content.js';
import { statisticContent } from '../guide-statistic/guide-statistic.content.js';
import { summaryContent } from '../guide-summary/guide-summary.content.js';
import { takeawaysContent } from '../guide-takeaways/guide-takeaways.content.js';

export const guideContent = v.object({
  /** What the guide is about (plain text): its first heading. */
  title: text,
  /** Language of the content (BCP 47), such as `en`. Default: the page's. */
  lang: v.optional(text),
  /** The short answer. */
  summary: v.optional(summaryContent),
  /** Signs that can't wait; always shown with the tone `urgent`. */
  redFlags: v.optional(noteContent),
  /** Key takeaways. */
  takeaways: v.optional(takeawaysContent),
  /** What the guide covers. Default: its sections, if there are two or more. */
  contents: v.optional(contentsContent),
  /** Questions and their answers, in reading order. */
  sections: v.optional(listOf(sectionContent)),
  /** Figures; `section` says where each one goes. */
  statistics: v.optional(listOf(statisticContent)),
  /** Options side by side. */
  comparison: v.optional(comparisonContent),
  /** Which finding matches which treatment. */
  matcher: v.optional(matcherContent),
  /** A note from the clinic. */
  note: v.optional(noteContent),
  /** Questions to take to a second opinion. */
  checklist: v.optional(checklistContent),
  /** Questions people ask. */
  faq: v.optional(faqContent),
  /** References and review. */
  sources: v.optional(sourcesContent),
  /** The disclaimer. Default: the standard one. */
  disclaimer: v.optional(disclaimerContent),
  /** What to do next. */
  cta: v.optional(ctaContent),
});

export type PatientGuideContent = v.InferOutput<typeof guideContent>;
