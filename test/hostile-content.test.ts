import { expect, waitUntil } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { GuideElement } from '../src/core/guide-element.js';
import { en } from '../src/messages/en.js';
import { es } from '../src/messages/es.js';
import { elements } from '../src/register.js';
import type { Tag } from './examples.js';
import {
  CLEAR_FAULT,
  EXAMPLES,
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

/** Every one of these runs where it gets into the page as markup, code or a template. */
const PAYLOADS = {
  'an image with a handler': '<img src=x onerror="trap()">',
  'a handler without a space': '<img/src=x/onerror=trap()>',
  'a script': '<script>trap()</script>',
  'an svg': '<svg onload=trap()>',
  'the end of an attribute': '" onmouseover="trap()" x="',
  'the end of a raw text': '</script></style></textarea></title><img src=x onerror=trap()>',
  'a comment': '<!--><img src=x onerror=trap()>-->',
  'entities of markup': '&lt;img src=x onerror=trap()&gt; &#60;script&#62;trap()&#60;/script&#62; &amp;amp;',
  'a template literal': '${trap()}',
  'a mustache': '{{trap()}} {{constructor.constructor("trap()")()}}',
  'a placeholder of Lit': '<!--?lit$123456789$--><?lit$123456789$> lit$123456789$',
  'characters that end or turn a line': 'a\u0000b\u2028c\u202Ed',
  'every mark of direction': 'a\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069b',
  'halves of characters': 'a\uD800b\uDC00\uD83Dc',
  'controls and what is no character': 'a\u0001\u0008\u000C\u001B\u007F\u0085\u009F\uFFFE\uFFFF\u{1FFFF}b',
};

/** Each of these does harm where it gets into the page as markup: it runs, or asks for something. */
const LIVE: Record<string, string> = {
  'an image': '<img src=/package.json?1 onerror=trap()>',
  'an svg': '<svg onload=trap()></svg>',
  'a frame': '<iframe srcdoc="<script>parent.trap()</script>"></iframe>',
  handlers: '<b tabindex=0 onclick=trap() onfocus=trap() onmouseover=trap() onkeydown=trap()>x</b>',
  'a link': '<a href=" java&Tab;script:trap()">x</a>',
  'a style sheet': '<link rel=stylesheet href=/package.json?2>',
  'a style': '<style>@import "/package.json?3";</style>',
  'a video': '<video src=/package.json?4></video>',
  'details that open': '<details open ontoggle=trap()>x</details>',
  'an image after the end of everything': `"'></script></style></textarea></title>--><img src=/package.json?5 onerror=trap()>`,
};

/** Beside the above what confuses parsers, templates and the order of text. */
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

/** Pieces in any order, without what is Markdown: that all of it can be found again. */
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

/** Every way that content comes in, but for a file. */
const WAYS: Record<string, (tag: Tag, json: string) => HTMLElement> = {
  'the property': (tag, json) => Object.assign(document.createElement(tag), { content: JSON.parse(json) as never }),
  'the property, as text': (tag, json) => Object.assign(document.createElement(tag), { content: json as never }),
  'an attribute that a script sets': (tag, json) => {
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

/** As an author reads it in a fault: what cannot be seen is written out. */
const visible = (text: string) =>
  text.replace(/[\p{C}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The texts in the shadow trees that run backwards; `own` is the field's, and turns whatever of itself it likes. */
function turnedIn(nodes: readonly Node[], own: string): string[] {
  const range = document.createRange();
  const boxAt = (node: Node, at: number) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  return nodes.flatMap((node) => {
    const text = (node as Text).data;
    const from = text.indexOf(own);
    const seen = [...text].flatMap((char, at) =>
      /\s/.test(char) || (from >= 0 && at >= from && at < from + own.length) ? [] : boxAt(node, at),
    );
    const isTurned = seen.some((box, index) => {
      const before = seen[index - 1];
      return before && Math.abs(before.top - box.top) < 2 && box.left < before.left - 0.5;
    });
    return isTurned ? text : [];
  });
}

const textsIn = (element: Element): Node[] =>
  [element.shadowRoot!, ...allIn(element).flatMap((inner) => [inner, inner.shadowRoot ?? []].flat())]
    .flatMap((place) => [...place.childNodes])
    .filter((node) => node instanceof Text && !node.parentElement?.matches('.hidden, .hidden *, style'));

describe('a page that shows content as markup', () => {
  watchForHarm();

  for (const [name, payload] of Object.entries(LIVE))
    it(`comes to harm, and these tests notice: ${name}`, async () => {
      const box = await showHtml('<div></div>');
      harmDone();
      box.attachShadow({ mode: 'open' }).innerHTML = payload;
      useAll(box);
      await waitUntil(() => {
        const { ran, asked } = harmDone();
        return ran + asked.length;
      }, 'no harm was noticed');
    });
});

describe('hostile content', () => {
  expectNoHarm();

  describe('markup and code in a text', () => {
    /** How many there are to try. */
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
        it(`is shown as its characters in every text of <${tag}>: ${name}`, async () => {
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
                for (const line of errors) expect(line, what).to.match(CLEAR_FAULT);
              }
              element!.parentElement!.remove();
            }
          expect(texts).to.equal(TEXTS[tag]);
        });

    it('is shown as its characters within stress, lists and links', async () => {
      const payload = PAYLOADS['an image with a handler'];
      const items = [
        `**${payload}** *${payload}*`,
        `[${payload}](https://example.org)`,
        `1. ${payload}\n2. ${payload}`,
      ];
      const element = await showSafely('guide-takeaways', { items }, 'prose');
      expect(shownBy(element).split(payload)).to.have.length(6);
      expect(findAll(element, 'strong, em, a, ol li').map((inner) => inner.textContent.trim())).to.deep.equal(
        Array.from({ length: 5 }, () => payload),
      );
    });

    for (const tag of Object.keys(elements) as Tag[])
      it(`is shown as its characters, and nothing else comes of it, whatever it is and however it comes, in all texts of <${tag}> at once`, async () => {
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
          { numRuns: 60, includeErrorInReport: true },
        );
      });

    it('is shown as its characters in the fault that an editor sees, and those that cannot be seen are written out', async () => {
      for (const payload of Object.values({ ...PAYLOADS, 'a second line': 'a\n<guide-faq> is fine\r\u2028' })) {
        for (const [content, told] of [
          [{ items: payload }, payload.slice(0, 40)],
          [{ items: ['One'], [payload]: 1 }, payload],
        ] as const) {
          const { errors, warnings } = await consoleOf(async () => {
            const element = await show('guide-takeaways', content, { debug: '' });
            expectInert(element, payload);
            expect(shownBy(element)).to.include(visible(told));
          });
          const lines = [...errors, ...warnings];
          expect(lines).to.have.length(1);
          expect(lines[0]).not.to.match(/[\p{C}\u2028\u2029]/u);
        }
      }
    });

    it('is printed as its characters, in a frame of its own', async () => {
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

  describe('marks of direction', () => {
    const MARKS = ['\u202E', '\u202B', '\u2067', '\u2067\u202E', '\u2069\u202E', '\u202C\u2069\u202E', '\u05D0\u202E'];

    for (const [name, width] of Object.entries({ 'a wide': '60em', 'a narrow': '20em' }))
      it(`turn no text around but their own, in ${name} place`, async () => {
        let fields = 0;
        for (const { tag, content } of EXAMPLES.filter(({ tag }) => tag !== 'patient-guide'))
          for (const path of pathsOf(content).filter((path) => isText(content, path))) {
            fields++;
            for (const mark of MARKS) {
              const own = `Ab${mark}cd`;
              const element = await showSafely(tag, withValue(content, path, own), path.join('.'));
              element.parentElement!.style.inlineSize = width;
              expect(turnedIn(textsIn(element), own), `${tag} ${path.join('.')} ${visible(mark)}`).to.deep.equal([]);
              element.parentElement!.remove();
            }
          }
        expect(fields).to.equal(61);
      });

    it('would turn the rest of a line around, and these tests notice', async () => {
      for (const mark of MARKS) {
        const own = `Ab${mark}cd`;
        const box = await showHtml('<div></div>');
        box.textContent = `Before ${own}, after`;
        expect(turnedIn([...box.childNodes], own), visible(mark)).to.have.length(1);
      }
    });

    it('turn nothing around in a name that screen readers read: the text in it is its end', () => {
      const { noteFor, added, remove, copyLink, call } = en;
      const { noteFor: nota, added: nueva, remove: quitar, copyLink: copiar, call: llamar } = es;
      for (const name of [noteFor, added, remove, copyLink, call, nota, nueva, quitar, copiar, llamar])
        expect(name('A\u202EB')).to.match(/[\w:] A\u202EB$/);
    });

    it('do not turn the address around that is printed behind a button', async () => {
      const element = await show('guide-cta', { label: 'Ab\u2069\u202Ecd', href: 'https://example.org/' });
      const { parentElement, textContent } = find(element, 'bdi');
      expect([parentElement!.localName, textContent]).to.deep.equal(['a', 'Ab\u2069\u202Ecd']);
      expect(getComputedStyle(find(element, 'bdi')).unicodeBidi).to.equal('isolate');
    });
  });

  describe('another shape', () => {
    const nameOf = (value: unknown) =>
      `${typeof value} ${JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? '1n' : part))}`;
    const WRONG = [null, true, false, 0, -1, 1e308, '', ' ', 'text', [], [[]], {}, { a: 1 }, [null], ['a', 1, {}]];

    for (const tag of Object.keys(elements) as Tag[]) {
      it(`in any place of <${tag}> gives the fallback or right content, and a clear fault`, async () => {
        let faults = 0;
        let places = 0;
        for (const { content } of examplesOf(tag))
          for (const path of pathsOf(content)) {
            places++;
            for (const value of WRONG) {
              const what = `${path.join('.')} = ${JSON.stringify(value)}`;
              const { errors } = await consoleOf(async () => {
                const element = await showSafely(tag, withValue(content, path, value), what);
                element.parentElement!.remove();
              });
              expect(errors.length, what).to.be.at.most(1);
              for (const line of errors) expect(line, what).to.match(CLEAR_FAULT);
              faults += errors.length;
            }
          }
        // By its place, of which some elements have two: most of the values are right nowhere.
        expect(faults).to.be.greaterThan(places * 10);
      });

      it(`of <${tag}> with a key left out gives the fallback or right content`, async () => {
        for (const { content } of examplesOf(tag))
          for (const path of pathsOf(content)) {
            const what = `without ${path.join('.')}`;
            const { errors } = await consoleOf(async () => {
              const element = await showSafely(tag, withValue(content, path, undefined), what);
              element.parentElement!.remove();
            });
            expect(errors.length, what).to.be.at.most(1);
          }
      });

      for (const value of [...WRONG.filter((value) => value !== null), () => 1, Symbol('s'), 1n, new Date(), new Map()])
        it(`in place of all content of <${tag}> is no exception: ${nameOf(value)}`, async () => {
          const { errors } = await consoleOf(() => showSafely(tag, value, typeof value));
          expect(errors.length).to.be.at.most(1);
        });
    }

    it('that throws when it is read gives the fallback', async () => {
      const trapdoor = {
        get items(): string[] {
          throw new Error('not for you');
        },
      };
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', trapdoor, 'a getter that throws'));
      expect(errors).to.have.length(1);
    });

    it('that refers to itself gives the fallback', async () => {
      const endless: Record<string, unknown> = {};
      Object.assign(endless, { items: [endless], title: endless, endless });
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', endless, 'a circle'));
      expect(errors).to.have.length(1);
    });
  });

  describe('a key of every object', () => {
    const JSONS = [
      '{"__proto__": {"polluted": 1}, "items": ["One"]}',
      '{"constructor": {"prototype": {"polluted": 1}}, "items": ["One"]}',
      '{"toString": 1, "valueOf": 2, "hasOwnProperty": 3, "items": ["One"]}',
      '{"__proto__": {"items": ["inherited"]}}',
      '{"__proto__": null, "items": ["One"]}',
    ];

    for (const json of JSONS)
      it(`changes no other object: ${json}`, async () => {
        await consoleOf(async () => {
          const element = await show('guide-takeaways', json);
          expect(Object.getPrototypeOf(element.content ?? {})).to.equal(Object.prototype);
          expect(shownBy(element)).not.to.include('inherited');
        });
        expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      });

    it('is an id and an answer like any other', async () => {
      const json = `{"options": [{"id": "__proto__", "name": "A"}, {"id": "constructor", "name": "B"}],
        "rows": [{"question": "Q?", "answers": {"__proto__": "First.", "constructor": "Second."}}]}`;
      const element = await showSafely('guide-comparison', json, '__proto__ as an id');
      expect(findAll(element, 'td p').map((answer) => answer.textContent)).to.deep.equal(['First.', 'Second.']);
    });

    it('is an id of a question like any other', async () => {
      const items = ['__proto__', 'constructor', 'hasOwnProperty'].map((id) => ({ id, question: id, answer: id }));
      const element = await showSafely('guide-faq', { items }, 'ids');
      for (const button of findAll(element, '.question')) button.click();
      await element.updateComplete;
      expect(findAll(element, '[aria-expanded=true]')).to.have.length(3);
    });
  });

  describe('too much', () => {
    const MB = 1024 * 1024;

    it('is shown: a text of 10 MB', async () => {
      const element = document.createElement('guide-takeaways');
      const box = await showHtml('<div></div>');
      // Laying out ten million letters is the browser's work and not what is tested here.
      box.style.display = 'none';
      element.setAttribute('content', JSON.stringify({ items: ['<b>.'.repeat((10 * MB) / 4)] }));
      box.append(element);
      await element.updateComplete;
      expect(findAll(element, 'li')[0].textContent).to.have.length(10 * MB);
      expectInert(element, '10 MB');
    });

    it('is shown: a text of 10 MB in base64', async () => {
      const element = document.createElement('guide-takeaways');
      const box = await showHtml('<div></div>');
      box.style.display = 'none';
      element.setAttribute('data-content', btoa(JSON.stringify({ items: ['x'.repeat(10 * MB)] })));
      box.append(element);
      await element.updateComplete;
      expect(findAll(element, 'li')[0]?.textContent.length).to.equal(10 * MB);
    });

    it('is a fault that is told in one short line: 10 MB of no JSON', async () => {
      for (const text of [
        'x'.repeat(10 * MB),
        `{"items": ["${'x'.repeat(10 * MB)}`,
        `{"items": "${'x'.repeat(10 * MB)}"}`,
      ]) {
        const { errors } = await consoleOf(() => showSafely('guide-takeaways', text, '10 MB'));
        expect(errors).to.have.length(1);
        expect(errors[0].length).to.be.lessThan(300);
      }
    });

    it('is a fault: 100,000 unknown keys, of which a few are told', async () => {
      const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
      const { errors, warnings } = await consoleOf(() =>
        showSafely('guide-takeaways', { ...many, items: ['One'] }, 'many keys'),
      );
      expect(errors).to.deep.equal([]);
      expect(warnings).to.have.length(1);
      expect(warnings[0].length).to.be.lessThan(500);
    });

    for (const [name, open, close] of [
      ['lists', '[', ']'],
      ['objects', '{"a":', '}'],
      ['items', '{"items":[', ']}'],
    ])
      it(`is a fault: 100,000 levels of ${name}`, async () => {
        const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
        for (const json of [deep, `{"items": [${deep}]}`, `{"title": ${deep}, "items": ["One"]}`]) {
          const { errors } = await consoleOf(() => showSafely('guide-takeaways', json, name));
          expect(errors).to.have.length(1);
          expect(errors[0].length).to.be.lessThan(300);
        }
      });

    it('is a warning: 100,000 levels below a key that nothing is known of', async () => {
      const json = `{"unknown": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "items": ["One"]}`;
      const { errors, warnings } = await consoleOf(() => showSafely('guide-takeaways', json, 'unknown'));
      expect(errors).to.deep.equal([]);
      expect(warnings).to.deep.equal(['<guide-takeaways> unknown is not known']);
    });

    it('is a fault with its place: 100,000 levels that are never closed', async () => {
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', '['.repeat(100_000), 'open'));
      expect(errors).to.deep.equal([
        '<guide-takeaways> content property, line 1, column 100001: found the end, expected a value or "]". ' +
          'Fix: the text was cut short, give the rest of it.',
      ]);
    });

    for (const unit of ['[', '*', '**', '[](', '- ', '> ', '1. ', '\\', '![', '](x)', '*a ', '\n'])
      it(`is text like any other: ${JSON.stringify(unit)} 100,000 times`, async () => {
        const text = `${unit.repeat(100_000)}end`;
        const element = await showSafely('guide-takeaways', { items: [text] }, unit);
        expect(shownBy(element)).to.include('end');
        element.parentElement!.remove();
      });
  });

  describe('a text that was cut short', () => {
    const SAMPLE = { title: 'Señal “ok” 🙋', items: ['**Uno**\n\n- ñ', 'Dos \\ "tres" \u2028'] };
    const bytes = new TextEncoder().encode(JSON.stringify(SAMPLE));
    // Without padding it is whole too.
    const base64 = btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
    const percent = encodeURIComponent(JSON.stringify(SAMPLE));

    /** Shows it cut at every place; what is shown is the whole, or the fallback with one fault. */
    async function expectSafeCuts(length: number, cut: (at: number) => string, whole = SAMPLE): Promise<void> {
      for (let at = 0; at <= length; at++) {
        const text = cut(at);
        let element: GuideElement<object> | undefined;
        const { errors } = await consoleOf(async () => (element = await showSafely('guide-takeaways', text, text)));
        expect(element!.content, `cut at ${at}`).to.deep.equal(at === length ? whole : undefined);
        expect(errors.length, `cut at ${at}`).to.equal(at === length ? 0 : 1);
        if (at < length) expect(errors[0]).to.match(/ content property, line \d+, column \d+: found .*\. Fix: .+\.$/);
        element!.parentElement!.remove();
      }
    }

    it('at every byte is the fallback and one fault', async () => {
      const decoder = new TextDecoder();
      await expectSafeCuts(bytes.length, (at) => decoder.decode(bytes.slice(0, at)));
    });

    it('at every letter of base64 is the fallback and one fault', async () => {
      await expectSafeCuts(base64.length, (at) => base64.slice(0, at));
    });

    it('at every letter of percent-encoding is the fallback and one fault', async () => {
      await expectSafeCuts(percent.length, (at) => percent.slice(0, at));
    });

    it('and every byte of it changed is the fallback or content, and no exception', async () => {
      const decoder = new TextDecoder();
      for (let at = 0; at < bytes.length; at++)
        for (const byte of [0, 34, 92]) {
          const text = decoder.decode(bytes.with(at, byte));
          const { errors } = await consoleOf(async () => {
            const element = await showSafely('guide-takeaways', text, text);
            element.parentElement!.remove();
          });
          expect(errors.length).to.be.at.most(1);
        }
    });
  });
});
