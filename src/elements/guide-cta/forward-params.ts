import { isServer } from 'lit';

/**
 * `href` with those parameters of this page's address whose names are asked for: `utm_*,gclid`. What it says itself
 * stays as it is. Only web addresses get any.
 */
export function forwardParams(href: string, names: string | null): string {
  if (isServer || !names || !/^https?:/.test(href)) return href;
  const url = new URL(href);
  const patterns = names.split(',').map((name) => name.trim());
  const isWanted = (name: string) =>
    !url.searchParams.has(name) &&
    patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  const given = [...new URLSearchParams(location.search)];
  const forwarded = new URLSearchParams(given.filter(([name]) => isWanted(name))).toString();
  // Not by `searchParams.append`, which writes all the others anew, in its own way.
  if (forwarded) url.search += (url.search && '&') + forwarded;
  return url.href;
}
