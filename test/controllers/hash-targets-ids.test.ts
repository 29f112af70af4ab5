import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import { settled, show, showHtml } from '../helpers.js';
import { followLinkTo, questions, openQuestions, itemsWith, arriveAt, freshId } from './hash-targets.helpers.js';

/** The ids in the toggle events when each question is pressed. */
function idsOf(faq: GuideFaq): string[] {
  const ids: string[] = [];
  faq.addEventListener('guide-toggle', ({ id }) => ids.push(id));
  for (const question of questions(faq)) question.click();
  return ids;
}

/** The uncaught errors and rejections while `action` runs. */
async function uncaughtDuring(action: () => Promise<unknown>): Promise<unknown[]> {
  const caught: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => void caught.push(event);
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  await action();
  await settled();
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  return caught;
}

describe('a link to a question', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('has an id', () => {
    it('from the author', async () => {
      const faq = await show('guide-faq', {
        items: [{ id: 'Preis_1.2', question: 'What does it cost?', answer: 'Ask.' }],
      });
      expect(idsOf(faq)).to.deep.equal(['Preis_1.2']);
    });

    for (const [question, id] of [
      ['Is fusion over-used?', 'is-fusion-over-used'],
      ['What’s the cost, in US$?', 'whats-the-cost-in-us'],
      ['¿Cuánto dura la operación?', 'cuánto-dura-la-operación'],
      ['هل الدمج ضروري؟', 'هل-الدمج-ضروري'],
      ['融合手术安全吗？', '融合手术安全吗'],
    ]) {
      it(`that is a readable slug of the question: ${question}`, async () => {
        const faq = await show('guide-faq', { items: [{ question, answer: 'Ask.' }] });
        await followLinkTo(id);
        expect(openQuestions(faq)).to.deep.equal([question]);
        questions(faq)[0].click();
        await faq.updateComplete;
        expect(idsOf(faq)).to.deep.equal([id]);
      });
    }

    it('even when the question has no letters', async () => {
      const faq = await show('guide-faq', { items: [{ question: '???', answer: 'Ask.' }] });
      const [id] = idsOf(faq);
      expect(id).to.match(/^\S+$/);
    });

    it('that is short enough to read, however long the question is', async () => {
      const faq = await show('guide-faq', {
        items: [
          { question: 'word '.repeat(100), answer: 'Ask.' },
          { question: 'W'.repeat(1000), answer: 'Ask.' },
        ],
      });
      for (const id of idsOf(faq)) expect(id.length).to.be.within(1, 60);
    });

    it('that is unique when two questions match', async () => {
      const twin = { question: 'Which of two twins?', answer: 'Ask.' };
      const faq = await show('guide-faq', { items: [twin, twin, twin] });
      expect(idsOf(faq)).to.deep.equal(['which-of-two-twins', 'which-of-two-twins-2', 'which-of-two-twins-3']);
    });

    it('that does not match another question’s own id', async () => {
      const faq = await show('guide-faq', {
        items: [
          { question: 'Own or made?', answer: 'Made.' },
          { id: 'own-or-made', question: 'Which one is that?', answer: 'Own.' },
        ],
      });
      expect(idsOf(faq)).to.deep.equal(['own-or-made-2', 'own-or-made']);
    });

    it('that is unique when two elements on a page match', async () => {
      const content = { items: [{ question: 'Which of two elements?', answer: 'Ask.' }] };
      const first = await show('guide-faq', content);
      const second = await show('guide-faq', content);
      await followLinkTo('which-of-two-elements-2');
      expect(openQuestions(first)).to.deep.equal([]);
      expect(openQuestions(second)).to.deep.equal(['Which of two elements?']);
      expect(idsOf(first)).to.deep.equal(['which-of-two-elements']);
    });

    it('that the page does not already have', async () => {
      await showHtml('<h2 id="the-recovery">The recovery</h2>');
      const faq = await show('guide-faq', { items: [{ question: 'The recovery?', answer: 'Six weeks.' }] });
      await followLinkTo('the-recovery');
      expect(openQuestions(faq)).to.deep.equal([]);
      expect(idsOf(faq)).to.deep.equal(['the-recovery-2']);
    });

    it('that its own fallback may have, because links led there before the script loaded', async () => {
      const faq = await showHtml<GuideFaq>(
        `<guide-faq content='{"items":[{"question":"The fallback?","answer":"Ask."}]}'><h3 id="the-fallback">The fallback?</h3></guide-faq>`,
      );
      expect(idsOf(faq)).to.deep.equal(['the-fallback']);
    });

    it('that stays the same when the content changes', async () => {
      const item = { question: 'Is it the same?', answer: 'Yes.' };
      const faq = await show('guide-faq', { items: [item, item] });
      faq.content = { items: [item, item, { ...item, answer: 'No.' }] };
      await faq.updateComplete;
      expect(idsOf(faq)).to.deep.equal(['is-it-the-same', 'is-it-the-same-2', 'is-it-the-same-3']);
    });

    it('that is free again when the element is gone', async () => {
      const content = { items: [{ question: 'Is it free?', answer: 'Yes.' }] };
      const first = await show('guide-faq', content);
      first.remove();
      const second = await show('guide-faq', content);
      expect(idsOf(second)).to.deep.equal(['is-it-free']);
    });

    it('that a detached element does not keep', async () => {
      const content = { items: [{ question: 'Is it taken?', answer: 'No.' }] };
      const outside = await show('guide-faq', { items: itemsWith(freshId()) });
      outside.remove();
      outside.content = content;
      await outside.updateComplete;
      const inside = await show('guide-faq', content);
      expect(idsOf(inside)).to.deep.equal(['is-it-taken']);
    });
  });

  describe('can be written', () => {
    for (const [form, hash] of [
      ['plainly', '融合安全吗'],
      ['percent-encoded', encodeURIComponent('融合安全吗')],
    ]) {
      it(`${form} in another script`, async () => {
        const faq = await show('guide-faq', { items: [{ question: '融合安全吗？', answer: '安全。' }] });
        await followLinkTo(hash);
        expect(openQuestions(faq)).to.deep.equal(['融合安全吗？']);
      });
    }

    for (const id of ['100%', '%E0%A4%A', 'a%20b', 'a/b?c=d', '"><script>']) {
      it(`with characters that URLs encode: ${id}`, async () => {
        const faq = await show('guide-faq', { items: [{ id, question: 'Odd?', answer: 'Yes.' }] });
        await followLinkTo(id);
        expect(openQuestions(faq)).to.deep.equal(['Odd?']);
      });
    }

    it('incorrectly: a malformed hash in the first URL throws nothing', async () => {
      arriveAt('%E0%A4%A');
      const uncaught = await uncaughtDuring(async () => {
        const faq = await show('guide-faq', { items: itemsWith(freshId()) });
        expect(questions(faq)).to.have.length(3);
        expect(openQuestions(faq)).to.deep.equal([]);
      });
      expect(uncaught).to.deep.equal([]);
    });

    it('incorrectly: a malformed hash throws nothing, and the next valid one is followed', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      const uncaught = await uncaughtDuring(async () => {
        await followLinkTo('%E0%A4%A');
        expect(openQuestions(faq)).to.deep.equal([]);
        await followLinkTo(id);
      });
      expect(uncaught).to.deep.equal([]);
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
    });
  });
});
