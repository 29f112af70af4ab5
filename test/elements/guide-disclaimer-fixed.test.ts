import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { emulate, expectAccessible, find, inChromiumAndFirefox, settled, showHtml } from '../helpers.js';
import {
  dismiss,
  expectRoomFor,
  heightOf,
  barOf,
  showFixed,
  dismissible,
  isFixed,
  focusedName,
} from './guide-disclaimer.helpers.js';

/** Some engines scroll by whole pixels. */
const ROUNDING = 0.5;

describe('<guide-disclaimer>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    scrollTo(0, 0);
  });

  describe('fixed', () => {
    /** Fills a page several windows long with lines, each of them a link. */
    async function showLongPage(): Promise<HTMLAnchorElement[]> {
      const page = await showHtml('<main></main>');
      for (let line = 0; line < 60; line++) {
        const paragraph = document.createElement('p');
        paragraph.style.cssText = 'margin: 0; padding-block: 7px';
        const link = document.createElement('a');
        link.href = '#';
        link.textContent = `Line ${line}`;
        paragraph.append(link);
        page.append(paragraph);
      }
      return [...page.querySelectorAll('a')];
    }

    const isInWindow = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;

    it('at the bottom, spans the bottom edge of the window', async () => {
      await showLongPage();
      const disclaimer = await showFixed({ placement: 'bottom' });
      for (const y of [0, 500, 100_000]) {
        scrollTo(0, y);
        const { bottom, left, width } = barOf(disclaimer).getBoundingClientRect();
        expect({ bottom, left, width }).to.deep.equal({ bottom: innerHeight, left: 0, width: innerWidth });
      }
    });

    it('at the top, spans the top edge of the window', async () => {
      await showLongPage();
      const disclaimer = await showFixed({ placement: 'top' });
      for (const y of [0, 500, 100_000]) {
        scrollTo(0, y);
        const { top, left, width } = barOf(disclaimer).getBoundingClientRect();
        expect({ top, left, width }).to.deep.equal({ top: 0, left: 0, width: innerWidth });
      }
    });

    it('at the bottom, reserves its height on the page', async () => {
      const disclaimer = await showFixed({ placement: 'bottom' });
      expectRoomFor({ bottom: disclaimer });
    });

    it('at the top, reserves its height on the page', async () => {
      const disclaimer = await showFixed({ placement: 'top' });
      expectRoomFor({ top: disclaimer });
    });

    it('at the top and the bottom at once, reserves space for each', async () => {
      const top = await showFixed({ placement: 'top' });
      const bottom = await showFixed({ placement: 'bottom', text: 'Short.' });
      expectRoomFor({ top, bottom });
      top.remove();
      expectRoomFor({ bottom });
    });

    it('reserves more space when its text grows or the window gets narrower', async () => {
      const disclaimer = await showFixed({ placement: 'bottom', text: 'Short.' });
      const short = heightOf(disclaimer);
      disclaimer.content = { placement: 'bottom', text: 'Now it is longer. '.repeat(8) };
      await disclaimer.updateComplete;
      await settled();
      const longer = heightOf(disclaimer);
      expect(longer).to.be.above(short);
      expectRoomFor({ bottom: disclaimer });
      await setViewport({ width: 320, height: 600 });
      await settled();
      expect(heightOf(disclaimer)).to.be.above(longer);
      expectRoomFor({ bottom: disclaimer });
    });

    it('at the bottom, never covers the last line of the page after scrolling to the end', async () => {
      const last = (await showLongPage()).at(-1)!;
      const disclaimer = await showFixed({ placement: 'bottom' });
      scrollTo(0, document.documentElement.scrollHeight);
      const line = last.getBoundingClientRect();
      expect(isInWindow(line)).to.equal(true);
      expect(line.bottom).to.be.at.most(barOf(disclaimer).getBoundingClientRect().top);
    });

    it('at the top, never covers the first line of the page', async () => {
      const [first] = await showLongPage();
      const disclaimer = await showFixed({ placement: 'top' });
      const line = first.getBoundingClientRect();
      expect(isInWindow(line)).to.equal(true);
      expect(line.top).to.be.at.least(barOf(disclaimer).getBoundingClientRect().bottom);
    });

    it('at the bottom, never covers what Tab focuses', async () => {
      const links = await showLongPage();
      const disclaimer = await showFixed({ placement: 'bottom' });
      const edge = barOf(disclaimer).getBoundingClientRect().top;
      links[0].focus();
      for (const link of links.slice(1, 40)) {
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal(link.textContent);
        expect(isInWindow(link.getBoundingClientRect())).to.equal(true);
        expect(link.getBoundingClientRect().bottom).to.be.at.most(edge + ROUNDING);
      }
      expect(scrollY).to.be.above(500);
    });

    it('at the top, never covers what Shift+Tab focuses', async () => {
      const links = await showLongPage();
      const disclaimer = await showFixed({ placement: 'top' });
      const edge = barOf(disclaimer).getBoundingClientRect().bottom;
      links[50].focus();
      await sendKeys({ down: 'Shift' });
      for (const link of links.slice(10, 50).reverse()) {
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal(link.textContent);
        expect(isInWindow(link.getBoundingClientRect())).to.equal(true);
        expect(link.getBoundingClientRect().top).to.be.at.least(edge - ROUNDING);
      }
      await sendKeys({ up: 'Shift' });
    });

    for (const tag of ['input', 'textarea'] as const)
      it(`at the bottom, never covers the ${tag} that a reader fills in, even if the browser scrolls it to the edge`, async () => {
        const lines = await showLongPage();
        const disclaimer = await showFixed({ placement: 'bottom' });
        const field = document.createElement(tag);
        field.style.display = 'block';
        lines[30].after(field);
        scrollTo(0, field.offsetTop + field.offsetHeight - innerHeight);
        const edge = barOf(disclaimer).getBoundingClientRect().top;
        expect(field.getBoundingClientRect().bottom).to.be.above(edge);
        // As Safari does, which ignores the reserved space.
        field.focus({ preventScroll: true });
        await settled();
        expect(field.getBoundingClientRect().bottom).to.be.at.most(edge + ROUNDING);
      });

    describe('with long text', () => {
      const content = { placement: 'bottom', text: 'A long text. '.repeat(500) };

      it('leaves at least half of the window to the page', async () => {
        const disclaimer = await showFixed(content);
        expect(heightOf(disclaimer)).to.be.at.most(innerHeight / 2);
        expectRoomFor({ bottom: disclaimer });
      });

      it('scrolls, also with the keyboard', async () => {
        const disclaimer = await showFixed(content);
        const bar = barOf(disclaimer);
        expect(bar.scrollHeight).to.be.above(bar.clientHeight);
        await expectAccessible(disclaimer);
      });
    });

    describe('frees the space', () => {
      for (const placement of ['top', 'bottom'] as const) {
        it(`when it is removed from the ${placement}`, async () => {
          const sheets = document.adoptedStyleSheets.length;
          const disclaimer = await showFixed({ placement });
          expectRoomFor({ [placement]: disclaimer });
          disclaimer.remove();
          expectRoomFor({});
          expect(document.adoptedStyleSheets).to.have.length(sheets);
        });

        it(`when its content changes from ${placement} to inline, and reserves it again when it changes back`, async () => {
          const disclaimer = await showFixed({ placement });
          disclaimer.content = { placement: 'inline' };
          await disclaimer.updateComplete;
          await settled();
          expectRoomFor({});
          disclaimer.content = { placement };
          await disclaimer.updateComplete;
          await settled();
          expectRoomFor({ [placement]: disclaimer });
        });

        it(`when it is dismissed at the ${placement}`, async () => {
          const disclaimer = await showFixed({ placement, ...dismissible });
          expectRoomFor({ [placement]: disclaimer });
          await dismiss(disclaimer);
          expectRoomFor({});
        });
      }

      it('at one edge when it moves to the other', async () => {
        const disclaimer = await showFixed({ placement: 'top' });
        disclaimer.content = { placement: 'bottom' };
        await disclaimer.updateComplete;
        await settled();
        expectRoomFor({ bottom: disclaimer });
      });

      it('when the page hides it, and reserves it again when the page shows it', async () => {
        const disclaimer = await showFixed({ placement: 'bottom' });
        disclaimer.hidden = true;
        await settled();
        expectRoomFor({});
        disclaimer.hidden = false;
        await settled();
        expectRoomFor({ bottom: disclaimer });
      });

      it('but keeps it, once, when it is moved in the DOM', async () => {
        const sheets = document.adoptedStyleSheets.length;
        const disclaimer = await showFixed({ placement: 'bottom' });
        (await showHtml('<main></main>')).append(disclaimer);
        await disclaimer.updateComplete;
        await settled();
        expect(isFixed(disclaimer)).to.equal(true);
        expectRoomFor({ bottom: disclaimer });
        expect(document.adoptedStyleSheets).to.have.length(sheets + 1);
      });
    });

    describe('in a short window, as at 400% zoom', () => {
      for (const placement of ['top', 'bottom'] as const) {
        it(`stays inline instead of at the ${placement}`, async () => {
          await setViewport({ width: 640, height: 320 });
          const disclaimer = await showFixed({ placement });
          expect(isFixed(disclaimer)).to.equal(false);
          expectRoomFor({});
        });

        it(`moves to the ${placement} when the window grows, and back`, async () => {
          await setViewport({ width: 640, height: 320 });
          const disclaimer = await showFixed({ placement });
          await setViewport({ width: 640, height: 700 });
          await settled();
          expect(isFixed(disclaimer)).to.equal(true);
          expectRoomFor({ [placement]: disclaimer });
          await setViewport({ width: 640, height: 320 });
          await settled();
          expect(isFixed(disclaimer)).to.equal(false);
          expectRoomFor({});
        });
      }
    });

    describe('in print', () => {
      for (const placement of ['top', 'bottom'] as const) {
        inChromiumAndFirefox.it(`prints once, inline instead of over the page at the ${placement}`, async () => {
          const disclaimer = await showFixed({ placement, ...dismissible });
          await emulate({ media: 'print' });
          await settled();
          expect(getComputedStyle(barOf(disclaimer)).position).to.be.oneOf(['static', 'relative']);
          expect(barOf(disclaimer).getBoundingClientRect().height).to.be.above(40);
          expectRoomFor({});
        });
      }

      inChromiumAndFirefox.it(
        'reserves no space even without another measurement, because printing does not wait for observers',
        async () => {
          const { ResizeObserver } = window;
          window.ResizeObserver = class {
            observe = () => undefined;
            unobserve = () => undefined;
            disconnect = () => undefined;
          };
          const disclaimer = await showFixed({ placement: 'bottom' });
          window.ResizeObserver = ResizeObserver;
          expectRoomFor({ bottom: disclaimer });
          await emulate({ media: 'print' });
          await settled();
          expectRoomFor({});
        },
      );

      inChromiumAndFirefox.it('has no close button', async () => {
        const disclaimer = await showFixed({ placement: 'bottom', ...dismissible });
        expect(find(disclaimer, 'button').checkVisibility()).to.equal(true);
        await emulate({ media: 'print' });
        expect(find(disclaimer, 'button').checkVisibility()).to.equal(false);
      });
    });
  });
});
