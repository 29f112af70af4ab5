import * as v from 'valibot';
import { id, listOf, optionalTitle, markdown, text, uniqueIds } from '../../content/validators.js';
import { link } from '../../content/validators.js';
import { unknownOptionIds } from '../../content/validators.js';

const matcherOption = v.object({
  /** What `findings` call this option. */
  id,
  /** Name of the treatment, plain text. */
  name: text,
  /** Where to read more about it. */
  href: v.optional(link),
});

const matcherFinding = v.object({
  /** Names the finding among the others. */
  id,
  /** The finding as the imaging report says it, plain text. */
  label: text,
  /** What that means; prose. */
  explanation: v.optional(markdown),
  /** Ids of the options that it is matched to. None: it is ambiguous by itself, and leads to `mixed`. */
  options: v.array(id),
  /** Why it is matched to them; prose. */
  why: markdown,
});

export const matcherContent = v.object({
  /** Heading, plain text. Left out: "Match a finding to a treatment" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What comes before the findings; prose. */
  intro: v.optional(markdown),
  /** What an imaging report may say. */
  findings: v.pipe(listOf(matcherFinding), uniqueIds()),
  /** The treatments. */
  options: v.pipe(listOf(matcherOption), uniqueIds()),
  /** What is said when findings point different ways, or none is known; prose. */
  mixed: markdown,
  /** What comes last; prose. */
  note: v.optional(markdown),
});

export type GuideMatcherOption = v.InferOutput<typeof matcherOption>;
export type GuideMatcherFinding = v.InferOutput<typeof matcherFinding>;
export type GuideMatcherContent = v.InferOutput<typeof matcherContent>;

/** An id that is nobody's would match a finding to nothing. */
export const matcherWarnings = ({ findings, options }: GuideMatcherContent): string[] =>
  unknownOptionIds(
    findings.flatMap((finding, index) =>
      finding.options.map((id, at) => [`findings[${index}].options[${at}] "${id}"`, id] as const),
    ),
    options,
  );
