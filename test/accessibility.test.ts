import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { contrast } from './colours.js';
import { guides } from './examples.js';
import { addKit, closeFrames, openFrame, pressAll, rootsIn, styleOf } from './frames.js';
import type { PatientGuide } from '../src/elements/patient-guide/patient-guide.js';
import { emulate, inChromiumAndFirefox, settled } from './helpers.js';

const whole = {
  ...guides[0].content,
  note: { body: 'A [link](https://example.org/) in a note.', tone: 'caution', author: { name: 'The clinic' } },
  cta: { label: 'Schedule', href: '/schedule', phone: '+1 555 010 0199', text: 'Bring your report.' },
  disclaimer: { dismissible: true },
};

interface Look {
  readonly width?: number;
  readonly height?: number;
  /** The page’s CSS. */
  readonly css?: string;
  /** Also shows disclaimers fixed to the top and bottom of the window. */
  readonly bars?: boolean;
  /** Leaves the guide as it loads: nothing is pressed. */
  readonly untouched?: boolean;
}

/** Opens every question, checks every finding and adds a question of the reader’s own. */
async function useAll(guide: Element): Promise<void> {
  const own = rootsIn(guide).flatMap((root) => [...root.querySelectorAll<HTMLInputElement>('.own input')])[0];
  own.value = 'How long will I be in hospital?';
  own.form!.querySelector('button')!.click();
  await pressAll([guide]);
}

/** Opens a page with a whole guide that a reader has used. */
async function openGuide({
  width = 1000,
  height = 800,
  css = '',
  bars = false,
  untouched,
}: Look = {}): Promise<Document> {
  const barsOf = (placement: string) =>
    bars
      ? `<guide-disclaimer content='{"text":"Text.","dismissible":true,"placement":"${placement}"}'></guide-disclaimer>`
      : '';
  const page = await openFrame(
    `<!doctype html><html lang="en"><style>body { margin: 8px; background: #fff; color: #222 } ${css}</style><title>Guide</title>
    ${barsOf('top')}<a href="#before">Before</a><patient-guide></patient-guide><a href="#after">After</a>${barsOf('bottom')}`,
    width,
    height,
  );
  // Focus can move here from the frame, so it doesn’t leave the page.
  for (const place of ['prepend', 'append'] as const) {
    const button = document.createElement('button');
    button.className = 'outside';
    document.body[place](button);
  }
  await addKit(page);
  const guide = page.querySelector<PatientGuide>('patient-guide')!;
  guide.content = whole as never;
  await settled();
  await settled();
  if (!untouched) await useAll(guide);
  (page.activeElement as HTMLElement | null)?.blur();
  return page;
}

const everything = (page: Document): Element[] =>
  [...page.querySelectorAll('body *')].flatMap((element) => [
    element,
    ...rootsIn(element).flatMap((root) => [...root.querySelectorAll('*')]),
  ]);

const insideKit = (page: Document): Element[] =>
  everything(page).filter((element) => element.getRootNode() !== page && element.checkVisibility());

/** The tab stops in reading order, including those in shadow trees. */
function stopsIn(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const isStop = element.matches('a[href], button, input, textarea, [tabindex="0"]') && element.checkVisibility();
    return [...(isStop ? [element] : []), ...(element.shadowRoot ? stopsIn(element.shadowRoot) : [])];
  });
}

function focusIn(page: Document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const nameOf = (element: Element | null | undefined): string =>
  element
    ? `${element.localName} ${element.getAttribute('aria-label') ?? (element.textContent.trim() || element.id)}`.slice(
        0,
        60,
      )
    : 'nothing';

/** The color behind an element, from its own tree or the trees around it. */
function backgroundOf(element: Element): string {
  for (
    let at: Element | null = element;
    at;
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null
  ) {
    const { backgroundColor } = styleOf(at);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) && !backgroundColor.includes('/ 0.'))
      return backgroundColor;
  }
  return '#fff';
}

/** Boxes that cut off their text or scroll sideways. */
const lostIn = (page: Document): string[] =>
  insideKit(page)
    .filter((element) => styleOf(element).clipPath === 'none' && !element.closest('svg, .visually-hidden'))
    .flatMap((element) => {
      const { overflowX, overflowY, position } = styleOf(element);
      const isCut = (overflow: string, size: number, room: number) => !/visible/.test(overflow) && size > room + 1;
      const scrolls = overflowY === 'auto' && position === 'fixed';
      return isCut(overflowX, element.scrollWidth, element.clientWidth) ||
        (isCut(overflowY, element.scrollHeight, element.clientHeight) && !scrolls)
        ? `${nameOf(element)} ${element.className}: ${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}`
        : [];
    });

