import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { encode } from '../src/content/encode.js';
import type { GuideElement } from '../src/base/guide-element.js';
import { elements } from '../src/entries/register.js';
import {
  CLEAR_ERROR,
  EXAMPLES,
  examplesOf,
  expectNoHarm,
  pathsOf,
  showSafely,
  shownBy,
  withValue,
} from './every-field.js';
import type { Tag } from './examples.js';
import { consoleOf, findAll, settled, show } from './helpers.js';
import { expectUnchangedPrototypes } from './hostile-json.helpers.js';
import { share } from './depth.js';

describe('hostile JSON', () => {
  expectNoHarm();
  expectUnchangedPrototypes();

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
        let [places, tried] = [0, 0];
        for (const { content } of examplesOf(tag))
          for (const path of pathsOf(content)) {
            for (const value of share(WRONG, places++)) {
              tried++;
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
        expect(errorCount).to.be.greaterThan(tried * 0.6);
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
});
