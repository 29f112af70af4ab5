import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { GuideElement } from '../src/core/guide-element.js';
import { type Example, edges, guideParts, guides } from './examples.js';
import { settled } from './helpers.js';

/** What an element has from the page, by design. Everything else inside of it is its own. */
const FROM_THE_PAGE = ['font-family', 'font-size', 'color', 'color-scheme', 'direction', 'text-size-adjust'];

/** Every property that the browser knows, but no logical twins of physical ones. */
const NAMES = [...getComputedStyle(document.body)].filter((name) => !/^--|inline|block-(?!size)|^(?:block-size|inset)/.test(name));

const text = async (path: string): Promise<string> => (await fetch(path)).text();

/** A page's style: a sheet, and attributes of `<html>`. */
interface Style {
  readonly css: string;
  readonly attributes?: Record<string, string>;
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
  'a reset that is important': page('*, ::before, ::after { all: unset !important }'),
  'a reset to the browser’s own': page('* { all: revert !important }'),
  'rules for every element': page(`* { ${EVERYTHING} float: left; transition: all 3s }`),
  'important rules for every element': page(`* { ${important(EVERYTHING)} }`),
  'a size and a colour for every element': page('* { font-size: 21px !important; color: #123 !important }'),
  'huge letters': page('body { font-size: 48px }'),
  'tiny letters': page('body { font-size: 7px }'),
  'rules for the kit’s tags': page(
    `patient-guide, [data-kit] > * { display: inline; float: left; opacity: 0.9; ${EVERYTHING} }`,
  ),
  'rules for the kit’s tags, important': page(
    `patient-guide, [data-kit] > * { display: flex !important; flex-direction: row-reverse !important; columns: 3 !important;
      box-sizing: content-box !important; overflow: clip !important; ${important(EVERYTHING)} }`,
  ),
  ':not(:defined) { display: none }': page(':not(:defined) { display: none }'),
  'rules for what is inside': page(
    `.base, .item, .row, .hidden, .muted, h2, h3, p, ul, li, a, button, table, td, th, dl, dd, svg, path, label, input, textarea {
      ${important(EVERYTHING)} display: inline !important; position: absolute !important; color: red !important }`,
  ),
  'names like the kit’s own': page(
    `* { --accent: red; --muted: red; --line: 9px dotted red; --radius: 9px; --space: 90px; --half: 90px; --target: 1px;
      --tone: red; --white: 0.5 }`,
  ),
  'right to left': page('', { dir: 'rtl' }),
  'right to left by style': page('body { direction: rtl; unicode-bidi: bidi-override }'),
  'a dark page': page(':root { color-scheme: dark }'),
  'a dark page of colours alone': page('body { background: #111; color: #eee }'),
  'vertical writing above': page('[data-kit] { writing-mode: vertical-rl; text-orientation: upright }'),
  'everything unset above': page('body, main, [data-kit] { all: unset }'),
  'columns above': page('main { columns: 2 } [data-kit] { break-inside: avoid }'),
  'a flex row above': page('[data-kit] { display: flex; align-items: center }'),
  'a grid above': page('[data-kit] { display: grid; place-items: center; grid-template-columns: 1fr 1fr }'),
  'names like the kit’s own, registered': page(
    ['accent', 'muted', 'line', 'radius', 'space', 'half', 'target', 'tone', 'white']
      .map((name) => `@property --${name} { syntax: '<length>'; inherits: false; initial-value: 3px }`)
      .join(''),
  ),
  'a page zoomed by style': page('body { zoom: 1.5 }'),
  'an element zoomed by style': page('[data-kit] > * { zoom: 0.75 }'),
  'transforms, filters and containment above': page(
    'main { transform: rotate(1deg); filter: blur(1px) } [data-kit] { contain: content; will-change: transform; perspective: 9px }',
  ),
};

/** The page's own elements, and a place for each of the kit's. */
const pageOf = (examples: readonly Example[]): string => `<!doctype html><html lang="en"><head></head><body>
  <header><nav><ul><li><a href="#a">Home</a></li></ul></nav><h1>The clinic</h1></header>
  <main class="is-layout-constrained entry-content"><h2>About</h2><p>Some <b>text</b> and a <a href="#b">link</a>.</p>
  ${examples.map(({ element }) => `<div data-kit><${element}></${element}></div>`).join('')}
  <p><button>Press</button> <label><input type="checkbox" /> Tick</label> <input /> <textarea></textarea></p>
  <table><caption>Hours</caption><tr><th>Day</th><td>9 to 5</td></tr></table>
  <dl><dt>Term</dt><dd>Fact</dd></dl><details open><summary>More</summary>Text</details><svg viewBox="0 0 9 9"><path d="M0 0h9v9z" /></svg>
  </main><footer>End</footer></body></html>`;

const elementOf = (place: Element): GuideElement<object> => place.firstElementChild as GuideElement<object>;

/** A page in a frame of its own: its root and body can be styled, and nothing of it stays. */
async function open(examples: readonly Example[], { css, attributes = {} }: Style, width = 1000): Promise<Document> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { inlineSize: `${width}px`, blockSize: '800px', border: '0' });
  frame.srcdoc = pageOf(examples);
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument!;
  dress(page, { css, attributes });
  return page;
}

/** The page's style is that one, at once. */
function dress(page: Document, { css, attributes = {} }: Style): void {
  const style = page.head.querySelector('style') ?? page.head.appendChild(page.createElement('style'));
  style.textContent = css;
  const root = page.documentElement;
  for (const name of root.getAttributeNames()) if (name !== 'lang') root.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  for (const animation of page.getAnimations()) animation.finish();
}

