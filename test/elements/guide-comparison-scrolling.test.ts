import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { emulate, expectAccessible, find, findAll, inChromium, inChromiumAndFirefox, settled } from '../helpers.js';
import {
  resetWindow,
  isRead,
  areColumns,
  ROUNDING,
  cellsOf,
  contentOf,
  showIn,
  panelOf,
  isTooWide,
} from './guide-comparison.helpers.js';

describe('<guide-comparison>', () => {
  afterEach(resetWindow);

  describe('when it is wider than its container', () => {
    it('scrolls sideways in its own box, and the page does not', async () => {
      const element = await showIn(700, contentOf(5));
      await expectAccessible(element);
      expect(areColumns(element)).to.equal(true);
      expect(isTooWide(panelOf(element))).to.equal(true);
      expect(isTooWide(element.parentElement!)).to.equal(false);
    });

    it('keeps the questions at the left edge while it scrolls, and covers the cells behind them', async () => {
      const element = await showIn(700, contentOf(5));
      const panel = panelOf(element);
      panel.scrollLeft = 1e6;
      expect(panel.scrollLeft).to.be.greaterThan(100);
      for (const cell of findAll(element, 'tr > :first-child')) {
        expect(cell.getBoundingClientRect().left).to.be.closeTo(panel.getBoundingClientRect().left, ROUNDING);
        expect(getComputedStyle(cell).backgroundColor).to.equal('rgb(255, 255, 255)');
        const { x, y, width, height } = cell.getBoundingClientRect();
        expect(element.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2)!.closest('th')).to.equal(cell);
      }
      expect(cellsOf(element, 4)[0].right).to.be.closeTo(panel.getBoundingClientRect().right, 1);
      await expectAccessible(element);
    });

    it('keeps the questions at the right edge on a right-to-left page', async () => {
      const element = await showIn(700, contentOf(5), {}, { direction: 'rtl' });
      const panel = panelOf(element);
      expect(cellsOf(element, 0)[0].left).to.be.at.least(cellsOf(element, 1)[0].right - ROUNDING);
      panel.scrollLeft = -1e6;
      expect(panel.scrollLeft).to.be.lessThan(-100);
      for (const cell of findAll(element, 'tr > :first-child'))
        expect(cell.getBoundingClientRect().right).to.be.closeTo(panel.getBoundingClientRect().right, ROUNDING);
      await expectAccessible(element);
    });

    it('takes focus, shows a focus outline and scrolls with the keyboard', async () => {
      const element = await showIn(700, contentOf(5));
      const panel = panelOf(element);
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(panel);
      expect(getComputedStyle(panel).outlineStyle).to.equal('solid');
      expect(parseFloat(getComputedStyle(panel).outlineWidth)).to.be.at.least(2);
      await expectAccessible(element);
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => panel.scrollLeft > 0, 'the arrow key scrolls the table');
    });

    inChromium.it('has an accessible name, even without a heading', async () => {
      await showIn(700, contentOf(5));
      expect(await isRead('group', 'Many options')).to.equal(true);
      const element = await showIn(700, { ...contentOf(5), title: '' });
      await expectAccessible(element);
      expect(await isRead('group', 'Compare the options')).to.equal(true);
    });

    for (const [count, width, scrolls] of [
      [2, 600, false],
      [3, 600, true],
      [3, 780, false],
      [4, 780, true],
      [5, 780, true],
      [5, 1200, false],
      [5, 320, false],
    ] as const)
      it(`${scrolls ? 'is' : 'is not'} a tab stop with ${count} options at ${width} px`, async () => {
        const element = await showIn(width, contentOf(count));
        expect(isTooWide(panelOf(element))).to.equal(scrolls);
        expect(panelOf(element).tabIndex).to.equal(scrolls ? 0 : -1);
        await sendKeys({ press: 'Tab' });
        expect(element.shadowRoot!.activeElement).to.equal(scrolls ? panelOf(element) : null);
      });

    inChromium.it('is a group for screen readers only while it scrolls', async () => {
      const element = await showIn(600, contentOf(3));
      expect(await isRead('group', 'Many options')).to.equal(true);
      element.parentElement!.style.inlineSize = '780px';
      await settled();
      expect(await isRead('group', 'Many options')).to.equal(false);
    });

    it('stops being a tab stop when its container grows wide enough, and becomes one again when it shrinks', async () => {
      const element = await showIn(700, contentOf(5));
      element.parentElement!.style.inlineSize = '1200px';
      await settled();
      expect(panelOf(element).hasAttribute('tabindex')).to.equal(false);
      expect(panelOf(element).hasAttribute('role')).to.equal(false);
      await expectAccessible(element);
      element.parentElement!.style.inlineSize = '700px';
      await settled();
      expect(panelOf(element).tabIndex).to.equal(0);
    });

    it('becomes a tab stop when new content has more options', async () => {
      const element = await showIn(700, contentOf(2));
      expect(panelOf(element).tabIndex).to.equal(-1);
      element.content = contentOf(5);
      await element.updateComplete;
      await settled();
      expect(panelOf(element).tabIndex).to.equal(0);
    });

    it('still tracks whether it scrolls after moving to another container', async () => {
      const element = await showIn(700, contentOf(5));
      const other = await showIn(1200, contentOf(2));
      other.parentElement!.append(element);
      await settled();
      expect(panelOf(element).hasAttribute('tabindex')).to.equal(false);
      other.parentElement!.style.inlineSize = '700px';
      await settled();
      expect(panelOf(element).tabIndex).to.equal(0);
    });

    inChromiumAndFirefox.it('prints every option, because paper does not scroll', async () => {
      const element = await showIn(700, contentOf(5));
      await emulate({ media: 'print' });
      await settled();
      const { right } = element.parentElement!.getBoundingClientRect();
      for (const option of [0, 1, 2, 3, 4])
        for (const cell of cellsOf(element, option)) expect(cell.right).to.be.at.most(right + 1);
      expect(getComputedStyle(find(element, 'tr')).breakInside).to.equal('avoid');
    });
  });
});
