import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import {
  emulate,
  expectAccessible,
  find,
  findAll,
  inChromium,
  inChromiumAndFirefox,
  settled,
  show,
  showHtml,
} from '../helpers.js';

/** A new id for every test, because each hash is followed only once. */
let tests = 0;
const freshId = () => `topic-${++tests}`;

const itemsWith = (id: string) => [
  { id: `before-${id}`, question: 'What comes first?', answer: 'An exam.' },
  { id, question: 'What does it cost?', answer: 'Ask for a written estimate.' },
  { id: `after-${id}`, question: 'Will it hurt?', answer: 'Less than before.' },
];

/** Sets the hash as if the page had opened with it: no `hashchange` event fires. */
const arriveAt = (hash: string) => history.replaceState(null, '', `#${hash}`);

/** Follows a link to `#hash` on the page. */
async function followLinkTo(hash: string): Promise<void> {
  const changed = oneEvent(window, 'hashchange');
  location.hash = hash;
  await changed;
  await settled();
}

const questions = (faq: GuideFaq) => findAll(faq, '[aria-expanded]');
const openQuestions = (faq: GuideFaq) =>
  findAll(faq, '[aria-expanded="true"]').map((button) => button.textContent.trim());

/** The question that has focus, while focus is in the element. */
const focusedQuestion = (faq: GuideFaq) =>
  document.activeElement === faq ? faq.shadowRoot!.activeElement?.textContent.trim() : undefined;

/** The ids in the toggle events when each question is pressed. */
function idsOf(faq: GuideFaq): string[] {
  const ids: string[] = [];
  faq.addEventListener('guide-toggle', ({ id }) => ids.push(id));
  for (const question of questions(faq)) question.click();
  return ids;
}

function makeTall(faq: GuideFaq): void {
  faq.parentElement!.style.paddingBlock = '2000px';
}

