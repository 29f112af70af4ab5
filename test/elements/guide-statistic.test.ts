import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { GuideStatistic } from '../../src/elements/guide-statistic/guide-statistic.js';
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
  textOf,
} from '../helpers.js';

const label = 'have lasting pain';
const population = 'People who had surgery';
const source = { title: 'A survey', url: 'https://example.org/survey', year: 2017 };
const known = { label, population, source };

/** A node of the accessibility tree. */
interface AxNode {
  role: string;
  name?: string;
  children?: AxNode[];
}

/** All text that a screen reader reads on the page. */
async function readAloud(): Promise<string> {
  const textsIn = ({ name = '', children = [] }: AxNode): string[] => [name, ...children.flatMap(textsIn)];
  return textsIn((await a11ySnapshot({})) as unknown as AxNode).join(' ');
}

/** Whether the accessibility tree has this node: a selector without a match returns the whole page. */
async function isExposed(role: string, name: string): Promise<boolean> {
  const selector = `::-p-aria([role="${role}"][name="${name}"])`;
  const node = (await a11ySnapshot({ selector })) as unknown as AxNode | null;
  return node?.role !== 'RootWebArea';
}

/** Shows the statistic in a container of this width. */
async function showIn(width: number, content: object, attributes: Record<string, string> = {}) {
  const element = await show('guide-statistic', { ...known, ...content }, attributes);
  Object.assign(element.parentElement!.style, { inlineSize: `${width}px`, background: 'canvas', color: 'canvastext' });
  element.parentElement!.style.colorScheme = 'light dark';
  await settled();
  return element;
}

const picture = (element: Element) => find<SVGSVGElement>(element, '[part=picture] > svg');

/** Whether the figure at this column and row of the picture looks filled. */
function isFilled(element: Element, column: number, row: number, across = 0.5): boolean {
  const svg = picture(element);
  svg.scrollIntoView({ block: 'center' });
  const { left, top, width } = svg.getBoundingClientRect();
  const unit = width / svg.viewBox.baseVal.width;
  // At the shoulders, just above the bottom of the figure.
  const x = left + unit * (0.5 + column * 10 + across * 7);
  const y = top + unit * (9 + row * 12);
  const hit = element.shadowRoot!.elementFromPoint(x, y)!;
  return hit.matches('path') && getComputedStyle(hit).fillOpacity === '1';
}

/** How many whole people there are in each tone. */
const tones = (element: Element) => {
  const count = (selector: string) =>
    [...picture(element).querySelectorAll(selector)].flatMap((path) => path.getAttribute('d')!.match(/M/g) ?? [])
      .length;
  return [count('.none'), count('.maybe:not([clip-path])'), count('path:not([class], [clip-path])')];
};

