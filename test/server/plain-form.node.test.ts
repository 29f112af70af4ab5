import { expect } from 'chai';
import { renderToHtml } from '../../src/server/index.js';

describe('the plain form of a page', () => {
  it('counts a list from the number that it starts with', () => {
    const html = renderToHtml('guide-note', { body: '3. Rest.\n4. Walk.' }, { form: 'plain' });
    expect(html).to.contain('<ol start="3">');
  });
});

describe('a page whose policy asks for a nonce', () => {
  it('has it on its style elements and on its structured data', () => {
    const content = { title: 'A guide', lang: 'en', faq: { items: [{ question: 'Why?', answer: 'So.' }] } };
    const options = { nonce: 'R4nd"m', tokens: { accent: '#036' }, structuredData: true };
    const tags = renderToHtml('patient-guide', content, options).match(/<(?:style|script)\b[^>]*>/g)!;
    expect(tags.filter((tag) => tag.startsWith('<script'))).to.have.length(1);
    expect(tags.length).to.be.greaterThan(2);
    for (const tag of tags) expect(tag).to.match(/ nonce="R4nd&quot;m">$/);
  });
});
