import type { ContentIssue } from './content-error.js';
import { findJsonSyntaxError, replaceOutsideStrings } from './json-syntax-error.js';
import { type ValidationResult, validateContent } from './validate.js';
import type { ContentSchema } from './validators.js';

/** The value that a text holds and what was repaired to get it, or what is wrong with the text. */
export type Decoded =
  { readonly value: unknown; readonly repairs: readonly string[] } | { readonly error: ContentIssue };

const ENTITIES: Record<string, number> = { quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, nbsp: 160 };

/** Throws where the bytes are no text. A byte order mark stays, and is reported. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The steps from what the author wrote to JSON. A step with a name is a repair: it certainly undoes what a filter did,
 * and it is reported.
 */
export const STEPS: [step: (text: string) => string, name?: string][] = [
  [(text) => text],
  [(text) => fromBase64(text) ?? fromPercent(text) ?? text],
  [withoutEntities, 'HTML entities'],
  [replaceOutsideStrings('\ufeff', ' '), 'a byte order mark'],
  [replaceOutsideStrings('\u00a0', ' '), 'non-breaking spaces'],
  [replaceOutsideStrings('(?<![{[,]\\s*),(?=\\s*[}\\]])', ' '), 'a trailing comma'],
];

/** Validates content that came as text, in any encoding. */
export function decodeAndValidate(
  schema: ContentSchema,
  { name, text }: { readonly name: string; readonly text: string },
): ValidationResult {
  const decoded = decodeContent(text);
  if ('error' in decoded) return decoded;
  const result = validateContent(schema, decoded.value);
  if (decoded.repairs.length && 'content' in result)
    result.warnings.unshift(`${name} was repaired, it had ${decoded.repairs.join(', ')}`);
  return result;
}

/** Decodes JSON, base64-encoded UTF-8 JSON, or percent-encoded JSON. Text that parses isn't repaired. */
export function decodeContent(text: string): Decoded {
  const repairs: string[] = [];
  for (const [step, name] of STEPS)
    try {
      const json = step(text);
      if (name && json !== text) repairs.push(name);
      return { value: JSON.parse((text = json)) as unknown, repairs };
    } catch {
      // Try the next step. If none is left, look for the error below.
    }
  return { error: findJsonSyntaxError(text) };
}

/**
 * Removes one level of HTML entities, but only if every double quote is an entity: no JSON is without quotes. Throws at
 * an entity that may be the author's.
 */
function withoutEntities(json: string): string {
  if (json.includes('"')) return json;
  return json.replace(/&(#?)(x?)(\w+);/gi, (_, isNumber: string, isHex: string, code: string) =>
    String.fromCodePoint(isNumber ? parseInt(code, isHex ? 16 : 10) : ENTITIES[code]!),
  );
}

/** Accepts the standard and the URL-safe alphabet, with or without padding. A CMS may add line breaks. */
function fromBase64(text: string): string | undefined {
  if (/[^\w+/=\s-]/.test(text)) return undefined;
  try {
    const bytes = atob(text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/'));
    return UTF_8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** PHP's `urlencode` writes a space as `+` and, unlike `encodeURI`, encodes every colon. */
function fromPercent(text: string): string | undefined {
  if (/["{]/.test(text) || !/%(22|5B|7B)/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text.includes(':') ? text : text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
