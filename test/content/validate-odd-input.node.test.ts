import { expect } from 'chai';
import { html } from 'lit';
import * as v from 'valibot';
import { comparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import { faqContent } from '../../src/elements/guide-faq/guide-faq.content.js';
import { takeawaysContent } from '../../src/elements/guide-takeaways/guide-takeaways.content.js';
import { accepted, comparisonWith, errorOf, faqWith } from './validate.helpers.js';

describe('validateContent', () => {
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
});
