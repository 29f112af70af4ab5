/**
 * Takes a property off that was set before the element was upgraded, so that the accessor of its class counts. Lit would do
 * so only at the first update, over anything set until then.
 */
export function takeEarlyProperty(element: HTMLElement, name: string): PropertyDescriptor | undefined {
  const early = Object.getOwnPropertyDescriptor(element, name);
  if (early) delete (element as unknown as Record<string, unknown>)[name];
  return early;
}
