import * as v from 'valibot';
import { id, markdown, text } from '../../content/validators.js';

export const sectionContent = v.object({
  /** What a link to the section ends in, `#still-right`. Left out: made from the heading. */
  id: v.optional(id),
  /** The question, plain text. */
  heading: text,
  /** The answer; prose. */
  body: markdown,
});

export type GuideSectionContent = v.InferOutput<typeof sectionContent>;
