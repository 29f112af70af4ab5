import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  emulate,
  expectAccessible,
  find,
  findAll,
  inChromium,
  inChromiumAndFirefox,
  settled,
  textOf,
} from '../helpers.js';
import {
  resetWindow,
  isRead,
  answersOf,
  fusionOrFibrin,
  areColumns,
  ROUNDING,
  cellsOf,
  contentOf,
  showIn,
  panelOf,
  isTooWide,
} from './guide-comparison.helpers.js';

const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);

const isSeen = (element: Element): boolean =>
  element.checkVisibility() && element.getBoundingClientRect().height > 1 && element.getBoundingClientRect().width > 1;

const areCards = (element: Element): boolean =>
  Math.max(...cellsOf(element, 0).map(({ bottom }) => bottom)) <=
  Math.min(...cellsOf(element, 1).map(({ top }) => top)) + ROUNDING;

/** Checks the table in the accessibility tree: every header and answer has its role and its row. */
async function expectTableRead(element: Element): Promise<void> {
  findAll(element, 'tr').forEach((row, index) => row.classList.add(`row-${index + 1}`));
  const missing: string[] = [];
  const expectRead = async (role: string, name: string, row?: number) => {
    if (!(await isRead(role, name, row))) missing.push(`${role} "${name}"${row ? ` in row ${row}` : ''}`);
  };
  await expectRead('region', 'Side by side');
  await expectRead('table', 'Side by side');
  await expectRead('heading', 'Side by side');
  for (const name of ['Question', 'Spinal fusion', 'Fibrin procedure']) await expectRead('columnheader', name, 1);
  for (const [index, { question, answers }] of fusionOrFibrin.rows.entries()) {
    await expectRead('rowheader', question, index + 2);
    await expectRead('cell', answers.fusion, index + 2);
    await expectRead('cell', answers.fibrin, index + 2);
  }
  expect(missing).to.deep.equal([]);
  expect(await isRead('cell', 'Months.', 2), 'an answer in another row').to.equal(false);
}

