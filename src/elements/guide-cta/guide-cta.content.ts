import * as v from 'valibot';
import { markdown, text } from '../../content/validators.js';
import { link, phone } from '../../content/validators.js';

export const ctaContent = v.object({
  /** Heading, plain text. Left out or `""`: no heading is shown. */
  title: v.optional(v.string()),
  /** What the reader gets by it; prose. */
  text: v.optional(markdown),
  /** What the action is, as on a button: "Schedule a consultation". Plain text. */
  label: text,
  /** Where the action leads: `https:`, `mailto:`, `tel:`, `sms:`, or a place on this site. */
  href: link,
  /** Telephone number as people write it; becomes a `tel:` link. */
  phone: v.optional(phone),
});

export type GuideCtaContent = v.InferOutput<typeof ctaContent>;
