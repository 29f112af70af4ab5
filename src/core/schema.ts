/**
 * What every content schema is made of. The words given to a check are what the author reads after "expected"; the
 * type, the check in the browser and the published JSON Schema all come from these.
 */
import * as v from 'valibot';

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
