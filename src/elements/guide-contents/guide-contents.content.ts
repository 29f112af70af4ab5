import * as v from 'valibot';
import { listOf, optionalTitle, text } from '../../content/validators.js';
import { link } from '../../content/validators.js';

const contentsItem = v.object({
  /** What the entry says, plain text. */
  text,
  /** Where it leads, mostly `#id` of a part of this page. */
  href: link,
});

export const contentsContent = v.object({
  /** Heading, plain text. Left out: "What this guide covers" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** The entries in reading order. Left out: the sections of the guide, or of the page. */
  items: v.optional(listOf(contentsItem)),
});

export type GuideContentsItem = v.InferOutput<typeof contentsItem>;
export type GuideContentsContent = v.InferOutput<typeof contentsContent>;
