import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { emulate, find, findAll, settled, show, showHtml, SPACE_BAR } from '../helpers.js';
import {
  dismiss,
  expectRoomFor,
  showFixed,
  dismissible,
  dismissButtons,
  seenOf,
  focusedName,
} from './guide-disclaimer.helpers.js';

describe('<guide-disclaimer>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    scrollTo(0, 0);
  });

  describe('when it is not dismissible', () => {
    for (const content of [
      { text: dismissible.text },
      { text: dismissible.text, dismissible: false },
      { text: dismissible.text, placement: 'bottom' },
    ]) {
      it(`has no button and ignores Escape, with ${JSON.stringify(content)}`, async () => {
        const disclaimer = await show('guide-disclaimer', content);
        let dismissals = 0;
        disclaimer.addEventListener('guide-dismiss', () => dismissals++);
        expect(dismissButtons(disclaimer)).to.deep.equal([]);
        find(disclaimer, 'a').focus();
        await sendKeys({ press: 'Escape' });
        await disclaimer.updateComplete;
        expect(seenOf(disclaimer)).to.include('Read this first');
        expect(dismissals).to.equal(0);
      });
    }
  });

  describe('when it is dismissible', () => {
    it('starts open, with a button large enough for a thumb that covers no text', async () => {
      await setViewport({ width: 320, height: 600 });
      const disclaimer = await show('guide-disclaimer', { ...dismissible, title: 'A title that is long. '.repeat(5) });
      const button = find(disclaimer, 'button').getBoundingClientRect();
      expect(Math.min(button.width, button.height)).to.be.at.least(44);
      for (const text of findAll(disclaimer, 'h2, p'))
        expect(text.getBoundingClientRect().right).to.be.at.most(button.left);
      expect(button.right).to.be.at.most(320);
    });

    it('closes when the button is pressed, and takes no space', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      expect(seenOf(disclaimer)).to.equal('');
      expect(disclaimer.getBoundingClientRect().height).to.equal(0);
    });

    for (const key of ['Enter', SPACE_BAR, 'Escape']) {
      it(`closes on ${key === SPACE_BAR ? 'Space' : key} after tabbing to the button`, async () => {
        const disclaimer = await show('guide-disclaimer', { text: 'This is no advice.', dismissible: true });
        const before = document.createElement('button');
        before.textContent = 'before';
        disclaimer.before(before);
        before.focus();
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal('Dismiss');
        await sendKeys({ press: key });
        await disclaimer.updateComplete;
        expect(seenOf(disclaimer)).to.equal('');
      });
    }

    it('closes on Escape when a link in its text has focus', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      find(disclaimer, 'a').focus();
      await sendKeys({ press: 'Escape' });
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.equal('');
    });

    for (const placement of ['inline', 'bottom'] as const) {
      it(`is one tab stop, its button, while all of it is visible, with placement ${placement}`, async () => {
        const disclaimer = await showFixed({ title: '', text: 'Short.', dismissible: true, placement });
        const [before, after] = [document.createElement('button'), document.createElement('button')];
        before.textContent = 'before';
        after.textContent = 'after';
        disclaimer.before(before);
        disclaimer.after(after);
        before.focus();
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal('Dismiss');
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal('after');
      });
    }

    it('ignores Escape when focus is elsewhere, and ignores other keys', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      const other = document.createElement('button');
      other.textContent = 'other';
      disclaimer.after(other);
      other.focus();
      await sendKeys({ press: 'Escape' });
      find(disclaimer, 'a').focus();
      await sendKeys({ press: 'a' });
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.include('Read this first');
    });

    for (const way of ['the button', 'Escape']) {
      it(`fires one event when it is closed by ${way}`, async () => {
        const disclaimer = await show('guide-disclaimer', dismissible);
        const heard: Event[] = [];
        const note = (event: Event) => void heard.push(event);
        document.body.addEventListener('guide-dismiss', note);
        find(disclaimer, 'button').focus();
        await sendKeys({ press: way === 'Escape' ? 'Escape' : 'Enter' });
        await sendKeys({ press: 'Escape' });
        await disclaimer.updateComplete;
        document.body.removeEventListener('guide-dismiss', note);
        expect(heard).to.have.length(1);
        expect(heard[0]).to.include({ bubbles: true, composed: true });
        expect(heard[0].target === disclaimer).to.equal(true);
      });
    }

    it('stays closed when its content changes', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      disclaimer.content = { ...dismissible, text: 'Something else.', placement: 'bottom' };
      await disclaimer.updateComplete;
      await settled();
      expect(seenOf(disclaimer)).to.equal('');
      expectRoomFor({});
    });

    it('stays closed when it is moved', async () => {
      const disclaimer = await showFixed({ ...dismissible, placement: 'bottom' });
      await dismiss(disclaimer);
      (await showHtml('<main></main>')).append(disclaimer);
      await disclaimer.updateComplete;
      await settled();
      expect(seenOf(disclaimer)).to.equal('');
      expectRoomFor({});
    });

    it('opens again when its content is no longer dismissible', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      disclaimer.content = { text: 'This is no advice.' };
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.include('This is no advice.');
    });

    it('starts open in a new element, because nothing is stored', async () => {
      localStorage.clear();
      sessionStorage.clear();
      const stored = () => [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href];
      const before = stored();
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      expect(stored()).to.deep.equal(before);
      disclaimer.remove();
      const again = await show('guide-disclaimer', dismissible);
      expect(seenOf(again)).to.include('Read this first');
    });

    it('leaves other disclaimers on the page open', async () => {
      const one = await show('guide-disclaimer', dismissible);
      const other = await show('guide-disclaimer', dismissible);
      const dismissed = oneEvent(document.body, 'guide-dismiss');
      await dismiss(one);
      expect((await dismissed).target === one).to.equal(true);
      expect(seenOf(other)).to.include('Read this first');
    });
  });
});
