/** The entry of a list that has `item` as its id or as its position, from 1. */
export function findByIdOrPosition(list: unknown, item: string): unknown {
  if (!Array.isArray(list)) return undefined;
  return (list as { id?: string }[]).find(({ id }) => id === item) ?? (list[Number(item) - 1] as unknown);
}
