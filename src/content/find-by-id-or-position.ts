/** The entry of a list that `item` names: its id, or its position from 1. */
export function findByIdOrPosition(list: unknown, item: string): unknown {
  if (!Array.isArray(list)) return undefined;
  return (list as { id?: string }[]).find(({ id }) => id === item) ?? (list[Number(item) - 1] as unknown);
}
