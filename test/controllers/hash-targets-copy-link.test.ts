import { expect } from '@open-wc/testing';
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
} from '../helpers.js';
import { followLinkTo, openQuestions, itemsWith, freshId } from './hash-targets.helpers.js';

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
