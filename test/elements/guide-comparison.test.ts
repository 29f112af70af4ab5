import { expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideComparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import type { GuideComparison } from '../../src/elements/guide-comparison/guide-comparison.js';
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

const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);

const fusionOrFibrin = {
  title: 'Side by side',
  options: [
    { id: 'fusion', name: 'Spinal fusion' },
    { id: 'fibrin', name: 'Fibrin procedure' },
  ],
  rows: [
    { question: 'Will my back still move?', answers: { fusion: 'No, not there.', fibrin: 'Yes.' } },
    { question: 'How long is recovery?', answers: { fusion: 'Months.', fibrin: 'Usually weeks.' } },
    { question: 'Is hardware put in?', answers: { fusion: 'Screws and rods.', fibrin: 'None.' } },
  ],
};

/** The given number of options, each with an answer to three questions. */
function contentOf(count: number): GuideComparisonContent {
  const options = Array.from({ length: count }, (_, index) => ({ id: `o${index + 1}`, name: `Option ${index + 1}` }));
  const rows = [1, 2, 3].map((row) => ({
    question: `Question ${row}?`,
    answers: Object.fromEntries(options.map(({ id }) => [id, `Answer ${row} of ${id}, in a sentence.`])),
  }));
  return { title: 'Many options', options, rows };
}

/** Shows the element in a container of the given width and style. */
async function showIn(
  width: number,
  content: unknown,
  attributes: Record<string, string> = {},
  style: Record<string, string> = {},
): Promise<GuideComparison> {
  const element = await show('guide-comparison', content, attributes);
  const box = element.parentElement!;
  box.style.setProperty('inline-size', `${width}px`);
  for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value);
  await settled();
  return element;
}

const panelOf = (element: Element) => find(element, '[part=panel]');
const isTooWide = (box: Element): boolean => box.scrollWidth > box.clientWidth;
const isSeen = (element: Element): boolean =>
  element.checkVisibility() && element.getBoundingClientRect().height > 1 && element.getBoundingClientRect().width > 1;
/** The text as a screen reader reads it. */
const answersOf = (element: Element): string[] =>
  findAll(element, 'td').map((cell) => [...cell.querySelectorAll('p')].map((text) => text.textContent).join(' '));

/** The header and answers of an option, by its index. */
const cellsOf = (element: Element, option: number): DOMRect[] =>
  findAll(element, `tr > :nth-child(${option + 2})`).map((cell) => cell.getBoundingClientRect());

/** Whether the first option is above the second one, rather than next to it. */
/** Engines round fractions of a pixel differently. */
const ROUNDING = 0.1;
const areCards = (element: Element): boolean =>
  Math.max(...cellsOf(element, 0).map(({ bottom }) => bottom)) <=
  Math.min(...cellsOf(element, 1).map(({ top }) => top)) + ROUNDING;
const areColumns = (element: Element): boolean =>
  cellsOf(element, 0).every(({ top, right }, row) => {
    const beside = cellsOf(element, 1)[row];
    return Math.abs(beside.top - top) <= ROUNDING && beside.left >= right - ROUNDING;
  });