describe('<guide-statistic>', () => {
  afterEach(() => emulate({}));

  describe('sentence', () => {
    for (const [content, lang, sentence] of [
      [{ value: 20 }, 'en', '20 of 100 people have lasting pain'],
      [{ range: [10, 40] }, 'en', '10 to 40 of 100 people have lasting pain'],
      [{ range: [10, 10] }, 'en', '10 of 100 people have lasting pain'],
      [{ value: 3, of: 10 }, 'en', '3 of 10 people have lasting pain'],
      [{ value: 206.5, of: 1000 }, 'en', '206.5 of 1,000 people have lasting pain'],
      [{ value: 0 }, 'en', '0 of 100 people have lasting pain'],
      [{ value: 20.6 }, 'es', '20,6 de cada 100 personas have lasting pain'],
      [{ range: [1, 4.5], of: 10 }, 'es', 'De 1 a 4,5 de cada 10 personas have lasting pain'],
    ] as const)
      it(`is "${sentence}"`, async () => {
        const element = await show('guide-statistic', { ...known, ...content }, { lang });
        await expectAccessible(element);
        expect(find(element, '[part=sentence]').textContent.replace(/\s+/g, ' ').trim()).to.equal(sentence);
      });

    inChromium.it('names the figure', async () => {
      const element = await show('guide-statistic', { ...known, range: [10, 40] });
      expect(await isExposed('figure', '10 to 40 of 100 people have lasting pain')).to.equal(true);
      expect(await isExposed('figure', 'something else')).to.equal(false);
      element.content = { ...known, value: 206.5, of: 1000 };
      await element.updateComplete;
      expect(await isExposed('figure', '206.5 of 1,000 people have lasting pain')).to.equal(true);
    });

    it('changes with the language', async () => {
      const element = await show('guide-statistic', { ...known, value: 20.6 }, { lang: 'es' });
      element.lang = 'en';
      await element.updateComplete;
      expect(textOf(element)).to.include('20.6 of 100 people').and.to.include('Who was counted');
    });

    it('stands out without adding to the page’s outline', async () => {
      const element = await show('guide-statistic', { ...known, value: 20 });
      const sizes = ['bdi', '[part=sentence]', 'dd'].map((name) =>
        parseFloat(getComputedStyle(find(element, name)).fontSize),
      );
      expect(sizes[0]).to.be.greaterThan(sizes[1]);
      expect(sizes[1]).to.be.greaterThan(sizes[2]);
      expect(findAll(element, 'h1, h2, h3, h4, h5, h6')).to.deep.equal([]);
    });

    it('keeps its word order in Arabic', async () => {
      const element = await showIn(600, { label: 'لديهم ألم', range: [10, 40] }, { lang: 'ar', dir: 'rtl' });
      const node = [...find(element, 'bdi').childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!;
      const leftOf = (word: string) => {
        const range = document.createRange();
        const start = node.textContent!.indexOf(word);
        range.setStart(node, start);
        range.setEnd(node, start + word.length);
        return range.getBoundingClientRect().left;
      };
      // Engines use different digits for Arabic.
      const [low, high] = [10, 40].map((number) => number.toLocaleString('ar'));
      expect(leftOf(low)).to.be.lessThan(leftOf('to'));
      expect(leftOf('to')).to.be.lessThan(leftOf(high));
    });
  });

  describe('picture', () => {
    for (const [content, expected] of [
      [{ value: 0 }, [100, 0, 0]],
      [{ value: 20 }, [100, 0, 20]],
      [{ value: 20.6 }, [100, 0, 20]],
      [{ value: 100 }, [100, 0, 100]],
      [{ range: [10, 40] }, [100, 30, 10]],
      [{ range: [0, 100] }, [100, 100, 0]],
      [{ range: [10, 10] }, [100, 0, 10]],
      [{ value: 10, of: 10 }, [10, 0, 10]],
      [{ range: [188, 226], of: 1000 }, [1000, 38, 188]],
    ] as const)
      it(`of ${JSON.stringify(content)} draws this many people in total, possible and certain: ${expected.join(', ')}`, async () => {
        const element = await show('guide-statistic', { ...known, ...content });
        expect(tones(element)).to.deep.equal(expected);
        expect(findAll(element, '[part=picture] > svg *')).to.have.length.at.most(5);
        await expectAccessible(element);
      });

    it('fills rows of ten, one after another', async () => {
      const element = await showIn(600, { value: 23 });
      const row = (index: number) => Array.from({ length: 10 }, (_, column) => isFilled(element, column, index));
      expect([0, 1, 2, 3].map((index) => row(index).filter(Boolean).length)).to.deep.equal([10, 10, 3, 0]);
      expect(row(2).slice(0, 3)).to.deep.equal([true, true, true]);
    });

    it('fills from the right on a right-to-left page', async () => {
      const element = await showIn(600, { value: 3 }, { dir: 'rtl', lang: 'ar' });
      expect([0, 6, 7, 9].map((column) => isFilled(element, column, 0))).to.deep.equal([false, false, true, true]);
    });

    it('shows 20.6 as twenty people and part of another', async () => {
      const element = await showIn(600, { value: 20.6 });
      expect(isFilled(element, 9, 1)).to.equal(true);
      expect([0.2, 0.5, 0.7, 0.9].map((across) => isFilled(element, 0, 2, across))).to.deep.equal([
        true,
        true,
        false,
        false,
      ]);
      expect(isFilled(element, 1, 2)).to.equal(false);
    });

    it('fits its count: a row of ten, a square of a hundred, or blocks of a hundred for a thousand', async () => {
      for (const [of, low, high] of [
        [10, 8, 10],
        [100, 0.7, 1],
        [1000, 2, 2.5],
      ]) {
        const element = await showIn(320, { value: 1, of });
        const { width, height } = picture(element).getBoundingClientRect();
        expect(width / height, String(of)).to.be.within(low, high);
        const drawn = picture(element).getBBox();
        const { x, y, width: room, height: space } = picture(element).viewBox.baseVal;
        expect([drawn.x - x, drawn.y - y].every((gap) => gap >= 0.4 && gap <= 1)).to.equal(true);
        expect(
          [x + room - drawn.x - drawn.width, y + space - drawn.y - drawn.height].every((gap) => gap >= 0.4),
        ).to.equal(true);
      }
    });

    it('shows a thousand as ten groups of a hundred, further apart than people within a group', async () => {
      const element = await showIn(320, { value: 1000, of: 1000 });
      const everybody = find<SVGPathElement>(element, '[part=picture] path:not([class], [clip-path])');
      const { x, y, width, height } = everybody.getBBox();
      const isDrawn = (across: number, down: number) => everybody.isPointInFill(new DOMPoint(across, down));
      /** After how many people the space is more than twice as wide as elsewhere. */
      const groupsAlong = (length: number, isDrawnAt: (position: number) => boolean) => {
        const spaces: number[] = [];
        let last = 0;
        for (let position = 0.25; position < length; position += 0.5) {
          if (!isDrawnAt(position)) continue;
          // A head and its shoulders are closer than that.
          if (position - last > 1) spaces.push(position - last);
          last = position;
        }
        const usual = Math.min(...spaces);
        return spaces.flatMap((space, index) => (space > 2 * usual ? index + 1 : []));
      };
      expect(groupsAlong(width, (position) => isDrawn(x + position, y + 8))).to.deep.equal([10, 20, 30, 40]);
      expect(groupsAlong(height, (position) => isDrawn(x + 3.5, y + position))).to.deep.equal([10]);
    });

    inChromium.it('is hidden from screen readers, which read the sentence instead', async () => {
      await show('guide-statistic', { ...known, range: [10, 40] });
      const read = await readAloud();
      expect(read).to.include('10 to 40 of 100 people').and.to.include(label);
      expect(read).not.to.include('up to 40');
    });

    it('has a legend only for a range', async () => {
      const key = (element: GuideStatistic) => find(element, '[part=picture]').textContent.replace(/\s+/g, ' ').trim();
      expect(key(await show('guide-statistic', { ...known, range: [10, 40] }))).to.equal('10 up to 40');
      expect(key(await show('guide-statistic', { ...known, range: [1, 4.5] }, { lang: 'es' }))).to.equal('1 hasta 4,5');
      expect(key(await show('guide-statistic', { ...known, range: [0, 5] }))).to.equal('up to 5');
      expect(key(await show('guide-statistic', { ...known, range: [5, 5] }))).to.equal('');
      expect(key(await show('guide-statistic', { ...known, value: 5 }))).to.equal('');
    });

    for (const [name, features, color] of [
      ['on a light page', {}, 'rgb(11, 110, 121)'],
      ['on a dark page', { 'prefers-color-scheme': 'dark' }, 'rgb(92, 200, 210)'],
      ['in forced colors', { 'forced-colors': 'active' }, undefined],
      ['in print', { media: 'print' }, 'rgb(11, 110, 121)'],
    ] as const)
      inChromiumAndFirefox.it(`has three tones that differ without color, ${name}`, async () => {
        await emulate(features);
        const element = await showIn(600, { range: [10, 40] });
        await expectAccessible(element);
        const [none, maybe, sure] = ['.none', '.maybe', 'path:not([class])'].map((tone) =>
          getComputedStyle(picture(element).querySelector(tone)!),
        );
        const expected = color ?? getComputedStyle(element.parentElement!).color;
        expect([none.fill, maybe.fill, sure.fill]).to.deep.equal(['none', expected, expected]);
        expect([Number(maybe.fillOpacity) < 0.5, sure.fillOpacity]).to.deep.equal([true, '1']);
        expect(parseFloat(maybe.strokeWidth)).to.be.greaterThan(parseFloat(none.strokeWidth));
        expect(getComputedStyle(find(element, 'figure')).breakInside).to.equal('avoid');
      });
  });

  describe('details', () => {
    const facts = (element: Element) =>
      findAll(element, 'dl > div').map((fact) => [...fact.children].map(({ textContent }) => textContent.trim()));

    it('are the caveat, who was counted, over what time, and the source', async () => {
      const content = { ...known, value: 1, period: 'A year', caveat: 'Not **fusion** alone.' };
      const element = await show('guide-statistic', content);
      await expectAccessible(element);
      expect(find(element, 'strong').textContent).to.equal('fusion');
      expect(facts(element)).to.deep.equal([
        ['Who was counted', population],
        ['Over what time', 'A year'],
        ['Source', 'A survey (2017)'],
      ]);
    });

    inChromium.it('are read in that order', async () => {
      await show('guide-statistic', { ...known, value: 1, caveat: 'Not **fusion** alone.' });
      expect(await readAloud()).to.match(
        /Not +fusion +alone\..*Who was counted People who had.*Source A survey \(2017\)/,
      );
    });

    it('link the source when it has a URL', async () => {
      const element = await show('guide-statistic', { ...known, value: 1 });
      const { href, rel, part } = find<HTMLAnchorElement>(element, '[part=source] > a');
      expect([href, rel, part.value]).to.deep.equal(['https://example.org/survey', 'noopener', 'link']);
    });

    it('show only the source’s title when nothing else is known', async () => {
      const element = await show('guide-statistic', { ...known, value: 1, source: { title: 'A <b>book</b>' } });
      expect(find(element, '[part=source]').textContent.trim()).to.equal('A <b>book</b>');
      expect(findAll(element, 'a')).to.deep.equal([]);
    });

    it('skip unknown facts; the author gets a warning, and the patient sees the figure', async () => {
      let element: GuideStatistic | undefined;
      const written = await consoleOf(async () => (element = await show('guide-statistic', { label, value: 1 })));
      expect(textOf(element!)).to.equal('1 of 100 people have lasting pain');
      await expectAccessible(element!);
      expect(written.errors).to.deep.equal([]);
      expect(written.warnings).to.deep.equal([
        '<guide-statistic> has no "population": without it nobody can judge the figure; ' +
          '<guide-statistic> has no "source": without it nobody can judge the figure',
      ]);
    });
  });

  describe('layout', () => {
    it('puts the picture next to the text when there is room, and between it when there is not', async () => {
      for (const [width, dir] of [
        [800, 'ltr'],
        [800, 'rtl'],
        [320, 'ltr'],
      ] as const) {
        const element = await showIn(width, { value: 20 }, { dir });
        const [words, people, facts] = ['[part=sentence]', '[part=picture]', 'dl'].map((name) =>
          find(element, name).getBoundingClientRect(),
        );
        const isBeside = dir === 'ltr' ? people.left >= words.right : people.right <= words.left;
        expect([isBeside, words.bottom <= people.top, people.bottom <= facts.top]).to.deep.equal(
          width > 500 ? [true, false, false] : [false, true, true],
        );
      }
    });

    for (const fontSize of ['16px', '64px'])
      it(`fits 320 px at a font size of ${fontSize}`, async () => {
        const word = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);
        for (const of of [10, 100, 1000]) {
          const content = { of, range: [1, 4.5], label: word, population: word, period: word, caveat: word };
          const element = await showIn(320, { ...content, source: { ...source, title: word } });
          const box = element.parentElement!;
          box.style.fontSize = fontSize;
          await settled();
          expect(box.scrollWidth).to.equal(box.clientWidth);
          expect(picture(element).getBoundingClientRect().width).to.be.within(200, 320);
          await expectAccessible(element);
        }
      });

    it('does not collapse in a flex row', async () => {
      const box = await showHtml(`<div style="display: flex; inline-size: 900px">
        <guide-statistic content='{"label": "x", "value": 1, "population": "x", "source": {"title": "x"}}'></guide-statistic>
      </div>`);
      await settled();
      expect(box.firstElementChild!.getBoundingClientRect().width).to.be.greaterThan(500);
    });

    it('can be styled through its parts', async () => {
      const parts = ['base', 'sentence', 'picture', 'population', 'period', 'source', 'link'];
      const box = await showHtml(`<div>
        <style>${parts.map((part, index) => `guide-statistic::part(${part}) { padding-top: ${index + 1}px }`).join('')}</style>
        <guide-statistic content='${JSON.stringify({ ...known, value: 1, period: 'A year' })}'></guide-statistic>
      </div>`);
      await settled();
      const paddings = parts.map(
        (part) => getComputedStyle(find(box.querySelector('guide-statistic')!, `[part=${part}]`)).paddingTop,
      );
      expect(paddings).to.deep.equal(parts.map((_, index) => `${index + 1}px`));
    });
  });

  for (const [name, content, place] of [
    ['a value and a range', { value: 1, range: [1, 2] }, 'either "value" or "range"'],
    ['neither a value nor a range', {}, 'either "value" or "range"'],
    ['a range from high to low', { range: [40, 10] }, 'two numbers, the lower one first'],
    ['a range of three', { range: [1, 2, 3] }, 'two numbers, the lower one first'],
    ['a value above the total', { value: 11, of: 10 }, 'no more than "of"'],
    ['an unsupported total', { value: 1, of: 50 }, '1000'],
    ['a script as the source’s URL', { value: 1, source: { title: 'x', url: 'javascript:alert(1)' } }, 'an address'],
  ] as const)
    it(`shows the fallback and logs one error with ${name}`, async () => {
      const attribute = JSON.stringify({ ...known, ...content });
      let element: HTMLElement;
      const { errors } = await consoleOf(async () => {
        element = await showHtml(`<guide-statistic content='${attribute}'>Ask your doctor.</guide-statistic>`);
      });
      expect(findAll(element!, 'figure')).to.deep.equal([]);
      expect(element!.shadowRoot!.querySelector('slot')!.assignedNodes()[0].textContent).to.equal('Ask your doctor.');
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include(place);
      await expectAccessible(element!);
    });
});
