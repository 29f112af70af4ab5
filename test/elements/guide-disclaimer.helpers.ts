import { expect } from '@open-wc/testing';
import type { GuideDisclaimer } from '../../src/elements/guide-disclaimer/guide-disclaimer.js';
import { find, findAll, settled, show } from '../helpers.js';

export const dismissible = { text: 'Read this first: [our terms](https://example.org/).', dismissible: true };

/** The visible text of the element in one line, or "" if there is none. */
export function seenOf(disclaimer: GuideDisclaimer): string {
  const shown = disclaimer.shadowRoot!.querySelector<HTMLElement>('.base');
  return disclaimer.checkVisibility() && shown ? shown.innerText.replace(/\s+/g, ' ').trim() : '';
}

/** The space the page reserves at an edge, in px: its padding and its scroll padding. */
function roomAt(edge: 'Top' | 'Bottom'): number[] {
  const page = getComputedStyle(document.documentElement);
  return [page[`padding${edge}`], page[`scrollPadding${edge}`]].map((length) => parseFloat(length) || 0);
}

/** Expects the page to reserve the height of each bar, and nothing where there is no bar. */
export function expectRoomFor(bars: { top?: GuideDisclaimer; bottom?: GuideDisclaimer }): void {
  for (const [edge, bar] of [
    ['Top', bars.top],
    ['Bottom', bars.bottom],
  ] as const) {
    if (bar) expect(heightOf(bar)).to.be.above(30);
    for (const room of roomAt(edge)) {
      if (bar) expect(room).to.be.closeTo(heightOf(bar), 1);
      else expect(room).to.equal(0);
    }
  }
}

export const barOf = (disclaimer: GuideDisclaimer) => find(disclaimer, '.bar');

export const heightOf = (disclaimer: GuideDisclaimer) => barOf(disclaimer).getBoundingClientRect().height;

export const isFixed = (disclaimer: GuideDisclaimer) => getComputedStyle(barOf(disclaimer)).position === 'fixed';

/** Shows an element and waits until its bar and the page’s spacing settle. */
export async function showFixed(content: object, attributes: Record<string, string> = {}): Promise<GuideDisclaimer> {
  const disclaimer = await show('guide-disclaimer', content, attributes);
  await settled();
  return disclaimer;
}

/** The name of the element that has focus. */
export function focusedName(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused && focused !== document.body ? (focused.ariaLabel ?? focused.textContent.trim()) : undefined;
}

export const dismissButtons = (disclaimer: GuideDisclaimer) => findAll<HTMLButtonElement>(disclaimer, 'button');

export async function dismiss(disclaimer: GuideDisclaimer): Promise<void> {
  find(disclaimer, 'button[aria-label="Dismiss"]').click();
  await disclaimer.updateComplete;
  await settled();
}
