import { expect } from '@open-wc/testing';
import { expectInert, expectNoHarm, harmDone, showSafely, shownBy } from './every-field.js';
import type { Tag } from './examples.js';
import { consoleOf, find, findAll, settled, show, showHtml } from './helpers.js';
import { expectUnchangedPrototypes } from './hostile-json.helpers.js';

describe('hostile JSON', () => {
  expectNoHarm();
  expectUnchangedPrototypes();

  describe('huge content', () => {
    const MB = 1024 * 1024;

    it('is shown: 10 MB of text', async () => {
      const element = document.createElement('guide-takeaways');
      const box = await showHtml('<div></div>');
      // This test is not about how the browser lays out ten million letters.
      box.style.display = 'none';
      element.setAttribute('content', JSON.stringify({ items: ['<b>.'.repeat((10 * MB) / 4)] }));
      box.append(element);
      await element.updateComplete;
      expect(findAll(element, 'li')[0].textContent).to.have.length(10 * MB);
      expectInert(element, '10 MB');
    });

    it('is shown: 10 MB of text in base64', async () => {
      const element = document.createElement('guide-takeaways');
      const box = await showHtml('<div></div>');
      box.style.display = 'none';
      element.setAttribute('data-content', btoa(JSON.stringify({ items: ['x'.repeat(10 * MB)] })));
      box.append(element);
      await element.updateComplete;
      expect(findAll(element, 'li')[0]?.textContent.length).to.equal(10 * MB);
    });

    for (const [name, before, after] of [
      ['plain text', '', ''],
      ['unfinished JSON', '{"items": ["', ''],
      ['JSON of the wrong shape', '{"items": "', '"}'],
    ])
      it(`is an error in one short line: 10 MB of ${name}`, async () => {
        const text = before + 'x'.repeat(10 * MB) + after;
        const { errors } = await consoleOf(() => showSafely('guide-takeaways', text, '10 MB'));
        expect(errors).to.have.length(1);
        expect(errors[0].length).to.be.lessThan(300);
      });

    it('is a warning that lists a few keys: 100,000 unknown keys', async () => {
      const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
      const { errors, warnings } = await consoleOf(() =>
        showSafely('guide-takeaways', { ...many, items: ['One'] }, 'many keys'),
      );
      expect(errors).to.deep.equal([]);
      expect(warnings).to.have.length(1);
      expect(warnings[0].length).to.be.lessThan(500);
    });

    for (const [name, open, close] of [
      ['lists', '[', ']'],
      ['objects', '{"a":', '}'],
      ['items', '{"items":[', ']}'],
    ])
      it(`is an error: 100,000 levels of ${name}`, async () => {
        const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
        for (const json of [deep, `{"items": [${deep}]}`, `{"title": ${deep}, "items": ["One"]}`]) {
          const { errors } = await consoleOf(() => showSafely('guide-takeaways', json, name));
          expect(errors).to.have.length(1);
          expect(errors[0].length).to.be.lessThan(300);
        }
      });

    it('is a warning: 100,000 levels below an unknown key', async () => {
      const json = `{"unknown": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "items": ["One"]}`;
      const { errors, warnings } = await consoleOf(() => showSafely('guide-takeaways', json, 'unknown'));
      expect(errors).to.deep.equal([]);
      expect(warnings).to.deep.equal(['<guide-takeaways> unknown is not known: known are title, items']);
    });

    it('is an error with line and column: 100,000 levels that are never closed', async () => {
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', '['.repeat(100_000), 'open'));
      expect(errors).to.deep.equal([
        '<guide-takeaways> content property, line 1, column 100001: found the end, expected a value or "]". ' +
          'Fix: the text was cut short, give the rest of it.',
      ]);
    });

    for (const unit of ['[', '*', '**', '[](', '- ', '> ', '1. ', '\\', '![', '](x)', '*a ', '\n'])
      it(`is shown as text: ${JSON.stringify(unit)} 100,000 times`, async () => {
        const text = `${unit.repeat(100_000)}end`;
        const element = await showSafely('guide-takeaways', { items: [text] }, unit);
        expect(shownBy(element)).to.include('end');
        element.parentElement!.remove();
      });
  });

  describe('a long list', () => {
    const many = <Item>(count: number, item: (index: number) => Item) =>
      Array.from({ length: count }, (_, index) => item(index));

    it('of 2,000 questions opens, closes, and can be linked to', async () => {
      // Half of them are the same: each needs its own id.
      const items = many(2000, (index) => ({
        question: index % 2 ? `Question ${index}?` : 'The same?',
        answer: `Answer **${index}**.`,
      }));
      const faq = await show('guide-faq', { items });
      const buttons = findAll(faq, '.question');
      expect(buttons).to.have.length(2000);
      const isSeen = (index: number) => find(faq, `#panel-${index}`).hidden === false;
      for (const index of [0, 1, 1000, 1999]) {
        buttons[index].click();
        await faq.updateComplete;
        expect(isSeen(index)).to.equal(true);
        expect(find(faq, `#panel-${index}`).textContent.trim()).to.equal(`Answer ${index}.`);
        buttons[index].click();
        await faq.updateComplete;
        expect(isSeen(index)).to.equal(false);
      }
      const all = find(faq, '.all');
      all.click();
      await faq.updateComplete;
      expect(findAll(faq, '[aria-expanded=true]')).to.have.length(2000);
      all.click();
      await faq.updateComplete;
      expect(findAll(faq, '[aria-expanded=true]')).to.have.length(0);
      location.hash = '#question-1777';
      await new Promise((done) => addEventListener('hashchange', done, { once: true }));
      await settled();
      expect(isSeen(1777)).to.equal(true);
      expect(faq.shadowRoot!.activeElement).to.equal(buttons[1777]);
      find(faq, '#panel-1998').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(isSeen(1998), 'found by the browser’s find in page').to.equal(true);
      history.replaceState(null, '', location.pathname + location.search);
      // The test itself caused these.
      expect(harmDone().moves).to.deep.equal(['popstate', 'hashchange']);
    });

    const LISTS: Partial<Record<Tag, { content: object; entries: string }>> = {
      'guide-takeaways': { content: { items: many(2000, (index) => `Point ${index}`) }, entries: 'li' },
      'guide-checklist': { content: { items: many(2000, (index) => `Ask ${index}`) }, entries: 'li' },
      'guide-sources': { content: { items: many(2000, (index) => ({ title: `Study ${index}` })) }, entries: 'li' },
      'guide-contents': {
        content: { items: many(2000, (index) => ({ text: `Part ${index}`, href: `/part-${index}` })) },
        entries: 'li',
      },
      'guide-comparison': {
        content: {
          options: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B' },
          ],
          rows: many(2000, (index) => ({ question: `Question ${index}?`, answers: { a: 'Yes.', b: 'No.' } })),
        },
        entries: 'tbody tr',
      },
      'guide-matcher': {
        content: {
          findings: many(2000, (index) => ({ id: `f${index}`, label: `Finding ${index}`, options: ['a'], why: 'So.' })),
          options: [{ id: 'a', name: 'A' }],
          mixed: 'Ask.',
        },
        entries: '[type=checkbox][id], [type=checkbox]',
      },
    };

    for (const [tag, { content, entries }] of Object.entries(LISTS))
      it(`of 2,000 entries is shown in full in <${tag}>`, async () => {
        const written = await consoleOf(async () => {
          const element = await show(tag as 'guide-takeaways', content);
          expect(findAll(element, entries).length).to.be.at.least(2000);
          expectInert(element, tag);
        });
        expect(written).to.deep.equal({ errors: [], warnings: [] });
      });

    it('of 300 sections makes a whole guide with contents', async () => {
      const sections = many(300, (index) => ({ heading: `Part ${index}`, body: `Body ${index}.` }));
      const guide = await show('patient-guide', { title: 'Long', sections });
      await settled();
      expect(findAll(guide, 'guide-section')).to.have.length(300);
      expect(findAll(find(guide, 'guide-contents'), 'li')).to.have.length(300);
    });

    it('of six options is rejected, because a table of more than five is unreadable', async () => {
      const options = many(6, (index) => ({ id: `o${index}`, name: `Option ${index}` }));
      const { errors } = await consoleOf(() =>
        showSafely('guide-comparison', { options, rows: [{ question: 'Why?', answers: {} }] }, 'six'),
      );
      expect(errors[0]).to.include('options: found a list of 6, expected a list of two to five options');
    });
  });
});
