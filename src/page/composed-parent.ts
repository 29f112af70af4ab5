import { isServer } from 'lit';

/** The element that `element` stands in, out of its shadow tree too. On a server there is no tree. */
export const composedParent = (element: Element): Element | undefined =>
  isServer ? undefined : (element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host);