/** Controls whose text overflows their box. */
function collisionsIn(page: Document): string[] {
  const range = page.createRange();
  return stopsIn(page)
    .filter((stop) => stop.matches('button, .actions a') && stop.textContent.trim())
    .filter((stop) => {
      range.selectNodeContents(stop);
      const [words, box] = [range.getBoundingClientRect(), stop.getBoundingClientRect()];
      return (
        words.left < box.left - 1 ||
        words.right > box.right + 1 ||
        words.top < box.top - 1 ||
        words.bottom > box.bottom + 1
      );
    })
    .map(nameOf);
}

const isSidewaysFree = ({ documentElement: root }: Document): boolean => root.scrollWidth <= root.clientWidth;

/** The space between two fixed bars. */
function openRoom(page: Document): { top: number; bottom: number } {
  const [top, bottom] = [...page.querySelectorAll('guide-disclaimer')].map((bar) =>
    bar.shadowRoot!.querySelector('.bar')!,
  );
  const isFixed = (bar: Element) => styleOf(bar).position === 'fixed';
  return {
    top: isFixed(top) ? top.getBoundingClientRect().bottom : 0,
    bottom: isFixed(bottom) ? bottom.getBoundingClientRect().top : page.defaultView!.innerHeight,
  };
}

function close(): void {
  closeFrames();
  document.querySelectorAll('.outside').forEach((button) => button.remove());
}

