import { expect } from '@open-wc/testing';
import type { GuideToggleEvent } from '../../src/elements/guide-faq/toggle-event.js';
import { show } from '../helpers.js';
import { startAnew, press, work, pain, cost } from './guide-faq.helpers.js';

describe('<guide-faq>', () => {
  startAnew();

  describe('guide-toggle', () => {
    /** Collects every `guide-toggle` event that reaches the page while `action` runs. */
    async function togglesOf(action: () => Promise<unknown>): Promise<GuideToggleEvent[]> {
      const toggles: GuideToggleEvent[] = [];
      const note = (event: GuideToggleEvent) => void toggles.push(event);
      document.body.addEventListener('guide-toggle', note);
      await action();
      document.body.removeEventListener('guide-toggle', note);
      return toggles;
    }

    it('reports the id, position and state of each question the reader opens or closes', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      const toggles = await togglesOf(async () => {
        await press(faq, 'Will it hurt?');
        await press(faq, 'Will it hurt?');
      });
      expect(toggles.map(({ id, index, open }) => [id, index, open])).to.deep.equal([
        ['pain', 1, true],
        ['pain', 1, false],
      ]);
      for (const toggle of toggles) expect(toggle).to.include({ bubbles: true, composed: true, type: 'guide-toggle' });
      expect(toggles.every(({ target }) => target === faq)).to.equal(true);
    });

    it('never contains the text of a question or an answer', async () => {
      const faq = await show('guide-faq', {
        items: [{ id: 'q1', question: 'Is my scoliosis severe?', answer: 'Scoliosis above 50° is.' }],
      });
      const [toggle] = await togglesOf(() => press(faq, 'Is my scoliosis severe?'));
      const texts = Object.values(toggle).filter((value) => typeof value === 'string');
      expect(texts).to.deep.equal(['q1']);
    });

    it('fires once for each question that "open all" opens', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Will it hurt?');
      const toggles = await togglesOf(() => press(faq, 'Open all'));
      expect(toggles.map(({ id, open }) => [id, open])).to.deep.equal([
        ['cost', true],
        ['work', true],
      ]);
    });

    it('also fires for the question that `single` closes', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      const toggles = await togglesOf(() => press(faq, 'Will it hurt?'));
      expect(toggles.map(({ id, open }) => [id, open])).to.deep.equal([
        ['cost', false],
        ['pain', true],
      ]);
    });

    it('does not fire without a press', async () => {
      const toggles = await togglesOf(async () => {
        const faq = await show('guide-faq', { items: [cost, pain] });
        faq.content = { items: [pain, work] };
        await faq.updateComplete;
      });
      expect(toggles).to.deep.equal([]);
    });
  });
});
