import { type ContentSource, hasContent } from './source.js';
import { type ValidationResult, describeShape, validateContent } from './validate.js';
import type { ContentSchema } from './validators.js';

/**
 * From a content source to validated content, or to the problem that the author should fix first. At once for JSON and
 * objects; later for a file, and for a text that is not plain JSON, because the code that reads those is loaded on demand.
 */
export function loadContent(
  schema: ContentSchema,
  source: ContentSource | undefined,
  signal?: AbortSignal,
): ValidationResult | Promise<ValidationResult> {
  if (!hasContent(source))
    return {
      error: {
        found: 'nothing',
        expected: describeShape(schema),
        fix: 'put JSON into the attribute content or data-content',
      },
    };
  if ('error' in source) return source;
  if ('value' in source) return validateContent(schema, source.value);
  if ('address' in source) return loadFile(schema, source, signal);
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    return import('./decode.lazy.js').then(({ decodeAndValidate }) => decodeAndValidate(schema, source));
  }
  return validateContent(schema, value);
}

async function loadFile(
  schema: ContentSchema,
  { name, address }: { readonly name: string; readonly address: string },
  signal: AbortSignal | undefined,
): Promise<ValidationResult> {
  const { fetchText } = await import('./fetch.lazy.js');
  return loadContent(schema, { name, ...(await fetchText(address, signal)) });
}
