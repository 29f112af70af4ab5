import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contrast, pixelOf } from './colours.js';
import { guides } from './examples.js';
import { rootsIn } from './frames.js';
import { find, findAll, settled, show } from './helpers.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const byte = fc.integer({ min: 0, max: 255 });
const hue = fc.integer({ min: 0, max: 360 });
const percent = fc.integer({ min: 0, max: 100 });
const NAMED =
  'aqua beige black blue chocolate coral crimson cyan darkblue fuchsia gold gray green hotpink indigo ivory khaki lavender lime ' +
  'linen magenta maroon mintcream navy olive orange orchid peru pink plum purple rebeccapurple red salmon seagreen sienna ' +
  'silver skyblue slategray snow tan teal thistle tomato transparent turquoise violet wheat white yellow canvas canvastext ' +
  'linktext buttonface graytext highlight accentcolor';

/** Whatever a clinic may call its colour. */
const accents = fc.oneof(
  fc.tuple(byte, byte, byte).map((bytes) => `#${bytes.map((each) => each.toString(16).padStart(2, '0')).join('')}`),
  fc.tuple(byte, byte, byte, share).map(([r, g, b, a]) => `rgb(${r} ${g} ${b} / ${a.toFixed(3)})`),
  fc.tuple(hue, percent, percent).map(([h, s, l]) => `hsl(${h} ${s}% ${l}%)`),
  fc
    .tuple(percent, share, hue, share)
    .map(([l, c, h, a]) => `oklch(${l}% ${(c * 0.4).toFixed(3)} ${h} / ${a.toFixed(3)})`),
  fc.tuple(share, share, share).map((parts) => `color(display-p3 ${parts.map((part) => part.toFixed(3)).join(' ')})`),
  fc.tuple(byte, byte, byte).map(([r, g, b]) => `light-dark(rgb(${r} ${g} ${b}), rgb(${b} ${r} ${g}))`),
  fc.constantFrom(...NAMED.split(' ')),
);

/** As dark as bright: between words in white and words in black there must be no grey. */
const BETWEEN = 'rgb(9 133 107)';

const figure = { label: 'recover', population: 'Adults', source: { title: 'Survey' } };

/** Pages that can be read, by their text and what is behind it. */
const PAGES = [
  ['#000', '#fff', 'light'],
  ['#333', '#f8f5ee', 'light'],
  ['#eee', '#111', 'dark'],
  ['#eee', '#111', 'light'],
] as const;

