import { expect, waitUntil } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { GuideElement } from '../src/base/guide-element.js';
import { safeHref } from '../src/text/link.js';
import type { Tag } from './examples.js';
import {
  CLEAR_ERROR,
  EXAMPLES,
  allIn,
  expectInert,
  expectNoHarm,
  watchForHarm,
  harmDone,
  isAddress,
  isMarkdown,
  isText,
  pathsOf,
  showSafely,
  shownBy,
  useAll,
  withValue,
} from './every-field.js';
import { consoleOf, findAll, showHtml } from './helpers.js';
import { runs } from './depth.js';

const SCRIPT = 'javascript:';
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Each of 74 characters at every position in "javascript:" makes 888 URLs, of which browsers run 137. */
const INSERTED = [
  ...range(0x00, 0x20),
  ...range(0x7f, 0xa0),
  0xad,
  0x1680,
  0x200b,
  0x2028,
  0x2029,
  0x3000,
  0xfeff,
].flatMap((code) =>
  range(0, SCRIPT.length).map((at) => `${SCRIPT.slice(0, at)}${String.fromCharCode(code)}${SCRIPT.slice(at)}trap()`),
);
const isScript = (address: string) => Object.assign(document.createElement('a'), { href: address }).protocol === SCRIPT;

describe('a page that does not check URLs', () => {
  watchForHarm();

  it('runs hostile links, and these tests notice', async () => {
    expect([INSERTED.length, INSERTED.filter(isScript).length]).to.deep.equal([888, 137]);
    // In this URL, nothing before the call is a syntax error.
    const link = await showHtml<HTMLAnchorElement>('<a href=" java&Tab;script:trap()">x</a>');
    link.click();
    let ran = 0;
    await waitUntil(() => (ran += harmDone().ran), 'the script did not run');
  });
});

