import type { GuideElement } from '../src/base/guide-element.js';
import { type Tag, edges, guideParts, guides } from './examples.js';
import { consoleOf, settled, showHtml } from './helpers.js';

export type Shown = GuideElement<object>;

export const examples = [...guides, ...guideParts, ...edges];
/** Real content for each element, one without attributes of its own. */
export const contentOf = (tag: Tag): object =>
  examples.find(({ element, attributes }) => element === tag && !attributes)!.content;

export const make = (tag: Tag): Shown => document.createElement(tag);

/** All tasks that are due have run, rendering of parts within parts too. */
export const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

/** The element in a place of its own in the page, rendered. */
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

/** The attribute comes as WordPress keeps it: between double quotes, escaped. */
export const markupOf = (tag: Tag): string => {
  const element = document.createElement('div');
  element.setAttribute('content', JSON.stringify(contentOf(tag)));
  return element.outerHTML.replace('<div', `<${tag}`).replace('</div', `<p class="fallback">Call us.</p></${tag}`);
};

/** The elements in the shadow tree, and in those below it. */
export const within = <Type extends Element = HTMLElement>(element: Element, selector: string): Type[] =>
  [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((inner) => [
    ...(inner.matches(selector) ? [inner as Type] : []),
    ...within<Type>(inner, selector),
  ]);

/** All that is shown, and in which state: without Lit's marks, and without what depends on where the page is scrolled to. */
export function stateOf(element: Element): string {
  const trees = [element, ...within(element, '*')].flatMap(({ shadowRoot }) => shadowRoot?.innerHTML ?? []);
  const fields = within<HTMLInputElement>(element, 'input, textarea').map(({ checked, value }) => [checked, value]);
  return `${trees.join('\n').replace(/<!--.*?-->| aria-current="true"/gs, '')} ${JSON.stringify(fields)}`;
}

/** Opens, ticks and writes whatever there is to open, tick and write on. */
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

/** What is written to the console. Errors that nobody catches fail the test by themselves. */
export async function linesOf(action: () => unknown): Promise<string[]> {
  const { errors, warnings } = await consoleOf(action);
  return [...errors, ...warnings];
}
