import { expect } from '@open-wc/testing';
import { a11ySnapshot, executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideSources } from '../../src/elements/guide-sources/guide-sources.js';
import {
  consoleOf,
  emulate,
  expectAccessible,
  find,
  findAll,
  inChromium,
  inChromiumAndFirefox,
  settled,
  show,
  textOf,
} from '../helpers.js';

const paper = {
  title: 'Failed back surgery syndrome',
  url: 'https://example.org/fbss',
  publisher: 'A journal',
  year: 2013,
};
const survey = { title: 'A national survey', publisher: 'Another journal', year: 2017 };
const review = { by: 'The team', on: '2026-03-01', due: '2099-12-31' };
const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);

const references = (element: Element) =>
  findAll(element, 'ol > li').map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
const lines = (element: Element) =>
  findAll(element, 'dt').map((label) => [label.textContent, label.nextElementSibling!.textContent.trim()]);
const backButtons = (element: Element) => findAll<HTMLButtonElement>(element, 'li button');

/** The number of the focused reference, or 0. */
const focusedReference = (element: GuideSources) =>
  findAll(element, 'li').indexOf(element.shadowRoot!.activeElement as HTMLElement) + 1;

/** Shows an element with links to sources, and the sources far below it. */
async function showWithText(content: object = { items: [paper, survey] }) {
  const sources = await show('guide-sources', content);
  const text = document.createElement('guide-takeaways');
  text.content = {
    items: ['The data [first](#source-1) are mixed.', 'See [again](#source-1) and [second](#source-2).'],
  };
  text.style.marginBlockEnd = '2000px';
  sources.before(text);
  await text.updateComplete;
  return { sources, links: findAll<HTMLAnchorElement>(text, 'a') };
}

async function follow(link: HTMLElement): Promise<void> {
  link.focus();
  await sendKeys({ press: 'Enter' });
  await settled();
}

const expectInWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  expect(top).to.be.at.least(0);
  expect(bottom).to.be.at.most(innerHeight);
};

