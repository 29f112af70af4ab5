import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import { type Example, edges, guideParts } from './examples.js';
import { addKit, closeFrames, openFrame, pressAll, styleOf } from './frames.js';
import { settled } from './helpers.js';

/** What an element inherits from the page by design. Everything else inside it is its own. */
const FROM_THE_PAGE = ['font-family', 'font-size', 'color', 'color-scheme', 'direction', 'text-size-adjust'];

/** The computed styles that matter, by the start of their names. For the outermost box inside, all styles matter. */
const MATTERS =
  /^(?:accent|background-color|border-(?:bottom|collapse|left|spacing|top)|caption|caret|color|column|content$|cursor|direction|display|fill|float|font|gap|height|hyphen|letter|line|list|margin|opacity|order|orphans|outline-color|overflow|padding|pointer|position|quotes|stroke|tab|text|transition-dur|unicode|user|visibility|-webkit-(?:line|text|user)|white|widows|width|word|writing)/;
/** All properties except logical duplicates of physical ones and the page’s custom properties. */
const NAMES = [...getComputedStyle(document.body)].filter(
  (name) => !/^--|-inline|-block|^inset|^inline|^block/.test(name),
);
const INNER_NAMES = NAMES.filter((name) => MATTERS.test(name));

const text = async (path: string): Promise<string> => (await fetch(path)).text();

/** A page’s style: a style sheet and attributes of `<html>`. `rounding` is how many px an engine may be off. */
interface Style {
  readonly css: string;
  readonly attributes?: Record<string, string>;
  readonly rounding?: number;
}

const EVERYTHING = `
  animation: none; border-collapse: collapse; caption-side: bottom; column-rule: 3px solid red; cursor: wait;
  font-variant: small-caps; font-weight: 900; hyphens: auto; letter-spacing: 0.3em; line-height: 3; line-break: anywhere;
  list-style: upper-roman inside; opacity: 0.9; orphans: 5; pointer-events: none; text-align: right; text-indent: 2em;
  text-shadow: 0 0 9px red; text-transform: uppercase; user-select: none;
  -webkit-text-fill-color: red; -webkit-text-stroke: 1px red; white-space: pre; word-break: break-all; word-spacing: 1em;
  stroke: red; fill: red; stroke-width: 9px; widows: 5; quotes: "x" "y"; tab-size: 20; text-emphasis: dot;`;

const important = (declarations: string): string => declarations.replaceAll(';', ' !important;');

const page = (css: string, attributes: Record<string, string> = {}): Style => ({ css, attributes });

