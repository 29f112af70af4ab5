import { type TemplateResult, html, nothing, svg } from 'lit';

/** Head and shoulders, 7 wide and 10 high, from the left of the head. */
const PERSON = 'a2 2 0 014 0 2 2 0 01-4 0m-1.5 6a3.5 3.5 0 017 0v1q0 1-1 1h-5q-1 0-1-1z';

/** Rows of ten in blocks of a hundred, five of those side by side: in a thousand a person still sees the hundreds. */
const xOf = (index: number): number => (Math.floor(index / 100) % 5) * 106 + (index % 10) * 10;
const yOf = (index: number): number => Math.floor(index / 500) * 126 + (Math.floor(index / 10) % 10) * 12;

/**
 * The first `count` people, in one tone. Of a fraction, that part of one more person is seen, from the inline start:
 * rounded, 0.4 would be nobody and 99.6 everybody, and that is not what was found.
 */
function renderTone(tone: string, count: number): TemplateResult[] {
  const paths = ['', ''];
  for (let index = 0; index < count; index++)
    paths[index + 1 > count ? 1 : 0] += `M${xOf(index)} ${yOf(index)}${PERSON}`;
  return paths.map(
    (path, isPart) =>
      svg`<path class=${tone} d=${path} clip-path=${isPart ? `inset(0 ${100 - (count % 1) * 100}% 0 0)` : nothing} />`,
  );
}

/** A picture of people: `low` of them certainly, up to `high` possibly. Each tone lies over the one before. */
export const people = (of: number, low: number, high: number): TemplateResult =>
  html`<svg viewBox="-2 -2.5 ${xOf(of - 1) + 8} ${yOf(of - 1) + 11}">
    ${renderTone('none', of)}${renderTone('maybe', high)}${renderTone('sure', low)}
  </svg>`;
