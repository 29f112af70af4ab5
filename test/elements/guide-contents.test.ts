import { expect, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideContents } from '../../src/elements/guide-contents/guide-contents.js';
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
  showHtml,
} from '../helpers.js';

const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
const items = [
  { text: 'One', href: 'https://example.org/one' },
  { text: 'Two', href: '/two' },
];

const links = (element: Element) => findAll<HTMLAnchorElement>(element, 'a');
const entries = (element: Element) => links(element).map(({ text }) => text);
const marked = (element: Element) => findAll<HTMLAnchorElement>(element, '[aria-current=true]').map(({ text }) => text);
const isSeen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;

const section = (heading: string, id = heading.toLowerCase()) => {
  const element = document.createElement('guide-section');
  element.content = { id, heading, body: 'An answer.' };
  element.style.minBlockSize = '500px';
  return element;
};

/** Shows an empty table of contents, followed by these elements in the same container. */
async function showBefore(...parts: Element[]): Promise<GuideContents> {
  const contents = await showHtml<GuideContents>('<div><guide-contents></guide-contents></div>');
  contents.append(...parts);
  await settled();
  return contents.firstElementChild as GuideContents;
}

async function scrollPage(top: number): Promise<void> {
  scrollTo(0, top);
  await settled();
  await settled();
}

