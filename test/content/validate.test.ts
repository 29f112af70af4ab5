import { expect } from '@open-wc/testing';
import { validateContent } from '../../src/content/validate.js';
import { comparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import { takeawaysContent } from '../../src/elements/guide-takeaways/guide-takeaways.content.js';
import type { ContentSchema } from '../../src/content/validators.js';

function errorOf(schema: ContentSchema, input: unknown) {
  const checked = validateContent(schema, input);
  if ('content' in checked) throw new Error(`accepted: ${JSON.stringify(checked.content)}`);
  return checked.error;
}

describe('validateContent', () => {
  it('rejects an element as a text value', () => {
    const value = document.createElement('b');
    expect(errorOf(takeawaysContent, { items: [value] })).to.include({ path: 'items[0]', expected: 'text' });
    expect(errorOf(takeawaysContent, { items: ['One'], title: value })).to.include({ path: 'title', expected: 'text' });
    const options = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ];
    const rows = [{ question: 'Why?', answers: { a: value } }];
    expect(errorOf(comparisonContent, { options, rows })).to.include({
      path: 'rows[0].answers.a',
      expected: 'text',
    });
  });
});
