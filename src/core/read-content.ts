import { type Checked, checkContent, describeShape } from './check-content.js';
import { type ContentSource, hasContent } from './content-source.js';
import { readOther } from './decode.lazy.js';
import { loadFile } from './load-file.lazy.js';
import type { ContentSchema } from './schema.js';

/**
 * From where the content is to checked content, or to the one fault that the author should mend first. `take` gets it at
 * once, but for a file, and, with the loader, a text that is not plain JSON: what reads that has to come first.
 */
export function readContent(
  schema: ContentSchema,
  source: ContentSource | undefined,
  take: (checked: Checked) => void,
  signal?: AbortSignal,
): void {
  if (!hasContent(source))
    return take({
      fault: {
        found: 'nothing',
        expected: describeShape(schema),
        fix: 'put JSON into the attribute content or data-content',
      },
    });
  if ('address' in source) {
    const { name, address } = source;
    return void loadFile(address, signal, (loaded) => readContent(schema, { name, ...loaded }, take));
  }
  if ('fault' in source) return take(source);
  if ('value' in source) return take(checkContent(schema, source.value));
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    return readOther(schema, source, take);
  }
  take(checkContent(schema, value));
}
