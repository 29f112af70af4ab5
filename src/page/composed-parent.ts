import { isServer } from 'lit';

/** The parent of `element`, across shadow boundaries. On a server there is no tree. */
export const composedParent = (element: Element): Element | undefined =>
  isServer ? undefined : (element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host);