describe('<guide-sources>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  it('shows each reference with its number, title, publisher and year', async () => {
    const element = await show('guide-sources', { items: [paper, survey, { title: 'Only a title' }] });
    expect(references(element)).to.deep.equal([
      'Failed back surgery syndrome A journal, 2013',
      'A national survey Another journal, 2017',
      'Only a title',
    ]);
    for (const item of findAll(element, 'li')) expect(getComputedStyle(item).listStyleType).to.equal('decimal');
    await expectAccessible(element);
  });

  for (const [known, shown] of [
    [{ publisher: 'An office' }, 'An office'],
    [{ year: 2020 }, '2020'],
  ] as const)
    it(`shows only what is known about a reference: ${shown}`, async () => {
      const element = await show('guide-sources', { items: [{ title: 'T', ...known }] });
      expect(references(element)).to.deep.equal([`T ${shown}`]);
    });

  it('links a title to its URL, and gives other sites no access to this window', async () => {
    const element = await show('guide-sources', { items: [paper, survey, { title: 'Here', url: '/leaflet' }] });
    const links = findAll<HTMLAnchorElement>(element, 'a');
    expect(links.map(({ text, href, rel }) => [text, href, rel])).to.deep.equal([
      ['Failed back surgery syndrome', 'https://example.org/fbss', 'noopener'],
      ['Here', `${location.origin}/leaflet`, ''],
    ]);
  });

  it('shows who reviewed the guide, when, and when the next review is due', async () => {
    const element = await show('guide-sources', { items: [paper], review });
    expect(lines(element)).to.deep.equal([
      ['Reviewed by', 'The team'],
      ['Reviewed on', 'March 1, 2026'],
      ['Next review due', 'December 31, 2099'],
    ]);
    expect(findAll(element, 'time').map((time) => time.getAttribute('datetime'))).to.deep.equal([
      '2026-03-01',
      '2099-12-31',
    ]);
    await expectAccessible(element);
  });

  for (const [where, timeZone] of [
    ['in Hawaii', 'Pacific/Honolulu'],
    ['in California', 'America/Los_Angeles'],
    ['in London', 'Europe/London'],
    ['on Kiritimati', 'Pacific/Kiritimati'],
  ])
    inChromium.it(`shows a reader ${where} the days that the guide names`, async () => {
      await executeServerCommand('timezone', timeZone);
      try {
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal(timeZone);
        const element = await show('guide-sources', { items: [paper], review });
        expect(lines(element).slice(1)).to.deep.equal([
          ['Reviewed on', 'March 1, 2026'],
          ['Next review due', 'December 31, 2099'],
        ]);
      } finally {
        await executeServerCommand('timezone', '');
      }
    });

  it('shows only the date when nothing else is known about the review', async () => {
    const element = await show('guide-sources', { items: [paper], review: { on: '2026-03-01' } });
    expect(lines(element)).to.deep.equal([['Reviewed on', 'March 1, 2026']]);
  });

  it('shows the review in the language of the page', async () => {
    const element = await show('guide-sources', { items: [paper], review }, { lang: 'es' });
    expect(lines(element)).to.deep.equal([
      ['Revisado por', 'The team'],
      ['Revisado el', '1 de marzo de 2026'],
      ['Próxima revisión', '31 de diciembre de 2099'],
    ]);
  });

  it('warns the author, but not the patient, when a review is overdue', async () => {
    const content = { items: [paper], review: { on: '2019-01-31', due: '2020-01-31' } };
    const line = '<guide-sources> review.due has passed (2020-01-31): review the guide, and set "on" and "due"';
    let element: GuideSources;
    expect(await consoleOf(async () => (element = await show('guide-sources', content)))).to.deep.equal({
      errors: [],
      warnings: [line],
    });
    expect(lines(element!)).to.deep.equal([
      ['Reviewed on', 'January 31, 2019'],
      ['Next review due', 'January 31, 2020'],
    ]);
    expect(findAll(element!, '.error')).to.deep.equal([]);
    await consoleOf(async () => (element = await show('guide-sources', content, { debug: '' })));
    expect(find(element!, '.error').textContent).to.equal(line);
  });

  for (const [wrong, path] of [
    [{ items: [] }, 'items'],
    [{ items: [{ title: 'T', url: 'javascript:trap()' }] }, 'items[0].url'],
    [{ items: [paper], review: { on: '2026-02-30' } }, 'review.on'],
  ] as const)
    it(`keeps the fallback and logs one error when ${path} is invalid`, async () => {
      const { errors } = await consoleOf(() => show('guide-sources', wrong));
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include(`<guide-sources> content property, ${path}: found`);
    });

  inChromium.it('is a region named by its heading, with a list', async () => {
    await show('guide-sources', { title: 'Where this comes from', items: [paper], review });
    const region = (await a11ySnapshot({ selector: 'guide-sources' })) as unknown as { children: object[] };
    expect(region).to.include({ role: 'region', name: 'Where this comes from' });
    expect(region.children[0]).to.include({ role: 'heading', name: 'Where this comes from', level: 2 });
    const list = await a11ySnapshot({ selector: '::-p-aria([role="list"])' });
    expect(list).not.to.include({ role: 'RootWebArea' });
  });

  it('has a default heading, and uses it as the name when the heading is hidden', async () => {
    const element = await show('guide-sources', { items: [paper] });
    expect(find(element, 'h2').textContent).to.equal('Sources and review');
    element.content = { title: '', items: [paper] };
    await element.updateComplete;
    expect(findAll(element, 'h2')).to.deep.equal([]);
    expect(find(element, 'section').ariaLabel).to.equal('Sources and review');
  });

  describe('with links to a reference', () => {
    it('scrolls to the reference and focuses it', async () => {
      const { sources, links } = await showWithText();
      await follow(links[2]);
      expect(focusedReference(sources)).to.equal(2);
      expect(scrollY).to.be.above(1000);
      expectInWindow(findAll(sources, 'li')[1]);
      expect(getComputedStyle(findAll(sources, 'li')[1]).outlineStyle).to.equal('solid');
      await expectAccessible(sources);
    });

    it('has a back button that returns focus to the link, wherever it is', async () => {
      const { sources, links } = await showWithText();
      expect(backButtons(sources)).to.deep.equal([]);
      await follow(links[2]);
      expect(backButtons(sources).map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
        'Back to the text, from reference 2',
      ]);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await settled();
      expect((links[2].getRootNode() as ShadowRoot).activeElement).to.equal(links[2]);
      expectInWindow(links[2]);
    });

    it('works again when the URL already has the hash, and goes back to the last followed link', async () => {
      const { sources, links } = await showWithText();
      await follow(links[0]);
      await follow(links[1]);
      expect(focusedReference(sources)).to.equal(1);
      expectInWindow(findAll(sources, 'li')[0]);
      backButtons(sources)[0].click();
      expect((links[1].getRootNode() as ShadowRoot).activeElement).to.equal(links[1]);
    });

    it('goes there and back from links in the page itself', async () => {
      const { sources } = await showWithText();
      const link = document.createElement('a');
      link.href = '#source-2';
      link.append(document.createElement('b'));
      sources.before(link);
      link.firstElementChild!.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
      );
      await settled();
      expect(focusedReference(sources)).to.equal(2);
      backButtons(sources)[0].click();
      expect(document.activeElement).to.equal(link);
    });

    it('shows one back button at a time, large enough for a thumb, without making the line taller', async () => {
      const { sources, links } = await showWithText();
      const heights = () => findAll(sources, 'li').map((item) => item.getBoundingClientRect().height);
      const before = heights();
      await follow(links[0]);
      await follow(links[2]);
      expect(backButtons(sources)).to.have.length(1);
      expect(findAll(sources, 'li')[1].contains(backButtons(sources)[0])).to.equal(true);
      // Engines round fractions of a pixel.
      for (const [index, height] of heights().entries()) expect(height).to.be.closeTo(before[index], 1);
      const { width, height } = backButtons(sources)[0].getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    });

    it('has no back button when the page opened at the reference', async () => {
      history.replaceState(null, '', '#source-3');
      const element = await show('guide-sources', { items: [paper, survey, paper] });
      await settled();
      expect(focusedReference(element)).to.equal(3);
      location.hash = 'source-2';
      await settled();
      expect(focusedReference(element)).to.equal(2);
      expect(backButtons(element)).to.deep.equal([]);
    });

    it('has no back button when the URL changed without a link', async () => {
      const { sources, links } = await showWithText();
      await follow(links[0]);
      location.hash = 'source-2';
      await settled();
      expect(focusedReference(sources)).to.equal(2);
      expect(backButtons(sources)).to.deep.equal([]);
    });

    it('has no back button when the link is gone', async () => {
      const { sources, links } = await showWithText();
      await follow(links[0]);
      (links[0].getRootNode() as ShadowRoot).host.remove();
      sources.content = { items: [paper] };
      await sources.updateComplete;
      expect(backButtons(sources)).to.deep.equal([]);
    });

    it('goes to the first of two elements with references', async () => {
      const { sources, links } = await showWithText();
      const second = await show('guide-sources', { items: [survey] });
      await follow(links[0]);
      expect(focusedReference(sources)).to.equal(1);
      expect(focusedReference(second)).to.equal(0);
    });

    inChromiumAndFirefox.it('prints no back button', async () => {
      const { sources, links } = await showWithText();
      await follow(links[0]);
      await emulate({ media: 'print' });
      expect(backButtons(sources)[0].checkVisibility()).to.equal(false);
    });
  });

  for (const dir of ['ltr', 'rtl'])
    it(`fits long words on a narrow phone, ${dir}`, async () => {
      await setViewport({ width: 320, height: 600 });
      const items = [{ title: LONG_WORD, url: `/${LONG_WORD}`, publisher: LONG_WORD, year: 2000 }];
      const element = await show(
        'guide-sources',
        { title: LONG_WORD, items, review: { ...review, by: LONG_WORD } },
        { dir },
      );
      expect(document.documentElement.scrollWidth).to.equal(320);
      expect(textOf(element)).to.include(LONG_WORD);
      await expectAccessible(element);
    });

  for (const [look, feature, value] of [
    ['dark', 'prefers-color-scheme', 'dark'],
    ['in forced colors', 'forced-colors', 'active'],
  ])
    inChromiumAndFirefox.it(`is readable ${look}, with the back button`, async () => {
      await emulate({ [feature]: value });
      const { sources, links } = await showWithText({ items: [paper, survey], review });
      const { style } = sources.parentElement!;
      [style.colorScheme, style.background, style.color] = ['light dark', 'canvas', 'canvastext'];
      await follow(links[0]);
      expect(getComputedStyle(find(sources, 'svg')).stroke).to.equal(getComputedStyle(find(sources, 'button')).color);
      await expectAccessible(sources);
    });
});
