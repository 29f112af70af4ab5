import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { contrast } from './colours.js';
import { rootsIn, styleOf } from './frames.js';
import { settled } from './helpers.js';
import {
  useAll,
  everything,
  insideKit,
  collisionsIn,
  nameOf,
  stopsIn,
  lostIn,
  isSidewaysFree,
  openGuide,
  openRoom,
  close,
} from './accessibility.helpers.js';

function focusIn(page: Document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

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