describe('hostile links', () => {
  expectNoHarm();

  const ADDRESSES = [
    'javascript:trap()',
    'JaVaScRiPt:trap()',
    'javascript\\:trap()',
    '\u0001javascript:trap()',
    'java\u00ADscript:trap()',
    '&#106;avascript:trap()',
    'javascript&colon;trap()',
    '%6Aavascript:trap()',
    'javascript://example.org/%0Atrap()',
    'data:text/html,<script>trap()</script>',
    'vbscript:trap()',
    'blob:https://example.org/trap',
    'file:///etc/passwd',
    'view-source:javascript:trap()',
    'tel:*21*5550100%23',
  ];

  for (const address of ADDRESSES)
    it(`to ${JSON.stringify(address)} lead only to the web, and keep their text`, async () => {
      const element = await showSafely('guide-takeaways', { items: [`See [the text](${address}).`] }, address);
      expect(shownBy(element)).to.include('the text');
      for (const link of findAll<HTMLAnchorElement>(element, 'a')) {
        expect(link.protocol).to.match(/^https?:$/);
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
      }
    });

  /** To a browser these are relative URLs: what comes before the colon is not a scheme. */
  const RELATIVE = [
    'javascript\\:trap()',
    'java\u00ADscript:trap()',
    '&#106;avascript:trap()',
    'javascript&colon;trap()',
    '%6Aavascript:trap()',
  ];

  for (const address of ADDRESSES)
    it(`in a URL field are rejected with a clear error, or lead to this site, in every element: ${JSON.stringify(address)}`, async () => {
      const fields: string[] = [];
      for (const { tag, content } of EXAMPLES)
        for (const path of pathsOf(content).filter(isAddress)) {
          const what = `${tag} ${path.join('.')}`;
          let element: GuideElement<object> | undefined;
          const { errors } = await consoleOf(async () => {
            element = await showSafely(tag, withValue(content, path, address), what);
          });
          const isPhone = path.at(-1) === 'phone';
          if (isPhone || !RELATIVE.includes(address)) {
            expect(errors, what).to.have.length(1);
            expect(errors[0], what).to.match(CLEAR_ERROR);
            expect(errors[0], what).to.include(isPhone ? 'expected a telephone number' : 'expected an address: https:');
            expect(element!.firstElementChild!.checkVisibility(), what).to.equal(true);
            expect(
              allIn(element!).filter((inner) => inner.hasAttribute('href')),
              what,
            ).to.deep.equal([]);
          } else {
            expect(errors, what).to.deep.equal([]);
            for (const link of allIn(element!).filter((inner) => inner instanceof HTMLAnchorElement))
              expect(link.href, what).to.match(/^(?:https?:\/\/|tel:[+\d])/);
          }
          fields.push(what.replace(/\.\d+/g, ''));
          element!.parentElement!.remove();
        }
      expect([...new Set(fields)].sort()).to.deep.equal([
        'guide-contents items.href',
        'guide-cta href',
        'guide-cta phone',
        'guide-matcher options.href',
        'guide-sources items.url',
        'guide-statistic source.url',
        'patient-guide cta.href',
        'patient-guide cta.phone',
        'patient-guide statistics.source.url',
      ]);
    });

  it('to javascript: have no href in any text of any element, and keep their text in Markdown', async () => {
    const dangerous = '[bad](javascript:trap()) [good](https://example.org/)';
    let links = 0;
    for (const { tag, content } of EXAMPLES)
      for (const path of pathsOf(content).filter((path) => isText(content, path))) {
        const what = `${tag} ${path.join('.')}`;
        const element = await showSafely(tag, withValue(content, path, dangerous), what);
        const addresses = allIn(element).flatMap((inner) => (inner as HTMLAnchorElement).href ?? []);
        expect(addresses.join(' '), what).not.to.include('trap');
        if (isMarkdown(tag, path)) {
          expect(addresses, what).to.include('https://example.org/');
          expect(shownBy(element), what).to.include('bad good');
          links++;
        } else expect(shownBy(element), what).to.include(dangerous);
        element.parentElement!.remove();
      }
    expect(links).to.equal(29);
  });

  /** Every place where content has a URL. */
  const PLACES: Record<string, (address: string) => [Tag, object]> = {
    'a text': (address) => ['guide-takeaways', { items: [`[x](${address})`] }],
    'the action': (href) => ['guide-cta', { label: 'x', href }],
    'a reference': (url) => ['guide-sources', { items: [{ title: 'x', url }] }],
    'the source of a figure': (url) => [
      'guide-statistic',
      { label: 'x', value: 1, population: 'x', source: { title: 'x', url } },
    ],
    'an entry in the contents': (href) => [
      'guide-contents',
      {
        items: [
          { text: 'x', href },
          { text: 'y', href: '/y' },
        ],
      },
    ],
    'an option': (href) => [
      'guide-matcher',
      {
        findings: [{ id: 'a', label: 'x', options: ['o'], why: 'x' }],
        options: [{ id: 'o', name: 'x', href }],
        mixed: 'x',
      },
    ],
  };

  for (const [place, contentOf] of Object.entries(PLACES))
    it(`to javascript: with an extra character never run, and lead to this site or nowhere: ${place}`, async () => {
      let refused = 0;
      for (const address of INSERTED) {
        const [tag, content] = contentOf(address);
        const what = JSON.stringify(address);
        const element = document.createElement(tag) as GuideElement<object>;
        element.content = content;
        const box = document.createElement('div');
        box.append(element);
        document.body.append(box);
        const { errors } = await consoleOf(() => element.updateComplete);
        const links = findAll<HTMLAnchorElement>(element, 'a');
        for (const { protocol, hostname } of links)
          expect([protocol, hostname], what).to.deep.equal(['http:', 'localhost']);
        if (tag === 'guide-takeaways') expect(links.length > 0 && isScript(address), what).to.equal(false);
        else expect(errors.length === 1 && !element.content, what).to.equal(isScript(address));
        refused += errors.length;
        box.remove();
      }
      expect(refused).to.equal(place === 'a text' ? 0 : 137);
    });

  it('lead only to web pages, email, phone calls or text messages, whatever their URL is', async () => {
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom(
            'javascript',
            'data',
            'vbscript',
            'blob',
            'file',
            'tel',
            'sms',
            'mailto',
            'https',
            'ws',
            'intent',
            'about',
          ),
          fc.constantFrom(':', '\t:', ':\n', '&colon;', '%3A', '\\:', '\u0000:'),
          fc.string({ unit: fc.constantFrom(...'trap()/*#?%0aA23 \t<>"@.'), maxLength: 12 }),
        )
        .map((pieces) => pieces.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(PLACES)), address, async (contentOf, address) => {
        const [tag, content] = contentOf(address);
        const element = document.createElement(tag) as GuideElement<object>;
        element.content = content;
        const box = document.createElement('div');
        box.append(element);
        document.body.append(box);
        await consoleOf(() => element.updateComplete);
        expectInert(element, address);
        for (const { href } of findAll<HTMLAnchorElement>(element, 'a[href^=tel]'))
          expect(href).not.to.match(/[*#\p{C}]|%[01]|%2[3a]|%7f/iu);
        useAll(element);
        box.remove();
      }),
      { numRuns: runs(400), includeErrorInReport: true },
    );
  });

  it('to phone numbers have no star, hash or control character, escaped or not', () => {
    const bad = [
      '*',
      '#',
      '%2A',
      '%2a',
      '%23',
      '%0A',
      '%00',
      '%7f',
      '%1b',
      '\u0000',
      '\u001B',
      '\u007F',
      '\u0085',
      '\u202E',
      '\uFF0A',
      '\uD800',
    ];
    for (const sign of bad)
      for (const address of [`tel:+1${sign}555`, `tel:${sign}5`, `TEL:555${sign}1`])
        expect(safeHref(address), JSON.stringify(address)).to.equal(undefined);
    // The URL parser drops these, which leaves a valid number.
    for (const sign of ['\t', '\n', '\r']) expect(safeHref(`tel:+1${sign}555`)).to.equal('tel:+1555');
    for (const good of ['tel:+1-555-010-0199', 'tel:+1(555)0100;ext=12', 'tel:+1%20555', 'tel:555,,12', 'tel:%2B1555'])
      expect(safeHref(good)).to.equal(good);
  });
});