const STYLES: Record<string, Style> = {
  Bootstrap: page(await text('/node_modules/bootstrap/dist/css/bootstrap.css')),
  'Bootstrap, dark': page(await text('/node_modules/bootstrap/dist/css/bootstrap.css'), { 'data-bs-theme': 'dark' }),
  'Tailwind’s preflight': page(await text('/node_modules/tailwindcss/preflight.css')),
  'a WordPress block theme': page(await text('/test/pages/block-theme.css')),
  'html { font-size: 62.5% }': page('html { font-size: 62.5% } body { font-size: 1.6rem }'),
  'a reset of everything': page('* { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline }'),
  'an important reset': page('*, ::before, ::after { all: unset !important }'),
  'a reset to browser defaults': page('* { all: revert !important }'),
  'rules for every element': page(`* { ${EVERYTHING} float: left; transition: all 3s }`),
  'important rules for every element': page(`* { ${important(EVERYTHING)} }`),
  'a size and a color for every element': page('* { font-size: 21px !important; color: #123 !important }'),
  'huge text': page('body { font-size: 48px }'),
  'tiny text': page('body { font-size: 7px }'),
  'rules for the kit’s tags': page(
    `patient-guide, [data-kit] > * { display: inline; float: left; opacity: 0.9; ${EVERYTHING} }`,
  ),
  'rules for the kit’s tags, important': page(
    `patient-guide, [data-kit] > * { display: flex !important; flex-direction: row-reverse !important; columns: 3 !important;
      box-sizing: content-box !important; overflow: clip !important; ${important(EVERYTHING)} }`,
  ),
  ':not(:defined) { display: none }': page(':not(:defined) { display: none }'),
  'rules for what is inside the elements': page(
    `.base, .item, .row, .visually-hidden, .muted, h2, h3, p, ul, li, a, button, table, td, th, dl, dd, svg, path, label, input, textarea {
      ${important(EVERYTHING)} display: inline !important; position: absolute !important; color: red !important }`,
  ),
  'custom properties named like the kit’s': page(
    `* { --accent: red; --muted: red; --line: 9px dotted red; --radius: 9px; --space: 90px; --half: 90px; --target: 1px;
      --tone: red; --white: 0.5 }`,
  ),
  'right to left': page('', { dir: 'rtl' }),
  'right to left by CSS': page('body { direction: rtl; unicode-bidi: bidi-override }'),
  'a dark page': page(':root { color-scheme: dark }'),
  'a dark page that sets no color scheme': page('body { background: #111; color: #eee }'),
  'vertical writing in the parent': page('[data-kit] { writing-mode: vertical-rl; text-orientation: upright }'),
  'everything unset in the ancestors': page('body, main, [data-kit] { all: unset }'),
  'columns in an ancestor': page('main { columns: 2 } [data-kit] { display: inline-block; inline-size: 100% }'),
  'a flex row as the parent': page('[data-kit] { display: flex; align-items: center }'),
  'a grid as the parent': page('[data-kit] { display: grid; place-items: center; grid-template-columns: 1fr 1fr }'),
  'registered custom properties named like the kit’s': page(
    ['accent', 'muted', 'line', 'radius', 'space', 'half', 'target', 'tone', 'white']
      .map((name) => `@property --${name} { syntax: '<length>'; inherits: false; initial-value: 3px }`)
      .join(''),
  ),
  'a page zoomed by CSS': { css: 'body { zoom: 1.1 }', rounding: Infinity },
  'an element zoomed by CSS': { css: '[data-kit] > * { zoom: 0.75 }', rounding: Infinity },
  'transforms, filters and containment in the ancestors': page(
    'main { transform: rotate(1deg); filter: blur(1px) } [data-kit] { contain: content; will-change: transform; perspective: 9px }',
  ),
};

/** The page's own elements, and a container for each kit element. */
const pageOf = (examples: readonly Example[]): string => `<!doctype html><html lang="en"><head></head><body>
  <header><nav><ul><li><a href="#a">Home</a></li></ul></nav><h1>The clinic</h1></header>
  <main class="is-layout-constrained entry-content"><h2>About</h2><p>Some <b>text</b> and a <a href="#b">link</a>.</p>
  ${examples.map(({ element }) => `<div data-kit><${element}></${element}></div>`).join('')}
  <p><button>Press</button> <label><input type="checkbox" /> Tick</label> <input /> <textarea></textarea></p>
  <table><caption>Hours</caption><tr><th>Day</th><td>9 to 5</td></tr></table>
  <dl><dt>Term</dt><dd>Fact</dd></dl><details open><summary>More</summary>Text</details><svg viewBox="0 0 9 9"><path d="M0 0h9v9z" /></svg>
  </main><footer>End</footer></body></html>`;

const elementsOf = (page: Document): GuideElement<object>[] => [
  ...page.querySelectorAll<GuideElement<object>>('[data-kit] > *'),
];

async function open(examples: readonly Example[], style: Style): Promise<Document> {
  const page = await openFrame(pageOf(examples));
  dress(page, style);
  return page;
}

