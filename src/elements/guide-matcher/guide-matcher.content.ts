import * as v from 'valibot';
import { id, listOf, optionalTitle, markdown, text, uniqueIds } from '../../content/validators.js';
import { link } from '../../content/validators.js';
import { unknownOptionIds } from '../../content/validators.js';

const matcherOption = v.object({
  /** Id that `findings` use for this option. */
  id,
  /** Name of the treatment (plain text). */
  name: text,
  /** Where to read more about it. */
  href: v.optional(link),
});

const matcherFinding = v.object({
  /** Id of the finding, different from all others. */
  id,
  /** The finding as the imaging report words it (plain text). */
  label: text,
  /** What the finding means (Markdown). */
  explanation: v.optional(markdown),
  /** Ids of the options that the finding matches. Empty: it is ambiguous by itself, and leads to `mixed`. */
  options: v.array(id),
  /** Why it matches them (Markdown). */
  why: markdown,
});

export const matcherContent = v.object({
  /** Heading (plain text). Default: "Match a finding to a treatment" in the page's language. `""` hides the heading. */
  title: optionalTitle,
  /** Text before the findings (Markdown). */
  intro: v.optional(markdown),
  /** What an imaging report may say. */
  findings: v.pipe(listOf(matcherFinding), uniqueIds()),
  /** The treatments. */
  options: v.pipe(listOf(matcherOption), uniqueIds()),
  /** Text to show when findings point in different directions, or none is known (Markdown). */
  mixed: markdown,
  /** Text at the end (Markdown). */
  note: v.optional(markdown),
});

export type GuideMatcherOption = v.InferOutput<typeof matcherOption>;
export type GuideMatcherFinding = v.InferOutput<typeof matcherFinding>;
export type GuideMatcherContent = v.InferOutput<typeof matcherContent>;

/** An unknown id would match a finding to nothing. */
export const matcherWarnings = ({ findings, options }: GuideMatcherContent): string[] =>
  unknownOptionIds(
    findings.flatMap((finding, index) =>
      finding.options.map((id, at) => [`findings[${index}].options[${at}] "${id}"`, id] as const),
    ),
    options,
  );
