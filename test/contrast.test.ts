import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contrast, pixelOf } from './colours.js';
import { guides } from './examples.js';
import { rootsIn } from './frames.js';
import { find, findAll, settled, show } from './helpers.js';
import { runs } from './depth.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const byte = fc.integer({ min: 0, max: 255 });
const hue = fc.integer({ min: 0, max: 360 });
const percent = fc.integer({ min: 0, max: 100 });
const NAMED =
  'aqua beige black blue chocolate coral crimson cyan darkblue fuchsia gold gray green hotpink indigo ivory khaki lavender lime ' +
  'linen magenta maroon mintcream navy olive orange orchid peru pink plum purple rebeccapurple red salmon seagreen sienna ' +
  'silver skyblue slategray snow tan teal thistle tomato transparent turquoise violet wheat white yellow canvas canvastext ' +
  'linktext buttonface graytext highlight accentcolor';

/** Any accent color that a clinic may set. */
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

/** The point where text switches between white and black: it must never be gray. */
const BETWEEN = 'rgb(9 133 107)';

const figure = { label: 'recover', population: 'Adults', source: { title: 'Survey' } };

/** Readable pages, by text color, background and color scheme. */
const PAGES = [
  ['#000', '#fff', 'light'],
  ['#333', '#f8f5ee', 'light'],
  ['#eee', '#111', 'dark'],
  ['#eee', '#111', 'light'],
] as const;

describe('with any accent color', () => {
  const label = { label: 'Schedule', href: '/schedule', phone: '+1 555 010 0199' };

  for (const [text, background, scheme] of PAGES)
    it(`the action is readable, and its edge or fill is visible: ${text} on ${background}, ${scheme}`, async () => {
      const cta = await show('guide-cta', label);
      cta.parentElement!.style.cssText = `color: ${text}; background: ${background}; color-scheme: ${scheme}`;
      const style = getComputedStyle(find(cta, '[part=button]'));
      fc.assert(
        fc.property(accents, (accent) => {
          cta.style.setProperty('--guide-accent', accent);
          const { color, backgroundColor, borderTopColor, borderTopStyle, outlineColor } = style;
          expect(pixelOf(backgroundColor)[3], 'the background is opaque').to.equal(255);
          expect(contrast(color, backgroundColor), 'the text').to.be.at.least(4.5);
          expect(contrast(outlineColor, backgroundColor), 'the focus outline').to.be.at.least(3);
          expect(borderTopStyle).to.equal('solid');
          const edge = Math.max(contrast(borderTopColor, background), contrast(backgroundColor, background));
          expect(edge, 'the shape of the button').to.be.at.least(3);
        }),
        { numRuns: runs(300), examples: [BETWEEN, ...NAMED.split(' ')].map((name): [string] => [name]) },
      );
    });

  for (const [text, background, scheme] of PAGES)
    it(`people in the statistic’s picture stand out from the background: ${text} on ${background}, ${scheme}`, async () => {
      const statistic = await show('guide-statistic', { ...figure, range: [10, 40] });
      statistic.parentElement!.style.cssText = `color: ${text}; background: ${background}; color-scheme: ${scheme}`;
      const styles = findAll(statistic, '[part=picture] > svg path').map((path) => getComputedStyle(path));
      fc.assert(
        fc.property(accents, (accent) => {
          statistic.style.setProperty('--guide-accent', accent);
          for (const { stroke } of styles) expect(contrast(stroke, background), stroke).to.be.at.least(3);
        }),
        { numRuns: runs(200), examples: NAMED.split(' ').map((name): [string] => [name]) },
      );
    });

  it('everything that carries meaning has the text color: links, buttons, icons and the current section', async () => {
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
    it(`everything stays readable and distinct when the accent is not a color: ${wrong || 'nothing'}`, async () => {
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

describe('on any readable page', () => {
  for (const [text, background] of [
    ['#000', '#fff'],
    ['#555', '#fff'],
    ['#595959', '#fff'],
    ['#eee', '#111'],
    ['#a5a5a5', '#111'],
    ['#fff', '#00f'],
  ])
    it(`secondary text is readable too: ${text} on ${background}`, async () => {
      const element = await show('guide-statistic', { ...figure, value: 10 });
      element.parentElement!.style.cssText = `color: ${text}; background: ${background}`;
      expect(contrast(text, background), 'the page’s own text').to.be.at.least(7);
      expect(contrast(getComputedStyle(find(element, '.muted')).color, background)).to.be.at.least(4.5);
    });

  it('an overlay has a matching background and text color on a dark page that sets no color scheme', async () => {
    const bar = await show('guide-disclaimer', { text: 'A [link](https://example.org).', placement: 'bottom' });
    bar.parentElement!.style.cssText = 'color: #eee; background: #111';
    const behind = getComputedStyle(find(bar, '.bar')).backgroundColor;
    expect(pixelOf(behind)[3]).to.equal(255);
    for (const inner of findAll(bar, '.bar *'))
      expect(contrast(getComputedStyle(inner).color, behind)).to.be.at.least(4.5);
  });
});
