import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/core/guide-element.js';
import { elements } from '../src/register.js';
import type { Tag } from './examples.js';
import {
  CLEAR_FAULT,
  examplesOf,
  expectInert,
  expectNoHarm,
  pathsOf,
  showSafely,
  shownBy,
  withValue,
} from './every-field.js';
import { consoleOf, findAll, show, showHtml } from './helpers.js';

describe('hostile JSON', () => {
  expectNoHarm();

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
