const LONGEST = 60;

/** An id that people can read in a URL, in any script: `is-fusion-overused`. */
export function slugify(label: string): string {
  const words = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['item'];
  const [first, ...rest] = words;
  return rest.reduce(
    (id, word) => (id.length + word.length < LONGEST ? `${id}-${word}` : id),
    first.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, ''),
  );
}

/** `id`, or the first of `id-2`, `id-3` … that isn't taken. */
export function uniqueId(id: string, isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
