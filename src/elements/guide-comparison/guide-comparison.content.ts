import * as v from 'valibot';
import { id, listOf, optionalTitle, markdown, text, uniqueIds } from '../../content/validators.js';
import { unknownOptionIds } from '../../content/validators.js';

const comparisonOption = v.object({
  /** Id that `answers` uses for this option. */
  id,
  /** Name of the treatment (plain text). */
  name: text,
  /** What it is, in a few words (Markdown). */
  summary: v.optional(markdown),
});

const comparisonRow = v.object({
  /** What a patient asks about every option (plain text). */
  question: text,
  /** Each option's answer, by the option's id (Markdown). A missing or blank answer reads "Not stated". */
  answers: v.record(v.string(), v.string()),
});

export const comparisonContent = v.object({
  /**
   * Heading and table caption (plain text). Default: "Compare the options" in the page's language. `""` hides the
   * heading.
   */
  title: optionalTitle,
  /** Text before the table (Markdown). */
  intro: v.optional(markdown),
  /** The columns, two to five. Doing nothing is an option too. */
  options: v.pipe(
    v.array(comparisonOption),
    v.minLength(2, 'a list of two to five options'),
    v.maxLength(5, 'a list of two to five options'),
    uniqueIds(),
  ),
  /** The rows, one question each. */
  rows: listOf(comparisonRow),
  /** Text after the table (Markdown). */
  note: v.optional(markdown),
});

export type GuideComparisonOption = v.InferOutput<typeof comparisonOption>;
export type GuideComparisonRow = v.InferOutput<typeof comparisonRow>;
export type GuideComparisonContent = v.InferOutput<typeof comparisonContent>;

/** An answer to an unknown option wouldn't show anywhere. */
export const comparisonWarnings = ({ options, rows }: GuideComparisonContent): string[] =>
  unknownOptionIds(
    rows.flatMap(({ answers }, index) =>
      Object.keys(answers).map((key) => [`rows[${index}].answers.${key}`, key] as const),
    ),
    options,
  );