describe('a whole guide', () => {
  afterEach(close);

  for (const [width, height] of [
    [1100, 800],
    [360, 740],
  ] as const)
    describe(`by keyboard, in a ${width} × ${height} window with disclaimers at both edges`, () => {
      const forward = (): Promise<void> => sendKeys({ press: 'Tab' });
      const back = async (): Promise<void> => {
        await sendKeys({ down: 'Shift' });
        await forward();
        await sendKeys({ up: 'Shift' });
      };

      /** Presses until focus leaves the page, and checks each stop. */
      async function walk(
        page: Document,
        press: () => Promise<void>,
        most: number,
        look: (stop: Element) => void,
      ): Promise<Element[]> {
        const stops: Element[] = [];
        const start = focusIn(page);
        while (stops.length <= most) {
          await press();
          // Safari scrolls fields into view a frame later.
          await settled();
          const stop = focusIn(page);
          if (!stop || stop === page.body || !page.hasFocus() || stop === start || stops.includes(stop)) break;
          stops.push(stop);
          look(stop);
        }
        return stops;
      }

      const isInView = (page: Document, stop: Element): void => {
        if (stop.getRootNode() === page || (stop.getRootNode() as ShadowRoot).host.matches('body > guide-disclaimer'))
          return;
        const { top, bottom } = stop.getBoundingClientRect();
        const room = openRoom(page);
        expect(room.bottom - room.top, 'the space between the bars').to.be.greaterThan(height / 3);
        // Browsers scroll the line with the caret into view, not the whole text area.
        const seen = Math.min(bottom, room.bottom) - Math.max(top, room.top);
        expect(seen, `${nameOf(stop)}: from ${top} to ${bottom}`).to.be.at.least(
          Math.min(bottom - top, stop.matches('textarea') ? 21 : 24) - 1,
        );
      };

      it('Tab visits every stop in reading order and leaves again, and each stop is visible', async () => {
        const page = await openGuide({ width, height, bars: true });
        const expected = stopsIn(page);
        expect(expected.length).to.be.at.least(50);
        (expected[0] as HTMLElement).focus();
        const stops = await walk(page, forward, expected.length, (stop) => {
          isInView(page, stop);
          if (stop.getRootNode() === page) return;
          const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = styleOf(stop);
          const isInside = parseFloat(outlineOffset) < 0;
          expect(outlineStyle, nameOf(stop)).to.equal('solid');
          expect(parseFloat(outlineWidth), nameOf(stop)).to.be.at.least(2);
          const behind = backgroundOf(
            isInside ? stop : (stop.parentElement ?? (stop.getRootNode() as ShadowRoot).host),
          );
          expect(contrast(outlineColor, behind), `${nameOf(stop)}: ${outlineColor} on ${behind}`).to.be.at.least(3);
        });
        expect(stops.map(nameOf)).to.deep.equal(expected.slice(1).map(nameOf));
      });

      it('Shift+Tab goes back the same way, and each stop is visible', async () => {
        const page = await openGuide({ width, height, bars: true });
        const expected = stopsIn(page);
        (expected.at(-1) as HTMLElement).focus();
        const stops = await walk(page, back, expected.length, (stop) => isInView(page, stop));
        expect(stops.map(nameOf).reverse()).to.deep.equal(expected.slice(0, -1).map(nameOf));
      });
    });

  for (const [what, look] of [
    ['at 320 px, as at 400% zoom of a wide window', { width: 320, height: 256 }],
    ['at 320 px with text twice as large', { width: 320, css: 'body { font-size: 32px }' }],
    ['at 640 px with text twice as large', { width: 640, css: 'body { font-size: 32px }' }],
    ['at 1280 px with text twice as large', { width: 1280, css: 'body { font-size: 32px }' }],
    ['at 1280 px with tiny text', { width: 1280, css: 'body { font-size: 8px }' }],
    ['at 320 px, right to left', { width: 320, css: 'html { direction: rtl }' }],
  ] as const)
    it(`cuts off no text and never scrolls sideways ${what}`, async () => {
      const page = await openGuide({ ...look, bars: true });
      expect(isSidewaysFree(page)).to.equal(true);
      expect(lostIn(page)).to.deep.equal([]);
      expect(collisionsIn(page)).to.deep.equal([]);
    });

  it('is not covered by a bar in a short window, as at 400% zoom', async () => {
    const page = await openGuide({ width: 320, height: 256, bars: true });
    expect(openRoom(page)).to.deep.equal({ top: 0, bottom: 256 });
  });

  for (const width of [320, 1100])
    it(`cuts off no text with a reader’s own letter, word, line and paragraph spacing, at ${width} px`, async () => {
      const page = await openGuide({ width, bars: true });
      const sheet = new (page.defaultView as Window & typeof globalThis).CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
      for (const root of everything(page).flatMap(({ shadowRoot }) => shadowRoot ?? []))
        root.adoptedStyleSheets.push(sheet);
      await settled();
      const button = stopsIn(page).find((stop) => stop.matches('.question'))!;
      expect(parseFloat(styleOf(button).letterSpacing), 'the reader’s style').to.be.closeTo(1.92, 0.1);
      expect(isSidewaysFree(page)).to.equal(true);
      expect(lostIn(page)).to.deep.equal([]);
      expect(collisionsIn(page)).to.deep.equal([]);
    });

  for (const css of ['', 'body { font-size: 10px }', 'body { font-size: 28px }'])
    it(`has 44 px targets, except for links in text: ${css || '16 px text'}`, async () => {
      const page = await openGuide({ width: 400, css });
      const targets = insideKit(page).filter((element) => element.matches('a[href], button, label, input, textarea'));
      expect(targets.length).to.be.greaterThan(60);
      for (const target of targets) {
        const isInText = target.matches('p a, li > p a, dd a, figcaption a, [part~="source"] a, a[part~="source"]');
        const inLabel = target.matches('label input');
        if (isInText || inLabel) continue;
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), `${nameOf(target)}: ${width} × ${height}`).to.be.at.least(43.9);
      }
    });

  it('keeps links in text 24 px apart unless they are in a sentence', async () => {
    const page = await openGuide({ width: 400 });
    const links = insideKit(page).filter((element) =>
      element.matches('dd a, figcaption a, [part~="source"] a, a[part~="source"]'),
    );
    const centers = links.map((link) => {
      const { x, y, width, height } = link.getBoundingClientRect();
      return { link, x: x + width / 2, y: y + height / 2, isLarge: height >= 24 && width >= 24 };
    });
    for (const a of centers)
      if (!a.isLarge)
        for (const b of centers)
          if (a !== b)
            expect(Math.hypot(a.x - b.x, a.y - b.y), `${nameOf(a.link)} and ${nameOf(b.link)}`).to.be.at.least(24);
    expect(links.length).to.be.at.least(2);
  });

  it('has accessible names that contain the visible text', async () => {
    const page = await openGuide();
    for (const stop of stopsIn(page)) {
      const label = stop.getAttribute('aria-label');
      const words = stop.matches('input, textarea')
        ? (stop.getAttribute('placeholder') ?? '')
        : stop.textContent.trim();
      if (stop.matches('button, a')) expect(label ?? words, stop.outerHTML).not.to.equal('');
      if (label && words && stop.matches('button, a')) expect(label).to.include(words);
    }
  });

  it('calls the same thing by the same name', async () => {
    const page = await openGuide();
    const prints = stopsIn(page).filter((stop) => /print/i.test(stop.textContent));
    expect(prints.length).to.equal(2);
    expect(new Set(prints.map((print) => print.textContent.trim())).size).to.equal(1);
  });

  it('shows nothing only on hover or focus: no tooltips, and hovering changes only colors and underlines', async () => {
    const page = await openGuide();
    expect(insideKit(page).filter((element) => element.hasAttribute('title'))).to.deep.equal([]);
    const rules = everything(page).flatMap(({ shadowRoot }) =>
      [...(shadowRoot?.adoptedStyleSheets ?? [])].flatMap((sheet) => [...sheet.cssRules]),
    );
    const hovering = rules
      .filter((rule) => rule.cssText.includes(':hover'))
      .map((rule) => (rule as CSSStyleRule).style);
    expect(hovering.length).to.be.greaterThan(0);
    for (const style of hovering)
      for (const name of style) expect(name).to.match(/^(?:color|text-(?:decoration|underline)[\w-]*)$/);
  });

  it('has empty live regions from the start, and announces in them what happened', async () => {
    const page = await openGuide({ untouched: true });
    const guide = page.querySelector('patient-guide')!;
    const statuses = () => rootsIn(guide).flatMap((root) => [...root.querySelectorAll('[role=status]')]);
    const before = statuses();
    expect(before.map((status) => (status.getRootNode() as ShadowRoot).host.localName)).to.have.members([
      'guide-checklist',
      'guide-matcher',
    ]);
    expect(before.map(({ textContent }) => textContent.trim())).to.deep.equal(['', '']);
    await useAll(guide);
    expect(statuses()).to.deep.equal(before);
    expect(before.map(({ textContent }) => textContent.trim()).sort()[0]).to.match(
      /How long will I be in hospital|second opinion/,
    );
    expect(before.every(({ textContent }) => textContent.trim())).to.equal(true);
  });

  it('moves nothing by itself', async () => {
    const page = await openGuide();
    for (const element of insideKit(page)) {
      const { animationName, transitionDuration, scrollBehavior } = styleOf(element);
      expect([animationName, transitionDuration, scrollBehavior], nameOf(element)).to.deep.equal([
        'none',
        '0s',
        'auto',
      ]);
    }
  });
});

