import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { encode } from '../src/content/encode.js';
import type { GuideElement } from '../src/base/guide-element.js';
import { elements } from '../src/entries/register.js';
import {
  CLEAR_ERROR,
  EXAMPLES,
  examplesOf,
  expectInert,
  expectNoHarm,
  harmDone,
  pathsOf,
  showSafely,
  shownBy,
  withValue,
} from './every-field.js';
import type { Tag } from './examples.js';
import { consoleOf, find, findAll, settled, show, showHtml } from './helpers.js';

const PROTOTYPES = [Object, Array, String, Number, Function, Map, HTMLElement].map(
  ({ prototype }) => prototype as object,
);
const keysOf = (object: object) => Reflect.ownKeys(object).map(String).join();

describe('hostile JSON', () => {
  const before = PROTOTYPES.map(keysOf);
  expectNoHarm();

  afterEach(() => {
    expect(PROTOTYPES.map(keysOf), 'what every object inherits').to.deep.equal(before);
  });

  describe('of the wrong shape', () => {
    const nameOf = (value: unknown) =>
      `${typeof value} ${JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? '1n' : part))}`;
    const HUGE = 'word '.repeat(10_000);
    const WRONG = [
      null,
      true,
      false,
      0,
      -1,
      1e308,
      '',
      ' ',
      'text',
      [],
      [[]],
      {},
      { a: 1 },
      [null],
      ['a', 1, {}],
      HUGE,
      Array(5000).fill(HUGE.slice(0, 9)),
    ];

    for (const tag of Object.keys(elements) as Tag[]) {
      it(`anywhere in <${tag}> shows the fallback or valid content, and a clear error`, async () => {
        let errorCount = 0;
        let places = 0;
        for (const { content } of examplesOf(tag))
          for (const path of pathsOf(content)) {
            places++;
            for (const value of WRONG) {
              const what = `${path.join('.')} = ${JSON.stringify(value).slice(0, 40)}`;
              const { errors } = await consoleOf(async () => {
                const element = await showSafely(tag, withValue(content, path, value), what);
                element.parentElement!.remove();
              });
              expect(errors.length, what).to.be.at.most(1);
              for (const line of errors) expect(line, what).to.match(CLEAR_ERROR);
              errorCount += errors.length;
            }
          }
        // Most of the values are valid nowhere.
        expect(errorCount).to.be.greaterThan(places * 10);
      });

      it(`of <${tag}> with a missing key shows the fallback or valid content`, async () => {
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

      for (const value of [...WRONG.filter(Boolean), () => 1, Symbol('s'), 1n, new Date(), new Map()])
        it(`instead of all content of <${tag}> throws nothing: ${nameOf(value).slice(0, 40)}`, async () => {
          const { errors } = await consoleOf(() => showSafely(tag, value, typeof value));
          expect(errors.length).to.be.at.most(1);
        });
    }

    for (const value of WRONG.filter((value) => !value))
      it(`counts as content that is still loading, so the fallback shows without an error: ${nameOf(value)}`, async () => {
        // These two show something even without content.
        for (const tag of (Object.keys(elements) as Tag[]).filter((tag) => !/contents|disclaimer/.test(tag))) {
          const written = await consoleOf(async () => {
            const element = await show(tag, value);
            element.innerHTML = '<p>Call us.</p>';
            await settled();
            expect(element.firstElementChild!.checkVisibility(), tag).to.equal(true);
            expect(findAll(element, '.base'), tag).to.deep.equal([]);
            element.parentElement!.remove();
          });
          expect(written, tag).to.deep.equal({ errors: [], warnings: [] });
        }
      });

    it('that throws when it is read shows the fallback', async () => {
      const trapdoor = {
        get items(): string[] {
          throw new Error('not for you');
        },
      };
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', trapdoor, 'a getter that throws'));
      expect(errors).to.have.length(1);
    });

    it('that refers to itself shows the fallback', async () => {
      const endless: Record<string, unknown> = {};
      Object.assign(endless, { items: [endless], title: endless, endless });
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', endless, 'a circular reference'));
      expect(errors).to.have.length(1);
    });
  });

  describe('a key that every object inherits', () => {
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

    // Valibot leaves out the keys that could reach a prototype, whatever they say.
    it('works as an option id, and is not stated as an answer key if it could reach a prototype', async () => {
      const json = `{"options": [{"id": "__proto__", "name": "A"}, {"id": "constructor", "name": "B"}, {"id": "toString", "name": "C"}],
        "rows": [{"question": "Q?", "answers": {"__proto__": "First.", "constructor": "Second.", "toString": "Third."}}]}`;
      const element = await showSafely('guide-comparison', json, '__proto__ as an id');
      expect(findAll(element, 'td p').map((answer) => answer.textContent)).to.deep.equal([
        'Not stated',
        'Not stated',
        'Third.',
      ]);
    });

    it('works as a question id', async () => {
      const items = ['__proto__', 'constructor', 'hasOwnProperty'].map((id) => ({ id, question: id, answer: id }));
      const element = await showSafely('guide-faq', { items }, 'ids');
      for (const button of findAll(element, '.question')) button.click();
      await element.updateComplete;
      expect(findAll(element, '[aria-expanded=true]')).to.have.length(3);
    });
  });

  describe('huge content', () => {
    const MB = 1024 * 1024;

    it('is shown: 10 MB of text', async () => {
      const element = document.createElement('guide-takeaways');
      const box = await showHtml('<div></div>');
      // This test is not about how the browser lays out ten million letters.
      box.style.display = 'none';
      element.setAttribute('content', JSON.stringify({ items: ['<b>.'.repeat((10 * MB) / 4)] }));
      box.append(element);
      await element.updateComplete;
      expect(findAll(element, 'li')[0].textContent).to.have.length(10 * MB);
      expectInert(element, '10 MB');
    });

    it('is shown: 10 MB of text in base64', async () => {
      const element = document.createElement('guide-takeaways');
      const box = await showHtml('<div></div>');
      box.style.display = 'none';
      element.setAttribute('data-content', btoa(JSON.stringify({ items: ['x'.repeat(10 * MB)] })));
      box.append(element);
      await element.updateComplete;
      expect(findAll(element, 'li')[0]?.textContent.length).to.equal(10 * MB);
    });

    for (const [name, before, after] of [
      ['plain text', '', ''],
      ['unfinished JSON', '{"items": ["', ''],
      ['JSON of the wrong shape', '{"items": "', '"}'],
    ])
      it(`is an error in one short line: 10 MB of ${name}`, async () => {
        const text = before + 'x'.repeat(10 * MB) + after;
        const { errors } = await consoleOf(() => showSafely('guide-takeaways', text, '10 MB'));
        expect(errors).to.have.length(1);
        expect(errors[0].length).to.be.lessThan(300);
      });

    it('is a warning that lists a few keys: 100,000 unknown keys', async () => {
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
      it(`is an error: 100,000 levels of ${name}`, async () => {
        const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
        for (const json of [deep, `{"items": [${deep}]}`, `{"title": ${deep}, "items": ["One"]}`]) {
          const { errors } = await consoleOf(() => showSafely('guide-takeaways', json, name));
          expect(errors).to.have.length(1);
          expect(errors[0].length).to.be.lessThan(300);
        }
      });

    it('is a warning: 100,000 levels below an unknown key', async () => {
      const json = `{"unknown": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "items": ["One"]}`;
      const { errors, warnings } = await consoleOf(() => showSafely('guide-takeaways', json, 'unknown'));
      expect(errors).to.deep.equal([]);
      expect(warnings).to.deep.equal(['<guide-takeaways> unknown is not known: known are title, items']);
    });

    it('is an error with line and column: 100,000 levels that are never closed', async () => {
      const { errors } = await consoleOf(() => showSafely('guide-takeaways', '['.repeat(100_000), 'open'));
      expect(errors).to.deep.equal([
        '<guide-takeaways> content property, line 1, column 100001: found the end, expected a value or "]". ' +
          'Fix: the text was cut short, give the rest of it.',
      ]);
    });

    for (const unit of ['[', '*', '**', '[](', '- ', '> ', '1. ', '\\', '![', '](x)', '*a ', '\n'])
      it(`is shown as text: ${JSON.stringify(unit)} 100,000 times`, async () => {
        const text = `${unit.repeat(100_000)}end`;
        const element = await showSafely('guide-takeaways', { items: [text] }, unit);
        expect(shownBy(element)).to.include('end');
        element.parentElement!.remove();
      });
  });

  describe('damaged content', () => {
    const SAMPLE = { title: 'Señal “ok” 🙋', items: ['**Uno**\n\n- ñ', 'Dos \\ "tres" \u2028'] };
    const bytes = new TextEncoder().encode(JSON.stringify(SAMPLE));
    // Base64 is complete without padding too.
    const base64 = btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
    const percent = encodeURIComponent(JSON.stringify(SAMPLE));

    /** Cuts the text at every position and expects the whole content, or the fallback and one error. */
    async function expectSafeCuts(length: number, cut: (at: number) => string, whole = SAMPLE): Promise<void> {
      // An empty text counts as content that is still loading.
      for (let at = 1; at <= length; at++) {
        const text = cut(at);
        let element: GuideElement<object> | undefined;
        const { errors } = await consoleOf(async () => (element = await showSafely('guide-takeaways', text, text)));
        expect(element!.content, `cut at ${at}`).to.deep.equal(at === length ? whole : undefined);
        expect(errors.length, `cut at ${at}`).to.equal(at === length ? 0 : 1);
        if (at < length) expect(errors[0]).to.match(/ content property, line \d+, column \d+: found .*\. Fix: .+\.$/);
        element!.parentElement!.remove();
      }
    }

    it('cut off at any byte shows the fallback and one error', async () => {
      const decoder = new TextDecoder();
      await expectSafeCuts(bytes.length, (at) => decoder.decode(bytes.slice(0, at)));
    });

    it('cut off at any character of base64 shows the fallback and one error', async () => {
      await expectSafeCuts(base64.length, (at) => base64.slice(0, at));
    });

    it('cut off at any character of percent-encoding shows the fallback and one error', async () => {
      await expectSafeCuts(percent.length, (at) => percent.slice(0, at));
    });

    it('cut off at any character of URL-safe base64 in lines shows the fallback and one error', async () => {
      const inLines = encode(SAMPLE)
        .replace(/=/g, '')
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/.{40}/g, '$&\n');
      await expectSafeCuts(inLines.length, (at) => inLines.slice(0, at));
    });

    it('cut off at any character of PHP’s urlencode output shows the fallback and one error', async () => {
      const php = percent.replaceAll('%20', '+').replaceAll('*', '%2A');
      await expectSafeCuts(php.length, (at) => php.slice(0, at));
    });

    it('cut off at any character with an extra level of entities shows the fallback and one error', async () => {
      const entities = JSON.stringify(SAMPLE).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      await expectSafeCuts(entities.length, (at) => entities.slice(0, at));
    });

    it('cut off at any character when it also needs repair shows the fallback and one error', async () => {
      const json = JSON.stringify(SAMPLE, null, '\u00a0').replace(/\n\u00a0*([}\]])/g, ',$1');
      await expectSafeCuts(json.length, (at) => json.slice(0, at));
    });

    it('with any byte changed shows the fallback or content, and throws nothing', async () => {
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

  describe('that looks like a Lit template', () => {
    const strings = Object.assign(['<img src=x onerror=trap()>'], { raw: ['<img src=x onerror=trap()>'] });
    const SHAPES = {
      'a template': { _$litType$: 1, strings: ['<img src=x onerror=trap()>'], values: [] },
      'a template with raw strings': { _$litType$: 1, strings, values: [] },
      'a compiled template': { _$litType$: { h: ['<img src=x onerror=trap()>'], parts: [] }, values: [] },
      'a real template': html`<img src="x" onerror="trap()" />`,
      'a directive': { _$litDirective$: 'Directive', values: ['<img src=x onerror=trap()>'] },
      'a directive function': { _$litDirective$: () => trapIt(), values: [] },
      'a list of templates': [{ _$litType$: 1, strings: ['<img src=x onerror=trap()>'], values: [] }],
    };
    const trapIt = () => (window as unknown as { trap: () => unknown }).trap();

    for (const [name, shape] of Object.entries(SHAPES))
      it(`is never rendered, anywhere in any element: ${name}`, async () => {
        let places = 0;
        for (const { tag, content } of EXAMPLES)
          for (const path of [[], ...pathsOf(content)]) {
            const what = `${tag} ${path.join('.')}`;
            const hostile = path.length ? withPlaced(content, path, shape) : shape;
            const { errors } = await consoleOf(async () => {
              const element = await showSafely(tag, hostile, what);
              expect(shownBy(element), what).not.to.include('onerror');
              element.parentElement!.remove();
            });
            expect(errors.length, what).to.be.at.most(1);
            for (const line of errors) expect(line, what).to.match(CLEAR_ERROR);
            places++;
          }
        expect(places).to.be.greaterThan(150);
      });

    /** Like `withValue`, for values that cannot be cloned. */
    function withPlaced(content: object, path: (string | number)[], value: unknown): object {
      const [key, ...rest] = path;
      const copy = (Array.isArray(content) ? [...(content as unknown[])] : { ...content }) as Record<string, unknown>;
      copy[key] = rest.length ? withPlaced(copy[key] as object, rest, value) : value;
      return copy;
    }
  });

  describe('a long list', () => {
    const many = <Item>(count: number, item: (index: number) => Item) =>
      Array.from({ length: count }, (_, index) => item(index));

    it('of 2,000 questions opens, closes, and can be linked to', async () => {
      // Half of them are the same: each needs its own id.
      const items = many(2000, (index) => ({
        question: index % 2 ? `Question ${index}?` : 'The same?',
        answer: `Answer **${index}**.`,
      }));
      const faq = await show('guide-faq', { items });
      const buttons = findAll(faq, '.question');
      expect(buttons).to.have.length(2000);
      const isSeen = (index: number) => find(faq, `#panel-${index}`).hidden === false;
      for (const index of [0, 1, 1000, 1999]) {
        buttons[index].click();
        await faq.updateComplete;
        expect(isSeen(index)).to.equal(true);
        expect(find(faq, `#panel-${index}`).textContent.trim()).to.equal(`Answer ${index}.`);
        buttons[index].click();
        await faq.updateComplete;
        expect(isSeen(index)).to.equal(false);
      }
      const all = find(faq, '.all');
      all.click();
      await faq.updateComplete;
      expect(findAll(faq, '[aria-expanded=true]')).to.have.length(2000);
      all.click();
      await faq.updateComplete;
      expect(findAll(faq, '[aria-expanded=true]')).to.have.length(0);
      location.hash = '#question-1777';
      await new Promise((done) => addEventListener('hashchange', done, { once: true }));
      await settled();
      expect(isSeen(1777)).to.equal(true);
      expect(faq.shadowRoot!.activeElement).to.equal(buttons[1777]);
      find(faq, '#panel-1998').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(isSeen(1998), 'found by the browser’s find in page').to.equal(true);
      history.replaceState(null, '', location.pathname + location.search);
      // The test itself caused these.
      expect(harmDone().moves).to.deep.equal(['popstate', 'hashchange']);
    });

    const LISTS: Partial<Record<Tag, { content: object; entries: string }>> = {
      'guide-takeaways': { content: { items: many(2000, (index) => `Point ${index}`) }, entries: 'li' },
      'guide-checklist': { content: { items: many(2000, (index) => `Ask ${index}`) }, entries: 'li' },
      'guide-sources': { content: { items: many(2000, (index) => ({ title: `Study ${index}` })) }, entries: 'li' },
      'guide-contents': {
        content: { items: many(2000, (index) => ({ text: `Part ${index}`, href: `/part-${index}` })) },
        entries: 'li',
      },
      'guide-comparison': {
        content: {
          options: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B' },
          ],
          rows: many(2000, (index) => ({ question: `Question ${index}?`, answers: { a: 'Yes.', b: 'No.' } })),
        },
        entries: 'tbody tr',
      },
      'guide-matcher': {
        content: {
          findings: many(2000, (index) => ({ id: `f${index}`, label: `Finding ${index}`, options: ['a'], why: 'So.' })),
          options: [{ id: 'a', name: 'A' }],
          mixed: 'Ask.',
        },
        entries: '[type=checkbox][id], [type=checkbox]',
      },
    };

    for (const [tag, { content, entries }] of Object.entries(LISTS))
      it(`of 2,000 entries is shown in full in <${tag}>`, async () => {
        const written = await consoleOf(async () => {
          const element = await show(tag as 'guide-takeaways', content);
          expect(findAll(element, entries).length).to.be.at.least(2000);
          expectInert(element, tag);
        });
        expect(written).to.deep.equal({ errors: [], warnings: [] });
      });

    it('of 300 sections makes a whole guide with contents', async () => {
      const sections = many(300, (index) => ({ heading: `Part ${index}`, body: `Body ${index}.` }));
      const guide = await show('patient-guide', { title: 'Long', sections });
      await settled();
      expect(findAll(guide, 'guide-section')).to.have.length(300);
      expect(findAll(find(guide, 'guide-contents'), 'li')).to.have.length(300);
    });

    it('of six options is rejected, because a table of more than five is unreadable', async () => {
      const options = many(6, (index) => ({ id: `o${index}`, name: `Option ${index}` }));
      const { errors } = await consoleOf(() =>
        showSafely('guide-comparison', { options, rows: [{ question: 'Why?', answers: {} }] }, 'six'),
      );
      expect(errors[0]).to.include('options: found a list of 6, expected a list of two to five options');
    });
  });
});
