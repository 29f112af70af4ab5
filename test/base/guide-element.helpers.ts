import type { GuideTakeaways } from '../../src/elements/guide-takeaways/guide-takeaways.js';
import { findAll, settled, showHtml } from '../helpers.js';

export const contentOf = (...items: string[]) => ({ title: 'T', items });

export const jsonOf = (...items: string[]) => JSON.stringify(contentOf(...items));

export const itemsOf = (element: Element) => findAll(element, '.base li').map((item) => item.textContent.trim());

export const NOTHING_LINE =
  /^<guide-takeaways> content: found nothing, expected an object \{ title\?, items \}\. Fix: .*attribute content.*data-content/;

/** Whether a visitor sees the element’s children: they are slotted and rendered. */
export function isFallbackSeen(element: Element): boolean {
  const child = element.querySelector('.fallback');
  if (!child) throw new Error('the fixture has no fallback');
  return !!child.assignedSlot && child.checkVisibility() && child.getBoundingClientRect().height > 0;
}

/** Shows `<guide-takeaways>` with the given attributes and a fallback child. */
export const showTakeaways = (attributes = '', children = '<p class="fallback">Call us.</p>') =>
  showHtml<GuideTakeaways>(`<guide-takeaways ${attributes}>${children}</guide-takeaways>`);

export const scriptOf = (json: string) => `<script type="application/json">${json}</script>`;

/** Makes a change and waits until it has rendered. */
export async function after(element: GuideTakeaways, change: () => unknown): Promise<void> {
  change();
  await settled();
  await element.updateComplete;
}

/** Collects the events of this type that reach the page while `action` runs. */
export async function eventsOf(type: 'guide-ready' | 'guide-error', action: () => unknown): Promise<Event[]> {
  const heard: Event[] = [];
  const hear = (event: Event) => void heard.push(event);
  document.addEventListener(type, hear);
  try {
    await action();
  } finally {
    document.removeEventListener(type, hear);
  }
  return heard;
}
