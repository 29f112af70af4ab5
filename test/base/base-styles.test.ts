import { expect } from '@open-wc/testing';
import { emulate, find, findAll, inChromiumAndFirefox, settled, show, showHtml } from '../helpers.js';

/** Inherited properties that a page may set on its body or on the element itself. */
const HOSTILE: Record<string, string> = {
  'border-collapse': 'collapse',
  'border-spacing': '9px',
  'caption-side': 'bottom',
  cursor: 'wait',
  'empty-cells': 'hide',
  'font-feature-settings': '"smcp"',
  'font-kerning': 'none',
  'font-size-adjust': '0.9',
  'font-stretch': '200%',
  'font-style': 'italic',
  'font-variant': 'small-caps',
  'font-weight': '900',
  'hanging-punctuation': 'first',
  hyphens: 'auto',
  'image-rendering': 'pixelated',
  'letter-spacing': '0.5em',
  'line-break': 'anywhere',
  'line-height': '3.5',
  'list-style': 'upper-roman inside',
  orphans: '7',
  'overflow-wrap': 'normal',
  'paint-order': 'stroke',
  'pointer-events': 'none',
  quotes: '"x" "y"',
  stroke: 'red',
  'stroke-width': '9px',
  fill: 'red',
  'tab-size': '20',
  'text-align': 'justify',
  'text-align-last': 'right',
  'text-emphasis': 'dot',
  'text-indent': '7em',
  'text-justify': 'inter-character',
  'text-orientation': 'upright',
  'text-rendering': 'geometricPrecision',
  'text-shadow': '0 0 9px red',
  'text-transform': 'uppercase',
  'text-underline-position': 'under',
  'text-wrap': 'nowrap',
  '-webkit-text-stroke': '3px red',
  '-webkit-text-fill-color': 'red',
  '-webkit-line-clamp': '1',
  'user-select': 'none',
  'white-space': 'pre',
  widows: '7',
  'word-break': 'break-all',
  'word-spacing': '2em',
};

/** Text, lists, headings, links, tables, buttons and shapes: everything that a page’s rules could affect. */
const SAMPLES = [
  ['guide-takeaways', { title: 'Title', items: ['**One** [link](https://example.org).', 'Two\n\n- three\n- four'] }],
  [
    'guide-comparison',
    {
      title: 'Title',
      intro: 'Intro.',
      options: [
        { id: 'a', name: 'A', summary: 'About A' },
        { id: 'b', name: 'B' },
      ],
      rows: [{ question: 'Question?', answers: { a: 'Answer.' } }],
      note: 'Note.',
    },
  ],
  [
    'guide-faq',
    { title: 'Title', items: ['One', 'Two', 'Three'].map((question) => ({ question, answer: 'Answer.' })) },
  ],
  ['guide-disclaimer', { title: 'Title', text: 'Text.', dismissible: true }],
] as const;

/** Properties that are meant to come from the page. */
const KEPT = ['font-family', 'font-size', 'color'];

/** Every computed style in the element’s shadow tree, formatted so that differences are easy to see. */
const stylesOf = (element: Element): string[] =>
  [find(element, '.base'), ...findAll(element, '.base *')].flatMap((inner, index) => {
    const style = getComputedStyle(inner);
    return [...style].map((name) => `${inner.localName} ${index} ${name}: ${style.getPropertyValue(name)}`);
  });

const differences = (bare: string[], hostile: string[]): string[] => hostile.filter((line, at) => line !== bare[at]);

const setAll = (element: HTMLElement, styles: Record<string, string>) => {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
};

/** Shows an element in a container, with these styles on the container or the element. */
async function showWith(
  [tag, content]: (typeof SAMPLES)[number],
  onPlace: Record<string, string>,
  onElement: Record<string, string> = {},
): Promise<HTMLElement> {
  const element: HTMLElement = await show(tag, content);
  setAll(element.parentElement!, { 'inline-size': '700px', 'font-family': 'sans-serif', ...onPlace });
  setAll(element, onElement);
  await settled();
  return element;
}

/** The project’s style sheets by path. */
async function styleFiles(): Promise<[string, string][]> {
  const files = (await (await fetch('/__files?folder=src')).json()) as Record<string, string>;
  return Object.entries(files).filter(([path]) => path.endsWith('.styles.ts'));
}

