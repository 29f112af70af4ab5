/**
 * What every content schema is made of. The words given to a check are what the author reads after "expected"; the
 * type, the check in the browser and the published JSON Schema all come from these.
 */
import * as v from 'valibot';
import { isSafeAddress } from './safe-address.js';

/** Schema of one element's content. */
export type ContentSchema = v.GenericSchema<unknown, object>;

/** Plain text: names, labels, headings. Invisible characters, the Braille blank among them, are no text. */
export const text = v.pipe(v.string(), v.regex(/(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u, 'text that is not blank'));

/** Text in the kit's small subset of Markdown, see core/prose.ts. */
export const prose = v.pipe(text, v.metadata({ contentMediaType: 'text/markdown' }));

/** A heading that may be left out (the kit's own words then) or be `""` (none is shown). */
export const optionalTitle = v.optional(v.string());

/** What `#…` in an address or another field refers to. */
export const id = v.pipe(v.string(), v.regex(/^\S+$/, 'an id without spaces'));

/** One entry at least. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'a list with at least one entry'));

/** For a list whose entries may carry an id: none may come twice. */
export const uniqueIds = <Item extends { id?: string | undefined }>() =>
  v.check<Item[], string>((items) => {
    const ids = items.flatMap((item) => item.id ?? []);
    return new Set(ids).size === ids.length;
  }, 'a list in which every id comes once');

/** Where a link of its own leads. Unlike a link in prose, which keeps its words, it is nothing without its address. */
export const link = v.pipe(
  v.string(),
  v.check(isSafeAddress, 'an address: https:, mailto:, tel:, sms:, or a place on this site'),
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
