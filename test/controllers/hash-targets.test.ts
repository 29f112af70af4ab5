import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import { find, settled, show, showHtml } from '../helpers.js';
import { followLinkTo, questions, openQuestions, itemsWith, arriveAt, freshId } from './hash-targets.helpers.js';

/** The question that has focus, while focus is in the element. */
const focusedQuestion = (faq: GuideFaq) =>
  document.activeElement === faq ? faq.shadowRoot!.activeElement?.textContent.trim() : undefined;

function makeTall(faq: GuideFaq): void {
  faq.parentElement!.style.paddingBlock = '2000px';
}

function expectInWindow(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  expect(top).to.be.at.least(0);
  expect(bottom).to.be.at.most(innerHeight);
}

describe('a link to a question', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('in the URL when the page opens', () => {
    it('opens the question, scrolls to it and focuses it', async () => {
      const id = freshId();
      arriveAt(id);
      const tall = await showHtml<HTMLDivElement>('<div style="padding-block: 2000px"></div>');
      const faq = document.createElement('guide-faq');
      faq.content = { items: itemsWith(id) };
      tall.append(faq);
      await faq.updateComplete;
      await settled();
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
      expect(scrollY).to.be.above(1000);
      expectInWindow(find(faq, '[aria-expanded="true"]'));
      expect(focusedQuestion(faq)).to.equal('What does it cost?');
    });

    it('is followed when the content arrives after the page', async () => {
      const id = freshId();
      arriveAt(id);
      const faq = await show('guide-faq', undefined);
      faq.content = { items: itemsWith(id) };
      await faq.updateComplete;
      await settled();
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
      expect(focusedQuestion(faq)).to.equal('What does it cost?');
    });

    it('is followed when the HTML includes the element’s content', async () => {
      const id = freshId();
      arriveAt(id);
      const faq = await showHtml<GuideFaq>(
        `<guide-faq content='{"items":[{"id":"${id}","question":"What now?","answer":"Rest."}]}'></guide-faq>`,
      );
      await settled();
      expect(openQuestions(faq)).to.deep.equal(['What now?']);
    });

    it('fires a toggle event for the opened question', async () => {
      const id = freshId();
      arriveAt(id);
      const toggled = oneEvent(document.body, 'guide-toggle');
      await show('guide-faq', { items: itemsWith(id) });
      expect(await toggled).to.include({ id, index: 1, open: true });
    });

    it('does nothing when it leads elsewhere', async () => {
      arriveAt('a-chapter-of-the-page');
      const faq = await show('guide-faq', { items: itemsWith(freshId()) });
      await settled();
      expect(openQuestions(faq)).to.deep.equal([]);
      expect(document.activeElement?.localName).to.equal('body');
    });

    it('is followed once, and a content change does not open it again, scroll or take focus', async () => {
      const id = freshId();
      arriveAt(id);
      const faq = await show('guide-faq', { items: itemsWith(id) });
      makeTall(faq);
      await settled();
      find(faq, '[aria-expanded="true"]').click();
      questions(faq)[2].focus({ preventScroll: true });
      scrollTo(0, 0);
      faq.content = { items: itemsWith(id) };
      await faq.updateComplete;
      await settled();
      expect(openQuestions(faq)).to.deep.equal([]);
      expect(focusedQuestion(faq)).to.equal('Will it hurt?');
      expect(scrollY).to.equal(0);
    });

    it('shows the question below a bar fixed at the top', async () => {
      const id = freshId();
      const bar = await show('guide-disclaimer', { placement: 'top' });
      const faq = await show('guide-faq', { items: itemsWith(id) });
      makeTall(faq);
      await settled();
      await followLinkTo(id);
      const barBottom = find(bar, '.top').getBoundingClientRect().bottom;
      expect(barBottom).to.be.above(40);
      expect(find(faq, '[aria-expanded="true"]').getBoundingClientRect().top).to.be.at.least(barBottom);
    });
  });

  describe('followed later', () => {
    it('opens the question, scrolls to it and focuses it', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      makeTall(faq);
      await followLinkTo(id);
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
      expect(scrollY).to.be.above(1000);
      expectInWindow(find(faq, '[aria-expanded="true"]'));
      expect(focusedQuestion(faq)).to.equal('What does it cost?');
    });

    it('goes from one question to another and back', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      await followLinkTo(`after-${id}`);
      expect(focusedQuestion(faq)).to.equal('Will it hurt?');
      await followLinkTo(id);
      expect(focusedQuestion(faq)).to.equal('What does it cost?');
      await followLinkTo(`after-${id}`);
      expect(focusedQuestion(faq)).to.equal('Will it hurt?');
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?', 'Will it hurt?']);
    });

    it('keeps an open question open', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      questions(faq)[1].click();
      await followLinkTo(id);
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
      expect(focusedQuestion(faq)).to.equal('What does it cost?');
    });

    it('closes the other question with `single`', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) }, { single: '' });
      questions(faq)[0].click();
      await followLinkTo(id);
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
    });

    it('opens the question in the right one of two elements', async () => {
      const [one, two] = [freshId(), freshId()];
      const first = await show('guide-faq', { items: itemsWith(one) });
      const second = await show('guide-faq', { items: itemsWith(two) });
      await followLinkTo(two);
      expect(openQuestions(first)).to.deep.equal([]);
      expect(openQuestions(second)).to.deep.equal(['What does it cost?']);
    });

    it('works every time, even if the URL already has the hash', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      makeTall(faq);
      const link = document.createElement('a');
      link.href = `#${id}`;
      faq.before(link);
      await followLinkTo(id);
      for (let turn = 0; turn < 2; turn++) {
        find(faq, '[aria-expanded="true"]').click();
        link.focus();
        scrollTo(0, 0);
        link.click();
        await settled();
        expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
        expect(focusedQuestion(faq)).to.equal('What does it cost?');
        expectInWindow(find(faq, '[aria-expanded="true"]'));
      }
    });

    it('does nothing when the page cancels the click and the URL already has the hash', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      const link = document.createElement('a');
      link.href = `#${id}`;
      faq.before(link);
      await followLinkTo(id);
      find(faq, '[aria-expanded="true"]').click();
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await settled();
      expect(openQuestions(faq)).to.deep.equal([]);
    });

    it('is ignored on another page with the same hash', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      const link = document.createElement('a');
      link.href = `/package.json#${id}`;
      link.target = 'frame';
      faq.before(await showHtml('<iframe name="frame" title=""></iframe>'), link);
      await followLinkTo(id);
      find(faq, '[aria-expanded="true"]').click();
      link.click();
      await settled();
      expect(openQuestions(faq)).to.deep.equal([]);
    });

    it('is ignored when a script sets the URL, so that pressing another question stays there', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      history.replaceState(null, '', `#${id}`);
      questions(faq)[0].focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(openQuestions(faq)).to.deep.equal(['What comes first?']);
      expect(focusedQuestion(faq)).to.equal('What comes first?');
    });

    it('changes nothing when it leads elsewhere', async () => {
      const faq = await show('guide-faq', { items: itemsWith(freshId()) });
      questions(faq)[0].focus();
      await followLinkTo('a-chapter-of-the-page');
      expect(openQuestions(faq)).to.deep.equal([]);
      expect(focusedQuestion(faq)).to.equal('What comes first?');
    });
  });

  describe('when elements come and go', () => {
    it('does not open a question in a removed element', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      let toggles = 0;
      faq.addEventListener('guide-toggle', () => toggles++);
      faq.remove();
      await followLinkTo(id);
      await faq.updateComplete;
      expect(toggles).to.equal(0);
      expect(openQuestions(faq)).to.deep.equal([]);
    });

    it('opens the question in the element on the page, not in a detached one with the same questions', async () => {
      const id = freshId();
      const outside = await show('guide-faq', { items: itemsWith(freshId()) });
      outside.remove();
      arriveAt(id);
      outside.content = { items: itemsWith(id) };
      await outside.updateComplete;
      const inside = await show('guide-faq', { items: itemsWith(id) });
      await settled();
      expect(openQuestions(inside)).to.deep.equal(['What does it cost?']);
      expect(openQuestions(outside)).to.deep.equal([]);
    });

    it('opens the question once in a moved element', async () => {
      const id = freshId();
      const faq = await show('guide-faq', { items: itemsWith(id) });
      const elsewhere = await showHtml('<main></main>');
      let toggles = 0;
      faq.addEventListener('guide-toggle', () => toggles++);
      elsewhere.append(faq);
      await followLinkTo(id);
      expect(toggles).to.equal(1);
      expect(openQuestions(faq)).to.deep.equal(['What does it cost?']);
      expect(focusedQuestion(faq)).to.equal('What does it cost?');
    });

    it('leaves an open question open when the element is moved', async () => {
      const faq = await show('guide-faq', { items: [{ question: 'Open and moved?', answer: 'Yes.' }] });
      questions(faq)[0].click();
      (await showHtml('<main></main>')).append(faq);
      await faq.updateComplete;
      expect(openQuestions(faq)).to.deep.equal(['Open and moved?']);
      questions(faq)[0].click();
      await faq.updateComplete;
      expect(openQuestions(faq)).to.deep.equal([]);
    });

    it('lets an open question close when the element moved after its duplicate was removed', async () => {
      const content = { items: [{ question: 'Twin gone?', answer: 'Yes.' }] };
      const twin = await show('guide-faq', content);
      const faq = await show('guide-faq', content);
      questions(faq)[0].click();
      await faq.updateComplete;
      twin.remove();
      (await showHtml('<main></main>')).append(faq);
      await faq.updateComplete;
      expect(openQuestions(faq)).to.deep.equal(['Twin gone?']);
      questions(faq)[0].click();
      await faq.updateComplete;
      expect(openQuestions(faq)).to.deep.equal([]);
    });

    it('opens the question in the next element when followed again, without a reload', async () => {
      const id = freshId();
      const first = await show('guide-faq', { items: itemsWith(id) });
      await followLinkTo(id);
      expect(openQuestions(first)).to.deep.equal(['What does it cost?']);
      // As in a single-page app: another view, then this one again.
      first.remove();
      await followLinkTo('another-view');
      await followLinkTo(id);
      const second = await show('guide-faq', { items: itemsWith(id) });
      await settled();
      expect(openQuestions(second)).to.deep.equal(['What does it cost?']);
    });
  });
});