describe('on a page with its own styles', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    await emulate({});
  });

  for (const sample of SAMPLES) {
    const [tag] = sample;

    it(`<${tag}> looks the same whatever styles it inherits from the page`, async () => {
      const bare = await showWith(sample, {});
      const before = stylesOf(bare);
      expect(before.length).to.be.greaterThan(1000);
      bare.parentElement!.remove();
      setAll(document.body, HOSTILE);
      const hostile = await showWith(sample, HOSTILE);
      expect(getComputedStyle(hostile).letterSpacing, 'the page’s style applies').to.equal('8px');
      expect(differences(before, stylesOf(hostile))).to.deep.equal([]);
    });

    it(`<${tag}> looks the same whatever inherited styles the page sets on the element`, async () => {
      const before = stylesOf(await showWith(sample, {}));
      const hostile = await showWith(sample, {}, HOSTILE);
      expect(getComputedStyle(hostile).textTransform, 'the page’s style applies').to.equal('uppercase');
      expect(differences(before, stylesOf(hostile))).to.deep.equal([]);
    });

    it(`<${tag}> uses the page’s font, size and color`, async () => {
      const element = await showWith(sample, { 'font-family': 'serif', 'font-size': '20px', color: 'rgb(50, 0, 90)' });
      const { fontFamily, fontSize, color } = getComputedStyle(find(element, '.base'));
      expect([fontFamily, fontSize, color]).to.deep.equal(['serif', '20px', 'rgb(50, 0, 90)']);
      for (const inner of findAll(element, '.base *')) expect(getComputedStyle(inner).fontFamily).to.equal('serif');
      const texts = findAll(element, 'h2, p, li, td:has(> p:not(.muted)), th');
      expect(texts).not.to.have.length(0);
      for (const inner of texts)
        expect(getComputedStyle(inner).color, inner.outerHTML).to.be.oneOf([
          'rgb(50, 0, 90)',
          'color(srgb 0.196078 0 0.352941 / 0.85)',
        ]);
    });

    it(`<${tag}> uses the font, size and color that the page sets on the element`, async () => {
      const own = { 'font-family': 'monospace', 'font-size': '24px', color: 'rgb(90, 0, 50)' };
      const element = await showWith(sample, {}, own);
      const style = getComputedStyle(find(element, '.base'));
      expect(KEPT.map((name) => style.getPropertyValue(name))).to.deep.equal(Object.values(own));
    });

    it(`<${tag}> is the same size with html { font-size: 62.5% }`, async () => {
      const page = { 'font-size': '16px' };
      const before = stylesOf(await showWith(sample, page));
      document.documentElement.style.fontSize = '62.5%';
      const after = await showWith(sample, page);
      expect(getComputedStyle(document.documentElement).fontSize).to.equal('10px');
      expect(differences(before, stylesOf(after))).to.deep.equal([]);
    });

    it(`<${tag}> scales with the page’s text size`, async () => {
      const sizes = (element: Element) => stylesOf(element).filter((line) => / (margin|font-size)[^:]*: /.test(line));
      const once = sizes(await showWith(sample, { 'font-size': '16px', 'inline-size': '700px' }));
      const twice = sizes(await showWith(sample, { 'font-size': '32px', 'inline-size': '1400px' }));
      const number = (line: string) => Number(/(-?[\d.]+)px/.exec(line)?.[1]);
      const name = (line: string) => line.replace(/-?[\d.]+px/, '');
      expect(twice.map(name)).to.deep.equal(once.map(name));
      // Leftover space depends on how wide the engine makes the text next to it.
      for (const [index, line] of once.entries())
        if (number(line))
          expect(number(twice[index]), line).to.be.closeTo(2 * number(line), 0.05 + Math.abs(number(line)) / 200);
    });

    it(`<${tag}> is hidden with the hidden attribute, and when its container is hidden`, async () => {
      const element = await showWith(sample, {});
      element.hidden = true;
      expect(element.getBoundingClientRect().height).to.equal(0);
      element.hidden = false;
      expect(element.getBoundingClientRect().height).to.be.greaterThan(0);
      element.parentElement!.style.visibility = 'hidden';
      expect(find(element, 'h2').checkVisibility({ visibilityProperty: true })).to.equal(false);
    });
  }

  it('is not affected by the page’s rules for headings, lists, tables, links and buttons', async () => {
    const [, comparison] = SAMPLES;
    const before = stylesOf(await showWith(comparison, {}));
    const style = document.createElement('style');
    style.textContent = `h2, p, ul, li, table, caption, th, td, a, button, section, svg, span { all: unset; color: red !important }
      .base, .item, .muted, .visually-hidden, .row, #title { display: none !important }`;
    const box = await showHtml('<div></div>');
    box.append(style);
    const after = await showWith(comparison, {});
    expect(differences(before, stylesOf(after))).to.deep.equal([]);
  });

  it('keeps the page’s direction', async () => {
    for (const direction of ['ltr', 'rtl'])
      expect(getComputedStyle(find(await showWith(SAMPLES[0], { direction }), 'li')).direction).to.equal(direction);
  });
});