describe('on any accent', () => {
  const label = { label: 'Schedule', href: '/schedule', phone: '+1 555 010 0199' };

  for (const [text, background, scheme] of PAGES)
    it(`the action can be read, and its edge or its fill be seen: ${text} on ${background}, ${scheme}`, async () => {
      const cta = await show('guide-cta', label);
      cta.parentElement!.style.cssText = `color: ${text}; background: ${background}; color-scheme: ${scheme}`;
      const style = getComputedStyle(find(cta, '[part=button]'));
      fc.assert(
        fc.property(accents, (accent) => {
          cta.style.setProperty('--guide-accent', accent);
          const { color, backgroundColor, borderTopColor, borderTopStyle, outlineColor } = style;
          expect(pixelOf(backgroundColor)[3], 'what is behind the words is known').to.equal(255);
          expect(contrast(color, backgroundColor), 'the words').to.be.at.least(4.5);
          expect(contrast(outlineColor, backgroundColor), 'the focus').to.be.at.least(3);
          expect(borderTopStyle).to.equal('solid');
          const edge = Math.max(contrast(borderTopColor, background), contrast(backgroundColor, background));
          expect(edge, 'the shape of the button').to.be.at.least(3);
        }),
        { numRuns: 300, examples: [BETWEEN, ...NAMED.split(' ')].map((name): [string] => [name]) },
      );
    });

  for (const [text, background, scheme] of PAGES)
    it(`people in the statistic’s picture can be told from nothing: ${text} on ${background}, ${scheme}`, async () => {
      const statistic = await show('guide-statistic', { ...figure, range: [10, 40] });
      statistic.parentElement!.style.cssText = `color: ${text}; background: ${background}; color-scheme: ${scheme}`;
      const styles = findAll(statistic, '[part=picture] > svg path').map((path) => getComputedStyle(path));
      fc.assert(
        fc.property(accents, (accent) => {
          statistic.style.setProperty('--guide-accent', accent);
          for (const { stroke } of styles) expect(contrast(stroke, background), stroke).to.be.at.least(3);
        }),
        { numRuns: 200, examples: NAMED.split(' ').map((name): [string] => [name]) },
      );
    });

  it('what carries a meaning is in the text’s colour: links, what opens, what is pressed, what is being read', async () => {
    const guide = await show('patient-guide', guides[0].content);
    guide.style.cssText = 'color: rgb(1, 2, 3); --guide-accent: rgb(250, 0, 0)';
    await settled();
    const all = rootsIn(guide);
    let seen = 0;
    for (const inner of all.flatMap((root) => [
      ...root.querySelectorAll('a, button, button [part=icon], [aria-current]'),
    ])) {
      if (inner.matches('[part=button][href]')) continue;
      const { color, textDecorationColor, stroke, borderTopColor } = getComputedStyle(inner);
      seen++;
      for (const each of [color, textDecorationColor, borderTopColor])
        expect(each, inner.outerHTML).to.match(/^rgb\(1, 2, 3\)$|0\.85\)$/);
      if (inner.localName === 'svg') expect(stroke).to.equal('rgb(1, 2, 3)');
      if (inner.localName === 'a' && !inner.matches('[aria-current]'))
        expect(getComputedStyle(inner).textDecorationLine, inner.outerHTML).to.equal('underline');
    }
    expect(seen).to.be.greaterThan(25);
  });

  for (const wrong of [
    'banana',
    '12px',
    'url(data:,)',
    'var(--nothing)',
    '#12',
    'rgb(1 2)',
    '{}',
    '"red"',
    'inherit',
    'unset',
    '',
  ])
    it(`that is no colour, ${wrong || 'nothing'}, everything can be read and told apart`, async () => {
      const cta = await show('guide-cta', label);
      cta.parentElement!.style.setProperty('--guide-accent', wrong);
      const { color, backgroundColor, borderTopColor } = getComputedStyle(find(cta, '[part=button]'));
      const behind = pixelOf(backgroundColor)[3] ? backgroundColor : '#fff';
      expect(contrast(color, behind)).to.be.at.least(4.5);
      expect(Math.max(contrast(borderTopColor, '#fff'), contrast(behind, '#fff'))).to.be.at.least(3);
      const statistic = await show('guide-statistic', { ...figure, range: [10, 40] });
      statistic.parentElement!.style.setProperty('--guide-accent', wrong);
      const fills = ['.none', '.maybe', 'path:not([class])'].map((path) =>
        getComputedStyle(find(statistic, `svg ${path}`)),
      );
      expect(fills.map(({ fill }) => fill !== 'none')).to.deep.equal([false, true, true]);
      expect(Number(fills[1].fillOpacity)).to.be.lessThan(0.5);
    });
});

describe('on a page of any colours that can be read', () => {
  for (const [text, background] of [
    ['#000', '#fff'],
    ['#555', '#fff'],
    ['#595959', '#fff'],
    ['#eee', '#111'],
    ['#a5a5a5', '#111'],
    ['#fff', '#00f'],
  ])
    it(`secondary text can be read too: ${text} on ${background}`, async () => {
      const element = await show('guide-statistic', { ...figure, value: 10 });
      element.parentElement!.style.cssText = `color: ${text}; background: ${background}`;
      expect(contrast(text, background), 'the page’s own').to.be.at.least(7);
      expect(contrast(getComputedStyle(find(element, '.muted')).color, background)).to.be.at.least(4.5);
    });

  it('what lies over the page has a background and a text that go together, on a dark page of colours alone', async () => {
    const bar = await show('guide-disclaimer', { text: 'A [link](https://example.org).', placement: 'bottom' });
    bar.parentElement!.style.cssText = 'color: #eee; background: #111';
    const behind = getComputedStyle(find(bar, '.bar')).backgroundColor;
    expect(pixelOf(behind)[3]).to.equal(255);
    for (const inner of findAll(bar, '.bar *'))
      expect(contrast(getComputedStyle(inner).color, behind)).to.be.at.least(4.5);
  });
});
