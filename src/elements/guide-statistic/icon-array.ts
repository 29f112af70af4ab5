import { type TemplateResult, html } from 'lit';

/** Rows of ten in blocks of a hundred, five blocks side by side: even in a thousand, the hundreds stay visible. */
const xOf = (index: number): number => (Math.floor(index / 100) % 5) * 106 + (index % 10) * 10;
const yOf = (index: number): number => Math.floor(index / 500) * 126 + (Math.floor(index / 10) % 10) * 12;

/** People as heads and shoulders, 7 wide and 10 high, measured from the left of each head. */
function personPaths(from: number, to: number): string {
  let path = '';
  for (let index = Math.floor(from); index < to; index++)
    path += `M${xOf(index)} ${yOf(index)}a2 2 0 014 0 2 2 0 01-4 0m-1.5 6a3.5 3.5 0 017 0v1q0 1-1 1h-5q-1 0-1-1z`;
  return path;
}

/** Shows only a fraction of one more person. */
const clipFraction = (count: number): string => `inset(0 ${100 - (count % 1) * 100}% 0 0)`;

/**
 * A picture of people: `low` of them for certain, up to `high` possibly, each tone over the one before. A fraction is
 * part of a person, from the inline start. Rounding would turn 0.4 into nobody and 99.6 into everybody, and that isn't
 * what was found.
 */
export const iconArray = (of: number, low: number, high: number): TemplateResult =>
  html`<svg viewBox=${`-2 -2.5 ${xOf(of - 1) + 8} ${yOf(of - 1) + 11}`}>
    <path class="none" d=${personPaths(0, of)} />
    <path class="maybe" d=${personPaths(low, Math.floor(high))} />
    <path class="maybe" d=${personPaths(Math.floor(high), high)} clip-path=${clipFraction(high)} />
    <path d=${personPaths(0, Math.floor(low))} />
    <path d=${personPaths(Math.floor(low), low)} clip-path=${clipFraction(low)} />
  </svg>`;
