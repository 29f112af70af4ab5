import * as v from 'valibot';
import { id, listOf, optionalTitle, prose, text, uniqueIds } from '../../core/schema.js';
import { link } from '../../core/schema-values.js';
import { strayIds } from '../../core/stray-ids.js';

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
  explanation: v.optional(prose),
  /** Ids of the options that it is matched to. None: it is ambiguous by itself, and leads to `mixed`. */
  options: v.array(id),
  /** Why it is matched to them; prose. */
  why: prose,
});

export const matcherContent = v.object({
  /** Heading, plain text. Left out: "Match a finding to a treatment" in the page's language. `""`: no heading is shown. */
  title: optionalTitle,
  /** What comes before the findings; prose. */
  intro: v.optional(prose),
  /** What an imaging report may say. */
  findings: v.pipe(listOf(matcherFinding), uniqueIds()),
  /** The treatments. */
  options: v.pipe(listOf(matcherOption), uniqueIds()),
  /** What is said when findings point different ways, or none is known; prose. */
  mixed: prose,
  /** What comes last; prose. */
  note: v.optional(prose),
});

export type GuideMatcherOption = v.InferOutput<typeof matcherOption>;
export type GuideMatcherFinding = v.InferOutput<typeof matcherFinding>;
export type GuideMatcherContent = v.InferOutput<typeof matcherContent>;

/** An id that is nobody's would match a finding to nothing. */
export const matcherWarnings = ({ findings, options }: GuideMatcherContent): string[] =>
  strayIds(
    findings.flatMap((finding, index) =>
      finding.options.map((id, at) => [`findings[${index}].options[${at}] "${id}"`, id] as const),
    ),
    options,
  );
