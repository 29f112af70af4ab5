/**
 * The valibot building blocks of every content schema. A check's message is what the author reads after "expected". The
 * TypeScript type, the validation in the browser and the published JSON Schema all come from these.
 */
import * as v from 'valibot';
import { isAllowedUrl } from '../text/sanitize-url.js';

/** Schema of one element's content. */
export type ContentSchema = v.GenericSchema<unknown, object>;

/** Plain text: names, labels, headings. Invisible characters, the Braille blank among them, don't count as text. */
export const text = v.pipe(v.string(), v.regex(/(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u, 'text that is not blank'));

/** Text in the kit's small subset of Markdown, see text/parse-blocks.ts. */
export const markdown = v.pipe(text, v.metadata({ contentMediaType: 'text/markdown' }));

/** A heading. Left out, there is a default heading; with `""`, there is none. */
export const optionalTitle = v.optional(v.string());

/** An id that `#…` in a URL or another field refers to. */
export const id = v.pipe(v.string(), v.regex(/^\S+$/, 'an id without spaces'));

/** A list of at least one entry. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'a list with at least one entry'));

/** For a list whose entries may have ids: no two may be the same. */
export const uniqueIds = <Item extends { id?: string | undefined }>() =>
  v.check<Item[], string>((items) => {
    const ids = items.flatMap((item) => item.id ?? []);
    return new Set(ids).size === ids.length;
  }, 'a list in which every id comes once');

/** The URL of a link that is useless without one. In Markdown, a link with a bad URL keeps its text instead. */
export const link = v.pipe(
  v.string(),
  v.check(isAllowedUrl, 'an address: https:, mailto:, tel:, sms:, or a place on this site'),
);

/** As people write it: `+1 (555) 010-0199`. Star and hash are codes that some phones run at once. */
export const phone = v.pipe(v.string(), v.regex(/^[+\d][\d ().\-/]{2,}$/, 'a telephone number, +1 555 010 0199'));

/** A number of things or people, or a year. */
export const count = v.pipe(v.number(), v.minValue(0, 'a number, 0 or more'));

/** A day, `2026-11-22` (ISO 8601). */
export const date = v.pipe(v.string(), v.check(isDay, 'a day that exists, as "2026-11-22"'));

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
}

/** Warnings about fields that name an option that doesn't exist: `[path, id]` each. */
export function unknownOptionIds(
  named: readonly (readonly [string, string])[],
  options: readonly { readonly id: string }[],
): string[] {
  const ids = options.map(({ id }) => id);
  return named
    .filter(([, id]) => !ids.includes(id))
    .map(([path]) => `${path} is not the id of an option; those are ${ids.join(', ')}`);
}
