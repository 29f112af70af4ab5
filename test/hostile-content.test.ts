import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { GuideElement } from '../src/base/guide-element.js';
import { elements } from '../src/entries/register.js';
import type { Tag } from './examples.js';
import {
  CLEAR_ERROR,
  KNOWN,
  allIn,
  examplesOf,
  expectInert,
  expectNoHarm,
  harmDone,
  isText,
  pathsOf,
  showSafely,
  shownBy,
  useAll,
  watchForHarm,
  valueAt,
  withValue,
} from './every-field.js';
import { consoleOf, find, findAll, show, showHtml } from './helpers.js';
import { runs } from './depth.js';

/** Each of these runs if it reaches the page as markup, code or a template. */
const PAYLOADS = {
  'an image with a handler': '<img src=x onerror="trap()">',
  'a handler without a space': '<img/src=x/onerror=trap()>',
  'a script': '<script>trap()</script>',
  'an svg': '<svg onload=trap()>',
  'the end of an attribute': '" onmouseover="trap()" x="',
  'the end of raw text elements': '</script></style></textarea></title><img src=x onerror=trap()>',
  'a comment': '<!--><img src=x onerror=trap()>-->',
  'markup as entities': '&lt;img src=x onerror=trap()&gt; &#60;script&#62;trap()&#60;/script&#62; &amp;amp;',
  'a template literal': '${trap()}',
  'a mustache template': '{{trap()}} {{constructor.constructor("trap()")()}}',
  'a Lit placeholder': '<!--?lit$123456789$--><?lit$123456789$> lit$123456789$',
  'null, line separator and direction override': 'a\u0000b\u2028c\u202Ed',
  'every bidirectional control character': 'a\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069b',
  'lone surrogates': 'a\uD800b\uDC00\uD83Dc',
  'control characters and noncharacters': 'a\u0001\u0008\u000C\u001B\u007F\u0085\u009F\uFFFE\uFFFF\u{1FFFF}b',
};

/** Each of these does harm if it reaches the page as markup: it runs code or makes a request. */
const LIVE: Record<string, string> = {
  'an image': '<img src=/package.json?1 onerror=trap()>',
  // Not onload: Firefox fires it only while the page itself loads.
  'an svg': '<svg onclick=trap()></svg>',
  'a frame': '<iframe srcdoc="<script>parent.trap()</script>"></iframe>',
  handlers: '<b tabindex=0 onclick=trap() onfocus=trap() onmouseover=trap() onkeydown=trap()>x</b>',
  'a link': '<a href=" java&Tab;script:trap()">x</a>',
  'a style sheet': '<link rel=stylesheet href=/package.json?2>',
  'a style': '<style>@import "/package.json?3";</style>',
  'a video': '<video src=/package.json?4></video>',
  'details that open': '<details open ontoggle=trap()>x</details>',
  'an image after many end tags': `"'></script></style></textarea></title>--><img src=/package.json?5 onerror=trap()>`,
};

/** The payloads above, and what confuses parsers, templates and text direction. */
const ODD = [
  ...Object.values(PAYLOADS).map((payload) => payload.replace(/[*[\]\\\n]/g, '')),
  ...'<>&"\'`=/{}$%_~#|-+.!():;,\u0000\u0001\u001B\u007F\u0085\u00A0\u00AD\u061C\u200B\u200D\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uD800\uDC00\uFEFF\uFFFE',
  '&lt;',
  '&#60;',
  '&#x202E;',
  '<!--',
  '<?',
  '<![CDATA[',
  '\u{1F469}\u200D\u{1F9B3}',
  '\u05D0\u0628',
];

