import * as v from 'valibot';
import { listOf, optionalTitle, markdown, text } from '../../content/validators.js';

export const checklistContent = v.object({
  /** Heading, plain text. Left out: "Questions for a second opinion" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What comes before the questions; prose. */
  intro: v.optional(markdown),
  /** The questions to ask, plain text. */
  items: listOf(text),
});

export type GuideChecklistContent = v.InferOutput<typeof checklistContent>;
