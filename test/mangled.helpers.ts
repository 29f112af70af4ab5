import type { GuideElement } from '../src/base/guide-element.js';
import { elements } from '../src/entries/register.js';
import { upgradePlaceholders } from '../src/page/upgrade-placeholders.js';
import { findAll, settled, showHtml } from './helpers.js';

upgradePlaceholders(Object.keys(elements));

export const CONTENT = { title: 'Remember', items: ['One', 'Two'] };

export const FALLBACK = '<p class="fallback">Call us.</p>';

/** What a visitor reads in takeaways. */
export const shownBy = (element: Element): string =>
  findAll(element, '.base h2, .base li')
    .map((part) => part.textContent.trim())
    .join(' ');

/** The element that replaced a div, once everything has settled. */
export async function showPlaceholder<Type extends Element = GuideElement<object>>(markup: string): Promise<Type> {
  const box = await showHtml(`<div>${markup}</div>`);
  await settled();
  return box.firstElementChild as Type;
}

export const isFallbackSeen = (element: Element): boolean => element.querySelector('.fallback')!.checkVisibility();
