import { Readability } from '@mozilla/readability';
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { guides } from '../examples.js';

/** Who reads a page without running its scripts. */
const READERS: Record<string, (page: Document) => string> = {
  'a visitor without JavaScript, in a browser without declarative shadow trees': ({ body }) => body.textContent,
  'a reader mode': (page) => new Readability(page).parse()!.textContent!,
  'a crawler that takes the tags out': ({ body }) =>
    body.innerHTML.replace(/<(template|style)[^>]*>[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '),
};

/** Every text of the content that a person is to read, in the order of the page. */
function textsOf(content: object): string[] {
  const { title, summary, takeaways, sections, comparison, faq, sources, cta, disclaimer } = content as Record<
    string,
    never
  >;
  const texts = JSON.stringify([title, summary, takeaways, sections, comparison, faq, sources, cta, disclaimer]);
  return [...texts.matchAll(/"(?:title|text|heading|body|question|answer|label|publisher)":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text]) => JSON.parse(`"${text}"`) as string,
  );
}

/** Words only, so that marks of the prose and of the markup do not count. */
const words = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/g, '')
    .match(/[\p{L}\p{N}]+/gu)!
    .join(' ');

describe('a page that a server has rendered', () => {
  for (const [reader, read] of Object.entries(READERS))
    for (const { name, content } of guides)
      it(`is complete and in order for ${reader}: ${name}`, async () => {
        const { html } = await executeServerCommand<{ html: string }, object>('render', {
          tag: 'patient-guide',
          content,
          options: {},
        });
        const { lang = 'en' } = content as { lang?: string };
        const page = new DOMParser().parseFromString(
          `<!doctype html><html lang="${lang}"><head><title>A clinic</title></head><body><main>${html}</main></body></html>`,
          'text/html',
        );
        const text = words(read(page).replace(/&amp;/g, '&'));
        const expected = textsOf(content).map(words);
        expect(expected.length).to.be.greaterThan(20);
        let at = 0;
        for (const sentence of expected) {
          // A reader mode takes the guide's own title for the page's, and shows it once.
          const found = text.indexOf(sentence, at);
          if (sentence !== expected[0] || found >= 0) expect(found, `${sentence} in its place`).to.be.at.least(at);
          at = Math.max(at, found);
        }
      });
});
