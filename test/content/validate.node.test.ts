import { expect } from 'chai';
import { comparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import { ctaContent } from '../../src/elements/guide-cta/guide-cta.content.js';
import { disclaimerContent } from '../../src/elements/guide-disclaimer/guide-disclaimer.content.js';
import { faqContent } from '../../src/elements/guide-faq/guide-faq.content.js';
import { sourcesContent } from '../../src/elements/guide-sources/guide-sources.content.js';
import { statisticContent } from '../../src/elements/guide-statistic/guide-statistic.content.js';
import { takeawaysContent } from '../../src/elements/guide-takeaways/guide-takeaways.content.js';
import { guideContent } from '../../src/elements/patient-guide/patient-guide.content.js';
import { REQUIRED, accepted, comparisonWith, errorOf, faqWith, schemas, whole, without } from './validate.helpers.js';

describe('validateContent', () => {
  it('returns valid content without warnings', () => {
    expect(accepted(faqContent, faqWith({ id: 'cost', question: 'Why?', answer: 'So.' }))).to.deep.equal({
      content: faqWith({ id: 'cost', question: 'Why?', answer: 'So.' }),
      warnings: [],
    });
  });

  it('returns a copy, so that later changes by the author are not shown unvalidated', () => {
    const given = { items: ['One'] };
    const { content } = accepted(takeawaysContent, given);
    given.items.push('');
    expect(content).to.deep.equal({ items: ['One'] });
  });

  describe('reports', () => {
    it('a missing key', () => {
      expect(errorOf(faqContent, faqWith({ question: 'Why?' }))).to.deep.equal({
        path: 'items[1].answer',
        found: 'nothing',
        expected: 'text',
        fix: 'add "answer"',
      });
      expect(errorOf(takeawaysContent, {})).to.deep.equal({
        path: 'items',
        found: 'nothing',
        expected: 'a list',
        fix: 'add "items"',
      });
    });

    it('a misspelled key, and suggests renaming it', () => {
      expect(errorOf(faqContent, faqWith({ question: 'Why?', anwser: 'So.' }))).to.deep.equal({
        path: 'items[1].answer',
        found: 'nothing',
        expected: 'text',
        fix: 'rename "anwser" to "answer"',
      });
      expect(errorOf(takeawaysContent, { Items: ['One'] }).fix).to.equal('rename "Items" to "items"');
      expect(errorOf(comparisonContent, without('rows', comparisonWith({ row: [] }))).fix).to.equal(
        'rename "row" to "rows"',
      );
    });

    it('a missing key next to all other keys, without suggesting a rename', () => {
      for (const [name, content] of Object.entries(whole)) {
        for (const key of REQUIRED[name]) {
          const error = errorOf(schemas[name], without(key, content));
          expect(error, name).to.include({ path: key, found: 'nothing', fix: `add "${key}"` });
        }
      }
      for (const key of ['question', 'answer']) {
        const error = errorOf(faqContent, faqWith(without(key, { id: 'i', question: 'Q', answer: 'A' })));
        expect(error).to.include({ path: `items[1].${key}`, fix: `add "${key}"` });
      }
    });

    it('an undefined key as a missing one', () => {
      for (const [name, content] of Object.entries(whole)) {
        for (const key of REQUIRED[name]) {
          const error = errorOf(schemas[name], { ...content, [key]: undefined });
          expect(error, name).to.include({ path: key, found: 'nothing', fix: `add "${key}"` });
        }
      }
    });

    it('a value of the wrong type', () => {
      expect(errorOf(takeawaysContent, { items: ['One', 2] })).to.deep.equal({
        path: 'items[1]',
        found: '2',
        expected: 'text',
        fix: 'make it text',
      });
      expect(errorOf(takeawaysContent, { items: 'One' })).to.include({
        path: 'items',
        found: '"One"',
        expected: 'a list',
      });
      expect(errorOf(takeawaysContent, { items: { 0: 'One' } })).to.include({ found: 'an object', expected: 'a list' });
      expect(errorOf(takeawaysContent, { title: null, items: ['One'] })).to.include({ path: 'title', found: 'null' });
      expect(errorOf(disclaimerContent, { dismissible: 'true' })).to.deep.equal({
        path: 'dismissible',
        found: '"true"',
        expected: 'true or false',
        fix: 'make it true or false',
      });
      expect(errorOf(faqContent, { items: ['Why?'] })).to.include({
        path: 'items[0]',
        found: '"Why?"',
        expected: 'an object { id?, question, answer }',
      });
      expect(errorOf(comparisonContent, comparisonWith({ rows: [{ question: 'Why?', answers: 'So.' }] }))).to.include({
        path: 'rows[0].answers',
        expected: 'an object',
      });
      expect(
        errorOf(comparisonContent, comparisonWith({ rows: [{ question: 'Why?', answers: { b: false } }] })),
      ).to.include({ path: 'rows[0].answers.b', found: 'false', expected: 'text' });
    });

    it('blank text', () => {
      for (const blank of ['', ' ', '\n\t', '\u00a0']) {
        expect(errorOf(faqContent, faqWith({ question: blank, answer: 'So.' }))).to.deep.equal({
          path: 'items[1].question',
          found: 'blank text',
          expected: 'text that is not blank',
          fix: 'make it text that is not blank',
        });
      }
    });

    it('an empty list', () => {
      expect(errorOf(faqContent, { items: [] })).to.deep.equal({
        path: 'items',
        found: 'a list of 0',
        expected: 'a list with at least one entry',
        fix: 'make it a list with at least one entry',
      });
    });

    it('too few or too many options', () => {
      const option = (id: string) => ({ id, name: id });
      for (const ids of ['a', 'abcdef']) {
        expect(errorOf(comparisonContent, comparisonWith({ options: [...ids].map(option) }))).to.include({
          path: 'options',
          found: `a list of ${ids.length}`,
          expected: 'a list of two to five options',
        });
      }
      expect(
        accepted(comparisonContent, comparisonWith({ options: [...'abcde'].map(option) })).warnings,
      ).to.have.length(0);
    });

    it('a value that is not one of the choices', () => {
      expect(errorOf(disclaimerContent, { placement: 'Top' })).to.deep.equal({
        path: 'placement',
        found: '"Top"',
        expected: '"inline" or "top" or "bottom"',
        fix: 'make it "inline" or "top" or "bottom"',
      });
    });

    it('a duplicate id', () => {
      const item = { id: 'cost', question: 'Cost?', answer: 'None.' };
      expect(errorOf(faqContent, { items: [item, { ...item }] })).to.deep.include({
        path: 'items',
        found: 'a list of 2',
        expected: 'a list in which every id comes once',
      });
      expect(
        accepted(faqContent, {
          items: [
            { ...item, id: undefined },
            { ...item, id: undefined },
          ],
        }).warnings,
      ).to.deep.equal([]);
    });

    it('an id with a space in it', () => {
      expect(errorOf(faqContent, faqWith({ id: 'the cost', question: 'Cost?', answer: 'None.' }))).to.include({
        path: 'items[1].id',
        found: '"the cost"',
        expected: 'an id without spaces',
      });
    });

    it('a value that is not a number, or is below zero', () => {
      const statistic = { label: 'say so', value: 1 };
      for (const value of [-1, -0.5, -Infinity, NaN])
        expect(errorOf(statisticContent, { ...statistic, value })).to.deep.equal({
          path: 'value',
          found: String(value),
          expected: Number.isNaN(value) ? 'a number' : 'a number, 0 or more',
          fix: Number.isNaN(value) ? 'make it a number' : 'make it a number, 0 or more',
        });
      for (const value of ['10', true, null, [1]])
        expect(errorOf(statisticContent, { ...statistic, value })).to.include({ path: 'value', expected: 'a number' });
      for (const value of [0, 0.5, 100])
        expect(accepted(statisticContent, { ...statistic, value }).content).to.include({ value });
      expect(errorOf(sourcesContent, { items: [{ title: 'S', year: -1 }] }).path).to.equal('items[0].year');
      expect(errorOf(statisticContent, { ...statistic, of: 50 }).expected).to.equal('10 or 100 or 1000');
    });

    it('two numbers that are not a range', () => {
      for (const range of [[], [1], [2, 1], [1, 2, 3]])
        expect(errorOf(statisticContent, { label: 'say so', range })).to.include({
          path: 'range',
          found: `a list of ${range.length}`,
          expected: 'two numbers, the lower one first',
        });
      expect(errorOf(statisticContent, { label: 'say so', range: [-1, 2] }).path).to.equal('range[0]');
      expect(accepted(statisticContent, { label: 'say so', range: [2, 2] }).warnings).to.deep.equal([]);
    });

    it('keys that do not go together, at the object or the part of the guide', () => {
      const both = { label: 'say so', value: 1, range: [1, 2] };
      for (const content of [both, { label: 'say so' }])
        expect(errorOf(statisticContent, content)).to.deep.equal({
          path: '',
          found: 'an object',
          expected: 'either "value" or "range"',
          fix: 'make it either "value" or "range"',
        });
      for (const content of [{ value: 101 }, { range: [0, 11], of: 10 }])
        expect(errorOf(statisticContent, { label: 'say so', ...content }).expected).to.equal('no more than "of"');
      expect(errorOf(guideContent, { title: 'T', statistics: [both] })).to.include({
        path: 'statistics[0]',
        expected: 'either "value" or "range"',
      });
    });

    it('an invalid URL, phone number and date', () => {
      const cta = { label: 'Call', href: '#call' };
      expect(errorOf(ctaContent, { ...cta, href: 'javascript:alert(1)' })).to.deep.equal({
        path: 'href',
        found: '"javascript:alert(1)"',
        expected: 'an address: https:, mailto:, tel:, sms:, or a place on this site',
        fix: 'make it an address: https:, mailto:, tel:, sms:, or a place on this site',
      });
      expect(errorOf(ctaContent, { ...cta, phone: '*21#' }).expected).to.equal('a telephone number, +1 555 010 0199');
      for (const on of ['2026-02-30', '22.11.2026', '2026', ''])
        expect(errorOf(sourcesContent, { items: [{ title: 'S' }], review: { on } })).to.include({
          path: 'review.on',
          expected: 'a day that exists, as "2026-11-22"',
        });
    });

    it('an error in a part of a guide, with the path from the guide', () => {
      const guide = { title: 'T', faq: { items: [{ question: 'Q', anwser: 'A' }] } };
      expect(errorOf(guideContent, guide)).to.deep.equal({
        path: 'faq.items[0].answer',
        found: 'nothing',
        expected: 'text',
        fix: 'rename "anwser" to "answer"',
      });
      expect(errorOf(guideContent, { title: 'T', sections: {} })).to.include({ path: 'sections', expected: 'a list' });
    });

    it('content that is not an object', () => {
      const found: [unknown, string][] = [
        [[], 'a list of 0'],
        [[{ items: ['One'] }], 'a list of 1'],
        [null, 'null'],
        [undefined, 'undefined'],
        [42, '42'],
        [true, 'true'],
        ['One', '"One"'],
        ['', 'blank text'],
      ];
      for (const [input, words] of found) {
        expect(errorOf(takeawaysContent, input)).to.deep.equal({
          path: '',
          found: words,
          expected: 'an object { title?, items }',
          fix: 'make it an object { title?, items }',
        });
      }
    });

    it('only the beginning of a long text', () => {
      expect(errorOf(takeawaysContent, { items: 'x'.repeat(1_000_000) }).found).to.have.length.below(60);
    });

    it('one error at a time, the first in reading order', () => {
      expect(errorOf(faqContent, { title: 1, items: [{}, {}] }).path).to.equal('title');
      expect(errorOf(faqContent, { items: [{}, { question: 1 }] }).path).to.equal('items[0].question');
    });
  });
});