inChromiumAndFirefox.describe('a whole guide in forced colors', () => {
  afterEach(async () => {
    close();
    await emulate({});
  });

  for (const scheme of ['light', 'dark'])
    it(`keeps every shape, line and edge visible, ${scheme}`, async () => {
      await emulate({ 'forced-colors': 'active', 'prefers-color-scheme': scheme });
      const page = await openGuide({ css: ':root { --guide-accent: #888; --guide-border: #888 }' });
      const probe = page.body.appendChild(page.createElement('i'));
      probe.style.cssText = 'background: canvas; color: canvastext';
      const { backgroundColor: canvas } = styleOf(probe);
      const shapes = insideKit(page).filter((element) => element.matches('path, span[part=icon]'));
      expect(shapes.length).to.be.greaterThan(20);
      for (const shape of shapes) {
        const lines =
          shape.localName === 'path'
            ? [styleOf(shape).stroke]
            : [styleOf(shape).borderTopColor, styleOf(shape, '::after').borderLeftColor];
        for (const line of lines)
          expect(contrast(line, canvas), `${nameOf((shape.getRootNode() as ShadowRoot).host)} ${line}`).to.be.at.least(
            3,
          );
      }
      for (const element of insideKit(page)) {
        const { borderTopStyle, borderTopWidth, borderTopColor, color } = styleOf(element);
        if (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0)
          expect(contrast(borderTopColor, canvas), `${nameOf(element)} ${borderTopColor}`).to.be.at.least(3);
        if (element.textContent.trim() && !element.matches('[part~=button][href]'))
          expect(contrast(color, canvas), nameOf(element)).to.be.at.least(4.5);
      }
    });
});
