const ALLOWED = /^(?:https?:|mailto:|sms:|tel:(?:[^*#%]|%(?!23|2a|7f)[2-7])*$)/i;

/** Whether a link may have this address, on whatever page. */
export function isAllowedUrl(address: string): boolean {
  return sanitizeUrl(address, 'https://localhost') !== undefined;
}

/**
 * The address a link may have, in the form the browser parsed it; `undefined` when it must not be a link. Parsed, not
 * matched: browsers drop control characters and spaces from a scheme, and Trusted Types do not guard `href`.
 * In `tel:`, `*` and `#` are codes that some phones run at once; control characters and letters that are none of its own, which
 * the browser has written as `%…`, are refused with them.
 */
export function sanitizeUrl(address: string, base: string): string | undefined {
  try {
    const { href } = new URL(address, base);
    return ALLOWED.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}
