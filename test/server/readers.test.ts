import type { Readability as Reader } from '@mozilla/readability';
import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { PatientGuideContent } from '../../src/elements/patient-guide/patient-guide.content.js';
import { guides } from '../examples.js';

/** Defined by its file, which is a classic script. */
declare const Readability: typeof Reader;

before(async () => {
  const script = document.createElement('script');
  script.src = '/node_modules/@mozilla/readability/Readability.js';
  document.head.append(script);
  await oneEvent(script, 'load');
});

/** Readers that do not run scripts. */
const READERS: Record<string, (page: Document) => string> = {
  'a visitor without JavaScript, in a browser without declarative shadow trees': ({ body }) => body.textContent,
  'a reader mode': (page) => new Readability(page).parse()!.textContent!,
  'a crawler that strips tags': ({ body }) =>
    body.innerHTML.replace(/<(template|style)[^>]*>[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '),
};

/** Fields that are not text, or are shown in another form, like dates and icon arrays. */
const NO_TEXT = /^(?:id|lang|href|url|section|tone|placement|dismissible|on|due|year|of|value|range|phone)$/;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (NO_TEXT.test(key) ? [] : textsIn(inner)));
}

/** Every text of a guide, in page order. */
function textsOf(content: object): string[] {
  const { title, summary, redFlags, takeaways, sections, statistics, comparison, ...rest } =
    content as PatientGuideContent;
  const { matcher, note, checklist, faq, sources, cta, disclaimer } = rest;
  const ids = new Set(sections?.map(({ id }) => id));
  const figures = (isHere: (section: string | undefined) => boolean) =>
    statistics
      ?.filter(({ section }) => isHere(section))
      .map(({ label, caveat, population, period, source }) => [label, caveat, population, period, source]);
  return textsIn([
    [title, summary, redFlags, takeaways],
    sections?.map((section) => [section, figures((id) => !!id && id === section.id)]),
    figures((id) => !ids.has(id)),
    comparison,
    matcher && [matcher.intro, matcher.findings.map(({ label, explanation }) => [label, explanation])],
    // A finding’s match is read as the option’s name, where the finding is.
    matcher && [matcher.mixed, matcher.findings.map(({ label, why }) => [label, why]), matcher.note],
    [note, checklist, faq, sources, cta, disclaimer],
  ]);
}

/** Only words, so that Markdown and HTML do not matter. */
const words = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/g, '')
    .match(/[\p{L}\p{N}]+/gu)!
    .join(' ');

describe('a server-rendered page', () => {
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
        expect(expected.length).to.be.greaterThan(12);
        let at = 0;
        for (const sentence of expected) {
          // Reader modes use the guide’s title as the page title, and show it once.
          const found = text.indexOf(sentence, at);
          if (sentence !== expected[0] || found >= 0) expect(found, `${sentence} in order`).to.be.at.least(at);
          at = Math.max(at, found);
        }
      });
});
