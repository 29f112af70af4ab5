import type { Fault } from './fault.js';
import type { ContentSchema } from './schema.js';

/** Checked content and what an editor should know of it, or the first fault. */
export type Checked = { readonly content: object; readonly warnings: string[] } | { readonly fault: Fault };

/** What a valibot schema says of itself. */
interface Shape {
  readonly type: string;
  readonly entries?: Record<string, Shape>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly [Shape, ...Validation[]];
}

/** A check that a schema has behind its type; `message` is what an author reads after "expected". */
interface Validation {
  readonly type: string;
  readonly requirement?: unknown;
  readonly message?: string;
}

type Keyed = Record<string, unknown>;

const MOST_TOLD = 5;
const EXPECTED: Record<string, string> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  boolean: 'true or false',
  record: 'an object',
};
const PASSES: Record<string, (value: never, requirement: never) => boolean> = {
  regex: (value: string, requirement: RegExp) => requirement.test(value),
  min_length: (value: string, requirement: number) => value.length >= requirement,
  max_length: (value: string, requirement: number) => value.length <= requirement,
  min_value: (value: number, requirement: number) => value >= requirement,
  check: (value: never, requirement: (value: never) => boolean) => requirement(value),
};

/**
 * The one way from `unknown` to typed content: a copy with known keys only, or what to mend first. It reads the schema
 * as data instead of running it: one walk gives paths, wording and unknown keys, and the script-tag file does without
 * valibot's own checks (1 kB). A property test holds it to valibot's verdict.
 */
export function checkContent(schema: ContentSchema, input: unknown): Checked {
  let fault: Fault | undefined;
  /** Worded late: of ten thousand objects with unknown keys only the first few are told. */
  const unknown: (() => string)[] = [];

  const walk = (shape: Shape, value: unknown, path: string): unknown => {
    if (fault) return undefined;
    const { entries, item, value: each, wrapped, pipe } = shape;
    const fail = (expected: string) => (fault = { path, found: describe(value), expected, fix: `make it ${expected}` });
    if (pipe) {
      const [type, ...validations] = pipe;
      const copy = walk(type, value, path);
      const failed =
        !fault &&
        validations.find((check) => PASSES[check.type]?.(copy as never, check.requirement as never) === false);
      return failed ? fail(failed.message!) : copy;
    }
    if (wrapped) return walk(wrapped, value, path);
    if (!isOfType(shape, value)) return fail(describeShape(shape));
    // Not `map`, which passes over holes.
    if (item) return Array.from(value as unknown[], (child, index) => walk(item, child, `${path}[${index}]`));
    if (!entries && !each) return value;

    const prefix = path && `${path}.`;
    const given = value as Keyed;
    const others = Object.keys(given).filter((key) => entries && !Object.hasOwn(entries, key) && key !== '$schema');
    if (others.length)
      unknown.push(() => {
        const names = firstOf(others, (key) => prefix + key);
        return `not known: ${names.join(', ')}; known: ${Object.keys(entries!).join(', ')}`;
      });
    const copies = Object.keys(entries ?? given).flatMap((key) => {
      const child = Object.hasOwn(given, key) ? given[key] : undefined;
      const childShape = entries?.[key] ?? each!;
      if (child !== undefined) return [[key, walk(childShape, child, prefix + key)]];
      if (childShape.type !== 'optional') fault ??= missing(childShape, prefix, key, others);
      return [];
    });
    // Unlike an assignment this makes a key "__proto__" a key like any other.
    return Object.fromEntries(copies) as unknown;
  };

  const content = walk(schema, input, '') as object;
  if (fault) return { fault };
  return { content, warnings: firstOf(unknown, (warning) => warning()) };
}

/** The first few in words, and how many more there are. */
function firstOf<Item>(all: Item[], word: (item: Item) => string): string[] {
  const rest = all.length - MOST_TOLD;
  return [...all.slice(0, MOST_TOLD).map(word), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

/** What an author should write: `text`, `an object { title?, items }`. */
export function describeShape({ type, entries, options }: Shape): string {
  if (options) return options.map((option) => JSON.stringify(option)).join(' or ');
  if (!entries) return EXPECTED[type] ?? type;
  return `an object { ${Object.keys(entries)
    .map((key) => key + (entries[key].type === 'optional' ? '?' : ''))
    .join(', ')} }`;
}

function isOfType({ type, options }: Shape, value: unknown): boolean {
  if (options) return options.includes(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object' || type === 'record') return !!value && typeof value === 'object' && !Array.isArray(value);
  return typeof value === type;
}

function missing(shape: Shape, prefix: string, key: string, unknown: string[]): Fault {
  // A slip of the pen is hardly ever in the first letter.
  const meant = unknown.find((name) => name.toLowerCase().startsWith(key[0]));
  return {
    path: prefix + key,
    found: 'nothing',
    expected: describeShape(shape),
    fix: meant ? `rename "${meant}" to "${key}"` : `add "${key}"`,
  };
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value && typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value.trim() ? `"${value.slice(0, 40)}"` : 'blank text';
  return String(value);
}