/** Loads the kit, as a page does, and gives each element its content. */
async function fill(page: Document, examples: readonly Example[]): Promise<void> {
  const script = page.createElement('script');
  script.src = '/dist/patient-guide.js';
  const loaded = new Promise((done) => script.addEventListener('load', done, { once: true }));
  page.head.append(script);
  await loaded;
  // The page has no more elements than it wrote.
  script.remove();
  for (const [index, place] of [...page.querySelectorAll('[data-kit]')].entries())
    elementOf(place).content = examples[index].content;
  await settled();
}

const rootsIn = (element: Element): ShadowRoot[] =>
  element.shadowRoot
    ? [element.shadowRoot, ...[...element.shadowRoot.querySelectorAll('*')].flatMap((inner) => rootsIn(inner))]
    : [];

/** All that is pressed once is pressed, so that what it shows is there. */
async function press(page: Document): Promise<void> {
  for (const root of [...page.querySelectorAll('[data-kit]')].flatMap((place) => rootsIn(elementOf(place))))
    for (const control of root.querySelectorAll<HTMLElement>('.question, .share, li [type=checkbox], [part=item] [type=checkbox]'))
      control.click();
  await settled();
}

/** What is inside, one of each kind, by what it is. What a guide is made of is looked at where it stands alone. */
function kindsIn(element: Element): Map<string, [Element, string?]> {
  const kinds = new Map<string, [Element, string?]>();
  for (const inner of element.shadowRoot!.querySelectorAll('.base, .base *')) {
    const name = (each: Element) => `${each.localName} ${each.getAttribute('class') ?? each.getAttribute('part') ?? ''}`;
    const kind = `${name(inner.parentElement ?? element)} > ${name(inner)}`;
    if (kinds.has(kind)) continue;
    kinds.set(kind, [inner]);
    const pseudo = inner.localName === 'li' ? '::marker' : inner.matches('input, textarea') && '::placeholder';
    if (pseudo) kinds.set(`${kind}${pseudo}`, [inner, pseudo]);
  }
  return kinds;
}

const stylesOf = (element: Element, pseudo?: string): Map<string, string> => {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element, pseudo);
  return new Map(NAMES.map((name) => [name, style.getPropertyValue(name)]));
};

/** Lengths are rounded where something is zoomed or laid out from another start. */
const isSame = (a = '', b = ''): boolean => {
  if (a === b) return true;
  const numbers = (value: string) => [...value.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const [as, bs] = [numbers(a), numbers(b)];
  return (
    a.replace(/-?\d+(?:\.\d+)?/g, '#') === b.replace(/-?\d+(?:\.\d+)?/g, '#') &&
    as.every((value, at) => Math.abs(value - bs[at]) <= 0.1)
  );
};

/** Where two elements with the same content differ inside. */
function differencesOf(bare: Element, hostile: Element): string[] {
  const expected = kindsIn(bare);
  const found = kindsIn(hostile);
  expect([...found.keys()]).to.deep.equal([...expected.keys()]);
  return [...found].flatMap(([kind, at]) => {
    const before = stylesOf(...expected.get(kind)!);
    return [...stylesOf(...at)]
      .filter(([name, value]) => !isSame(before.get(name), value))
      .map(([name, value]) => `${kind} { ${name}: ${before.get(name)} -> ${value} }`);
  });
}

/** The bare page's element has all that the page decides: font, size, colour and the like, and the width it is given. */
function matchPlace(bare: GuideElement<object>, hostile: GuideElement<object>): void {
  const style = hostile.ownerDocument.defaultView!.getComputedStyle(hostile);
  const base = hostile.shadowRoot!.querySelector('.base')!;
  bare.removeAttribute('style');
  for (const name of FROM_THE_PAGE) bare.style.setProperty(name, style.getPropertyValue(name));
  bare.style.inlineSize = hostile.ownerDocument.defaultView!.getComputedStyle(base).inlineSize;
  bare.style.maxInlineSize = 'none';
}

/** Every part of the first guide that differs from the others, what is hard to show, and the whole guide. */
const EXAMPLES: Example[] = [
  ...guideParts.filter(({ element }, index) => guideParts.findIndex((part) => part.element === element) === index),
  ...edges.filter(({ element }) => element === 'guide-note').slice(0, 3),
  { name: 'scrolling', element: 'guide-comparison', content: edges.find(({ element, name }) => element === 'guide-comparison' && /five/i.test(name))?.content ?? {} },
  guides[0],
];

describe('on a page with a style of its own', () => {
  let bare: Document;
  let hostile: Document;

  after(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
  before(async () => {
    [bare, hostile] = [await open(EXAMPLES, page('')), await open(EXAMPLES, page(''))];
    for (const each of [bare, hostile]) {
      await fill(each, EXAMPLES);
      await press(each);
    }
  });

  for (const [name, style] of Object.entries(STYLES))
    it(`everything inside is as on a bare page: ${name}`, async () => {
      dress(hostile, style);
      bare.documentElement.dir = style.attributes?.dir ?? '';
      await settled();
      for (const animation of hostile.getAnimations()) animation.finish();
      const found: string[] = [];
      const [plain, styled] = [bare, hostile].map((each) => [...each.querySelectorAll('[data-kit]')].map(elementOf));
      plain.forEach((element, index) => matchPlace(element, styled[index]));
      await settled();
      for (const [index, element] of plain.entries())
        found.push(...differencesOf(element, styled[index]).map((line) => `<${element.localName}> ${line}`));
      expect(found.length, found.slice(0, 40).join('\n')).to.equal(0);
    });
});
