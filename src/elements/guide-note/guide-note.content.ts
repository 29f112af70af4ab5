import * as v from 'valibot';
import { optionalTitle, markdown, text } from '../../content/validators.js';

const noteAuthor = v.object({
  /** Who says so: a person or a team, plain text. */
  name: text,
  /** What they are, plain text. */
  role: v.optional(text),
});

export const noteContent = v.object({
  /** Heading, plain text. Left out: "Clinical note", "Caution" or "Urgent" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What the clinic has to say; prose. */
  body: markdown,
  /** `info` (the default), `caution`, or `urgent` for red flags: signs that cannot wait. */
  tone: v.optional(v.picklist(['info', 'caution', 'urgent'])),
  /** Whose words these are. */
  author: v.optional(noteAuthor),
});

export type GuideNoteAuthor = v.InferOutput<typeof noteAuthor>;
export type GuideNoteContent = v.InferOutput<typeof noteContent>;
