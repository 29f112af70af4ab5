import * as v from 'valibot';
import { listOf, optionalTitle, text } from '../../content/validators.js';
import { count, date, link } from '../../content/validators.js';

const source = v.object({
  /** Title of the publication, plain text. */
  title: text,
  /** Its address. */
  url: v.optional(link),
  /** Who brought it out: a journal, an office, a society. Plain text. */
  publisher: v.optional(text),
  /** The year it came out. */
  year: v.optional(count),
});

const review = v.object({
  /** Who reviewed the guide, plain text. */
  by: v.optional(text),
  /** The day of the review, `2026-11-22` (ISO 8601). */
  on: date,
  /** The day on which the next review is due. Once it has passed, editors get a warning. */
  due: v.optional(date),
});

export const sourcesContent = v.object({
  /** Heading, plain text. Left out: "Sources and review" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** The references; a link `[1](#source-1)` in a prose of the guide jumps to the first of them. */
  items: listOf(source),
  /** Who has reviewed the guide, and when. */
  review: v.optional(review),
});

export type GuideSource = v.InferOutput<typeof source>;
export type GuideReview = v.InferOutput<typeof review>;
export type GuideSourcesContent = v.InferOutput<typeof sourcesContent>;

/** Patients notice a review that has lapsed; the clinic should first. */
export function sourcesWarnings({ review }: GuideSourcesContent): string[] {
  const isOverdue = review?.due !== undefined && review.due < new Date().toISOString().slice(0, 10);
  return isOverdue ? [`review.due has passed (${review.due}): review the guide, and set "on" and "due"`] : [];
}
