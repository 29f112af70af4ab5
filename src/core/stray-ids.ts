/** Warnings of what names an option that is not there: `[where, id]` each. */
export function strayIds(
  named: readonly (readonly [string, string])[],
  options: readonly { readonly id: string }[],
): string[] {
  const ids = options.map(({ id }) => id);
  return named
    .filter(([, id]) => !ids.includes(id))
    .map(([where]) => `${where} is not the id of an option; those are ${ids.join(', ')}`);
}
