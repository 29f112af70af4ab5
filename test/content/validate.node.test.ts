import { expect } from 'chai';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as fc from 'fast-check';
import { html } from 'lit';
import * as v from 'valibot';
import { validateContent } from '../../src/content/validate.js';
import type { ContentIssue } from '../../src/content/content-error.js';
import type { ContentSchema } from '../../src/content/validators.js';
import { checklistContent } from '../../src/elements/guide-checklist/guide-checklist.content.js';
import { comparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import { contentsContent } from '../../src/elements/guide-contents/guide-contents.content.js';
import { ctaContent } from '../../src/elements/guide-cta/guide-cta.content.js';
import { disclaimerContent } from '../../src/elements/guide-disclaimer/guide-disclaimer.content.js';
import { faqContent } from '../../src/elements/guide-faq/guide-faq.content.js';
import { matcherContent } from '../../src/elements/guide-matcher/guide-matcher.content.js';
import { noteContent } from '../../src/elements/guide-note/guide-note.content.js';
import { sectionContent } from '../../src/elements/guide-section/guide-section.content.js';
import { sourcesContent } from '../../src/elements/guide-sources/guide-sources.content.js';
import { statisticContent } from '../../src/elements/guide-statistic/guide-statistic.content.js';
import { summaryContent } from '../../src/elements/guide-summary/guide-summary.content.js';
import { takeawaysContent } from '../../src/elements/guide-takeaways/guide-takeaways.content.js';
import { guideContent } from '../../src/elements/patient-guide/patient-guide.content.js';
import { elements } from '../../src/entries/register.js';
import { edges, guideParts, guides } from '../examples.js';

const schemas: Record<string, ContentSchema> = {
  'guide-checklist': checklistContent,
  'guide-comparison': comparisonContent,
  'guide-contents': contentsContent,
  'guide-cta': ctaContent,
  'guide-disclaimer': disclaimerContent,
  'guide-faq': faqContent,
  'guide-matcher': matcherContent,
  'guide-note': noteContent,
  'guide-section': sectionContent,
  'guide-sources': sourcesContent,
  'guide-statistic': statisticContent,
  'guide-summary': summaryContent,
  'guide-takeaways': takeawaysContent,
  'patient-guide': guideContent,
};

/** Required keys. */
const REQUIRED: Record<string, string[]> = {
  'guide-checklist': ['items'],
  'guide-comparison': ['options', 'rows'],
  'guide-contents': [],
  'guide-cta': ['label', 'href'],
  'guide-disclaimer': [],
  'guide-faq': ['items'],
  'guide-matcher': ['findings', 'options', 'mixed'],
  'guide-note': ['body'],
  'guide-section': ['heading', 'body'],
  'guide-sources': ['items'],
  'guide-statistic': ['label'],
  'guide-summary': ['text'],
  'guide-takeaways': ['items'],
  'patient-guide': ['title'],
};

function errorOf(schema: ContentSchema, input: unknown): ContentIssue {
  const checked = validateContent(schema, input);
  if ('content' in checked) throw new Error(`accepted: ${JSON.stringify(checked.content)}`);
  return checked.error;
}

function accepted(schema: ContentSchema, input: unknown): { content: object; warnings: string[] } {
  const checked = validateContent(schema, input);
  if ('error' in checked) throw new Error(`rejected: ${JSON.stringify(checked.error)}`);
  return checked;
}

const faqWith = (item: object) => ({ items: [{ question: 'Cost?', answer: 'None.' }, item] });
const comparisonWith = (changes: object) => ({
  options: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  rows: [{ question: 'Why?', answers: { a: 'So.' } }],
  ...changes,
});

const examples = [...edges, ...guideParts, ...guides];

/** Content that uses every key of its element. */
const whole: Record<string, object> = {
  'guide-checklist': { title: 'T', intro: 'I', items: ['I'] },
  'guide-comparison': comparisonWith({ title: 'T', intro: 'I', note: 'N' }),
  'guide-contents': { title: 'T', items: [{ text: 'T', href: '#t' }] },
  'guide-cta': { title: 'T', text: 'T', label: 'L', href: '#h', phone: '555 0100' },
  'guide-disclaimer': { title: 'T', text: 'T', placement: 'top', dismissible: true },
  'guide-faq': { title: 'T', items: [{ id: 'i', question: 'Q', answer: 'A' }] },
  'guide-matcher': {
    title: 'T',
    intro: 'I',
    findings: [{ id: 'i', label: 'L', explanation: 'E', options: ['o'], why: 'W' }],
    options: [{ id: 'o', name: 'N', href: '#h' }],
    mixed: 'M',
    note: 'N',
  },
  'guide-note': { title: 'T', body: 'B', tone: 'urgent', author: { name: 'N', role: 'R' } },
  'guide-section': { id: 'i', heading: 'H', body: 'B' },
  'guide-sources': {
    title: 'T',
    items: [{ title: 'T', url: '#u', publisher: 'P', year: 2013 }],
    review: { by: 'B', on: '2026-11-22', due: '2099-11-22' },
  },
  'guide-statistic': {
    label: 'L',
    range: [1, 2],
    of: 10,
    population: 'P',
    period: 'P',
    caveat: 'C',
    source: { title: 'T', url: '#u', year: 2013 },
    section: 's',
  },
  'guide-summary': { title: 'T', text: 'T' },
  'guide-takeaways': { title: 'T', items: ['I'] },
};
whole['patient-guide'] = {
  title: 'T',
  lang: 'en',
  redFlags: whole['guide-note'],
  sections: [whole['guide-section']],
  statistics: [whole['guide-statistic']],
  ...Object.fromEntries(
    Object.entries(whole)
      .filter(([tag]) => !/section|statistic/.test(tag))
      .map(([tag, content]) => [tag.replace('guide-', ''), content]),
  ),
};
const without = (key: string, content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([other]) => other !== key));

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

  describe('with unknown keys', () => {
    it('leaves them out and lists the known ones', () => {
      expect(accepted(takeawaysContent, { items: ['One'], titel: 'Remember' })).to.deep.equal({
        content: { items: ['One'] },
        warnings: ['titel is not known: did you mean "title"?'],
      });
    });

    it('reports their path', () => {
      const { content, warnings } = accepted(faqContent, faqWith({ question: 'Why?', answer: 'So.', Id: 'why' }));
      expect(content).to.deep.equal(faqWith({ question: 'Why?', answer: 'So.' }));
      expect(warnings).to.deep.equal(['items[1].Id is not known: did you mean "id"?']);
    });

    it('ignores $schema, which is for editors', () => {
      const content = { $schema: 'https://example.org/guide-faq.json', ...faqWith({ question: 'Q?', answer: 'A.' }) };
      const { warnings, content: copy } = accepted(faqContent, content);
      expect(warnings).to.deep.equal([]);
      expect(Object.keys(copy)).to.deep.equal(['items']);
    });

    it('lists the first five and the number of others', () => {
      const extra = Object.fromEntries([...'abcdefgh'].map((key) => [`${key}${key}${key}`, 1]));
      expect(accepted(takeawaysContent, { ...extra, items: ['One'] }).warnings).to.deep.equal([
        ...['aaa', 'bbb', 'ccc', 'ddd', 'eee'].map((key) => `${key} is not known: known are title, items`),
        'and 3 more unknown keys',
      ]);
    });

    it('handles a hundred thousand of them', () => {
      const extra = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
      const { content, warnings } = accepted(takeawaysContent, { ...extra, items: ['One'] });
      expect(content).to.deep.equal({ items: ['One'] });
      expect(warnings.at(-1)).to.equal('and 99995 more unknown keys');
    });

    it('lists the first five across many objects', () => {
      const items = Array.from({ length: 9 }, () => ({ question: 'Q?', answer: 'A.', Id: 'x' }));
      const { warnings } = accepted(faqContent, { items });
      expect(warnings).to.have.length(6);
      expect(warnings.slice(4)).to.deep.equal([
        'items[4].Id is not known: did you mean "id"?',
        'and 4 more unknown keys',
      ]);
    });
  });

  describe('with keys that are special in JavaScript', () => {
    const hostile = (key: string) => JSON.parse(`{"items": ["One"], "${key}": {"polluted": "yes"}}`) as unknown;

    it('does not change a prototype, and copies none of them', () => {
      for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']) {
        const { content, warnings } = accepted(takeawaysContent, hostile(key));
        expect(Object.getPrototypeOf(content), key).to.equal(Object.prototype);
        expect(Reflect.ownKeys(content), key).to.deep.equal(['items']);
        expect(content, key).not.to.have.property('polluted');
        expect(warnings, key).to.have.length(1);
      }
      expect({}).not.to.have.property('polluted');
    });

    it('leaves out those that could reach a prototype where authors choose the keys', () => {
      const json = '{"__proto__":"One","constructor":"Two","toString":"Three"}';
      const rows = [{ question: 'Why?', answers: JSON.parse(json) as unknown }];
      const { content } = accepted(comparisonContent, comparisonWith({ rows }));
      const { answers } = (content as v.InferOutput<typeof comparisonContent>).rows[0];
      expect(JSON.stringify(answers)).to.equal('{"toString":"Three"}');
      expect(Object.getPrototypeOf(answers)).to.equal(Object.prototype);
    });

    it('does not find an inherited key', () => {
      expect(errorOf(takeawaysContent, Object.create({ items: ['One'] })).path).to.equal('items');
    });
  });

  it('rejects text values that Lit would render as something else', () => {
    const smuggled: unknown[] = [
      JSON.parse('{"_$litType$": 1, "strings": ["<img src=x onerror=alert(1)>"], "values": []}'),
      JSON.parse('{"_$litDirective$": {}, "values": []}'),
      JSON.parse('{"values": [], "strings": {"raw": ["<b>"]}, "_$litType$": 2}'),
      html`<b>bold</b>`,
      () => 'text',
      Symbol('text'),
      new String('text'),
      ['text'],
    ];
    for (const value of smuggled) {
      expect(errorOf(takeawaysContent, { items: [value] })).to.include({ path: 'items[0]', expected: 'text' });
      expect(errorOf(takeawaysContent, { items: ['One'], title: value })).to.include({
        path: 'title',
        expected: 'text',
      });
      const answers = { a: value };
      expect(errorOf(comparisonContent, comparisonWith({ rows: [{ question: 'Why?', answers }] }))).to.include({
        path: 'rows[0].answers.a',
        expected: 'text',
      });
    }
  });

  it('rejects sparse arrays', () => {
    const items = ['One'];
    items[2] = 'Three';
    expect(errorOf(takeawaysContent, { items })).to.include({ path: 'items[1]', found: 'undefined', expected: 'text' });
  });

  for (const element of Object.keys(schemas)) {
    it(`gives the same result and copy as valibot for any input to <${element}>`, () => {
      const verdicts = { accepted: 0, refused: 0 };
      const near = contentNear(schemas[element], element === 'patient-guide' ? 400 : 24);
      const input = fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: anything });
      fc.assert(
        fc.property(input, (input) => {
          verdicts[expectSameAsValibot(element, input)]++;
        }),
        { numRuns: 2000, includeErrorInReport: true },
      );
      expect(verdicts.accepted).to.be.above(100);
      expect(verdicts.refused).to.be.above(100);
    });
  }

  it('gives the same result and copy as valibot for every example, with any value replaced or removed', () => {
    let checks = 0;
    for (const { element, content } of examples) {
      expect(accepted(schemas[element], content).warnings, element).to.deep.equal([]);
      for (const changed of mutationsOf(content)) {
        expectSameAsValibot(element, changed);
        checks++;
      }
    }
    expect(checks).to.be.above(20_000);
  });

  it('has a published JSON Schema for every element, with its required keys', () => {
    for (const [element, schema] of Object.entries(schemas)) {
      // JSON Schema cannot express that ids are unique.
      const published = toJsonSchema(schema, { errorMode: 'ignore' });
      expect(published, element).to.include({ type: 'object' });
      expect(published.required, element).to.deep.equal(REQUIRED[element]);
      const withEveryKey = accepted(schema, whole[element]);
      expect(withEveryKey.warnings, element).to.deep.equal([]);
      const keys = Object.keys(published.properties!).filter((key) => key !== 'value');
      expect(Object.keys(withEveryKey.content).sort(), element).to.deep.equal(keys.sort());
    }
  });

  it('is tested with the schema of every element', () => {
    for (const [tag, { schema }] of Object.entries(elements)) expect(schemas[tag], tag).to.equal(schema);
    expect(Object.keys(schemas)).to.deep.equal(Object.keys(elements));
  });
});