describe('<guide-comparison>', () => {
  afterEach(resetWindow);

  describe('in a wide container', () => {
    it('is a table with a caption, and a header for each option and each question', async () => {
      const element = await showIn(780, fusionOrFibrin);
      await expectAccessible(element);
      expect(find(element, 'h2').textContent).to.equal('Side by side');
      expect(find(element, 'table > caption').textContent.trim()).to.equal('Side by side');
      const headers = (scope: string) => findAll(element, `th[scope=${scope}]`).map((cell) => cell.textContent.trim());
      expect(headers('col')).to.deep.equal(['Question', 'Spinal fusion', 'Fibrin procedure']);
      expect(headers('row')).to.deep.equal(fusionOrFibrin.rows.map(({ question }) => question));
      expect(findAll(element, 'thead tr')).to.have.length(1);
      expect(findAll(element, 'tbody tr')).to.have.length(3);
      expect(answersOf(element)).to.deep.equal(
        fusionOrFibrin.rows.flatMap(({ answers }) => [answers.fusion, answers.fibrin]),
      );
    });

    inChromium.it('is read as a table with column and row headers', async () => {
      await expectTableRead(await showIn(780, fusionOrFibrin));
    });

    it('shows the options side by side and each question once', async () => {
      const element = await showIn(780, fusionOrFibrin);
      expect(areColumns(element)).to.equal(true);
      expect(findAll(element, 'th[scope=row]').map(isSeen)).to.deep.equal([true, true, true]);
      expect(findAll(element, 'td > [aria-hidden]').some(isSeen)).to.equal(false);
    });
  });

  describe('in a narrow container', () => {
    it('shows a card for each option, stacked', async () => {
      const element = await showIn(320, fusionOrFibrin);
      await expectAccessible(element);
      expect(areCards(element)).to.equal(true);
      expect(isTooWide(element.parentElement!)).to.equal(false);
    });

    for (const count of [3, 4, 5])
      it(`shows ${count} cards in the order of the options, each with its name first and then its answers`, async () => {
        const element = await showIn(320, contentOf(count));
        await expectAccessible(element);
        const tops = Array.from({ length: count }, (_, option) =>
          cellsOf(element, option).map(({ top }) => top),
        ).flat();
        expect(tops).to.have.length(count * 4);
        expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
        expect(new Set(tops).size).to.equal(tops.length);
      });

    it('shows every question with its answer on every card', async () => {
      const element = await showIn(320, fusionOrFibrin);
      const questions = findAll(element, 'td > [aria-hidden]');
      expect(questions.map((question) => question.textContent)).to.deep.equal(
        fusionOrFibrin.rows.flatMap(({ question }) => [question, question]),
      );
      for (const question of questions) {
        expect(isSeen(question)).to.equal(true);
        const answer = question.parentElement!.querySelector('p')!;
        expect(question.getBoundingClientRect().bottom).to.be.at.most(answer.getBoundingClientRect().top);
      }
    });

    inChromium.it('is still read as a table, with each question once', async () => {
      await expectTableRead(await showIn(320, fusionOrFibrin));
    });

    it('sets its ARIA roles explicitly, because some browsers drop them when display changes', async () => {
      const element = await showIn(320, fusionOrFibrin);
      const roles = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };
      for (const [name, role] of Object.entries(roles))
        for (const part of findAll(element, name)) expect(part.role, name).to.equal(role);
      for (const header of findAll<HTMLTableCellElement>(element, 'th'))
        expect(header.role).to.equal(header.scope === 'col' ? 'columnheader' : 'rowheader');
    });

    it('shows either cards or a table at every width around the breakpoint, never a mix', async () => {
      const element = await showIn(320, fusionOrFibrin);
      for (const width of [575, 575.5, 576, 576.5, 577]) {
        element.parentElement!.style.inlineSize = `${width}px`;
        await settled();
        const areQuestionsSeen = findAll(element, 'td > [aria-hidden]').map(isSeen);
        expect(areCards(element) !== areColumns(element), `cards or a table at ${width} px`).to.equal(true);
        expect(areQuestionsSeen, `questions on cards at ${width} px`).to.deep.equal(Array(6).fill(areCards(element)));
      }
      expect(areColumns(element)).to.equal(true);
    });

    it('shows cards in a narrow column of a wide window', async () => {
      await setViewport({ width: 1280, height: 800 });
      const element = await showIn(400, fusionOrFibrin);
      await expectAccessible(element);
      expect(areCards(element)).to.equal(true);
    });

    it('shows a table in a wide box of a narrow window', async () => {
      await setViewport({ width: 320, height: 800 });
      const element = await showIn(780, fusionOrFibrin);
      await expectAccessible(element);
      expect(areColumns(element)).to.equal(true);
    });

    it('switches to cards when large text leaves no room for a table', async () => {
      const element = await showIn(780, fusionOrFibrin, {}, { 'font-size': '32px' });
      await expectAccessible(element);
      expect(areCards(element)).to.equal(true);
      expect(isTooWide(element.parentElement!)).to.equal(false);
    });

    it('switches to cards and back when its container changes width', async () => {
      const element = await showIn(780, fusionOrFibrin);
      element.parentElement!.style.inlineSize = '320px';
      expect(areCards(element)).to.equal(true);
      element.parentElement!.style.inlineSize = '780px';
      expect(areColumns(element)).to.equal(true);
    });

    it('wraps long words', async () => {
      const options = [
        { id: 'a', name: LONG_WORD, summary: LONG_WORD },
        { id: 'b', name: 'Short' },
      ];
      const rows = [{ question: LONG_WORD, answers: { a: LONG_WORD, b: `[${LONG_WORD}](https://example.org)` } }];
      const element = await showIn(320, { title: LONG_WORD, intro: LONG_WORD, options, rows, note: LONG_WORD });
      await expectAccessible(element);
      expect(isTooWide(element.parentElement!)).to.equal(false);
      expect(isTooWide(panelOf(element))).to.equal(false);
    });
  });

  describe('in page layouts', () => {
    for (const width of [320, 780])
      it(`fits a flex row of ${width} px`, async () => {
        const element = await showIn(width, fusionOrFibrin, {}, { display: 'flex' });
        await expectAccessible(element);
        expect(element.getBoundingClientRect().width).to.be.within(300, width);
        expect(isTooWide(element.parentElement!)).to.equal(false);
      });

    it('leaves room for a sibling in a flex row', async () => {
      const element = await showIn(780, fusionOrFibrin, {}, { display: 'flex' });
      const aside = element.parentElement!.appendChild(document.createElement('aside'));
      aside.style.cssText = 'flex: none; inline-size: 300px';
      await settled();
      expect(element.getBoundingClientRect().width).to.be.within(300, 480);
      expect(isTooWide(element.parentElement!)).to.equal(false);
    });

    for (const display of ['grid', 'inline-grid', 'inline-block'])
      it(`does not collapse in a container with display: ${display}`, async () => {
        const element = await showIn(780, fusionOrFibrin, {}, { display });
        expect(element.getBoundingClientRect().width).to.be.within(300, 780);
      });

    it('does not collapse when floated', async () => {
      const element = await showIn(780, fusionOrFibrin);
      element.style.cssText = 'float: left';
      await settled();
      expect(element.getBoundingClientRect().width).to.be.within(300, 780);
    });
  });

  describe('with the reader’s own settings', () => {
    for (const width of [320, 700, 780])
      it(`cuts nothing off with wider text spacing at ${width} px`, async () => {
        const element = await showIn(width, { ...fusionOrFibrin, intro: 'An intro.', note: 'A note.' });
        // Same values as WCAG 1.4.12, applied as strongly as a user style sheet.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
          p { margin-block-end: 2em !important }`);
        element.shadowRoot!.adoptedStyleSheets.push(sheet);
        await settled();
        await expectAccessible(element);
        expect(isTooWide(element.parentElement!)).to.equal(false);
        expect(isTooWide(panelOf(element))).to.equal(false);
        for (const cell of findAll(element, 'td, thead th[part=item], h2, p')) {
          expect(cell.scrollWidth).to.be.at.most(cell.clientWidth);
          expect(cell.scrollHeight).to.be.at.most(cell.clientHeight);
        }
      });

    for (const width of [320, 700])
      it(`is readable on a dark page at ${width} px`, async () => {
        const style = { 'color-scheme': 'dark', background: 'canvas', color: 'canvastext' };
        const content = { ...contentOf(5), intro: 'An intro.', note: 'A note.' };
        const element = await showIn(width, content, {}, style);
        await expectAccessible(element);
        const header = getComputedStyle(find(element, 'thead th[part=item]'));
        expect(header.borderBottomColor).to.equal('rgb(92, 200, 210)');
        expect(header.color).to.equal(getComputedStyle(element.parentElement!).color);
        // The question column covers the answers when the table scrolls.
        if (width === 700)
          expect(getComputedStyle(find(element, 'th[scope=row]')).backgroundColor).to.equal(
            getComputedStyle(element.parentElement!).backgroundColor,
          );
      });

    for (const width of [320, 700])
      inChromiumAndFirefox.it(`keeps its lines in forced colors at ${width} px`, async () => {
        await emulate({ 'forced-colors': 'active' });
        const element = await showIn(width, contentOf(5), {}, { '--guide-accent': 'rgb(4, 5, 6)' });
        await expectAccessible(element);
        const header = getComputedStyle(find(element, 'thead th[part=item]'));
        expect(header.borderBottomStyle).to.equal('solid');
        expect(header.borderBottomColor).not.to.equal('rgb(4, 5, 6)');
        expect(header.borderBottomColor).to.equal(getComputedStyle(document.documentElement).color);
      });

    it('shows right-to-left cards', async () => {
      const element = await showIn(320, fusionOrFibrin, {}, { direction: 'rtl' });
      await expectAccessible(element);
      expect(areCards(element)).to.equal(true);
      expect(isTooWide(element.parentElement!)).to.equal(false);
      expect(textOf(element)).to.include('Spinal fusion');
    });
  });
});
