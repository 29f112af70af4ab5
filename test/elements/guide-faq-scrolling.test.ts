import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { settled, show, showHtml, SPACE_BAR } from '../helpers.js';
import {
  startAnew,
  expectToStayInPlace,
  scrollToTop,
  makeTall,
  long,
  buttonNamed,
  press,
  seenAnswers,
  work,
  pain,
  cost,
} from './guide-faq.helpers.js';

describe('<guide-faq>', () => {
  startAnew();

  describe('with `single`, in a scroll container', () => {
    for (const [what, padding, doesBoxMove] of [
      ['the box scrolls and the page does not', '500px', false],
      ['the page scrolls when the box cannot', '0px', true],
    ] as const)
      it(`keeps the pressed question in place: ${what}`, async () => {
        const faq = await show('guide-faq', { items: [work, long, pain] }, { single: '' });
        makeTall(faq);
        const box = await showHtml('<div style="block-size: 300px; overflow: auto"></div>');
        faq.parentElement!.append(box);
        box.append(faq);
        faq.style.paddingBlock = padding;
        await press(faq, 'What is a fusion?');
        const pressed = buttonNamed(faq, 'Will it hurt?');
        scrollToTop(box, 100);
        box.scrollTop += pressed.getBoundingClientRect().top - 200;
        await settled();
        const before = [pressed, box].map((element) => element.getBoundingClientRect().top);
        pressed.click();
        await faq.updateComplete;
        await settled();
        const moved = [pressed, box].map((element, index) => element.getBoundingClientRect().top - before[index]);
        expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
        expect(moved[0]).to.be.closeTo(0, 1);
        expect(Math.abs(moved[1]) > 1).to.equal(doesBoxMove);
      });

    it('keeps the pressed question in place in another element’s shadow tree, whose page scrolls', async () => {
      const faq = await show('guide-faq', { items: [work, long, pain] }, { single: '' });
      makeTall(faq);
      const host = document.createElement('div');
      faq.parentElement!.append(host);
      const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      inner.append(faq);
      await press(faq, 'What is a fusion?');
      await expectToStayInPlace(faq, 'Will it hurt?', 1);
    });
  });

  describe('opening a question', () => {
    for (const [where, distance] of [
      ['in the middle of the window', 250],
      ['at its bottom edge', 590],
      ['half above its top edge', -20],
    ] as const) {
      it(`does not scroll the page when the question is ${where}`, async () => {
        const faq = await show('guide-faq', { items: [cost, long, pain] });
        makeTall(faq);
        const pressed = buttonNamed(faq, 'What is a fusion?');
        scrollToTop(pressed, distance);
        await settled();
        const before = [scrollY, pressed.getBoundingClientRect().top];
        pressed.click();
        await faq.updateComplete;
        await settled();
        expect(seenAnswers(faq)).to.deep.equal(['What is a fusion?']);
        expect([scrollY, pressed.getBoundingClientRect().top]).to.deep.equal(before);
      });
    }

    it('does not scroll the page when opened with the keyboard', async () => {
      const faq = await show('guide-faq', { items: [cost, long, pain] });
      makeTall(faq);
      const pressed = buttonNamed(faq, 'What is a fusion?');
      scrollToTop(pressed, 400);
      pressed.focus({ preventScroll: true });
      const before = [scrollY, pressed.getBoundingClientRect().top];
      for (const key of ['Enter', 'Enter', SPACE_BAR]) {
        await sendKeys({ press: key });
        await faq.updateComplete;
        await settled();
        expect([scrollY, pressed.getBoundingClientRect().top]).to.deep.equal(before);
      }
      expect(seenAnswers(faq)).to.deep.equal(['What is a fusion?']);
    });

    it('takes no focus and does not scroll when a script changes the content', async () => {
      const faq = await show('guide-faq', { items: [cost, long] });
      makeTall(faq);
      const before = scrollY;
      faq.content = { items: [long, cost, pain] };
      await faq.updateComplete;
      await settled();
      expect(document.activeElement?.localName).to.equal('body');
      expect(scrollY).to.equal(before);
    });
  });
});
