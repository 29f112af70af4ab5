import { firstFree, readableId } from '../core/readable-id.js';

interface Item {
  readonly id?: string | undefined;
  readonly heading?: string;
  readonly question?: string;
}

/** What links to the items end in: the same ids that the elements give them in a page that has no others. */
export function sectionIds(items: readonly Item[], taken = new Set<string>()): string[] {
  const own = new Set(items.map(({ id }) => id));
  return items.map(({ id, heading, question }) => {
    const isTaken = (other: string) => own.has(other) || taken.has(other);
    const ownOrFree = id ?? firstFree(readableId(heading ?? question ?? ''), isTaken);
    taken.add(ownOrFree);
    return ownOrFree;
  });
}
