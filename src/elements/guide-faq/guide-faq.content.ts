import * as v from 'valibot';
import { id, listOf, optionalTitle, markdown, text, uniqueIds } from '../../content/validators.js';

const faqItem = v.object({
  /** Id for links to the question: `cost` for `#cost`. Default: made from the question. */
  id: v.optional(id),
  /** The question as a patient would ask it (plain text). */
  question: text,
  /** The answer (Markdown). */
  answer: markdown,
});

export const faqContent = v.object({
  /** Heading (plain text). Default: "Common questions" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** The questions in reading order. Each id may appear only once. */
  items: v.pipe(listOf(faqItem), uniqueIds()),
});

export type GuideFaqItem = v.InferOutput<typeof faqItem>;
export type GuideFaqContent = v.InferOutput<typeof faqContent>;
