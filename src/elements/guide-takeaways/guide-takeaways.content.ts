import * as v from 'valibot';
import { listOf, optionalTitle, markdown } from '../../content/validators.js';

export const takeawaysContent = v.object({
  /** Heading, plain text. Left out: "Key takeaways" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What a reader should remember, one sentence or two each; prose. */
  items: listOf(markdown),
});

export type GuideTakeawaysContent = v.InferOutput<typeof takeawaysContent>;
