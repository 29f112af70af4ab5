import { isServer } from 'lit';

/**
 * `href` plus the parameters of this page's URL whose names match `names`, such as `utm_*,gclid`. Parameters that
 * `href` already has stay as they are. Only web URLs get any.
 */
export function forwardParams(href: string, names: string | null): string {
  if (isServer || !names || !/^https?:/.test(href)) return href;
  const url = new URL(href);
  const patterns = names.split(',').map((name) => name.trim());
  const isWanted = (name: string) =>
    !url.searchParams.has(name) &&
    patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  const pageParams = [...new URLSearchParams(location.search)];
  const forwarded = new URLSearchParams(pageParams.filter(([name]) => isWanted(name))).toString();
  // `searchParams.append` would re-encode all the other parameters.
  if (forwarded) url.search += (url.search && '&') + forwarded;
  return url.href;
}
