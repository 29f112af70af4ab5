import { expect } from '@open-wc/testing';
import type { GuideComparison } from '../../src/elements/guide-comparison/guide-comparison.js';
import { consoleOf, expectAccessible, find, findAll, inChromium, show, textOf } from '../helpers.js';
import {
  resetWindow,
  isRead,
  answersOf,
  fusionOrFibrin,
  areColumns,
  contentOf,
  showIn,
} from './guide-comparison.helpers.js';

describe('<guide-comparison>', () => {
  afterEach(resetWindow);

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
});
