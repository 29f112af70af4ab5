import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import { emulate, expectAccessible, inChromium, inChromiumAndFirefox, show, SPACE_BAR } from '../helpers.js';
import {
  startAnew,
  accessibilityTree,
  focusedIn,
  buttonNamed,
  press,
  seenAnswers,
  work,
  pain,
  cost,
} from './guide-faq.helpers.js';

describe('<guide-faq>', () => {
  startAnew();

  describe('for screen readers', () => {
    inChromium.it(
      'is a region named by its title, with headings, and buttons that say whether they are open',
      async () => {
        const faq = await show('guide-faq', { title: 'Money', items: [cost, pain, work] });
        await press(faq, 'Will it hurt?');
        const region = await accessibilityTree('guide-faq');
        expect(region).to.include({ role: 'region', name: 'Money' });
        const [title, ...others] = region.children!;
        expect(title).to.include({ role: 'heading', name: 'Money', level: 2 });
        const buttons = others.filter(({ role }) => role === 'button');
        expect(buttons.map(({ name, expanded }) => [name, expanded])).to.deep.equal([
          ['Open all', undefined],
          ['What does it cost?', false],
          ['Will it hurt?', true],
          ['When can I work again?', false],
        ]);
      },
    );

    inChromium.it('has a heading around each question’s button', async () => {
      await show('guide-faq', { items: [cost, pain] });
      for (const name of ['What does it cost?', 'Will it hurt?']) {
        const inHeading = await accessibilityTree(`aria/${name}[role="heading"]`);
        expect(inHeading).to.include({ role: 'button', name });
      }
    });

    inChromium.it('is a region with a default name when no title is shown', async () => {
      await show('guide-faq', { title: '', items: [cost] });
      const region = await accessibilityTree('guide-faq');
      expect(region).to.include({ role: 'region', name: 'Common questions' });
    });

    inChromium.it('exposes an answer only while it is open', async () => {
      const faq = await show('guide-faq', { items: [work] });
      const isAnswerRead = async () =>
        JSON.stringify(await accessibilityTree('guide-faq')).includes('"After six weeks."');
      expect(await isAnswerRead()).to.equal(false);
      await press(faq, 'When can I work again?');
      expect(await isAnswerRead()).to.equal(true);
    });
  });

  describe('by keyboard alone', () => {
    /** Focuses an element right before the FAQ. Tabbing past the last stop would leave the page. */
    async function showAfterFocus(content: object, attributes: Record<string, string> = {}): Promise<GuideFaq> {
      const faq = await show('guide-faq', content, attributes);
      const [before, after] = [document.createElement('button'), document.createElement('button')];
      before.textContent = 'before';
      after.textContent = 'after';
      faq.before(before);
      faq.after(after);
      before.focus();
      return faq;
    }

    it('tabs through the questions in order', async () => {
      const faq = await showAfterFocus({ items: [cost, pain, work] });
      const reached = [];
      for (let presses = 0; presses < 5; presses++) {
        await sendKeys({ press: 'Tab' });
        reached.push(focusedIn(faq));
      }
      expect(reached).to.deep.equal([
        'Open all',
        'What does it cost?',
        'Will it hurt?',
        'When can I work again?',
        undefined,
      ]);
    });

    it('skips a link in a closed answer and stops at it in an open one', async () => {
      const faq = await showAfterFocus({ items: [pain, work] });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(focusedIn(faq)).to.equal('When can I work again?');
      await press(faq, 'Will it hurt?');
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      expect(focusedIn(faq)).to.equal('as a rule');
    });

    for (const key of ['Enter', SPACE_BAR]) {
      it(`opens and closes a question with ${key === SPACE_BAR ? 'Space' : key}, and keeps focus on it`, async () => {
        const faq = await showAfterFocus({ items: [cost, pain] });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.deep.equal(['What does it cost?']);
        expect(focusedIn(faq)).to.equal('What does it cost?');
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.deep.equal([]);
        expect(focusedIn(faq)).to.equal('What does it cost?');
      });

      it(`opens and closes all questions with ${key === SPACE_BAR ? 'Space' : key}`, async () => {
        const faq = await showAfterFocus({ items: [cost, pain, work] });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.have.length(3);
        expect(focusedIn(faq)).to.equal('Close all');
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.deep.equal([]);
      });
    }

    it('outlines the focused question', async () => {
      const faq = await showAfterFocus({ items: [cost] });
      expect(getComputedStyle(buttonNamed(faq, 'What does it cost?')).outlineStyle).to.equal('none');
      await sendKeys({ press: 'Tab' });
      expect(getComputedStyle(buttonNamed(faq, 'What does it cost?')).outlineStyle).to.equal('solid');
    });
  });

  describe('passes axe', () => {
    const states: Record<string, (faq: GuideFaq) => unknown> = {
      closed: () => undefined,
      'one open': (faq) => press(faq, 'Will it hurt?'),
      'all open': (faq) => press(faq, 'Open all'),
      'one open, with `single`': (faq) => {
        faq.single = true;
        return press(faq, 'Will it hurt?');
      },
      'one open, with `share`': (faq) => {
        faq.share = true;
        return press(faq, 'Will it hurt?');
      },
      'one open, without a title': (faq) => {
        faq.content = { ...faq.content!, title: '' };
        return press(faq, 'Will it hurt?');
      },
    };
    const looks: Record<string, (faq: GuideFaq) => unknown> = {
      light: () => undefined,
      dark: (faq) => {
        // axe assumes that a page without a background is white.
        faq.parentElement!.style.cssText = 'color-scheme: dark; background: canvas; color: canvastext';
        expect(getComputedStyle(faq.parentElement!).backgroundColor).not.to.equal('rgb(255, 255, 255)');
      },
      'forced colors': async () => {
        await emulate({ 'forced-colors': 'active' });
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      },
      'right to left': (faq) => {
        faq.parentElement!.dir = 'rtl';
      },
      '320 px wide': async () => {
        await setViewport({ width: 320, height: 600 });
        expect(document.documentElement.scrollWidth).to.equal(320);
      },
    };
    for (const [state, bring] of Object.entries(states)) {
      for (const [look, put] of Object.entries(looks)) {
        (look === 'forced colors' ? inChromiumAndFirefox.it : it)(`${state}, ${look}`, async () => {
          const faq = await show('guide-faq', { items: [cost, pain, work] });
          await put(faq);
          await bring(faq);
          await faq.updateComplete;
          await expectAccessible(faq);
        });
      }
    }
  });
});
