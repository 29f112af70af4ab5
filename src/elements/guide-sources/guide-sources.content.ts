import * as v from 'valibot';
import { listOf, optionalTitle, text } from '../../content/validators.js';
import { count, date, link } from '../../content/validators.js';

const source = v.object({
  /** Title of the publication (plain text). */
  title: text,
  /** URL of the publication. */
  url: v.optional(link),
  /** Who published it: a journal, an agency, a society (plain text). */
  publisher: v.optional(text),
  /** The year it was published. */
  year: v.optional(count),
});

const review = v.object({
  /** Who reviewed the guide (plain text). */
  by: v.optional(text),
  /** The day of the review, such as `2026-11-22` (ISO 8601). */
  on: date,
  /** The day when the next review is due. Once it has passed, editors get a warning. */
  due: v.optional(date),
});

export const sourcesContent = v.object({
  /** Heading (plain text). Default: "Sources and review" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** The references. A link `[1](#source-1)` in any Markdown field of the guide jumps to the first one. */
  items: listOf(source),
  /** Who reviewed the guide, and when. */
  review: v.optional(review),
});

export type GuideSource = v.InferOutput<typeof source>;
export type GuideReview = v.InferOutput<typeof review>;
export type GuideSourcesContent = v.InferOutput<typeof sourcesContent>;

/** Patients notice an overdue review; the clinic should notice first. */
export function sourcesWarnings({ review }: GuideSourcesContent): string[] {
  const isOverdue = review?.due !== undefined && review.due < new Date().toISOString().slice(0, 10);
  return isOverdue ? [`review.due has passed (${review.due}): review the guide, and set "on" and "due"`] : [];
}