describe('<guide-contents>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('with its own entries', () => {
    inChromium.it('is a navigation landmark named by its heading, with a list of links', async () => {
      const element = await show('guide-contents', { title: 'In this guide', items });
      const nav = (await a11ySnapshot({ selector: 'guide-contents' })) as unknown as { children: object[] };
      expect(nav).to.include({ role: 'navigation', name: 'In this guide' });
      expect(nav.children[0]).to.include({ role: 'heading', name: 'In this guide', level: 2 });
      const list = await a11ySnapshot({ selector: '::-p-aria([role="list"])' });
      expect(list).not.to.include({ role: 'RootWebArea' });
      expect(links(element).map(({ text, href, rel }) => [text, href, rel])).to.deep.equal([
        ['One', 'https://example.org/one', 'noopener'],
        ['Two', `${location.origin}/two`, ''],
      ]);
      await expectAccessible(element);
    });

    it('has a default heading, and uses it as the name when the heading is hidden', async () => {
      const element = await show('guide-contents', { items }, { lang: 'es', 'heading-level': '3' });
      expect(find(element, 'h3').textContent).to.equal('De qué trata esta guía');
      element.content = { title: '', items };
      await element.updateComplete;
      expect(findAll(element, 'h3')).to.deep.equal([]);
      expect(find(element, 'nav').ariaLabel).to.equal('De qué trata esta guía');
      await expectAccessible(element);
    });

    it('links to any element with that id, a section, or a question in the FAQ', async () => {
      const faq = await show('guide-faq', { items: [{ id: 'cost', question: 'What does it cost?', answer: 'Ask.' }] });
      const paragraph = document.createElement('p');
      paragraph.id = 'año';
      faq.before(paragraph, section('Pain'));
      const all = ['#año', '#pain', '#cost'].map((href) => ({ text: href, href }));
      const element = await show('guide-contents', { items: all });
      expect(entries(element)).to.deep.equal(['#año', '#pain', '#cost']);
      links(element)[2].click();
      await waitUntil(() => faq.shadowRoot!.activeElement, 'nothing has focus', { timeout: 10_000 });
      expect(faq.shadowRoot!.activeElement?.textContent.trim()).to.equal('What does it cost?');
    });

    it('hides an entry whose target does not exist, until it does', async () => {
      const element = await show('guide-contents', { items: [...items, { text: 'Pain', href: '#pain' }] });
      expect(entries(element)).to.deep.equal(['One', 'Two']);
      const faq = document.createElement('guide-faq');
      faq.content = { items: [{ id: 'pain', question: 'Will it hurt?', answer: 'Less than before.' }] };
      for (const part of [section('Pain'), faq]) {
        element.after(part);
        await settled();
        expect(entries(element)).to.deep.equal(['One', 'Two', 'Pain']);
        part.remove();
        await settled();
        expect(entries(element)).to.deep.equal(['One', 'Two']);
      }
    });

    it('finds targets that the page’s own scripts add before the page finishes loading', async () => {
      const element = await show('guide-contents', { items: [...items, { text: 'Late', href: '#late' }] });
      element.after(Object.assign(document.createElement('p'), { id: 'late' }));
      dispatchEvent(new Event('load'));
      await settled();
      expect(entries(element)).to.deep.equal(['One', 'Two', 'Late']);
    });

    it('keeps its fallback and logs one error when an entry is invalid', async () => {
      const { errors } = await consoleOf(async () => {
        const element = await show('guide-contents', { items: [{ text: 'One', href: 'javascript:trap()' }] });
        expect(findAll(element, 'slot')).to.have.length(1);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('<guide-contents> content property, items[0].href: found');
    });
  });

  describe('without content', () => {
    it('lists the sections of the page in order, and logs nothing', async () => {
      let element: GuideContents;
      const written = await consoleOf(async () => (element = await showBefore(section('Pain'), section('Cost'))));
      expect(written).to.deep.equal({ errors: [], warnings: [] });
      expect(links(element!).map(({ text, hash }) => [text, hash])).to.deep.equal([
        ['Pain', '#pain'],
        ['Cost', '#cost'],
      ]);
      expect(find(element!, 'h2').textContent).to.equal('What this guide covers');
      await expectAccessible(element!);
    });

    it('keeps its own title', async () => {
      const element = await showBefore(section('Pain'), section('Cost'));
      element.content = { title: 'Parts' };
      await element.updateComplete;
      expect(find(element, 'h2').textContent).to.equal('Parts');
      expect(entries(element)).to.deep.equal(['Pain', 'Cost']);
    });

    it('updates when sections are added, moved, changed or removed', async () => {
      const [pain, cost, care] = [section('Pain'), section('Cost'), section('Care')];
      const element = await showBefore(pain, cost);
      element.after(care);
      await settled();
      expect(entries(element)).to.deep.equal(['Care', 'Pain', 'Cost']);
      element.before(cost);
      care.content = { id: 'care', heading: 'Care at home', body: 'Rest.' };
      await settled();
      expect(entries(element)).to.deep.equal(['Cost', 'Care at home', 'Pain']);
      pain.remove();
      await settled();
      expect(entries(element)).to.deep.equal(['Cost', 'Care at home']);
    });

    it('orders sections across shadow trees', async () => {
      const boxes = ['Second', 'Third'].map((heading) => {
        const box = document.createElement('div');
        const inner = document.createElement('div');
        box.attachShadow({ mode: 'open' }).append(inner);
        inner.attachShadow({ mode: 'open' }).append(section(heading));
        return box;
      });
      const last = section('Last');
      const element = await showBefore(boxes[1], last);
      boxes[1].before(section('First'), boxes[0]);
      await settled();
      expect(entries(element)).to.deep.equal(['First', 'Second', 'Third', 'Last']);
    });

    it('lists only the sections of its own guide', async () => {
      const guides = ['patient-guide', 'patient-guide'].map((tag) => document.createElement(tag));
      const contents = document.createElement('guide-contents');
      const root = guides[0].attachShadow({ mode: 'open' });
      root.append(contents, document.createElement('slot'), section('Inside'));
      guides[0].append(section('Within'));
      guides[1].append(section('Other'), section('Another'));
      const around = await showBefore(...guides);
      await settled();
      expect(entries(contents).sort()).to.deep.equal(['Inside', 'Within']);
      expect(entries(around)).to.have.length(4);
    });

    it('leaves out a section with invalid content', async () => {
      const wrong = section('Wrong');
      await consoleOf(async () => {
        wrong.content = '{';
        const element = await showBefore(section('Pain'), wrong, section('Cost'));
        expect(entries(element)).to.deep.equal(['Pain', 'Cost']);
      });
    });
  });

  it('takes no space and is not announced with fewer than two entries', async () => {
    const element = await showBefore(section('Pain'));
    const box = element.parentElement!;
    Object.assign(box.style, { display: 'grid', gap: '50px' });
    expect(isSeen(element)).to.equal(false);
    expect(element.nextElementSibling!.getBoundingClientRect().top).to.equal(box.getBoundingClientRect().top);
    expect(findAll(element, 'nav, h2, a')).to.deep.equal([]);
    box.append(section('Cost'));
    await settled();
    expect(isSeen(element)).to.equal(true);
    element.content = { items: [items[0]] };
    await element.updateComplete;
    expect(isSeen(element)).to.equal(false);
  });

  it('still shows the author what is wrong in debug mode', async () => {
    await consoleOf(async () => {
      const element = await show('guide-contents', { items: [items[0]], titel: 'In short' }, { debug: '' });
      expect(isSeen(element)).to.equal(true);
      expect(find(element, '.error').textContent).to.include('titel is not known');
    });
  });

  it('goes to a section by keyboard, every time', async () => {
    const [pain, cost] = [section('Pain'), section('Cost')];
    const element = await showBefore(pain, cost, section('Last'));
    for (let turn = 0; turn < 2; turn++) {
      await scrollPage(0);
      links(element)[1].focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(location.hash).to.equal('#cost');
      expect(scrollY).to.be.above(400);
      expect(document.activeElement).to.equal(cost);
    }
  });

  describe('the marked section', () => {
    it('is the last one that starts in the top third of the window, and none before the first', async () => {
      const parts = [section('Pain'), section('Cost'), section('Care')];
      const element = await showBefore(...parts);
      element.style.marginBlockEnd = '600px';
      await scrollPage(1);
      expect(marked(element)).to.deep.equal([]);
      const topOf = (part: Element) => scrollY + part.getBoundingClientRect().top;
      await scrollPage(topOf(parts[0]) - 190);
      expect(marked(element)).to.deep.equal(['Pain']);
      await scrollPage(topOf(parts[1]) - 210);
      expect(marked(element)).to.deep.equal(['Pain']);
      await scrollPage(topOf(parts[1]) - 190);
      expect(marked(element)).to.deep.equal(['Cost']);
      await scrollPage(0);
      expect(marked(element)).to.deep.equal([]);
    });

    it('is the last one at the end of the page, even a short one', async () => {
      const last = section('Last');
      last.style.minBlockSize = '0';
      const element = await showBefore(section('Pain'), section('Cost'), last);
      await scrollPage(document.documentElement.scrollHeight);
      expect(last.getBoundingClientRect().top).to.be.above(200);
      expect(marked(element)).to.deep.equal(['Last']);
    });

    it('is right in a scroll container', async () => {
      const element = await showBefore(section('Pain'), section('Cost'));
      const box = element.parentElement!;
      Object.assign(box.style, { blockSize: '500px', overflow: 'auto' });
      box.scrollTo(0, 10_000);
      await settled();
      await settled();
      expect(marked(element)).to.deep.equal(['Cost']);
    });

    it('is right when the page opens, and never a hidden section', async () => {
      const hidden = section('Hidden');
      hidden.hidden = true;
      const element = await showBefore(section('Pain'), hidden, section('Cost'));
      await settled();
      expect(entries(element)).to.deep.equal(['Pain', 'Hidden', 'Cost']);
      await scrollPage(1);
      expect(marked(element)).to.deep.equal(['Pain']);
    });

    for (const [dir, side] of [
      ['ltr', 'Left'],
      ['rtl', 'Right'],
    ] as const)
      inChromiumAndFirefox.it(
        `has a bar on the ${side.toLowerCase()} in ${dir}, also in forced colors, and the text does not move`,
        async () => {
          const element = await showBefore(section('Pain'), section('Cost'));
          element.parentElement!.dir = dir;
          await scrollPage(document.documentElement.scrollHeight);
          expect(marked(element)).to.deep.equal(['Cost']);
          const widths = () => links(element).map((link) => getComputedStyle(link)[`border${side}Width`]);
          const edges = links(element).map((link) => {
            const range = document.createRange();
            range.selectNodeContents(link);
            const { left, right } = range.getBoundingClientRect();
            return side === 'Left' ? left : right;
          });
          expect(widths()).to.deep.equal(['1px', '4px']);
          const underlines = links(element).map((link) => getComputedStyle(link).textDecorationLine);
          expect(underlines).to.deep.equal(['underline', 'none']);
          expect(edges[0]).to.be.closeTo(edges[1], 0.1);
          await emulate({ 'forced-colors': 'active' });
          expect(widths()).to.deep.equal(['1px', '4px']);
          await expectAccessible(element);
        },
      );

    it('has readable colors on a dark page', async () => {
      const element = await showBefore(section('Pain'), section('Cost'));
      const { style } = element.parentElement!;
      [style.colorScheme, style.background, style.color] = ['dark', 'canvas', 'canvastext'];
      await scrollPage(document.documentElement.scrollHeight);
      expect(getComputedStyle(links(element)[1])[`borderLeftColor`]).to.equal('rgb(92, 200, 210)');
      await expectAccessible(element);
    });
  });

  it('has entries large enough for a thumb, and fits long words on a narrow phone', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await show('guide-contents', {
      title: LONG_WORD,
      items: [...items, { text: LONG_WORD, href: `/${LONG_WORD}` }],
    });
    for (const link of links(element)) expect(link.getBoundingClientRect().height).to.be.at.least(44);
    expect(document.documentElement.scrollWidth).to.equal(320);
    await expectAccessible(element);
  });
});
