import * as v from 'valibot';
import { optionalTitle, markdown } from '../../content/validators.js';

export const disclaimerContent = v.object({
  /** Heading (plain text). Default: "Medical disclaimer" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** What the disclaimer says (Markdown). Default: the standard disclaimer in the page's language. */
  text: v.optional(markdown),
  /** `inline` (default): where the element is. `top` or `bottom`: fixed to that edge of the window. */
  placement: v.optional(v.picklist(['inline', 'top', 'bottom'])),
  /** Whether the reader may close it, for this page view only. Default: `false`. */
  dismissible: v.optional(v.boolean()),
});

export type GuideDisclaimerContent = v.InferOutput<typeof disclaimerContent>;
