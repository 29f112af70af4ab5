import 'axe-core/axe.min.js';
import { executeServerCommand } from '@web/test-runner-commands';
import { expect, fixture } from '@open-wc/testing';
import type axeCore from 'axe-core';
import type { GuideElement } from '../src/base/guide-element.js';
import { register } from '../src/entries/register.js';

register();

// A test before may have led the keyboard out of the page.
beforeEach(() => document.hasFocus() || executeServerCommand('focus-page'));

const engine = navigator.userAgent.includes('Firefox/')
  ? 'Firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'Chromium'
    : 'WebKitGTK';

/** `it` and `describe` for what not every engine lets a test do. Elsewhere they do not run, and the closing output says how many. */
const onlyIn = (...engines: string[]) => {
  const here = engines.includes(engine);
  const named = (name: string): string => `${name} (only in ${engines.join(' and ')})`;
  return {
    it: (sentence: string, test: Mocha.Func | Mocha.AsyncFunc) =>
      (here ? it : it.skip)(named(sentence), test as Mocha.Func),
    describe: (subject: string, tests: () => void) => (here ? describe : describe.skip)(named(subject), tests),
  };
};

/** For tests that read the accessibility tree, by `a11ySnapshot`, or speak Chromium's protocol. */
export const inChromium = onlyIn('Chromium');

/** For tests that emulate a medium, by `emulate`. */
export const inChromiumAndFirefox = onlyIn('Chromium', 'Firefox');

type Tag = {
  [Name in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Name] extends GuideElement<object> ? Name : never;
}[keyof HTMLElementTagNameMap];

/** An element on the page, rendered; its content by the property. */
export async function show<Name extends Tag>(
  tag: Name,
  content: unknown,
  attributes: Record<string, string> = {},
): Promise<HTMLElementTagNameMap[Name]> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.content = content as never;
  const parent = await fixture<HTMLElement>(document.createElement('div'));
  parent.append(element);
  await element.updateComplete;
  return element;
}

/** Whatever an author may write, as HTML that the browser parses. */
export async function showHtml<Type extends Element = HTMLElement>(markup: string): Promise<Type> {
  const element = await fixture<Type & { updateComplete?: Promise<unknown> }>(markup);
  await element.updateComplete;
  return element;
}

/** What a person reads in the element: the text of its shadow tree, without style. */
export const textOf = (element: Element): string =>
  (element.shadowRoot?.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** One element in the shadow tree, or a failed test. */
export function find<Type extends Element = HTMLElement>(element: Element, selector: string): Type {
  const found = element.shadowRoot?.querySelector<Type>(selector);
  if (!found) throw new Error(`nothing matches ${selector} in <${element.localName}>`);
  return found;
}

export const findAll = <Type extends Element = HTMLElement>(element: Element, selector: string): Type[] => [
  ...(element.shadowRoot?.querySelectorAll<Type>(selector) ?? []),
];

/** No violation that axe knows of, in the state the element is in. */
export async function expectAccessible(element: Element): Promise<void> {
  const axe = (globalThis as unknown as { axe: typeof axeCore }).axe;
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    // A fragment is no page: landmarks and the page's one <h1> are the host page's.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  );
  expect(findings).to.deep.equal([]);
}

/** Runs `action` and returns what it wrote to the console, without letting it through. */
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

/** Emulates media features until told otherwise: `{ 'prefers-color-scheme': 'dark' }`, `{ media: 'print' }`; `{}` ends it. */
export const emulate = (features: Record<string, string>): Promise<unknown> => executeServerCommand('media', features);

/** For `sendKeys`; not every driver knows it by the name of Space. */
export const SPACE_BAR = ' ';

/** Two frames: layout, observers and what they lead to are done. */
export const settled = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
