import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { encode } from '../src/content/encode.js';
import type { GuideElement } from '../src/base/guide-element.js';
import { elements } from '../src/entries/register.js';
import {
  CLEAR_FAULT,
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

  describe('of another shape', () => {
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
      it(`in any place of <${tag}> gives the fallback or right content, and a clear fault`, async () => {
        let faults = 0;
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

      for (const value of [...WRONG.filter(Boolean), () => 1, Symbol('s'), 1n, new Date(), new Map()])
        it(`in place of all content of <${tag}> is no exception: ${nameOf(value).slice(0, 40)}`, async () => {
          const { errors } = await consoleOf(() => showSafely(tag, value, typeof value));
          expect(errors.length).to.be.at.most(1);
        });
    }

    for (const value of WRONG.filter((value) => !value))
      it(`is content on its way, so the fallback and no fault: ${nameOf(value)}`, async () => {
        // These two have something to show without content.
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

    for (const [name, before, after] of [
      ['no JSON', '', ''],
      ['JSON without an end', '{"items": ["', ''],
      ['JSON of another shape', '{"items": "', '"}'],
    ])
      it(`is a fault that is told in one short line: 10 MB of ${name}`, async () => {
        const text = before + 'x'.repeat(10 * MB) + after;
        const { errors } = await consoleOf(() => showSafely('guide-takeaways', text, '10 MB'));
        expect(errors).to.have.length(1);
        expect(errors[0].length).to.be.lessThan(300);
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
      expect(warnings).to.deep.equal(['<guide-takeaways> not known: unknown; known: title, items']);
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
      // Nothing at all is content on its way.
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

    it('at every letter of base64 for addresses, in lines, is the fallback and one fault', async () => {
      const inLines = encode(SAMPLE)
        .replace(/=/g, '')
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/.{40}/g, '$&\n');
      await expectSafeCuts(inLines.length, (at) => inLines.slice(0, at));
    });

    it('at every letter of what urlencode of PHP wrote is the fallback and one fault', async () => {
      const php = percent.replaceAll('%20', '+').replaceAll('*', '%2A');
      await expectSafeCuts(php.length, (at) => php.slice(0, at));
    });

    it('at every letter of what has a level of entities too many is the fallback and one fault', async () => {
      const entities = JSON.stringify(SAMPLE).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      await expectSafeCuts(entities.length, (at) => entities.slice(0, at));
    });

    it('at every letter of what has to be repaired is the fallback and one fault', async () => {
      const json = JSON.stringify(SAMPLE, null, '\u00a0').replace(/\n\u00a0*([}\]])/g, ',$1');
      await expectSafeCuts(json.length, (at) => json.slice(0, at));
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

  describe('that looks like a template of Lit', () => {
    const strings = Object.assign(['<img src=x onerror=trap()>'], { raw: ['<img src=x onerror=trap()>'] });
    const SHAPES = {
      'a template': { _$litType$: 1, strings: ['<img src=x onerror=trap()>'], values: [] },
      'a template with raw strings': { _$litType$: 1, strings, values: [] },
      'a template that is compiled': { _$litType$: { h: ['<img src=x onerror=trap()>'], parts: [] }, values: [] },
      'a real template': html`<img src="x" onerror="trap()" />`,
      'a directive': { _$litDirective$: 'Directive', values: ['<img src=x onerror=trap()>'] },
      'a directive that is a function': { _$litDirective$: () => trapIt(), values: [] },
      'a list of templates': [{ _$litType$: 1, strings: ['<img src=x onerror=trap()>'], values: [] }],
    };
    const trapIt = () => (window as unknown as { trap: () => unknown }).trap();

    for (const [name, shape] of Object.entries(SHAPES))
      it(`is no text, in any place of any element: ${name}`, async () => {
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
            for (const line of errors) expect(line, what).to.match(CLEAR_FAULT);
            places++;
          }
        expect(places).to.be.greaterThan(150);
      });

    /** As `withValue`, with what no clone can be made of. */
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

    it('of 2,000 questions opens, closes, and is found by its address', async () => {
      // Half of them alike: each needs an id of its own.
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
      expect(isSeen(1998), 'found by the browser’s own search').to.equal(true);
      history.replaceState(null, '', location.pathname + location.search);
      // That was the test itself.
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
      it(`of 2,000 is all there in <${tag}>: nothing is cut off`, async () => {
        const written = await consoleOf(async () => {
          const element = await show(tag as 'guide-takeaways', content);
          expect(findAll(element, entries).length).to.be.at.least(2000);
          expectInert(element, tag);
        });
        expect(written).to.deep.equal({ errors: [], warnings: [] });
      });

    it('of 300 sections is a whole guide, with contents', async () => {
      const sections = many(300, (index) => ({ heading: `Part ${index}`, body: `Body ${index}.` }));
      const guide = await show('patient-guide', { title: 'Long', sections });
      await settled();
      expect(findAll(guide, 'guide-section')).to.have.length(300);
      expect(findAll(find(guide, 'guide-contents'), 'li')).to.have.length(300);
    });

    it('of six options is refused: a table of more than five cannot be read', async () => {
      const options = many(6, (index) => ({ id: `o${index}`, name: `Option ${index}` }));
      const { errors } = await consoleOf(() =>
        showSafely('guide-comparison', { options, rows: [{ question: 'Why?', answers: {} }] }, 'six'),
      );
      expect(errors[0]).to.include('options: found a list of 6, expected a list of two to five options');
    });
  });
});
