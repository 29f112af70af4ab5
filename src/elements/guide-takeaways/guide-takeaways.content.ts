import * as v from 'valibot';
import { listOf, optionalTitle, markdown } from '../../content/validators.js';

export const takeawaysContent = v.object({
  /** Heading (plain text). Default: "Key takeaways" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** What readers should remember, one or two sentences each (Markdown). */
  items: listOf(markdown),
});

export type GuideTakeawaysContent = v.InferOutput<typeof takeawaysContent>;
