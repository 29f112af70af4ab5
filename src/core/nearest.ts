/** The name most like `name`, if it is near enough to be a slip of the pen: by the letters that only one of them has. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const lettersBeyond = (a: string, b: string) =>
    [...a.slice(0, 50).toLowerCase()].filter((letter) => !b.toLowerCase().includes(letter)).length;
  const difference = (other: string) =>
    lettersBeyond(name, other) + lettersBeyond(other, name) + Math.abs(name.length - other.length) / 2;
  const [first] = [...names].sort((a, b) => difference(a) - difference(b));
  return first !== undefined && difference(first) <= 1 + name.length / 4 ? first : undefined;
}

/** The end of a warning about a name that is not one of `names`. */
export function didYouMean(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return meant ? `, did you mean "${meant}"?` : '';
}
