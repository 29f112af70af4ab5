import type { ContentIssue } from './content-error.js';
import { findJsonSyntaxError, replaceOutsideStrings } from './json-syntax-error.js';
import { type ValidationResult, validateContent } from './validate.js';
import type { ContentSchema } from './validators.js';

/** The value that a text holds, and what was repaired in it; or what is wrong with the text. */
export type Decoded =
  { readonly value: unknown; readonly repairs: readonly string[] } | { readonly error: ContentIssue };

const ENTITIES: Record<string, number> = { quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, nbsp: 160 };

/** From what the author has written to JSON. What has a name is a repair: certain to be a filter's doing, and told. */
export const STEPS: [step: (text: string) => string, name?: string][] = [
  [(text) => text],
  [(text) => fromBase64(text) ?? fromPercent(text) ?? text],
  [withoutEntities, 'HTML entities'],
  [replaceOutsideStrings('\ufeff', ' '), 'a byte order mark'],
  [replaceOutsideStrings('\u00a0', ' '), 'non-breaking spaces'],
  [replaceOutsideStrings('(?<![{[,]\\s*),(?=\\s*[}\\]])', ' '), 'a trailing comma'],
];

/** Validates content that came as text, whatever form the text has. */
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

/** Reads JSON, base64 of UTF-8 JSON, or percent-encoded JSON. What parses is taken as it is, and not repaired. */
export function decodeContent(text: string): Decoded {
  const repairs: string[] = [];
  for (const [step, name] of STEPS)
    try {
      const json = step(text);
      if (name && json !== text) repairs.push(name);
      return { value: JSON.parse((text = json)) as unknown, repairs };
    } catch {
      // The next step, or wrong: the fault is looked for below.
    }
  return { error: findJsonSyntaxError(text) };
}

/** One level less, where a double quote is nothing but an entity: no JSON is without. Throws at one that may be the author's. */
function withoutEntities(json: string): string {
  if (json.includes('"')) return json;
  return json.replace(/&(#?)(x?)(\w+);/gi, (_, isNumber: string, isHex: string, code: string) =>
    String.fromCodePoint(isNumber ? parseInt(code, isHex ? 16 : 10) : ENTITIES[code]),
  );
}

/** Standard and URL-safe alphabet, with or without padding; line breaks are a CMS's. */
function fromBase64(text: string): string | undefined {
  if (/[^\w+/=\s-]/.test(text)) return undefined;
  try {
    const bytes = atob(text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/'));
    // Old, and still the one thing that makes UTF-8 of such bytes and tells when they are none.
    return decodeURIComponent(escape(bytes));
  } catch {
    return undefined;
  }
}

/** PHP's `urlencode` writes a space as `+`, and unlike `encodeURI` leaves no colon as it is. */
function fromPercent(text: string): string | undefined {
  if (/["{]/.test(text) || !/%(22|5B|7B)/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text.includes(':') ? text : text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
