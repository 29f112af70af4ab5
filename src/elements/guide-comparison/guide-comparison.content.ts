import * as v from 'valibot';
import { id, listOf, optionalTitle, markdown, text, uniqueIds } from '../../content/validators.js';
import { unknownOptionIds } from '../../content/validators.js';

const comparisonOption = v.object({
  /** What `answers` calls this option. */
  id,
  /** Name of the treatment, plain text. */
  name: text,
  /** What it is, in a few words; prose. */
  summary: v.optional(markdown),
});

const comparisonRow = v.object({
  /** What a patient asks of every option, plain text. */
  question: text,
  /** The answer of each option by its id; prose. One that is left out or blank reads "Not stated". */
  answers: v.record(v.string(), v.string()),
});

export const comparisonContent = v.object({
  /** Heading and caption, plain text. Left out: "Compare the options" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What comes before the table; prose. */
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
  /** What comes after the table; prose. */
  note: v.optional(markdown),
});

export type GuideComparisonOption = v.InferOutput<typeof comparisonOption>;
export type GuideComparisonRow = v.InferOutput<typeof comparisonRow>;
export type GuideComparisonContent = v.InferOutput<typeof comparisonContent>;

/** Answers to no option would not be seen anywhere. */
export const comparisonWarnings = ({ options, rows }: GuideComparisonContent): string[] =>
  unknownOptionIds(
    rows.flatMap(({ answers }, index) =>
      Object.keys(answers).map((key) => [`rows[${index}].answers.${key}`, key] as const),
    ),
    options,
  );
