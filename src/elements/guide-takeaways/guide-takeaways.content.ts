import * as v from 'valibot';
import { listOf, optionalTitle, prose } from '../../core/schema.js';

export const takeawaysContent = v.object({
  /** Heading, plain text. Left out: "Key takeaways" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What a reader should remember, one sentence or two each; prose. */
  items: listOf(prose),
});

export type GuideTakeawaysContent = v.InferOutput<typeof takeawaysContent>;
