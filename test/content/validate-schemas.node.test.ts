import { expect } from 'chai';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { validateContent } from '../../src/content/validate.js';
import type { ContentSchema } from '../../src/content/validators.js';
import { elements } from '../../src/entries/register.js';
import { REQUIRED, accepted, examples, schemas, whole, without } from './validate.helpers.js';
import { runs, share } from '../depth.js';

describe('validateContent', () => {
  for (const element of Object.keys(schemas)) {
    it(`gives the same result and copy as valibot for any input to <${element}>`, () => {
      const verdicts = { accepted: 0, refused: 0 };
      const near = contentNear(schemas[element], element === 'patient-guide' ? 400 : 24);
      const input = fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: anything });
      fc.assert(
        fc.property(input, (input) => {
          verdicts[expectSameAsValibot(element, input)]++;
        }),
        { numRuns: 2000, includeErrorInReport: true },
      );
      expect(verdicts.accepted).to.be.above(100);
      expect(verdicts.refused).to.be.above(100);
    });
  }

  it('gives the same result and copy as valibot for every example, with any value replaced or removed', () => {
    let checks = 0;
    for (const [turn, { element, content }] of examples.entries()) {
      expect(accepted(schemas[element], content).warnings, element).to.deep.equal([]);
      for (const changed of share([...mutationsOf(content)], turn)) {
        expectSameAsValibot(element, changed);
        checks++;
      }
    }
    expect(checks).to.be.above(runs(20_000));
  });

  it('has a published JSON Schema for every element, with its required keys', () => {
    for (const [element, schema] of Object.entries(schemas)) {
      // JSON Schema cannot express that ids are unique.
      const published = toJsonSchema(schema, { errorMode: 'ignore' });
      expect(published, element).to.include({ type: 'object' });
      expect(published.required, element).to.deep.equal(REQUIRED[element]);
      const withEveryKey = accepted(schema, whole[element]);
      expect(withEveryKey.warnings, element).to.deep.equal([]);
      const keys = Object.keys(published.properties!).filter((key) => key !== 'value');
      expect(Object.keys(withEveryKey.content).sort(), element).to.deep.equal(keys.sort());
    }
  });

  it('is tested with the schema of every element', () => {
    for (const [tag, { schema }] of Object.entries(elements)) expect(schemas[tag], tag).to.equal(schema);
    expect(Object.keys(schemas)).to.deep.equal(Object.keys(elements));
  });
});

const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  '',
  ' ',
  'a b',
  'top',
  [],
  ['a'],
  {},
  { a: 'b' },
  NaN,
  Infinity,
  -1,
  1001,
  [2, 1],
  '2026-02-30',
  'javascript:alert(1)',
  1n,
);
/** Values that some schema accepts: ids, URLs, dates, phone numbers and parts of statistics. */
const POOL: readonly unknown[] = [
  ...'abcdefg',
  'One',
  ' Two ',
  'é',
  '2026-11-22',
  '2026-02-30',
  '#place',
  'https://example.org/',
  'javascript:alert(1)',
  '+1 555 010 0199',
  '*21#',
  ...[0, 0.4, 1, 2, 2, 3, 50, 100, 1000, 2013, -1],
  true,
  false,
  'top',
  'urgent',
  10,
];

/** Values that are valid or almost valid and, once in `oneIn`, invalid. */
function contentNear(shape: Shape, oneIn: number): fc.Arbitrary<unknown> {
  const { entries, item, value, wrapped } = shape;
  const near = (inner: Shape) => contentNear(inner, oneIn);
  const mostly = (right: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: oneIn, arbitrary: right }, { weight: 1, arbitrary: odd });
  if (wrapped) return near(wrapped);
  if (item) return mostly(fc.array(near(item), { minLength: 1, maxLength: 3 }));
  if (value) return mostly(fc.dictionary(fc.constantFrom('a', 'b', 'toString'), near(value), { maxKeys: 2 }));
  if (!entries) {
    const right = POOL.filter((candidate) => v.safeParse(shape as unknown as ContentSchema, candidate).success);
    return mostly(fc.constantFrom(...right));
  }
  const keys = Object.keys(entries);
  const arbitraries: Record<string, fc.Arbitrary<unknown>> = { extra: odd };
  for (const key of keys) arbitraries[key] = near(entries[key]);
  const record = fc.record(arbitraries, { requiredKeys: keys.filter((key) => entries[key].type !== 'optional') });
  return mostly(record);
}

const anything = fc.anything({
  key: fc.constantFrom(...new Set([...'0', 'length', ...Object.values(whole).flatMap(Object.keys)])),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
});

function expectSameAsValibot(element: string, input: unknown): 'accepted' | 'refused' {
  const schema = schemas[element];
  const { success, output } = v.safeParse(schema, withoutListsAsObjects(schema, input));
  const checked = validateContent(schema, input);
  if ('error' in checked) expect(success, `${element} rejects ${JSON.stringify(checked.error)}`).to.equal(false);
  // Compared as JSON, because valibot copies keys that are `undefined`, and the kit does not.
  else expect(JSON.stringify(checked.content)).to.equal(success ? JSON.stringify(output) : 'refused by valibot');
  return 'error' in checked ? 'refused' : 'accepted';
}

interface Shape {
  readonly type: string;
  readonly entries?: Record<string, Shape>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
}

/** The one intended difference: valibot accepts a list as an object. `null`, which both reject, takes its place. */
function withoutListsAsObjects(shape: Shape, input: unknown): unknown {
  const { entries, item, value, wrapped } = shape;
  if (wrapped) return withoutListsAsObjects(wrapped, input);
  if (item) return Array.isArray(input) ? Array.from(input, (child) => withoutListsAsObjects(item, child)) : input;
  if (!entries && !value) return input;
  if (Array.isArray(input)) return null;
  if (!input || typeof input !== 'object') return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, child]) => {
      const childShape = value ?? (Object.hasOwn(entries!, key) ? entries![key] : undefined);
      return [key, childShape ? withoutListsAsObjects(childShape, child) : child];
    }),
  );
}

const REPLACEMENTS: readonly unknown[] = [
  null,
  0,
  1e300,
  -1,
  0.5,
  NaN,
  true,
  '',
  '\n',
  '2026-02-30',
  'javascript:alert(1)',
  [2, 1],
  'x'.repeat(10_000),
  [],
  [null],
  ['a'],
  {},
  { a: 'b' },
  Array.from({ length: 1000 }, () => 'x'),
];

/** The content with each value replaced by each of the replacements, and removed. */
function* mutationsOf(content: unknown): Generator<unknown> {
  yield* REPLACEMENTS;
  if (!content || typeof content !== 'object') return;
  for (const [key, child] of Object.entries(content)) {
    const copyWith = (value: unknown) =>
      Array.isArray(content) ? content.with(Number(key), value) : { ...content, [key]: value };
    for (const mutation of mutationsOf(child)) yield copyWith(mutation);
    yield Array.isArray(content) ? content.toSpliced(Number(key), 1) : without(key, content);
  }
}
