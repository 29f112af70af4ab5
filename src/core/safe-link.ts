import { parseSafely } from './safe-address.js';

/** The address that a link on this page may have, or `undefined` when it must not be a link. */
export function safeHref(address: string): string | undefined {
  // Stays on this page, also where a <base> points elsewhere. Parsers of addresses drop control characters and spaces.
  if (/^[\0-\x20]*#/.test(address)) return new URL(address, 'https://localhost').hash || '#';
  return parseSafely(address, document.baseURI);
}

/** `rel` of a link to `href`: another site must not get hold of this window, whoever opens a new one. */
export function relFor(href: string): string | undefined {
  return /^https?:/.test(href) && new URL(href).origin !== location.origin ? 'noopener' : undefined;
}