/** Whether the accessibility tree has this node, in `row` if given (the header is row 1). */
async function isRead(role: string, name: string, row?: number): Promise<boolean> {
  const within = row ? `guide-comparison >>> tr.row-${row} ` : '';
  const selector = `${within}::-p-aria([role="${role}"][name="${name}"])`;
  const node = await executeServerCommand<{ role: string } | null, object>('a11y-snapshot', { selector });
  return node?.role !== 'RootWebArea';
}

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
  afterEach(async () => {
    await emulate({});
    await setViewport({ width: 800, height: 600 });
  });

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

  describe('options', () => {
    for (const count of [2, 3, 4, 5])
      it(`shows ${count} options`, async () => {
        const element = await showIn(1200, contentOf(count));
        await expectAccessible(element);
        const names = findAll(element, 'th[scope=col][part=item]').map((header) => header.textContent.trim());
        expect(names).to.deep.equal(contentOf(count).options.map(({ name }) => name));
        expect(findAll(element, 'td')).to.have.length(3 * count);
        expect(areColumns(element)).to.equal(true);
      });

    for (const count of [0, 1, 6])
      it(`rejects ${count} options with an error, and shows the fallback`, async () => {
        let element: Element | undefined;
        const { errors } = await consoleOf(async () => (element = await show('guide-comparison', contentOf(count))));
        expect(errors).to.deep.equal([
          `<guide-comparison> content property, options: found a list of ${count}, ` +
            'expected a list of two to five options. Fix: make it a list of two to five options.',
        ]);
        expect(findAll(element!, 'table')).to.deep.equal([]);
        expect(findAll(element!, 'slot')).to.have.length(1);
      });

    it('rejects two options with the same id', async () => {
      const options = [
        { id: 'a', name: 'One' },
        { id: 'a', name: 'Two' },
      ];
      const { errors } = await consoleOf(() => show('guide-comparison', { ...fusionOrFibrin, options }));
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('options: found a list of 2, expected a list in which every id comes once');
    });

    it('shows the summary of an option below its name', async () => {
      const [fusion, fibrin] = fusionOrFibrin.options;
      const options = [{ ...fusion, summary: 'Joins vertebrae **for good**' }, fibrin];
      const element = await showIn(780, { ...fusionOrFibrin, options });
      await expectAccessible(element);
      const header = find(element, 'th[part=item]');
      expect(header.querySelector('strong')?.textContent).to.equal('for good');
      expect(header.innerText.trim().split(/\n+/)).to.deep.equal(['Spinal fusion', 'Joins vertebrae for good']);
    });
  });

  describe('answers', () => {
    const rowsWith = (answers: Record<string, string>) => [{ question: 'Does it last?', answers }];

    it('reads "Not stated" for missing or blank answers, never an empty cell', async () => {
      const rows = [...rowsWith({}), ...rowsWith({ fusion: ' \n\t', fibrin: '' }), ...rowsWith({ fibrin: 'Yes.' })];
      const element = await showIn(780, { ...fusionOrFibrin, rows });
      await expectAccessible(element);
      const none = 'Not stated';
      expect(answersOf(element)).to.deep.equal([none, none, none, none, none, 'Yes.']);
    });

    it('reads "No se indica" for missing answers on a Spanish page', async () => {
      const element = await showIn(320, { ...fusionOrFibrin, rows: rowsWith({ fibrin: 'Sí.' }) }, { lang: 'es-MX' });
      await expectAccessible(element);
      expect(answersOf(element)).to.deep.equal(['No se indica', 'Sí.']);
    });

    inChromium.it('exposes missing answers as cells, in the language of the table', async () => {
      const element = await showIn(320, { ...fusionOrFibrin, rows: rowsWith({ fibrin: 'Sí.' }) });
      expect(await isRead('cell', 'Not stated')).to.equal(true);
      element.lang = 'es-MX';
      await element.updateComplete;
      expect(await isRead('cell', 'No se indica')).to.equal(true);
      expect(await isRead('columnheader', 'Pregunta')).to.equal(true);
    });

    it('does not read answers from Object.prototype', async () => {
      const options = [
        { id: 'constructor', name: 'One' },
        { id: 'toString', name: 'Two' },
      ];
      const element = await showIn(780, { options, rows: rowsWith({}) });
      expect(answersOf(element)).to.deep.equal(['Not stated', 'Not stated']);
    });

    it('warns once about an answer to an unknown option, lists the known ids, and shows the rest', async () => {
      let element: GuideComparison | undefined;
      const { errors, warnings } = await consoleOf(async () => {
        element = await showIn(780, { ...fusionOrFibrin, rows: rowsWith({ fusoin: 'Yes.', fibrin: 'No.' }) });
      });
      expect(errors).to.deep.equal([]);
      expect(warnings).to.deep.equal([
        '<guide-comparison> rows[0].answers.fusoin is not the id of an option; those are fusion, fibrin',
      ]);
      expect(answersOf(element!)).to.deep.equal(['Not stated', 'No.']);
    });

    it('can have paragraphs, lists, links and emphasis', async () => {
      const rows = rowsWith({ fusion: 'First.\n\n- a\n- **b**', fibrin: 'See [this](https://example.org/).' });
      const element = await showIn(780, { ...fusionOrFibrin, rows });
      await expectAccessible(element);
      expect(findAll(element, 'td li').map((item) => item.textContent.trim())).to.deep.equal(['a', 'b']);
      expect(find(element, 'td strong').textContent).to.equal('b');
      expect(find<HTMLAnchorElement>(element, 'td a').href).to.equal('https://example.org/');
    });
  });

  describe('heading', () => {
    it('has default text when the title is omitted', async () => {
      const { options, rows } = fusionOrFibrin;
      const element = await showIn(780, { options, rows });
      await expectAccessible(element);
      expect(find(element, 'h2').textContent).to.equal('Compare the options');
    });

    it('is hidden when the title is "", but the table still has a caption', async () => {
      const element = await showIn(780, { ...fusionOrFibrin, title: '' });
      await expectAccessible(element);
      expect(findAll(element, 'h1, h2, h3, h4, h5, h6')).to.deep.equal([]);
      expect(textOf(element)).to.match(/^Compare the options Question Spinal fusion/);
      expect(find(element, 'caption').getBoundingClientRect().width).to.be.at.most(1);
    });

    for (const [state, title, name] of [
      ['given', 'Side by side', 'Side by side'],
      ['omitted', undefined, 'Compare the options'],
      ['""', '', 'Compare the options'],
    ])
      inChromium.it(`names the table and the region when ${state}`, async () => {
        await showIn(780, { ...fusionOrFibrin, title });
        expect(await isRead('table', name!)).to.equal(true);
        expect(await isRead('region', name!)).to.equal(true);
        expect(await isRead('table', 'Something else')).to.equal(false);
      });

    it('has the level that the page author sets', async () => {
      const element = await showIn(780, fusionOrFibrin, { 'heading-level': '4' });
      await expectAccessible(element);
      expect(find(element, 'h4').textContent).to.equal('Side by side');
    });

    it('comes before the intro, and the note comes below the table; both support Markdown', async () => {
      const intro = 'Neither is *better*.\n\nSee [why](https://example.org/why).';
      const element = await showIn(780, { ...fusionOrFibrin, intro, note: 'If **mixed**, ask again.' });
      await expectAccessible(element);
      expect(find(element, 'p em').textContent).to.equal('better');
      expect(find<HTMLAnchorElement>(element, 'p a').href).to.equal('https://example.org/why');
      const note = find(element, '.note');
      expect(note.querySelector('strong')?.textContent).to.equal('mixed');
      expect(note.getBoundingClientRect().top).to.be.at.least(find(element, 'table').getBoundingClientRect().bottom);
      const [first, last] = findAll(element, 'p').map((text) => text.getBoundingClientRect());
      expect(find(element, 'h2').getBoundingClientRect().bottom).to.be.at.most(first.top);
      expect(last.bottom).to.be.at.most(find(element, 'table').getBoundingClientRect().top);
    });
  });

  describe('when it is wider than its container', () => {
    it('scrolls sideways in its own box, and the page does not', async () => {
      const element = await showIn(700, contentOf(5));
      await expectAccessible(element);
      expect(areColumns(element)).to.equal(true);
      expect(isTooWide(panelOf(element))).to.equal(true);
      expect(isTooWide(element.parentElement!)).to.equal(false);
    });

    it('keeps the questions at the left edge while it scrolls, and covers the cells behind them', async () => {
      const element = await showIn(700, contentOf(5));
      const panel = panelOf(element);
      panel.scrollLeft = 1e6;
      expect(panel.scrollLeft).to.be.greaterThan(100);
      for (const cell of findAll(element, 'tr > :first-child')) {
        expect(cell.getBoundingClientRect().left).to.be.closeTo(panel.getBoundingClientRect().left, ROUNDING);
        expect(getComputedStyle(cell).backgroundColor).to.equal('rgb(255, 255, 255)');
        const { x, y, width, height } = cell.getBoundingClientRect();
        expect(element.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2)!.closest('th')).to.equal(cell);
      }
      expect(cellsOf(element, 4)[0].right).to.be.closeTo(panel.getBoundingClientRect().right, 1);
      await expectAccessible(element);
    });

    it('keeps the questions at the right edge on a right-to-left page', async () => {
      const element = await showIn(700, contentOf(5), {}, { direction: 'rtl' });
      const panel = panelOf(element);
      expect(cellsOf(element, 0)[0].left).to.be.at.least(cellsOf(element, 1)[0].right - ROUNDING);
      panel.scrollLeft = -1e6;
      expect(panel.scrollLeft).to.be.lessThan(-100);
      for (const cell of findAll(element, 'tr > :first-child'))
        expect(cell.getBoundingClientRect().right).to.be.closeTo(panel.getBoundingClientRect().right, ROUNDING);
      await expectAccessible(element);
    });

    it('takes focus, shows a focus outline and scrolls with the keyboard', async () => {
      const element = await showIn(700, contentOf(5));
      const panel = panelOf(element);
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(panel);
      expect(getComputedStyle(panel).outlineStyle).to.equal('solid');
      expect(parseFloat(getComputedStyle(panel).outlineWidth)).to.be.at.least(2);
      await expectAccessible(element);
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => panel.scrollLeft > 0, 'the arrow key scrolls the table');
    });

    inChromium.it('has an accessible name, even without a heading', async () => {
      await showIn(700, contentOf(5));
      expect(await isRead('group', 'Many options')).to.equal(true);
      const element = await showIn(700, { ...contentOf(5), title: '' });
      await expectAccessible(element);
      expect(await isRead('group', 'Compare the options')).to.equal(true);
    });

    for (const [count, width, scrolls] of [
      [2, 600, false],
      [3, 600, true],
      [3, 780, false],
      [4, 780, true],
      [5, 780, true],
      [5, 1200, false],
      [5, 320, false],
    ] as const)
      it(`${scrolls ? 'is' : 'is not'} a tab stop with ${count} options at ${width} px`, async () => {
        const element = await showIn(width, contentOf(count));
        expect(isTooWide(panelOf(element))).to.equal(scrolls);
        expect(panelOf(element).tabIndex).to.equal(scrolls ? 0 : -1);
        await sendKeys({ press: 'Tab' });
        expect(element.shadowRoot!.activeElement).to.equal(scrolls ? panelOf(element) : null);
      });

    inChromium.it('is a group for screen readers only while it scrolls', async () => {
      const element = await showIn(600, contentOf(3));
      expect(await isRead('group', 'Many options')).to.equal(true);
      element.parentElement!.style.inlineSize = '780px';
      await settled();
      expect(await isRead('group', 'Many options')).to.equal(false);
    });

    it('stops being a tab stop when its container grows wide enough, and becomes one again when it shrinks', async () => {
      const element = await showIn(700, contentOf(5));
      element.parentElement!.style.inlineSize = '1200px';
      await settled();
      expect(panelOf(element).hasAttribute('tabindex')).to.equal(false);
      expect(panelOf(element).hasAttribute('role')).to.equal(false);
      await expectAccessible(element);
      element.parentElement!.style.inlineSize = '700px';
      await settled();
      expect(panelOf(element).tabIndex).to.equal(0);
    });

    it('becomes a tab stop when new content has more options', async () => {
      const element = await showIn(700, contentOf(2));
      expect(panelOf(element).tabIndex).to.equal(-1);
      element.content = contentOf(5);
      await element.updateComplete;
      await settled();
      expect(panelOf(element).tabIndex).to.equal(0);
    });

    it('still tracks whether it scrolls after moving to another container', async () => {
      const element = await showIn(700, contentOf(5));
      const other = await showIn(1200, contentOf(2));
      other.parentElement!.append(element);
      await settled();
      expect(panelOf(element).hasAttribute('tabindex')).to.equal(false);
      other.parentElement!.style.inlineSize = '700px';
      await settled();
      expect(panelOf(element).tabIndex).to.equal(0);
    });

    inChromiumAndFirefox.it('prints every option, because paper does not scroll', async () => {
      const element = await showIn(700, contentOf(5));
      await emulate({ media: 'print' });
      await settled();
      const { right } = element.parentElement!.getBoundingClientRect();
      for (const option of [0, 1, 2, 3, 4])
        for (const cell of cellsOf(element, option)) expect(cell.right).to.be.at.most(right + 1);
      expect(getComputedStyle(find(element, 'tr')).breakInside).to.equal('avoid');
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
