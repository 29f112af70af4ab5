import { html, isServer, nothing } from 'lit';
import { sanitizeUrl } from './sanitize-url.js';

const ANY_SITE = 'https://localhost';

/** The URL that a link on this page may use, or `undefined` if it must not be a link. */
export function safeHref(address: string): string | undefined {
  // A fragment stays on this page, even if a <base> points elsewhere. URL parsers drop control characters and spaces.
  if (/^[\0-\x20]*#/.test(address)) return new URL(address, ANY_SITE).hash || '#';
  if (!isServer) return sanitizeUrl(address, document.baseURI);
  // The server doesn't know the page's URL, so a path on its site stays as it was written.
  const href = sanitizeUrl(address, ANY_SITE);
  return href?.startsWith(ANY_SITE) ? address : href;
}

/** `rel` for a link to `href`: another site must not get access to this window, whoever opens a new one. */
export function relFor(href: string): string | undefined {
  return /^https?:/.test(href) && (isServer || new URL(href).origin !== location.origin) ? 'noopener' : undefined;
}

/** A link or, if its URL isn't allowed, just its content. */
export function renderLink(address: string | undefined, content: unknown, part = 'link'): unknown {
  const href = address && safeHref(address);
  return href ? html`<a part=${part} href=${href} rel=${relFor(href) ?? nothing}>${content}</a>` : content;
}