describe('light and dark mode', () => {
  afterEach(() => emulate({}));
  const LIGHT = 'rgb(11, 110, 121)';
  const DARK = 'rgb(92, 200, 210)';
  const accentIn = (element: Element) => getComputedStyle(find(element, 'section')).borderInlineStartColor;

  inChromiumAndFirefox.it('follow the color scheme of the page, not the system', async () => {
    for (const [machine, page, accent] of [
      ['light', 'light', LIGHT],
      ['light', 'dark', DARK],
      ['light', 'light dark', LIGHT],
      ['light', 'normal', LIGHT],
      ['dark', 'light', LIGHT],
      ['dark', 'dark', DARK],
      ['dark', 'light dark', DARK],
      ['dark', 'normal', LIGHT],
    ]) {
      await emulate({ 'prefers-color-scheme': machine });
      const element = await showWith(SAMPLES[0], { 'color-scheme': page });
      expect(accentIn(element), `a ${page} page on a ${machine} system`).to.equal(accent);
    }
  });

  it('follow the color scheme of the element itself', async () => {
    expect(accentIn(await showWith(SAMPLES[0], { 'color-scheme': 'light' }, { 'color-scheme': 'dark' }))).to.equal(
      DARK,
    );
  });
});

describe('a public custom property', () => {
  const valueOf = (element: Element, selector: string, name: string, pseudo?: string) =>
    getComputedStyle(find(element, selector), pseudo).getPropertyValue(name);
  const [takeaways, comparison, faq, disclaimer] = SAMPLES;
  const RED = 'rgb(255, 0, 0)';

  it('--guide-accent colors borders and markers', async () => {
    const style = { '--guide-accent': 'red' };
    const list = await showWith(takeaways, style);
    expect(valueOf(list, 'section', 'border-inline-start-color')).to.equal(RED);
    expect(valueOf(list, 'li', 'color', '::marker')).to.equal(RED);
    expect(valueOf(await showWith(comparison, style), 'thead th', 'border-block-end-color')).to.equal(RED);
  });

  it('--guide-accent does not color text or lines that carry meaning', async () => {
    const style = { '--guide-accent': 'red', color: 'rgb(1, 2, 3)' };
    const list = await showWith(takeaways, style);
    for (const inner of ['h2', 'li', 'p', 'a', 'strong'])
      expect(valueOf(list, inner, 'color')).to.equal('rgb(1, 2, 3)');
    expect(valueOf(list, 'a', 'text-decoration-color')).to.equal('rgb(1, 2, 3)');
    expect(valueOf(list, 'a', 'text-decoration-line')).to.equal('underline');
    expect(valueOf(await showWith(faq, style), '.all', 'text-decoration-line')).to.equal('underline');
    expect(valueOf(await showWith(faq, style), '.question [part=icon]', 'border-block-start-color')).to.equal(
      'rgb(1, 2, 3)',
    );
  });

  it('--guide-text colors text', async () => {
    for (const sample of SAMPLES) {
      const element = await showWith(sample, { '--guide-text': 'red', color: 'blue' });
      expect(valueOf(element, '.base', 'color')).to.equal(RED);
      expect(valueOf(element, 'h2', 'color')).to.equal(RED);
    }
  });

  it('--guide-muted colors secondary text', async () => {
    const element = await showWith(comparison, { '--guide-muted': 'red' });
    for (const inner of findAll(element, '.muted')) expect(getComputedStyle(inner).color).to.equal(RED);
    expect(findAll(element, '.muted')).not.to.have.length(0);
    expect(valueOf(element, 'h2', 'color')).not.to.equal(RED);
  });

  it('--guide-surface is the background of whatever covers other content', async () => {
    const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id }));
    const scrolling = await show('guide-comparison', { options, rows: [{ question: 'Q?', answers: {} }] });
    setAll(scrolling.parentElement!, { 'inline-size': '600px', '--guide-surface': 'red' });
    await settled();
    expect(valueOf(scrolling, 'th[scope=row]', 'background-color')).to.equal(RED);
    const bar = await show('guide-disclaimer', { text: 'Text.', placement: 'bottom' });
    setAll(bar.parentElement!, { '--guide-surface': 'red' });
    expect(valueOf(bar, '.bar', 'background-color')).to.equal(RED);
  });

  it('--guide-border colors thin lines', async () => {
    const style = { '--guide-border': 'red' };
    expect(valueOf(await showWith(comparison, style), 'td', 'border-block-end-color')).to.equal(RED);
    expect(valueOf(await showWith(faq, style), '[part=item]', 'border-block-start-color')).to.equal(RED);
    expect(valueOf(await showWith(disclaimer, style), '.bar', 'border-block-start-color')).to.equal(RED);
  });

  it('--guide-radius rounds corners', async () => {
    for (const sample of [faq, disclaimer])
      expect(valueOf(await showWith(sample, { '--guide-radius': '7px' }), 'button', 'border-radius')).to.equal('7px');
  });

  it('--guide-space scales the spacing', async () => {
    for (const sample of SAMPLES) {
      const height = (element: Element) => find(element, '.base').getBoundingClientRect().height;
      const small = height(await showWith(sample, { '--guide-space': '4px' }));
      const large = height(await showWith(sample, { '--guide-space': '32px' }));
      expect(large, sample[0]).to.be.greaterThan(small + 20);
    }
  });

  it('--guide-font changes the font family', async () => {
    for (const sample of SAMPLES) {
      const element = await showWith(sample, { '--guide-font': 'monospace' });
      expect(valueOf(element, '.base', 'font-family')).to.equal('monospace');
      expect(valueOf(element, 'h2', 'font-family')).to.equal('monospace');
    }
  });

  it('is documented with its default, and every documented one is used', async () => {
    const files = (await (await fetch('/__files?folder=src')).json()) as Record<string, string>;
    const documented = files['src/base/guide-element.ts'].match(/(?<=@cssproperty \[)--guide-[\w-]+/g)!;
    const used = (await styleFiles()).flatMap(([, css]) => css.match(/(?<=var\()--guide-[\w-]+/g) ?? []);
    expect([...new Set(used)].sort()).to.deep.equal([...documented].sort());
  });
});

