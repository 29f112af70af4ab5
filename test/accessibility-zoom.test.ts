import { expect } from '@open-wc/testing';
import { styleOf } from './frames.js';
import { settled } from './helpers.js';
import {
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

describe('a whole guide', () => {
  afterEach(close);

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
});
