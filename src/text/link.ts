import { html, isServer, nothing } from 'lit';
import { sanitizeUrl } from './sanitize-url.js';

const ANY_SITE = 'https://localhost';

/** The address that a link on this page may have, or `undefined` when it must not be a link. */
export function safeHref(address: string): string | undefined {
  // Stays on this page, also where a <base> points elsewhere. Parsers of addresses drop control characters and spaces.
  if (/^[\0-\x20]*#/.test(address)) return new URL(address, ANY_SITE).hash || '#';
  if (!isServer) return sanitizeUrl(address, document.baseURI);
  // Where the page will stand is not known here: a place on its site stays as it is written.
  const href = sanitizeUrl(address, ANY_SITE);
  return href?.startsWith(ANY_SITE) ? address : href;
}

/** `rel` of a link to `href`: another site must not get hold of this window, whoever opens a new one. */
export function relFor(href: string): string | undefined {
  return /^https?:/.test(href) && (isServer || new URL(href).origin !== location.origin) ? 'noopener' : undefined;
}

/** A link to the address, or, when that must not be one, only what it says. */
export function renderLink(address: string | undefined, content: unknown, part = 'link'): unknown {
  const href = address && safeHref(address);
  return href ? html`<a part=${part} href=${href} rel=${relFor(href) ?? nothing}>${content}</a>` : content;
}