const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  '',
  ' ',
  'a b',
  'top',
  [],
  ['a'],
  {},
  { a: 'b' },
  NaN,
  Infinity,
  -1,
  1001,
  [2, 1],
  '2026-02-30',
  'javascript:alert(1)',
  1n,
);
/** Values that some schema accepts: ids, URLs, dates, phone numbers and parts of statistics. */
const POOL: readonly unknown[] = [
  ...'abcdefg',
  'One',
  ' Two ',
  'é',
  '2026-11-22',
  '2026-02-30',
  '#place',
  'https://example.org/',
  'javascript:alert(1)',
  '+1 555 010 0199',
  '*21#',
  ...[0, 0.4, 1, 2, 2, 3, 50, 100, 1000, 2013, -1],
  true,
  false,
  'top',
  'urgent',
  10,
];

/** Values that are valid or almost valid and, once in `oneIn`, invalid. */
function contentNear(shape: Shape, oneIn: number): fc.Arbitrary<unknown> {
  const { entries, item, value, wrapped } = shape;
  const near = (inner: Shape) => contentNear(inner, oneIn);
  const mostly = (right: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: oneIn, arbitrary: right }, { weight: 1, arbitrary: odd });
  if (wrapped) return near(wrapped);
  if (item) return mostly(fc.array(near(item), { minLength: 1, maxLength: 3 }));
  if (value) return mostly(fc.dictionary(fc.constantFrom('a', 'b', 'toString'), near(value), { maxKeys: 2 }));
  if (!entries) {
    const right = POOL.filter((candidate) => v.safeParse(shape as unknown as ContentSchema, candidate).success);
    return mostly(fc.constantFrom(...right));
  }
  const keys = Object.keys(entries);
  const arbitraries: Record<string, fc.Arbitrary<unknown>> = { extra: odd };
  for (const key of keys) arbitraries[key] = near(entries[key]);
  const record = fc.record(arbitraries, { requiredKeys: keys.filter((key) => entries[key].type !== 'optional') });
  return mostly(record);
}

