import { expect, waitUntil } from '@open-wc/testing';
import { settled, show } from '../helpers.js';

const blocks = () => [...document.querySelectorAll('script[type="application/ld+json"]')];
/** The code that writes it is loaded on demand. */
const isWritten = () => waitUntil(() => blocks().length, 'nothing was written');
const written = () =>
  JSON.parse(blocks()[0].textContent) as { '@context': string; '@graph': Record<string, unknown>[] };
const faq = (question: string, answer = 'So.') => ({ items: [{ question, answer }] });
const guide = {
  title: 'A </script> & B',
  lang: 'en',
  summary: { text: 'The **short** [answer](https://example.org/).\n\n- one\n- two' },
  sources: { items: [{ title: 'S' }], review: { by: 'Dr. Example', on: '2026-01-31' } },
};

describe('structured data', () => {
  it('is missing unless a guide asks for it', async () => {
    await show('guide-faq', faq('Why?'));
    await show('patient-guide', { ...guide, faq: faq('How?') });
    await settled();
    expect(blocks()).to.deep.equal([]);
  });

  it('describes the page, and all questions on it in one place', async () => {
    await show('guide-faq', faq('First?', 'Because *so*.'));
    await show('patient-guide', { ...guide, faq: faq('Second?') }, { 'structured-data': '' });
    await isWritten();
    expect(blocks()).to.have.length(1);
    expect(written()).to.deep.equal({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'MedicalWebPage',
          name: 'A </script> & B',
          inLanguage: 'en',
          description: 'The short answer.\none\ntwo',
          lastReviewed: '2026-01-31',
          reviewedBy: 'Dr. Example',
        },
        {
          '@type': 'FAQPage',
          mainEntity: [
            { '@type': 'Question', name: 'First?', acceptedAnswer: { '@type': 'Answer', text: 'Because so.' } },
            { '@type': 'Question', name: 'Second?', acceptedAnswer: { '@type': 'Answer', text: 'So.' } },
          ],
        },
      ],
    });
  });

  it('cannot break out of its element in a saved page', async () => {
    await show('patient-guide', guide, { 'structured-data': '' });
    await isWritten();
    expect(blocks()[0].textContent).not.to.match(/[<>&\u2028\u2029]/);
  });

  it('follows the content, and is removed with the element', async () => {
    const element = await show('patient-guide', guide, { 'structured-data': '' });
    await settled();
    element.content = { title: 'Another' };
    await settled();
    expect(written()['@graph'][0]['name']).to.equal('Another');
    element.structuredData = false;
    await settled();
    expect(blocks()).to.deep.equal([]);
    element.structuredData = true;
    await settled();
    expect(blocks()).to.have.length(1);
    element.remove();
    await settled();
    expect(blocks()).to.deep.equal([]);
  });

  it('is one block for two guides', async () => {
    await show('patient-guide', guide, { 'structured-data': '' });
    await show('patient-guide', { title: 'Other' }, { 'structured-data': '' });
    await settled();
    expect(blocks()).to.have.length(1);
    expect(written()['@graph'].map(({ name }) => name)).to.deep.equal([guide.title, 'Other']);
  });
});
