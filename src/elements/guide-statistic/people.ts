import { type TemplateResult, html, nothing, svg } from 'lit';

/** Head and shoulders, 7 wide and 10 high, from the left of the head. */
const PERSON = 'a2 2 0 014 0 2 2 0 01-4 0m-1.5 8v-2a3.5 3.5 0 017 0v2z';
/** The same, hatched: a tone between full and empty that needs neither colour nor a pattern with an id. */
const HATCHED = `${PERSON}m0-1.5h7m0-1.5h-7m.7-1.5h5.6m-1-4.5h-3.6`;

/** Rows of ten in blocks of a hundred, five of those side by side: in a thousand a person still sees the hundreds. */
const placeOf = (index: number): [x: number, y: number] => [
  (Math.floor(index / 100) % 5) * 106 + (index % 10) * 10,
  Math.floor(index / 500) * 127 + Math.floor((index % 100) / 10) * 12,
];

const draw = (from: number, to: number, shape: string): string => {
  let path = '';
  for (let index = from; index < to; index++) {
    const [x, y] = placeOf(index);
    path += `M${x + 1.5} ${y + 2}${shape}`;
  }
  return path;
};

/**
 * The first `count` people in one tone. A fraction is a part of a person, cut from the inline start: rounded, 0.4 would
 * be nobody and 99.6 everybody, and that is not what was found.
 */
function renderTone(tone: string, count: number, shape = PERSON): TemplateResult {
  const whole = Math.floor(count);
  const rest = whole + 1 - count;
  return svg`<path class=${tone} d=${draw(0, whole, shape)} />${
    rest < 1
      ? svg`<path class=${tone} d=${draw(whole, count, shape)} clip-path="inset(0 ${rest * 100}% 0 0)" />`
      : nothing
  }`;
}

/** A picture of people: `low` of them certainly, up to `high` possibly. Each tone lies over the one before. */
export function people(of: number, low: number, high: number): TemplateResult {
  const [x, y] = placeOf(of - 1);
  return html`<svg viewBox="-.5 -.5 ${x + 8} ${y + 11}">
    ${renderTone('none', of)}${renderTone('maybe', high, HATCHED)}${renderTone('sure', low)}
  </svg>`;
}
