import * as v from 'valibot';
import { id, markdown, text } from '../../content/validators.js';
import { count, link } from '../../content/validators.js';

const statisticSource = v.object({
  /** Title of the publication (plain text). */
  title: text,
  /** URL of the publication. */
  url: v.optional(link),
  /** The year it was published. */
  year: v.optional(count),
});

export const statisticContent = v.pipe(
  v.object({
    /** What happens to that many people, worded to follow "10 of 100 people": "have lasting pain" (plain text). */
    label: text,
    /** How many people. Set either this or `range`. */
    value: v.optional(count),
    /** The fewest and the most people, such as `[10, 40]`. Set either this or `value`. */
    range: v.optional(
      v.pipe(
        v.array(count),
        v.check(([low = NaN, high = NaN, ...more]) => low <= high && !more.length, 'two numbers, the lower one first'),
      ),
    ),
    /** Out of how many: 10, 100 (default) or 1000. */
    of: v.optional(v.picklist([10, 100, 1000])),
    /** Who was counted (plain text). Without it, nobody can judge the figure, and editors get a warning. */
    population: v.optional(text),
    /** Over what time (plain text). */
    period: v.optional(text),
    /** What to keep in mind about the figure (Markdown). */
    caveat: v.optional(markdown),
    /** Where the figure comes from. Without it, editors get a warning. */
    source: v.optional(statisticSource),
    /** In a guide: id of the section that the figure goes under. Default: after the last section. */
    section: v.optional(id),
  }),
  v.check(({ value, range }) => (value === undefined) !== (range === undefined), 'either "value" or "range"'),
  v.check(({ value, range = [], of = 100 }) => Math.max(value ?? 0, ...range) <= of, 'no more than "of"'),
);

export type GuideStatisticSource = v.InferOutput<typeof statisticSource>;
export type GuideStatisticContent = v.InferOutput<typeof statisticContent>;

/** A figure without a population or source still shows, and the editor gets a warning. */
export function statisticWarnings(content: GuideStatisticContent): string[] {
  return (['population', 'source'] as const)
    .filter((key) => !content[key])
    .map((key) => `has no "${key}": without it nobody can judge the figure`);
}
