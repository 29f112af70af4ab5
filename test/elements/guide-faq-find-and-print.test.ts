import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { GuideToggleEvent } from '../../src/elements/guide-faq/toggle-event.js';
import { emulate, findAll, inChromiumAndFirefox, settled, show, showHtml } from '../helpers.js';
import { startAnew, nameOf, panelOf, press, seenAnswers, work, pain, cost } from './guide-faq.helpers.js';

/** Follows a text fragment link. Browsers do so only after user activation, and a few frames later. */
async function followTextFragment(text: string): Promise<void> {
  await sendKeys({ press: 'Tab' });
  location.hash = `#:~:text=${text}`;
  for (let turn = 0; turn < 10; turn++) await settled();
}

describe('<guide-faq>', () => {
  startAnew();

  describe('with find in page', () => {
    it('hides a closed answer with hidden="until-found", so that the browser can find it', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      expect(panelOf(faq, 'What does it cost?').getAttribute('hidden')).to.equal('until-found');
      await press(faq, 'What does it cost?');
      expect(panelOf(faq, 'What does it cost?').hasAttribute('hidden')).to.equal(false);
      await press(faq, 'What does it cost?');
      expect(panelOf(faq, 'What does it cost?').getAttribute('hidden')).to.equal('until-found');
    });

    it('opens the question whose answer has the text from a text fragment', async () => {
      // Not every Chromium build follows text fragments; a plain element shows whether this one does.
      const control = await showHtml('<p hidden="until-found">Swimming in a lake.</p>');
      await followTextFragment('in%20a%20lake');
      const faq = await show('guide-faq', {
        items: [cost, { id: 'found', question: 'And after that?', answer: 'Physiotherapy in a swimming pool.' }, work],
      });
      const toggles: GuideToggleEvent[] = [];
      faq.addEventListener('guide-toggle', (event) => toggles.push(event));
      await followTextFragment('in%20a%20swimming%20pool');
      await faq.updateComplete;
      const isFollowed = !control.hidden;
      expect(toggles.map(({ id, index, open }) => [id, index, open])).to.deep.equal(
        isFollowed ? [['found', 1, true]] : [],
      );
      expect(seenAnswers(faq)).to.deep.equal(isFollowed ? ['And after that?'] : []);
    });

    it('opens the question on a match, and the reader can close it again', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      panelOf(faq, 'Will it hurt?').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
      await press(faq, 'Will it hurt?');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('closes the open question on a match, with `single`', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      panelOf(faq, 'Will it hurt?').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
    });
  });

  describe('in print', () => {
    inChromiumAndFirefox.it('shows all answers, even closed ones', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Will it hurt?');
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.deep.equal(['What does it cost?', 'Will it hurt?', 'When can I work again?']);
    });

    inChromiumAndFirefox.it('shows all questions, but not the buttons', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { share: '' });
      await emulate({ media: 'print' });
      const printed = findAll(faq, 'button').filter((button) => button.checkVisibility());
      expect(printed.map(nameOf)).to.deep.equal(['What does it cost?', 'Will it hurt?', 'When can I work again?']);
    });

    inChromiumAndFirefox.it('closes the answers on screen again after printing', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.have.length(2);
      await emulate({});
      expect(seenAnswers(faq)).to.deep.equal([]);
    });
  });
});
