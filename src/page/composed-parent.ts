import { isServer } from 'lit';

/** The parent of `element`, across shadow boundaries. On a server there is no tree. */
export const composedParent = (element: Element): Element | undefined =>
  isServer ? undefined : (element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host);

/** Whether the element stands in one with that tag, through shadow trees. */
export function isInside(element: Element, tag: string): boolean {
  const parent = composedParent(element);
  return !!parent && (parent.localName === tag || isInside(parent, tag));
}
