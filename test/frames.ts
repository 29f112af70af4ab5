import { settled } from './helpers.js';

/** A page in a frame of its own, with a window of its own: its root and body can be styled, and nothing of it stays. */
export async function openFrame(markup: string, width = 1000, height = 800): Promise<Document> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { inlineSize: `${width}px`, blockSize: `${height}px`, border: '0' });
  frame.srcdoc = markup;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument!;
}

export const closeFrames = (): void => document.querySelectorAll('iframe').forEach((frame) => frame.remove());

/** Loads the kit, as a page does. The page has no more elements for it than it wrote. */
export async function addKit(page: Document): Promise<void> {
  const script = page.createElement('script');
  script.src = '/dist/patient-guide.js';
  const loaded = new Promise((done) => script.addEventListener('load', done, { once: true }));
  page.head.append(script);
  await loaded;
  script.remove();
}

export const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration =>
  element.ownerDocument.defaultView!.getComputedStyle(element, pseudo);

/** The element's shadow tree, and those in it. */
export const rootsIn = (element: Element): ShadowRoot[] =>
  element.shadowRoot
    ? [element.shadowRoot, ...[...element.shadowRoot.querySelectorAll('*')].flatMap((inner) => rootsIn(inner))]
    : [];

/** Presses whatever shows more: all questions are open, all findings ticked, links copied. */
export async function pressAll(elements: Iterable<Element>): Promise<void> {
  const pressed = '.question, .share, li [type=checkbox], [part=item] [type=checkbox]';
  for (const root of [...elements].flatMap((element) => rootsIn(element)))
    for (const control of root.querySelectorAll<HTMLElement>(pressed)) control.click();
  await settled();
}
