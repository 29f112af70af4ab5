import { oneEvent } from '@open-wc/testing';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import { findAll, settled } from '../helpers.js';

/** A new id for every test, because each hash is followed only once. */
let tests = 0;

export const freshId = () => `topic-${++tests}`;

export const itemsWith = (id: string) => [
  { id: `before-${id}`, question: 'What comes first?', answer: 'An exam.' },
  { id, question: 'What does it cost?', answer: 'Ask for a written estimate.' },
  { id: `after-${id}`, question: 'Will it hurt?', answer: 'Less than before.' },
];

/** Sets the hash as if the page had opened with it: no `hashchange` event fires. */
export const arriveAt = (hash: string) => history.replaceState(null, '', `#${hash}`);

/** Follows a link to `#hash` on the page. */
export async function followLinkTo(hash: string): Promise<void> {
  const changed = oneEvent(window, 'hashchange');
  location.hash = hash;
  await changed;
  await settled();
}

export const questions = (faq: GuideFaq) => findAll(faq, '[aria-expanded]');

export const openQuestions = (faq: GuideFaq) =>
  findAll(faq, '[aria-expanded="true"]').map((button) => button.textContent.trim());
