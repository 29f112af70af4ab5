import * as v from 'valibot';
import { optionalTitle, markdown, text } from '../../content/validators.js';

const noteAuthor = v.object({
  /** Who says it: a person or a team (plain text). */
  name: text,
  /** Their role (plain text). */
  role: v.optional(text),
});

export const noteContent = v.object({
  /**
   * Heading (plain text). Default: "Clinical note", "Caution" or "Urgent" in the page's language. `""` hides the
   * heading.
   */
  title: optionalTitle,
  /** What the clinic has to say (Markdown). */
  body: markdown,
  /** `info` (default), `caution`, or `urgent` for red flags: signs that can't wait. */
  tone: v.optional(v.picklist(['info', 'caution', 'urgent'])),
  /** Who wrote the note. */
  author: v.optional(noteAuthor),
});

export type GuideNoteAuthor = v.InferOutput<typeof noteAuthor>;
export type GuideNoteContent = v.InferOutput<typeof noteContent>;