/** Applies a style to the page at once. */
function dress(page: Document, { css, attributes = {} }: Style): void {
  const style = page.head.querySelector('style') ?? page.head.appendChild(page.createElement('style'));
  style.textContent = css;
  const root = page.documentElement;
  for (const name of root.getAttributeNames()) if (name !== 'lang') root.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  for (const animation of page.getAnimations()) animation.finish();
}

/** Loads the kit and sets the content of each element. */
async function fill(page: Document, examples: readonly Example[]): Promise<void> {
  await addKit(page);
  elementsOf(page).forEach((element, index) => (element.content = examples[index].content));
  await settled();
}

/** One element of each kind inside. A guide's parts are not included, because they are tested on their own. */
function kindsIn(element: Element): Map<string, [Element, string?]> {
  const kinds = new Map<string, [Element, string?]>();
  for (const inner of element.shadowRoot!.querySelectorAll('.base, .base *')) {
    const name = (each: Element) =>
      `${each.localName} ${each.getAttribute('class') ?? each.getAttribute('part') ?? ''}`;
    const kind = `${name(inner.parentElement ?? element)} > ${name(inner)}`.replace('scrolling', 'panel');
    if (kinds.has(kind)) continue;
    kinds.set(kind, [inner]);
    const pseudo = inner.localName === 'li' ? '::marker' : inner.matches('input, textarea') && '::placeholder';
    if (pseudo) kinds.set(`${kind}${pseudo}`, [inner, pseudo]);
  }
  return kinds;
}

const stylesOf = (element: Element, pseudo?: string): Map<string, string> => {
  const style = styleOf(element, pseudo);
  return new Map(
    (element.matches('.base *') ? INNER_NAMES : NAMES).map((name) => [name, style.getPropertyValue(name)]),
  );
};

/** Allows for rounding: lengths depend on where layout starts, and zoom rounds borders to whole pixels. */
const isSame = (a: string, b: string, rounding: number): boolean => {
  const number = /-?\d+(?:\.\d+)?/g;
  const [as, bs] = [a, b].map((value) => [...value.matchAll(number)].map(Number));
  return (
    a.replace(number, '#') === b.replace(number, '#') && as.every((value, at) => Math.abs(value - bs[at]) <= rounding)
  );
};

/** The styles of everything inside, by kind. */
const insideOf = (element: Element): Map<string, Map<string, string>> =>
  new Map([...kindsIn(element)].map(([kind, at]) => [kind, stylesOf(...at)]));

/** The same for the bare page, computed once for each place. */
const bareOnes = new Map<string, ReturnType<typeof insideOf>>();
function insideOfBare(element: Element, index: number): ReturnType<typeof insideOf> {
  const place = `${index} ${element.ownerDocument.dir} ${element.getAttribute('style')}`;
  const inside = bareOnes.get(place) ?? insideOf(element);
  bareOnes.set(place, inside);
  return inside;
}

/** The differences inside two elements with the same content. */
function differencesOf(expected: ReturnType<typeof insideOf>, found: typeof expected, rounding: number): string[] {
  expect([...found.keys()]).to.deep.equal([...expected.keys()]);
  return [...found].flatMap(([kind, styles]) => {
    const before = expected.get(kind)!;
    return (
      [...styles]
        .filter(([name, value]) => value !== before.get(name) && !isSame(before.get(name)!, value, rounding))
        // If the page makes the element a flex box, the outermost box inside computes to "auto" instead of 0.
        .filter(([name, value]) => !(kind.endsWith(' base') && name.startsWith('min-') && value === 'auto'))
        .map(([name, value]) => `${kind} { ${name}: ${before.get(name)} -> ${value} }`)
    );
  });
}

/** Gives the bare page’s element what a page decides: font, size, color and the like, and its width. */
function matchPlace(bare: GuideElement<object>, hostile: GuideElement<object>): void {
  const style = styleOf(hostile);
  const base = hostile.shadowRoot!.querySelector('.base')!;
  bare.removeAttribute('style');
  for (const name of FROM_THE_PAGE) bare.style.setProperty(name, style.getPropertyValue(name));
  bare.style.inlineSize = styleOf(base).inlineSize;
  bare.style.maxInlineSize = 'none';
}

