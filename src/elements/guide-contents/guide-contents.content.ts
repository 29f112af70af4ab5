import * as v from 'valibot';
import { listOf, optionalTitle, text } from '../../content/validators.js';
import { link } from '../../content/validators.js';

const contentsItem = v.object({
  /** Text of the entry (plain text). */
  text,
  /** Where the entry links to, usually `#id` of a part of this page. */
  href: link,
});

export const contentsContent = v.object({
  /** Heading (plain text). Default: "What this guide covers" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** The entries in reading order. Default: the sections of the guide, or of the page. */
  items: v.optional(listOf(contentsItem)),
});

export type GuideContentsItem = v.InferOutput<typeof contentsItem>;
export type GuideContentsContent = v.InferOutput<typeof contentsContent>;
