import * as v from 'valibot';
import { id, prose, text } from '../../core/schema.js';

export const sectionContent = v.object({
  /** What a link to the section ends in, `#still-right`. Left out: made from the heading. */
  id: v.optional(id),
  /** The question, plain text. */
  heading: text,
  /** The answer; prose. */
  body: prose,
});

export type GuideSectionContent = v.InferOutput<typeof sectionContent>;
