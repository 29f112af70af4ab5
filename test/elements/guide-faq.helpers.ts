import { expect } from '@open-wc/testing';
import { a11ySnapshot, setViewport } from '@web/test-runner-commands';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import { emulate, find, findAll, settled } from '../helpers.js';

/** A node of the accessibility tree. */
interface AxNode {
  role: string;
  name?: string;
  level?: number;
  expanded?: boolean;
  children?: AxNode[];
}

export const cost = { id: 'cost', question: 'What does it cost?', answer: 'Ask for a **written** estimate.' };

export const pain = {
  id: 'pain',
  question: 'Will it hurt?',
  answer: 'Less than before, [as a rule](https://example.org/).',
};

export const work = { id: 'work', question: 'When can I work again?', answer: 'After six weeks.' };

export const long = { id: 'long', question: 'What is a fusion?', answer: 'Two bones grow into one. '.repeat(200) };

export const accessibilityTree = async (selector: string): Promise<AxNode> =>
  (await a11ySnapshot({ selector })) as unknown as AxNode;

/** The button with this accessible name. */
export function buttonNamed(faq: GuideFaq, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(faq, 'button').find((button) => nameOf(button) === name);
  if (!found) throw new Error(`no button is named "${name}"`);
  return found;
}

export const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent.trim();

/** The panel that a question’s button controls. */
export const panelOf = (faq: GuideFaq, question: string) =>
  find(faq, `#${buttonNamed(faq, question).getAttribute('aria-controls')}`);

export const isAnswerSeen = (faq: GuideFaq, question: string): boolean => {
  const text = panelOf(faq, question).querySelector('p')!;
  return text.checkVisibility({ visibilityProperty: true }) && text.getBoundingClientRect().height > 0;
};

export const seenAnswers = (faq: GuideFaq) =>
  findAll(faq, '[aria-expanded]')
    .map(nameOf)
    .filter((question) => isAnswerSeen(faq, question));

export async function press(faq: GuideFaq, name: string): Promise<void> {
  buttonNamed(faq, name).click();
  await faq.updateComplete;
}

/** The name of the element that has focus. */
export const focusedIn = (faq: GuideFaq) => {
  const focused = faq.shadowRoot!.activeElement;
  return focused ? nameOf(focused) : undefined;
};

/** Makes the page extend far above and below the window. */
export function makeTall(faq: GuideFaq): void {
  faq.parentElement!.style.paddingBlock = '2000px';
}

export const scrollToTop = (element: Element, distance: number) =>
  scrollTo(0, scrollY + element.getBoundingClientRect().top - distance);

/** Gives every test the same window, at the top of a page without a hash. */
export function startAnew(): void {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });
}

/** Presses a question this far below the top of the window, and expects that it alone is open and has not moved. */
export async function expectToStayInPlace(faq: GuideFaq, question: string, distance: number): Promise<void> {
  const pressed = buttonNamed(faq, question);
  scrollToTop(pressed, distance);
  await settled();
  const { top } = pressed.getBoundingClientRect();
  await press(faq, question);
  await settled();
  expect(seenAnswers(faq)).to.deep.equal([question]);
  expect(pressed.getBoundingClientRect().top).to.be.closeTo(top, 1);
}
