import * as v from 'valibot';
import { optionalTitle, markdown } from '../../content/validators.js';

export const summaryContent = v.object({
  /** Heading (plain text). Default: "The short answer" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** The answer in a few sentences (Markdown). */
  text: markdown,
});

export type GuideSummaryContent = v.InferOutput<typeof summaryContent>;
