import { expect } from '@open-wc/testing';
import { encode } from '../src/index.js';
import { type Builder, openBuilder, pasted, wait } from './builder-page.js';

const CONTENT = {
  items: [
    { question: 'Is it "really" safe?', answer: 'Yes.' },
    { question: 'Why?', answer: 'So.' },
  ],
};
const JSON_TEXT = JSON.stringify(CONTENT);
const EASY = {
  items: [
    { question: 'Is it safe?', answer: 'Yes.' },
    { question: 'Why?', answer: 'So.' },
  ],
};
const EASY_TEXT = JSON.stringify(EASY);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const words = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Case {
  readonly pasted: string;
  readonly says: RegExp;
  readonly becomes?: object;
}

/** What CMS filters, editors and people have been seen to do to pasted code. */
const MANGLINGS: Record<string, Case> = {
  'valid JSON': { pasted: JSON_TEXT, says: /Nothing is wrong/, becomes: CONTENT },
  'a valid snippet': {
    pasted: `<div data-guide="faq" data-content="${encode(CONTENT)}"><p>Why?</p></div>`,
    says: /Nothing is wrong/,
    becomes: CONTENT,
  },
  'an extra level of entities': {
    pasted: `<guide-faq content="${escaped(escaped(JSON_TEXT))}">x</guide-faq>`,
    says: /HTML entities/,
    becomes: CONTENT,
  },
  'a snippet that a page shows as text': {
    pasted: words(`<guide-faq content="${escaped(EASY_TEXT)}">x</guide-faq>`),
    says: /visual editor, not into its HTML view/,
    becomes: EASY,
  },
  'a byte order mark': { pasted: `{\ufeff${JSON_TEXT.slice(1)}`, says: /byte order mark/, becomes: CONTENT },
  'non-breaking spaces': { pasted: JSON_TEXT.replaceAll(',', ',\u00a0'), says: /non-breaking spaces/ },
  'a trailing comma': { pasted: JSON_TEXT.replace('}]', '},]'), says: /comma after the last entry/, becomes: CONTENT },
  'smart quotes around keys': {
    pasted: EASY_TEXT.replace(/"(\w+)":"(.*?)"/g, '“$1”:“$2”'),
    says: /curly quotes/,
    becomes: EASY,
  },
  'smart quotes around an attribute': {
    pasted: `<guide-faq content=“${EASY_TEXT}”>x</guide-faq>`,
    says: /quotes around an attribute were curly/,
    becomes: EASY,
  },
  '<br> between tokens': {
    pasted: `<guide-faq><script type="application/json">${JSON_TEXT.replaceAll(',"answer', ',<br />\n"answer')}</script>x</guide-faq>`,
    says: /<p> or <br> tags in it/,
    becomes: CONTENT,
  },
  '<p> between tokens': {
    pasted: `<p>${JSON_TEXT.replace('[', '[</p>\n<p>')}</p>`,
    says: /<p> or <br> tags in it/,
    becomes: CONTENT,
  },
  'missing backslashes': { pasted: JSON_TEXT.replaceAll('\\', ''), says: /Backslashes were missing/, becomes: CONTENT },
  'a missing backslash before a character code': {
    pasted: '{"items":[{"question":"Caf u00e9?","answer":"So."}]}'.replace('f u', 'fu'),
    says: /u00e9 for é/,
    becomes: { items: [{ question: 'Café?', answer: 'So.' }] },
  },
  'a truncated value': {
    pasted: EASY_TEXT.slice(0, -20),
    says: /cut short/,
    becomes: { items: EASY.items.slice(0, 1) },
  },
  'truncated base64': {
    pasted: `<div data-guide="faq" data-content="${encode(EASY).slice(0, -24)}">x</div>`,
    says: /cut short/,
    becomes: { items: EASY.items.slice(0, 1) },
  },
  'a value cut off up to a colon, like a URL': {
    pasted: `<guide-faq content="${escaped(EASY_TEXT.slice(EASY_TEXT.indexOf(':') + 1))}">x</guide-faq>`,
    says: /beginning was cut off up to a colon/,
    becomes: EASY,
  },
  'a quote that ends the attribute': {
    pasted: `<guide-faq content='${EASY_TEXT.replace('Yes.', "It's safe.")}'>x</guide-faq>`,
    says: /ended the attribute too early/,
    becomes: { items: [{ question: 'Is it safe?', answer: "It's safe." }, EASY.items[1]] },
  },
  'double quotes inside double quotes': {
    pasted: `<guide-faq content="${EASY_TEXT}">x</guide-faq>`,
    says: /ended the attribute too early/,
    becomes: EASY,
  },
  'a raw > that ended the tag': {
    pasted: `<guide-faq content='${EASY_TEXT.slice(0, 62)}`,
    says: /cut short/,
    becomes: { items: EASY.items.slice(0, 1) },
  },
  'stray <p> and <br> around the script': {
    pasted: `<guide-faq><p><br /><script type="application/json">${JSON_TEXT}</script></p></guide-faq>`,
    says: /does no harm/,
    becomes: CONTENT,
  },
  'content as text in the element': {
    pasted: `<guide-faq>${EASY_TEXT}</guide-faq>`,
    says: /stood as text in the element/,
    becomes: EASY,
  },
  'an empty div': {
    pasted: `<div data-guide="faq" data-content="${encode(EASY)}"></div>`,
    says: /some editors drop an empty div/,
    becomes: EASY,
  },
  'a missing attribute': { pasted: '<guide-faq>Why?</guide-faq>', says: /content is gone/ },
  'a misspelled key': {
    pasted: EASY_TEXT.replace('question', 'qestion'),
    says: /“qestion” should be “question”/,
    becomes: EASY,
  },
  'text that is not JSON at all': { pasted: 'Hello', says: /no JSON at line 1, column 1/ },
  'two problems at once': {
    pasted: `<guide-faq content="${escaped(escaped(EASY_TEXT.replace('}]', '},]')))}">x</guide-faq>`,
    says: /HTML entities[^]*comma after the last entry/,
    becomes: EASY,
  },
};

describe('the paste doctor', () => {
  let builder: Builder;
  beforeEach(async () => (builder = await openBuilder()));

  const examine = async (text: string): Promise<string> => {
    builder.find<HTMLTextAreaElement>('#broken').value = text;
    builder.button('Find out what is wrong').click();
    const diagnosis = builder.find('.diagnosis');
    return wait(() => diagnosis.textContent, 'the diagnosis');
  };

  for (const [name, { pasted: text, says, becomes }] of Object.entries(MANGLINGS))
    it(`recognizes ${name}`, async () => {
      expect(await examine(text)).to.match(says);
      if (!becomes) return;
      builder.button('Open it in the builder').click();
      await new Promise((done) => setTimeout(done, 100));
      expect(builder.json).to.deep.equal(becomes);
    });

  it('provides a repaired snippet that works', async () => {
    builder.choose('#example', 'own');
    const script = await builder.code('Any CMS', 'data-guide', 'Once');
    await examine(MANGLINGS['two problems at once'].pasted);
    builder.button('Copy the repaired code').click();
    const seen = await pasted(`${script}${builder.copied}`, 'guide-faq');
    expect(seen).to.include('Is it safe?').and.include('Why?');
  });

  it('never runs pasted code', async () => {
    await examine('<guide-faq content="{}"><img src="x" onerror="parent.parent.isAlive = true"></guide-faq>');
    expect('isAlive' in window).to.equal(false);
  });
});
