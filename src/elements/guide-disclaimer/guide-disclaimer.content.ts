import * as v from 'valibot';
import { optionalTitle, markdown } from '../../content/validators.js';

export const disclaimerContent = v.object({
  /** Heading, plain text. Left out: "Medical disclaimer" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What the disclaimer says; prose. Left out: the standard disclaimer in the page's language. */
  text: v.optional(markdown),
  /** `inline` (the default) where the element stands; `top` or `bottom`: it stays at that edge of the window. */
  placement: v.optional(v.picklist(['inline', 'top', 'bottom'])),
  /** Whether a reader may close it, for this view of the page only. Default `false`. */
  dismissible: v.optional(v.boolean()),
});

export type GuideDisclaimerContent = v.InferOutput<typeof disclaimerContent>;
