import * as v from 'valibot';
import { id, listOf, optionalTitle, markdown, text, uniqueIds } from '../../content/validators.js';

const faqItem = v.object({
  /** What a link to the question ends in, `#cost`. Left out: made from the question. */
  id: v.optional(id),
  /** The question as a patient would ask it, plain text. */
  question: text,
  /** The answer; prose. */
  answer: markdown,
});

export const faqContent = v.object({
  /** Heading, plain text. Left out: "Common questions" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** The questions in reading order; an id may come once only. */
  items: v.pipe(listOf(faqItem), uniqueIds()),
});

export type GuideFaqItem = v.InferOutput<typeof faqItem>;
export type GuideFaqContent = v.InferOutput<typeof faqContent>;
