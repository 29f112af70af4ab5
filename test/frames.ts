import { settled } from './helpers.js';

/** Opens a page in a frame, with its own window: tests can style its root and body, and nothing of it remains. */
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

/** Loads the kit as a page does, then removes the script element again. */
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

/** The element's shadow root and those nested in it. */
export const rootsIn = (element: Element): ShadowRoot[] =>
  element.shadowRoot
    ? [element.shadowRoot, ...[...element.shadowRoot.querySelectorAll('*')].flatMap((inner) => rootsIn(inner))]
    : [];

/** Clicks everything that shows more: opens questions, checks findings, copies links. */
export async function pressAll(elements: Iterable<Element>): Promise<void> {
  const pressed = '.question, .share, li [type=checkbox], [part=item] [type=checkbox]';
  for (const root of [...elements].flatMap((element) => rootsIn(element)))
    for (const control of root.querySelectorAll<HTMLElement>(pressed)) control.click();
  await settled();
}
