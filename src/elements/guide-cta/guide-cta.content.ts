import * as v from 'valibot';
import { markdown, text } from '../../content/validators.js';
import { link, phone } from '../../content/validators.js';

export const ctaContent = v.object({
  /** Heading (plain text). Default: no heading. */
  title: v.optional(v.string()),
  /** What the reader gets from it (Markdown). */
  text: v.optional(markdown),
  /** Label of the action, as on a button: "Schedule a consultation" (plain text). */
  label: text,
  /** Where the action leads: `https:`, `mailto:`, `tel:`, `sms:`, or a path on this site. */
  href: link,
  /** Phone number as people write it; becomes a `tel:` link. */
  phone: v.optional(phone),
});

export type GuideCtaContent = v.InferOutput<typeof ctaContent>;