/** Every element with its variants; a guide’s parts are tested on their own. */
const EXAMPLES: Example[] = [
  ...guideParts.filter(({ element }, index) => guideParts.findIndex((part) => part.element === element) === index),
  ...edges.filter(({ element }) => element === 'guide-note').slice(0, 3),
  {
    name: 'scrolling',
    element: 'guide-comparison',
    content: edges.find(({ element, name }) => element === 'guide-comparison' && /five/i.test(name))?.content ?? {},
  },
  {
    name: 'A guide',
    element: 'patient-guide',
    content: { title: 'A guide', summary: { text: 'Short.' }, faq: { items: [{ question: 'Why?', answer: 'So.' }] } },
  },
];

describe('on a page with its own styles', () => {
  let bare: Document;
  let hostile: Document;

  after(closeFrames);
  before(async () => {
    [bare, hostile] = [await open(EXAMPLES, page('')), await open(EXAMPLES, page(''))];
    for (const each of [bare, hostile]) {
      await fill(each, EXAMPLES);
      await pressAll(elementsOf(each));
    }
  });

  for (const [name, style] of Object.entries(STYLES))
    it(`everything inside looks the same as on a bare page: ${name}`, async () => {
      dress(hostile, style);
      bare.documentElement.dir = style.attributes?.['dir'] ?? '';
      await settled();
      for (const animation of hostile.getAnimations()) animation.finish();
      const found: string[] = [];
      const [plain, styled] = [elementsOf(bare), elementsOf(hostile)];
      plain.forEach((element, index) => matchPlace(element, styled[index]));
      await settled();
      for (const [index, element] of styled.entries()) {
        const differences = differencesOf(insideOfBare(plain[index], index), insideOf(element), style.rounding ?? 0.5);
        found.push(...differences.map((line) => `<${element.localName}> ${line}`));
      }
      expect(found.length, found.slice(0, 40).join('\n')).to.equal(0);
    });
});

