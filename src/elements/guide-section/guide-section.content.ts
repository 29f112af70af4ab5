import * as v from 'valibot';
import { id, markdown, text } from '../../content/validators.js';

export const sectionContent = v.object({
  /** Id for links to the section: `still-right` for `#still-right`. Default: made from the heading. */
  id: v.optional(id),
  /** The question (plain text). */
  heading: text,
  /** The answer (Markdown). */
  body: markdown,
});

export type GuideSectionContent = v.InferOutput<typeof sectionContent>;
