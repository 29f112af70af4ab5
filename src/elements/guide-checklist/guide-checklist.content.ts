import * as v from 'valibot';
import { listOf, optionalTitle, markdown, text } from '../../content/validators.js';

export const checklistContent = v.object({
  /** Heading (plain text). Default: "Questions for a second opinion" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** Text before the questions (Markdown). */
  intro: v.optional(markdown),
  /** The questions to ask (plain text). */
  items: listOf(text),
});

export type GuideChecklistContent = v.InferOutput<typeof checklistContent>;