function expectInWindow(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  expect(top).to.be.at.least(0);
  expect(bottom).to.be.at.most(innerHeight);
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

describe('the copy link button', () => {
  /** The page’s original URL, without a hash. */
  const address = location.href;

  /** Replaces the real clipboard, which a page may not be able to read. */
  function putClipboard(clipboard: Partial<Clipboard> | undefined): void {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  }

  function clipboardThatKeeps(): string[] {
    const copied: string[] = [];
    putClipboard({ writeText: (text) => Promise.resolve(void copied.push(text)) });
    return copied;
  }

  const clipboardThatRefuses = () =>
    putClipboard({ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });

  const copyButtons = (faq: GuideFaq) =>
    findAll(faq, 'button').filter((button) => button.getAttribute('aria-label')?.startsWith('Copy link: '));

  const statuses = (faq: GuideFaq) => findAll(faq, '[role="status"]').map((status) => status.textContent.trim());

  async function copyLink(faq: GuideFaq, index: number): Promise<void> {
    copyButtons(faq)[index].click();
    await settled();
  }

  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'clipboard');
    await emulate({});
    history.replaceState(null, '', address);
  });

  it('is missing by default', async () => {
    const faq = await show('guide-faq', { items: itemsWith(freshId()) });
    expect(findAll(faq, 'button:not([aria-expanded])')).to.have.length(1);
    expect(copyButtons(faq)).to.deep.equal([]);
    expect(statuses(faq)).to.deep.equal([]);
  });

  inChromium.it('is named after its question, and is outside the heading', async () => {
    await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    const snapshot = JSON.stringify(await a11ySnapshot({ selector: 'guide-faq' }));
    for (const question of ['What comes first?', 'What does it cost?', 'Will it hurt?'])
      expect(snapshot).to.include(`"name":"Copy link: ${question}"`);
    const heading = (await a11ySnapshot({
      selector: 'aria/What does it cost?[role="heading"]',
    })) as unknown as object;
    expect(heading).to.include({ role: 'button', name: 'What does it cost?' });
  });

  it('has a name in the language of the page', async () => {
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '', lang: 'es' });
    expect(find(faq, '[aria-label="Copiar enlace: What does it cost?"]').checkVisibility()).to.equal(true);
  });

  it('is large enough for a thumb', async () => {
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    for (const button of copyButtons(faq)) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it('copies the page’s URL with the question’s id', async () => {
    const copied = clipboardThatKeeps();
    const id = freshId();
    const faq = await show('guide-faq', { items: itemsWith(id) }, { share: '' });
    await copyLink(faq, 1);
    expect(copied).to.deep.equal([`${address}#${id}`]);
  });

  it('copies a URL that leads to the question, in any script', async () => {
    const copied = clipboardThatKeeps();
    const question = 'هل أحتاج إلى رأي ثانٍ؟';
    const faq = await show('guide-faq', { items: [{ question, answer: 'نعم.' }] }, { share: '', dir: 'rtl' });
    await copyLink(faq, 0);
    expect(new URL(copied[0]).href).to.equal(copied[0]);
    await followLinkTo(new URL(copied[0]).hash);
    expect(openQuestions(faq)).to.deep.equal([question]);
  });

  it('announces that the link was copied, in an existing live region', async () => {
    clipboardThatKeeps();
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    expect(statuses(faq)).to.deep.equal(['', '', '']);
    const status = findAll(faq, '[role="status"]')[1];
    await copyLink(faq, 1);
    expect(status.textContent).to.equal('Link copied');
    expect(statuses(faq)).to.deep.equal(['', 'Link copied', '']);
    await copyLink(faq, 2);
    expect(statuses(faq)).to.deep.equal(['', '', 'Link copied']);
  });

  it('announces it in the language of the page', async () => {
    clipboardThatKeeps();
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '', lang: 'es' });
    find(faq, '[aria-label^="Copiar enlace"]').click();
    await settled();
    expect(statuses(faq)[0]).to.equal('Enlace copiado');
  });

  it('does not open a question, move focus or change the URL', async () => {
    clipboardThatKeeps();
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    copyButtons(faq)[1].focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(statuses(faq)[1]).to.equal('Link copied');
    expect(openQuestions(faq)).to.deep.equal([]);
    expect(faq.shadowRoot!.activeElement?.ariaLabel).to.equal('Copy link: What does it cost?');
    expect(location.href).to.equal(address);
  });

  it('puts the link in the address bar when the clipboard refuses, and says so', async () => {
    clipboardThatRefuses();
    const id = freshId();
    const faq = await show('guide-faq', { items: itemsWith(id) }, { share: '' });
    const { length } = history;
    await copyLink(faq, 1);
    expect(location.href).to.equal(`${address}#${id}`);
    expect(history.length).to.equal(length);
    expect(statuses(faq)).to.deep.equal(['', 'The link is in the address bar', '']);
  });

  it('puts the link in the address bar without a clipboard', async () => {
    putClipboard(undefined);
    const id = freshId();
    const faq = await show('guide-faq', { items: itemsWith(id) }, { share: '' });
    await copyLink(faq, 1);
    expect(location.href).to.equal(`${address}#${id}`);
    expect(statuses(faq)[1]).to.equal('The link is in the address bar');
  });

  it('does not open a question or move focus when the clipboard refuses', async () => {
    clipboardThatRefuses();
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    copyButtons(faq)[1].focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(statuses(faq)[1]).to.equal('The link is in the address bar');
    expect(faq.shadowRoot!.activeElement?.ariaLabel).to.equal('Copy link: What does it cost?');
    expect(openQuestions(faq)).to.deep.equal([]);
  });

  it('does not open a question later, when the content changes', async () => {
    clipboardThatRefuses();
    const id = freshId();
    const faq = await show('guide-faq', { items: itemsWith(id) }, { share: '' });
    await copyLink(faq, 1);
    expect(location.hash).to.equal(`#${id}`);
    faq.content = { items: itemsWith(id) };
    await faq.updateComplete;
    await settled();
    expect(openQuestions(faq)).to.deep.equal([]);
  });

  it('does not announce anything for a new question in the same position', async () => {
    clipboardThatKeeps();
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    await copyLink(faq, 0);
    faq.content = { items: [{ id: freshId(), question: 'What is new?', answer: 'This.' }] };
    await faq.updateComplete;
    expect(statuses(faq)).to.deep.equal(['']);
  });

  inChromiumAndFirefox.it('prints no status', async () => {
    clipboardThatKeeps();
    const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
    await copyLink(faq, 1);
    expect(find(faq, '.base').innerText).to.include('Link copied');
    await emulate({ media: 'print' });
    expect(find(faq, '.base').innerText).to.include('What does it cost?').and.not.to.include('Link copied');
  });

  const looks: Record<string, () => unknown> = {
    light: () => undefined,
    'forced colors': () => emulate({ 'forced-colors': 'active' }),
    '320 px wide': () => setViewport({ width: 320, height: 600 }),
  };
  for (const [look, put] of Object.entries(looks)) {
    (look === 'forced colors' ? inChromiumAndFirefox.it : it)(
      `passes axe after a link was copied, ${look}`,
      async () => {
        clipboardThatKeeps();
        await put();
        const faq = await show('guide-faq', { items: itemsWith(freshId()) }, { share: '' });
        await copyLink(faq, 1);
        expect(statuses(faq)[1]).to.equal('Link copied');
        expect(document.documentElement.scrollWidth).to.equal(innerWidth);
        await expectAccessible(faq);
      },
    );
  }
});
