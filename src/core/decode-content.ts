import type { Fault } from './fault.js';
import { locateJsonFault } from './json-fault.js';

/** The value that a text holds as JSON, base64 of UTF-8 JSON, or percent-encoded JSON; or what is wrong with the text. */
export function decodeContent(text: string): { value: unknown } | { fault: Fault } {
  for (const json of [text, fromBase64(text), fromPercent(text)]) {
    if (json === undefined) continue;
    try {
      return { value: JSON.parse(json) as unknown };
    } catch {
      // Another form, or wrong: the fault is looked for below.
    }
  }
  return { fault: locateJsonFault(fromBase64(text) ?? fromPercent(text) ?? text) };
}

/** Standard and URL-safe alphabet, with or without padding; line breaks are a CMS's. */
function fromBase64(text: string): string | undefined {
  if (/[^\w+/=\s-]/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** PHP's `urlencode` writes a space as `+`, and unlike `encodeURI` leaves no colon as it is. */
function fromPercent(text: string): string | undefined {
  if (text.includes('"') || !/%(22|5B|7B)/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text.includes(':') ? text : text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
