import * as v from 'valibot';
import type { ContentIssue } from './content-error.js';
import type { ContentSchema } from './validators.js';

/** Validated content with what an editor should know about it, or the first problem. */
export type ValidationResult =
  { readonly content: object; readonly warnings: string[] } | { readonly error: ContentIssue };

/** What a valibot schema says about itself, as far as the kit's schemas use it. */
interface Shape {
  readonly type: string;
  readonly entries?: Record<string, Shape>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
}

type Path = readonly (string | number)[];
interface UnknownKey {
  readonly path: Path;
  readonly key: string;
  readonly known: readonly string[];
}

const MAX_WARNINGS = 5;
const EXPECTED: Record<string, string> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  boolean: 'true or false',
  record: 'an object',
};

/**
 * The one way from `unknown` to typed content: a copy that has the schema's own fields only, or the problem to fix first.
 */
export function validateContent(schema: ContentSchema, input: unknown): ValidationResult {
  const unknownKeys: UnknownKey[] = [];
  const { success, output, issues } = v.safeParse(schema, ownFields(schema, input, [], unknownKeys));
  if (success) return { content: output, warnings: warningsFor(unknownKeys) };
  return { error: toContentIssue(issues[0], schema, input, unknownKeys) };
}

function toContentIssue(
  issue: v.BaseIssue<unknown>,
  schema: Shape,
  input: unknown,
  unknownKeys: readonly UnknownKey[],
): ContentIssue {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const isMissing = issue.input === undefined && typeof path.at(-1) === 'string';
  // A failed check brings its own words; of a wrong type the schema knows more than valibot's message tells.
  const expected = issue.kind === 'schema' ? describeShape(shapeAt(schema, path)) : issue.message;
  return {
    path: formatPath(path),
    found: isMissing ? 'nothing' : describeValue(valueAt(input, path)),
    expected,
    fix: isMissing ? fixMissing(path, unknownKeys) : `make it ${expected}`,
  };
}

function fixMissing(path: Path, unknownKeys: readonly UnknownKey[]): string {
  const key = String(path.at(-1));
  const parent = formatPath(path.slice(0, -1));
  const siblings = unknownKeys.filter((unknown) => formatPath(unknown.path) === parent);
  const misspelled = nearest(
    key,
    siblings.map(({ key }) => key),
  );
  return misspelled ? `rename "${misspelled}" to "${key}"` : `add "${key}"`;
}

/**
 * What valibot gets to see: own fields that the schema knows. The one walk of our own, because valibot drops unknown keys
 * without a word (`strictObject` rejects the content, and names only the first), accepts a list as an object, and reads
 * inherited fields.
 */
function ownFields(shape: Shape, input: unknown, path: Path, unknownKeys: UnknownKey[]): unknown {
  const { entries, item, value } = unwrap(shape);
  if (item && Array.isArray(input))
    return Array.from(input, (child, index) => ownFields(item, child, [...path, index], unknownKeys));
  if ((!entries && !value) || !input || typeof input !== 'object') return input;
  if (Array.isArray(input)) return null;
  const known = entries && Object.keys(entries);
  const fields = Object.entries(input).flatMap(([key, child]: [string, unknown]) => {
    const childShape = known && !known.includes(key) ? undefined : (entries?.[key] ?? value);
    if (!childShape && known && key !== '$schema') unknownKeys.push({ path, key, known });
    return childShape && (child !== undefined || value)
      ? [[key, ownFields(childShape, child, [...path, key], unknownKeys)]]
      : [];
  });
  return Object.fromEntries(fields);
}

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce((value, key) => (value as Record<string | number, unknown>)[key], input);

/** The first few in words, and how many more there are. */
function warningsFor(unknownKeys: readonly UnknownKey[]): string[] {
  const warnings = unknownKeys.slice(0, MAX_WARNINGS).map(({ path, key, known }) => {
    const meant = nearest(key, known);
    return `${formatPath([...path, key])} is not known: ${meant ? `did you mean "${meant}"?` : `known are ${known.join(', ')}`}`;
  });
  const rest = unknownKeys.length - MAX_WARNINGS;
  return rest > 0 ? [...warnings, `and ${rest} more unknown keys`] : warnings;
}

const unwrap = (shape: Shape): Shape => (shape.wrapped ? unwrap(shape.wrapped) : shape);

const shapeAt = (schema: Shape, path: Path): Shape =>
  path.reduce((shape, key) => {
    const { entries, item, value } = unwrap(shape);
    return entries?.[key] ?? item ?? value ?? shape;
  }, schema);

/** What an author should write: `text`, `an object { title?, items }`. */
export function describeShape(schema: Shape): string {
  const { type, entries, options } = unwrap(schema);
  if (options) return options.map((option) => JSON.stringify(option)).join(' or ');
  if (!entries) return EXPECTED[type] ?? type;
  const fields = Object.entries(entries).map(([key, { type }]) => key + (type === 'optional' ? '?' : ''));
  return `an object { ${fields.join(', ')} }`;
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value && typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value.trim() ? `"${value.slice(0, 40)}"` : 'blank text';
  return String(value);
}

const formatPath = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key), '');

/** The first candidate that differs in one place only, by two letters at most. */
const nearest = (word: string, candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) => {
    const [a, b] = [word.toLowerCase(), candidate.toLowerCase()];
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
    const length = Math.max(a.length, b.length);
    return start + end >= Math.max(length - 2, length / 2);
  });
