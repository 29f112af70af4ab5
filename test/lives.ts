import type { GuideElement } from '../src/base/guide-element.js';
import { type Tag, edges, guideParts, guides } from './examples.js';
import { consoleOf, settled, showHtml } from './helpers.js';

export type Shown = GuideElement<object>;

export const examples = [...guides, ...guideParts, ...edges];
/** Real content for each element, from an example without attributes. */
export const contentOf = (tag: Tag): object =>
  examples.find(({ element, attributes }) => element === tag && !attributes)!.content;

export const make = (tag: Tag): Shown => document.createElement(tag);

/** Waits until all pending tasks have run, including the rendering of nested parts. */
export const turn = (): Promise<void> =>
  new Promise((done) => {
    // Not a timeout: after a few of those in a row, each takes four milliseconds or more.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(undefined);
  });

/** Adds the element to the page in its own box and waits until it has rendered. */
export async function place(element: Element): Promise<HTMLElement> {
  const box = await showHtml('<div></div>');
  box.append(element);
  await settled();
  return box;
}

export async function showOne(tag: Tag): Promise<Shown> {
  const element = make(tag);
  element.content = contentOf(tag);
  await place(element);
  return element;
}

/** Markup with the attribute as WordPress keeps it: escaped, in double quotes. */
export const markupOf = (tag: Tag): string => {
  const element = document.createElement('div');
  element.setAttribute('content', JSON.stringify(contentOf(tag)));
  return element.outerHTML.replace('<div', `<${tag}`).replace('</div', `<p class="fallback">Call us.</p></${tag}`);
};

/** The elements in the shadow tree and in nested shadow trees. */
export const within = <Type extends Element = HTMLElement>(element: Element, selector: string): Type[] =>
  [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((inner) => [
    ...(inner.matches(selector) ? [inner as Type] : []),
    ...within<Type>(inner, selector),
  ]);

/** Everything that is shown and its state, without Lit's markers and what depends on the scroll position. */
export function stateOf(element: Element): string {
  const trees = [element, ...within(element, '*')].flatMap(({ shadowRoot }) => shadowRoot?.innerHTML ?? []);
  const fields = within<HTMLInputElement>(element, 'input, textarea').map(({ checked, value }) => [checked, value]);
  return `${trees.join('\n').replace(/<!--.*?-->| aria-current="true"/gs, '')} ${JSON.stringify(fields)}`;
}

/** Opens everything, checks every box and fills in every field. */
export async function use(element: Element): Promise<void> {
  for (const button of within(element, '.question, [type=checkbox]')) button.click();
  for (const field of within<HTMLTextAreaElement>(element, 'textarea, .own input')) {
    field.value = `Ask about ${field.ariaLabel}`;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  for (const button of within(element, '.own button')) button.click();
  for (const field of within(element, '.own input')) field.blur();
  await turn();
}

/** What `action` writes to the console. Uncaught errors fail the test anyway. */
export async function linesOf(action: () => unknown): Promise<string[]> {
  const { errors, warnings } = await consoleOf(action);
  return [...errors, ...warnings];
}
