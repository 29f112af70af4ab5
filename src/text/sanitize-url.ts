const ALLOWED = /^(?:https?:|mailto:|sms:|tel:(?:[^*#%]|%(?!23|2a|7f)[2-7])*$)/i;

/** Whether a link on any page may have this URL. */
export function isAllowedUrl(address: string): boolean {
  return sanitizeUrl(address, 'https://localhost') !== undefined;
}

/**
 * The URL that a link may have, as parsed by the browser, or `undefined` if it must not be a link. Parsed, not matched:
 * browsers drop control characters and spaces from a scheme, and Trusted Types don't guard `href`. In `tel:` URLs, `*`
 * and `#` are codes that some phones run at once. Control characters and non-ASCII letters, which the browser
 * percent-encodes, are refused as well.
 */
export function sanitizeUrl(address: string, base: string): string | undefined {
  try {
    const { href } = new URL(address, base);
    return ALLOWED.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}
