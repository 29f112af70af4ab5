import * as v from 'valibot';
import { optionalTitle, markdown } from '../../content/validators.js';

export const summaryContent = v.object({
  /** Heading, plain text. Left out: "The short answer" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** The answer in a few sentences; prose. */
  text: markdown,
});

export type GuideSummaryContent = v.InferOutput<typeof summaryContent>;
