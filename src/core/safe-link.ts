import { isServer } from 'lit';
import { parseSafely } from './safe-address.js';

const ANY_SITE = 'https://localhost';

/** The address that a link on this page may have, or `undefined` when it must not be a link. */
export function safeHref(address: string): string | undefined {
  // Stays on this page, also where a <base> points elsewhere. Parsers of addresses drop control characters and spaces.
  if (/^[\0-\x20]*#/.test(address)) return new URL(address, ANY_SITE).hash || '#';
  if (!isServer) return parseSafely(address, document.baseURI);
  // Where the page will stand is not known here: a place on its site stays as it is written.
  const href = parseSafely(address, ANY_SITE);
  return href?.startsWith(ANY_SITE) ? address : href;
}

/** `rel` of a link to `href`: another site must not get hold of this window, whoever opens a new one. */
export function relFor(href: string): string | undefined {
  return /^https?:/.test(href) && (isServer || new URL(href).origin !== location.origin) ? 'noopener' : undefined;
}