describe('a style sheet', () => {
  /** Numbers with this unit. */
  const lengths = (css: string, unit: string) => css.match(new RegExp(`\\d(?:${unit})\\b`, 'g')) ?? [];
  const VIEWPORT = '[sld]?v(?:w|h|i|b|min|max)';

  it('is found by the checks below', async () => {
    expect((await styleFiles()).map(([path]) => path)).to.include.members([
      'src/base/styles/base.styles.ts',
      'src/elements/guide-disclaimer/guide-disclaimer.styles.ts',
    ]);
    expect(lengths('a { margin: 1rem 0.5rem; padding: 2em }', 'rem')).to.have.length(2);
    expect(lengths('a { width: 50vw; height: 3dvh; margin: 1em }', VIEWPORT)).to.have.length(2);
  });

  it('does not use rem, because html { font-size: 62.5% } is common', async () => {
    for (const [path, css] of await styleFiles()) expect(lengths(css, 'rem'), path).to.deep.equal([]);
  });

  it('does not use viewport units, except for the fixed disclaimer', async () => {
    for (const [path, css] of await styleFiles())
      if (!path.includes('guide-disclaimer')) expect(lengths(css, VIEWPORT), path).to.deep.equal([]);
  });

  it('does not use @media for width, because elements adapt to their container', async () => {
    for (const [path, css] of await styleFiles()) expect(css.match(/@media[^{]*width/g), path).to.equal(null);
  });

  it('uses logical properties, so that right-to-left pages work', async () => {
    const physical =
      /(?:margin|padding|border|inset)-(?:left|right)[\w-]*:|^\s*(?:left|right):|text-align: (?:left|right)/gm;
    for (const [path, css] of await styleFiles()) expect(css.match(physical), path).to.equal(null);
  });
});

describe('a template', () => {
  it('has no style attribute, which a strict content security policy would block', async () => {
    const files = (await (await fetch('/__files?folder=src')).json()) as Record<string, string>;
    expect(Object.keys(files).length).to.be.greaterThan(30);
    for (const [path, code] of Object.entries(files)) {
      expect(code.match(/\sstyle\s*=\s*["'`$]/g), path).to.equal(null);
      expect(code.match(/styleMap|\.setAttribute\('style'/g), path).to.equal(null);
    }
  });

  for (const sample of SAMPLES)
    it(`of <${sample[0]}> adds no style attribute to the page`, async () => {
      const element = await showWith(sample, {});
      expect(findAll(element, '[style]')).to.deep.equal([]);
    });
});