/** Pieces in any order, without Markdown, so that all of the text can be found in the output. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(LIVE)),
      fc.constantFrom(...ODD),
      fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replace(/[*[\]\\\r\n\t]/g, '')),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => `x${pieces.join('')}x`);

const quoted = (json: string) => json.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const bytesOf = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

/** Every way to pass in content, except a file. */
const WAYS: Record<string, (tag: Tag, json: string) => HTMLElement> = {
  'the property': (tag, json) => Object.assign(document.createElement(tag), { content: JSON.parse(json) as never }),
  'the property, as text': (tag, json) => Object.assign(document.createElement(tag), { content: json as never }),
  'an attribute set by a script': (tag, json) => {
    const element = document.createElement(tag);
    element.setAttribute('content', json);
    return element;
  },
  'HTML, in an attribute': (tag, json) => parsed(`<${tag} content="${quoted(json)}"></${tag}>`),
  'HTML, in base64': (tag, json) => parsed(`<${tag} data-content="${btoa(bytesOf(json))}"></${tag}>`),
  'HTML, percent-encoded': (tag, json) => parsed(`<${tag} data-content="${encodeURIComponent(json)}"></${tag}>`),
  'HTML, in a script': (tag, json) =>
    parsed(`<${tag}><script type="application/json">${json.replaceAll('<', '\\u003c')}</script></${tag}>`),
  'a guide around it': (tag, json) => {
    const guide = document.createElement('patient-guide');
    const part = tag.replace('guide-', '').replace(/^(?:section|statistic)$/, '$&s');
    const content = JSON.parse(json) as object;
    if (tag === 'patient-guide') return Object.assign(guide, { content });
    guide.append(document.createElement(tag));
    return Object.assign(guide, {
      content: {
        title: 'A guide',
        [part]: part.endsWith('s') && /^(?:section|statistic)s$/.test(part) ? [content] : content,
      },
    });
  },
};

function parsed(markup: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return document.importNode(template.content, true).firstElementChild as HTMLElement;
}