/** The styles and positions of the page's own elements, its style sheets and its size. */
function outside(page: Document): Record<string, unknown> {
  const own = [...page.querySelectorAll('*')].filter((element) => !element.closest('[data-kit] > *'));
  const { documentElement: root } = page;
  return {
    elements: own.map((element) => (element.cloneNode(false) as Element).outerHTML),
    attributes: own.map((element) => element.getAttributeNames().join()),
    sheets: [page.styleSheets.length, page.adoptedStyleSheets.length],
    size: [root.scrollWidth, root.scrollHeight, page.body.scrollWidth, page.body.scrollHeight],
    places: own.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${[x, y, width, height].join()}`;
    }),
    styles: own.flatMap((element) => [...stylesOf(element)].map((style) => `${element.localName} ${style.join(': ')}`)),
  };
}

const differs = (before: unknown, after: unknown): string[] => {
  const [a, b] = [before, after] as [Record<string, unknown[] | string>, Record<string, unknown[] | string>];
  return Object.keys(a).flatMap((key) => {
    const now = [b[key]].flat();
    return [a[key]]
      .flat()
      .flatMap((value, at) => (value === now[at] ? [] : `${key}: ${String(value)} -> ${String(now[at])}`));
  });
};

describe('around the kit', () => {
  afterEach(closeFrames);
  /** The same size before and after the kit loads, so that nothing else has a reason to move. */
  const ROOM = '[data-kit] { display: block; block-size: 300px; inline-size: 500px; overflow: auto }';
  const SHEETS = [
    'Bootstrap',
    'Tailwind’s preflight',
    'a WordPress block theme',
    'an important reset',
    'rules for every element',
    'right to left',
    'a dark page',
  ];

  for (const name of SHEETS)
    it(`nothing on the page moves or looks different: ${name}`, async () => {
      const { css, attributes } = STYLES[name];
      const page = await open(EXAMPLES, {
        css: `${css} ${ROOM.replaceAll(/(?=;| })/g, ' !important')}`,
        attributes: attributes ?? {},
      });
      const before = outside(page);
      await fill(page, EXAMPLES);
      await pressAll(elementsOf(page));
      const shown = [...page.querySelectorAll('[data-kit]')].map((place) => place.scrollHeight);
      expect(Math.max(...shown), 'something is shown').to.be.greaterThan(1000);
      expect(differs(before, outside(page))).to.deep.equal([]);
    });

  describe('a disclaimer at an edge', () => {
    const barOf = (page: Document) => elementsOf(page)[0].shadowRoot!.querySelector('.bar')!;
    const withBar = async (placement: string, css: string): Promise<Document> => {
      const example: Example = { name: '', element: 'guide-disclaimer', content: { text: 'Text.', placement } };
      const page = await open([example], { css });
      await fill(page, [example]);
      return page;
    };

    for (const [placement, edge] of [
      ['top', 'Top'],
      ['bottom', 'Bottom'],
    ] as const) {
      it(`at the ${placement} changes only the root’s padding and scroll padding`, async () => {
        const page = await withBar('inline', 'body { block-size: 3000px }');
        const before = outside(page);
        elementsOf(page)[0].content = { text: 'Text.', placement };
        await settled();
        const { height } = barOf(page).getBoundingClientRect();
        const root = styleOf(page.documentElement);
        for (const room of [root[`padding${edge}`], root[`scrollPadding${edge}`]])
          expect(parseFloat(room)).to.be.closeTo(height, 0.5);
        page.documentElement.style.cssText = 'padding: 0 !important; scroll-padding: 0 !important';
        page.querySelector<HTMLElement>('[data-kit]')!.style.blockSize = '0';
        const shifted = (line: string) =>
          !/^(?:sheets|size|places|attributes)|html |(?:height|origin): |: calc|div display|(?:div|body|main) /.test(
            line,
          );
        expect(differs(before, outside(page)).filter(shifted)).to.deep.equal([]);
      });

      for (const css of [
        '* { padding: 0 !important; scroll-padding: 0 !important }',
        'html { padding: 0 }',
        '* { all: unset !important }',
      ])
        it(`at the ${placement} reserves its space on a page with ${css}`, async () => {
          const page = await withBar(placement, css);
          const { height } = barOf(page).getBoundingClientRect();
          const root = styleOf(page.documentElement);
          expect(height).to.be.greaterThan(20);
          for (const room of [root[`padding${edge}`], root[`scrollPadding${edge}`]])
            expect(parseFloat(room)).to.be.closeTo(height, 0.5);
        });

      for (const css of [
        'transform: translateX(1px)',
        'filter: blur(0)',
        'contain: paint',
        'will-change: transform',
        'perspective: 9px',
        'backdrop-filter: blur(1px)',
        'container-type: inline-size',
      ])
        it(`at the ${placement} covers no text when it cannot stay at the window’s edge: main { ${css} }`, async () => {
          const page = await withBar(placement, `main { ${css}; min-block-size: 1500px }`);
          const bar = barOf(page);
          const { top, bottom } = bar.getBoundingClientRect();
          const isAtEdge = placement === 'top' ? top === 0 : bottom === page.defaultView!.innerHeight;
          const { position } = styleOf(bar);
          const { paddingTop, paddingBottom } = styleOf(page.documentElement);
          const room = parseFloat(paddingTop) + parseFloat(paddingBottom);
          expect(position, `from ${top} to ${bottom}`).to.equal(isAtEdge ? 'fixed' : 'relative');
          expect(room).to.be.closeTo(isAtEdge ? bottom - top : 0, 0.5);
        });
    }
  });
});
