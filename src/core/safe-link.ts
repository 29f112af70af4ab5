const ALLOWED = /^(?:https?:|mailto:|sms:|tel:(?!.*(?:[*#]|%2a|%23)))/i;

/**
 * The address a link may have, in the form the browser parsed it; `undefined` when it must not be a link. Parsed, not
 * matched: browsers drop control characters and spaces from a scheme, and Trusted Types do not guard `href`.
 * In `tel:`, `*` and `#` are codes that some phones run at once.
 */
export function safeHref(address: string): string | undefined {
  try {
    // Stays on this page, also where a <base> points elsewhere. Parsers of addresses drop control characters and spaces.
    if (/^[\0-\x20]*#/.test(address)) return new URL(address, 'https://localhost').hash || '#';
    const { href } = new URL(address, document.baseURI);
    return ALLOWED.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** `rel` of a link to `href`: another site must not get hold of this window, whoever opens a new one. */
export function relFor(href: string): string | undefined {
  return /^https?:/.test(href) && new URL(href).origin !== location.origin ? 'noopener' : undefined;
}
