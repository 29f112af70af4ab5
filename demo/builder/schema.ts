import type { GuideTag } from '../../src/server/index.js';

/** The parts of the published schemas (dist/schema) that the form and autocompletion need. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number)[];
  readonly contentMediaType?: string;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly examples?: readonly object[];
}

export type Keyed = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

const read = new Map<GuideTag, Promise<JsonSchema>>();

export function schemaOf(tag: GuideTag): Promise<JsonSchema> {
  const schema =
    read.get(tag) ??
    fetch(new URL(`../../dist/schema/${tag}.json`, import.meta.url)).then((file) => file.json() as Promise<JsonSchema>);
  read.set(tag, schema);
  return schema;
}

export const fieldsOf = ({ properties = {} }: JsonSchema): [key: string, schema: JsonSchema][] =>
  Object.entries(properties).filter(([key]) => key !== '$schema');

export const isProse = ({ contentMediaType }: JsonSchema): boolean => contentMediaType === 'text/markdown';

/** The schema of each value in a record: the record’s description says whether it is Markdown. */
export function eachOf({ additionalProperties, description }: JsonSchema): JsonSchema | undefined {
  if (typeof additionalProperties !== 'object') return undefined;
  return { ...additionalProperties, ...(description?.includes('Markdown') && { contentMediaType: 'text/markdown' }) };
}

/** What a person starts with: everything required, and the minimum number of entries in lists. */
export function blankOf(schema: JsonSchema, name = ''): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, (_, index) => blankItem(schema, name, index));
  if (schema.type === 'number') return 0;
  if (schema.type === 'boolean') return false;
  if (schema.type !== 'object') return '';
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(required.map((key) => [key, blankOf(properties[key], key)]));
}

/** A new entry for a list; if ids are required, with one that says its position. */
export function blankItem(list: JsonSchema, name: string, index: number, taken: readonly unknown[] = []): unknown {
  const { items = {} } = list;
  const blank = blankOf(items, name);
  if (!items.required?.includes('id')) return blank;
  const ids = new Set(taken.map((item) => (item as Keyed)['id']));
  let number = index + 1;
  while (ids.has(`${singular(name)}-${number}`)) number++;
  return { ...(blank as object), id: `${singular(name)}-${number}` };
}

export const singular = (name: string): string => name.replace(/s$/, '');

/** As the kit's errors write it: `items[1].question`. */
export const pathText = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key)).join('');

/** A place as the kit's errors write it, and those around it: `items[1].question`, `items[1]`, `items`. */
export function outwards(place: string): string[] {
  const outer = place.slice(0, Math.max(0, place.search(/[.[][^.[]*$/)));
  return place ? [place, ...outwards(outer)] : [];
}

export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

/** A copy with one place changed; `undefined` removes the key. */
export function withValue(value: unknown, [key, ...rest]: Path, given: unknown): unknown {
  if (key === undefined) return given;
  if (typeof key === 'number')
    return (value as unknown[]).map((item, i) => (i === key ? withValue(item, rest, given) : item));
  const owner = (typeof value === 'object' ? value : {}) as Keyed;
  const inner = withValue(owner[key], rest, given);
  return inner === undefined ? without(owner, key) : { ...owner, [key]: inner };
}

export const without = (owner: Keyed, key: string): Keyed =>
  Object.fromEntries(Object.entries(owner).filter(([name]) => name !== key));