const anything = fc.anything({
  key: fc.constantFrom(...new Set([...'0', 'length', ...Object.values(whole).flatMap(Object.keys)])),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
});

function expectSameAsValibot(element: string, input: unknown): 'accepted' | 'refused' {
  const schema = schemas[element];
  const { success, output } = v.safeParse(schema, withoutListsAsObjects(schema, input));
  const checked = validateContent(schema, input);
  if ('error' in checked) expect(success, `${element} rejects ${JSON.stringify(checked.error)}`).to.equal(false);
  // Compared as JSON, because valibot copies keys that are `undefined`, and the kit does not.
  else expect(JSON.stringify(checked.content)).to.equal(success ? JSON.stringify(output) : 'refused by valibot');
  return 'error' in checked ? 'refused' : 'accepted';
}

interface Shape {
  readonly type: string;
  readonly entries?: Record<string, Shape>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
}

/** The one intended difference: valibot accepts a list as an object. `null`, which both reject, takes its place. */
function withoutListsAsObjects(shape: Shape, input: unknown): unknown {
  const { entries, item, value, wrapped } = shape;
  if (wrapped) return withoutListsAsObjects(wrapped, input);
  if (item) return Array.isArray(input) ? Array.from(input, (child) => withoutListsAsObjects(item, child)) : input;
  if (!entries && !value) return input;
  if (Array.isArray(input)) return null;
  if (!input || typeof input !== 'object') return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, child]) => {
      const childShape = value ?? (Object.hasOwn(entries!, key) ? entries![key] : undefined);
      return [key, childShape ? withoutListsAsObjects(childShape, child) : child];
    }),
  );
}

const REPLACEMENTS: readonly unknown[] = [
  null,
  0,
  1e300,
  -1,
  0.5,
  NaN,
  true,
  '',
  '\n',
  '2026-02-30',
  'javascript:alert(1)',
  [2, 1],
  'x'.repeat(10_000),
  [],
  [null],
  ['a'],
  {},
  { a: 'b' },
  Array.from({ length: 1000 }, () => 'x'),
];

/** The content with each value replaced by each of the replacements, and removed. */
function* mutationsOf(content: unknown): Generator<unknown> {
  yield* REPLACEMENTS;
  if (!content || typeof content !== 'object') return;
  for (const [key, child] of Object.entries(content)) {
    const copyWith = (value: unknown) =>
      Array.isArray(content) ? content.with(Number(key), value) : { ...content, [key]: value };
    for (const mutation of mutationsOf(child)) yield copyWith(mutation);
    yield Array.isArray(content) ? content.toSpliced(Number(key), 1) : without(key, content);
  }
}
