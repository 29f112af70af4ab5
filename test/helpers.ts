import 'axe-core/axe.min.js';
import { executeServerCommand } from '@web/test-runner-commands';
import { expect, fixtureSync, nextFrame } from '@open-wc/testing';
import type axeCore from 'axe-core';
import type { GuideElement } from '../src/base/guide-element.js';
import { register } from '../src/entries/register.js';
// Loaded on demand in a page. Tests that count requests would count these.
import '../src/content/decode.lazy.js';
import '../src/content/fetch.lazy.js';
import '../src/controllers/write-json-ld.lazy.js';

export { inChromium, inFirefox, inChromiumAndFirefox } from './engines.js';

register();

// An earlier test may have moved keyboard focus out of the page.
beforeEach(() => document.hasFocus() || executeServerCommand('focus-page'));

type Tag = {
  [Name in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Name] extends GuideElement<object> ? Name : never;
}[keyof HTMLElementTagNameMap];

/** Adds an element to the page, with its content set by property, and waits until it has rendered. */
export async function show<Name extends Tag>(
  tag: Name,
  content: unknown,
  attributes: Record<string, string> = {},
): Promise<HTMLElementTagNameMap[Name]> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.content = content as never;
  fixtureSync<HTMLElement>(document.createElement('div')).append(element);
  await element.updateComplete;
  return element;
}

/** Adds HTML to the page, as an author may write it. */
export async function showHtml<Type extends Element = HTMLElement>(markup: string): Promise<Type> {
  const element = fixtureSync<Type & { updateComplete?: Promise<unknown> }>(markup);
  if (element.updateComplete) await element.updateComplete;
  // An empty box has nothing to wait for, and many tests begin with one.
  else if (!element.matches('div:empty')) await nextFrame();
  return element;
}

/** The text that a person reads in the element. */
export const textOf = (element: Element): string =>
  (element.shadowRoot?.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** One element in the shadow tree; throws if there is none. */
export function find<Type extends Element = HTMLElement>(element: Element, selector: string): Type {
  const found = element.shadowRoot?.querySelector<Type>(selector);
  if (!found) throw new Error(`nothing matches ${selector} in <${element.localName}>`);
  return found;
}

export const findAll = <Type extends Element = HTMLElement>(element: Element, selector: string): Type[] => [
  ...(element.shadowRoot?.querySelectorAll<Type>(selector) ?? []),
];

/** Expects no axe violations in the element's current state, by axe's default rules or by those with a tag. */
export async function expectAccessible(element: Element, tag?: 'cat.color'): Promise<void> {
  const axe = (globalThis as unknown as { axe: typeof axeCore }).axe;
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    ...(tag && { runOnly: tag }),
    // An element is not a page: landmarks and the <h1> belong to the host page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  );
  expect(findings).to.deep.equal([]);
}

/** Runs `action` and returns what it wrote to the console, without printing it. */
export async function consoleOf(action: () => unknown): Promise<{ errors: string[]; warnings: string[] }> {
  const written = { errors: [] as string[], warnings: [] as string[] };
  const { error, warn } = console;
  console.error = (...words: unknown[]) => void written.errors.push(String(words[0]));
  console.warn = (...words: unknown[]) => void written.warnings.push(String(words[0]));
  try {
    await action();
  } finally {
    Object.assign(console, { error, warn });
  }
  return written;
}

/** Emulates media features until the next call: `{ 'prefers-color-scheme': 'dark' }`, `{ media: 'print' }`; `{}` resets. */
export const emulate = (features: Record<string, string>): Promise<unknown> => executeServerCommand('media', features);

/** For `sendKeys`; not every driver accepts the name Space. */
export const SPACE_BAR = ' ';

/** Waits two frames, so that layout, observers and their effects are done. */
export const settled = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