/** As an author reads it in an error: invisible characters are escaped. */
const visible = (text: string) =>
  text.replace(/[\p{C}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('a page that renders content as markup', () => {
  // Late responses don’t count for the next tests.
  after(() => aTimeout(1000));
  watchForHarm();

  for (const [name, payload] of Object.entries(LIVE))
    it(`is harmed, and these tests notice: ${name}`, async () => {
      const box = await showHtml('<div></div>');
      harmDone();
      box.attachShadow({ mode: 'open' }).innerHTML = payload;
      useAll(box);
      await waitUntil(
        () => {
          const { ran, asked } = harmDone();
          return ran + asked.length;
        },
        'no harm was noticed',
        { timeout: 10_000 },
      );
    });
});

describe('hostile content', () => {
  expectNoHarm();

  describe('markup and code in text', () => {
    /** The number of text fields in each element. */
    const TEXTS: Record<Tag, number> = {
      'guide-checklist': 4,
      'guide-comparison': 13,
      'guide-contents': 3,
      'guide-cta': 3,
      'guide-disclaimer': 2,
      'guide-faq': 5,
      'guide-matcher': 9,
      'guide-note': 4,
      'guide-section': 2,
      'guide-sources': 6,
      'guide-statistic': 5,
      'guide-summary': 2,
      'guide-takeaways': 3,
      'patient-guide': 12,
    };

    for (const tag of Object.keys(elements) as Tag[])
      for (const [name, payload] of Object.entries(PAYLOADS))
        it(`is shown literally in every text field of <${tag}>: ${name}`, async () => {
          let texts = 0;
          for (const { content } of examplesOf(tag))
            for (const path of pathsOf(content).filter((path) => typeof valueAt(content, path) === 'string')) {
              const what = `${path.join('.')}: ${payload}`;
              let element: GuideElement<object> | undefined;
              const { errors } = await consoleOf(async () => {
                element = await showSafely(tag, withValue(content, path, payload), what);
              });
              if (isText(content, path)) {
                expect(errors, what).to.deep.equal([]);
                expect(shownBy(element!), what).to.include(payload);
                texts++;
              } else {
                expect(errors.length, what).to.be.at.most(1);
                for (const line of errors) expect(line, what).to.match(CLEAR_ERROR);
              }
              element!.parentElement!.remove();
            }
          expect(texts).to.equal(TEXTS[tag]);
        });

    it('is shown literally in emphasis, lists and links', async () => {
      const payload = PAYLOADS['an image with a handler'];
      const items = [
        `**${payload}** *${payload}*`,
        `[${payload}](https://example.org)`,
        `1. ${payload}\n2. ${payload}`,
      ];
      const element = await showSafely('guide-takeaways', { items }, 'Markdown');
      expect(shownBy(element).split(payload)).to.have.length(6);
      expect(findAll(element, 'strong, em, a, ol li').map((inner) => inner.textContent.trim())).to.deep.equal(
        Array.from({ length: 5 }, () => payload),
      );
    });

    for (const tag of Object.keys(elements) as Tag[])
      it(`is shown literally and does nothing else in all text fields of <${tag}> at once, however content is passed in`, async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.constantFrom(...Object.keys(WAYS)),
            fc.array(hostileText, { minLength: 13, maxLength: 13 }),
            async (way, payloads) => {
              const [{ content }] = examplesOf(tag);
              const paths = pathsOf(content).filter((path) => isText(content, path));
              expect(paths.length).to.be.within(1, payloads.length);
              const hostile = paths.reduce((copy, path, index) => withValue(copy, path, payloads[index]), content);
              const box = await showHtml('<div></div>');
              const brought = WAYS[way](tag, JSON.stringify(hostile));
              const { errors, warnings } = await consoleOf(async () => {
                box.append(brought);
                for (let round = 0; round < 2; round++)
                  for (const inner of [brought, ...brought.querySelectorAll('*'), ...allIn(brought)])
                    await (inner as Partial<GuideElement<object>>).updateComplete;
              });
              const element = brought.localName === tag ? brought : brought.querySelector(tag)!;
              expect([...errors, ...warnings]).to.deep.equal([]);
              expectInert(element, way);
              const shown = shownBy(element);
              paths.forEach((path, index) => expect(shown, path.join('.')).to.include(payloads[index]));
              useAll(element);
              await (element as GuideElement<object>).updateComplete;
              expectInert(element, way);
              box.remove();
              expect(harmDone()).to.deep.equal({ ran: 0, asked: [], moves: [] });
            },
          ),
          { numRuns: runs(60), includeErrorInReport: true },
        );
      });

    it('is shown literally in the error that an editor sees, with invisible characters escaped', async () => {
      for (const payload of Object.values({ ...PAYLOADS, 'a second line': 'a\n<guide-faq> is fine\r\u2028' })) {
        for (const [content, reported] of [
          [{ items: payload }, payload.slice(0, 40)],
          [{ items: ['One'], [payload]: 1 }, payload],
        ] as const) {
          const { errors, warnings } = await consoleOf(async () => {
            const element = await show('guide-takeaways', content, { debug: '' });
            expectInert(element, payload);
            expect(shownBy(element)).to.include(visible(reported));
          });
          const lines = [...errors, ...warnings];
          expect(lines).to.have.length(1);
          expect(lines[0]).not.to.match(/[\p{C}\u2028\u2029]/u);
        }
      }
    });

    it('is printed literally, in a separate frame', async () => {
      const { contentWindow } = Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype);
      const sheets: Document[] = [];
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
        configurable: true,
        get(this: HTMLIFrameElement) {
          const view = contentWindow.get!.call(this) as Window;
          return Object.assign(view, {
            print: () => void sheets.push(view.document),
            trap: () => (window as unknown as { trap: () => void }).trap(),
          });
        },
      });
      try {
        const payload = Object.values(LIVE).join(' ');
        const element = await show('guide-checklist', { title: payload, items: [payload] });
        find<HTMLInputElement>(element, '.own input').value = `own ${payload}`;
        find(element, '.own button').click();
        await element.updateComplete;
        findAll(element, 'button').at(-1)!.click();
        await waitUntil(() => sheets.length, 'the sheet was not printed');
        const [sheet] = sheets;
        expect(sheet.title).to.equal(payload);
        expect(sheet.body.textContent.split(payload)).to.have.length(4);
        expect([...sheet.body.querySelectorAll('*')].filter((inner) => !inner.matches(KNOWN))).to.deep.equal([]);
      } finally {
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', contentWindow);
      }
    });
  });
});
