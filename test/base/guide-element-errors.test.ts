import { expect } from '@open-wc/testing';
import { type TemplateResult, html } from 'lit';
import * as v from 'valibot';
import { GuideErrorEvent } from '../../src/base/events.js';
import { GuideElement } from '../../src/base/guide-element.js';
import { text } from '../../src/content/validators.js';
import type { GuideTakeaways } from '../../src/elements/guide-takeaways/guide-takeaways.js';
import { consoleOf, expectAccessible, find, findAll, settled, show, showHtml, textOf } from '../helpers.js';
import {
  after,
  eventsOf,
  itemsOf,
  isFallbackSeen,
  scriptOf,
  jsonOf,
  contentOf,
  showTakeaways,
  NOTHING_LINE,
} from './guide-element.helpers.js';

const MISSPELLED = '{"titel": "T", "item": ["One"]}';

const MISSPELLED_ERROR = {
  element: 'guide-takeaways',
  source: 'content attribute',
  path: 'items',
  found: 'nothing',
  expected: 'a list',
  fix: 'rename "item" to "items"',
};

const MISSPELLED_LINE =
  '<guide-takeaways> content attribute, items: found nothing, expected a list. Fix: rename "item" to "items".';

describe('an element’s content', () => {
  describe('that is missing', () => {
    it('shows the fallback and logs what to write', async () => {
      const { errors, warnings } = await consoleOf(async () => {
        const element = await showTakeaways();
        expect(isFallbackSeen(element)).to.equal(true);
        expect(findAll(element, '.base')).to.deep.equal([]);
        await expectAccessible(element);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(NOTHING_LINE);
      expect(warnings).to.deep.equal([]);
    });

    // Frameworks set these while content is loading: `content={loaded && content}` may be `false`.
    for (const nothing of [null, undefined, '', false])
      it(`shows the fallback and logs no error when a framework sets the property to ${JSON.stringify(nothing)}`, async () => {
        const { errors, warnings } = await consoleOf(async () => {
          const element = await show('guide-takeaways', nothing);
          element.innerHTML = '<p class="fallback">Call us.</p>';
          await settled();
          expect(isFallbackSeen(element)).to.equal(true);
          expect(element.content).to.equal(undefined);
          await after(element, () => (element.content = contentOf('One')));
          expect(isFallbackSeen(element)).to.equal(false);
          await after(element, () => (element.content = nothing as never));
          expect(isFallbackSeen(element)).to.equal(true);
          expect(findAll(element, '.base')).to.deep.equal([]);
        });
        expect({ errors, warnings }).to.deep.equal({ errors: [], warnings: [] });
      });
  });

  describe('that is invalid', () => {
    it('shows the fallback in the page’s own style', async () => {
      await consoleOf(async () => {
        const element = await showTakeaways(`content='${MISSPELLED}'`, '<p class="fallback">Call <b>us</b>.</p>');
        expect(isFallbackSeen(element)).to.equal(true);
        expect(element.innerText).to.equal('Call us.');
        expect(textOf(element)).to.equal('');
        await expectAccessible(element);
      });
    });

    it('is logged in one line: element, source, JSON path, found, expected and fix', async () => {
      const { errors, warnings } = await consoleOf(() => showTakeaways(`content='${MISSPELLED}'`));
      expect(errors).to.deep.equal([MISSPELLED_LINE]);
      expect(warnings).to.deep.equal([]);
    });

    it('is logged with line and column when it is not JSON', async () => {
      const { errors } = await consoleOf(() => showTakeaways('', scriptOf('{\n  "items": [\n    "One" "Two"\n  ]\n}')));
      expect(errors).to.deep.equal([
        '<guide-takeaways> JSON script, line 3, column 11: found "\\"", expected "," or "]". ' +
          'Fix: put a comma before it; within a text a double quote is written \\".',
      ]);
    });

    for (const [source, make] of [
      ['content property', () => show('guide-takeaways', { items: [1] })],
      ['content property', () => show('guide-takeaways', '{"items": [1]}')],
      ['content attribute', () => showTakeaways(`content='{"items": [1]}'`)],
      ['data-content attribute', () => showTakeaways(`data-content='{"items": [1]}'`)],
      ['JSON script', () => showTakeaways('', scriptOf('{"items": [1]}'))],
    ] as const)
      it(`is logged with its source: ${source}`, async () => {
        const { errors } = await consoleOf(make);
        expect(errors).to.deep.equal([
          `<guide-takeaways> ${source}, items[0]: found 1, expected text. Fix: make it text.`,
        ]);
      });

    it('is logged with the element, so that an author can find it from the console', async () => {
      const { error } = console;
      const written: unknown[][] = [];
      console.error = (...words: unknown[]) => void written.push(words);
      const element = await showTakeaways(`content='${MISSPELLED}'`).finally(() => (console.error = error));
      expect(written).to.deep.equal([[MISSPELLED_LINE, element]]);
    });

    it('is logged once, however often the page sets it or renders', async () => {
      let element: GuideTakeaways | undefined;
      const { errors } = await consoleOf(async () => {
        element = await show('guide-takeaways', { items: 'wrong' });
        for (let time = 0; time < 3; time++) {
          await after(element, () => (element!.content = { items: 'wrong' } as never));
          await after(element, () => element!.requestUpdate());
          await after(element, () => element!.parentElement!.append(element!));
        }
      });
      expect(errors).to.have.length(1);
    });

    it('is logged again after valid content or a different error', async () => {
      const { errors } = await consoleOf(async () => {
        const element = await showTakeaways(`content='${MISSPELLED}'`);
        await after(element, () => element.setAttribute('content', '{"items": []}'));
        await after(element, () => element.setAttribute('content', jsonOf('One')));
        await after(element, () => element.setAttribute('content', MISSPELLED));
      });
      expect(errors).to.have.length(3);
      expect(errors[0]).to.equal(MISSPELLED_LINE);
      expect(errors[1]).to.include('items: found a list of 0, expected a list with at least one entry');
      expect(errors[2]).to.equal(MISSPELLED_LINE);
    });

    it('is logged by each of two elements', async () => {
      const { errors } = await consoleOf(async () => {
        await showTakeaways(`content='${MISSPELLED}'`);
        await showTakeaways(`content='${MISSPELLED}'`);
      });
      expect(errors).to.deep.equal([MISSPELLED_LINE, MISSPELLED_LINE]);
    });

    it('fires guide-error, which reaches the page from inside another shadow tree', async () => {
      let element: GuideTakeaways | undefined;
      const heard = await eventsOf('guide-error', () =>
        consoleOf(async () => {
          const host = await showHtml('<div></div>');
          const shadow = host.attachShadow({ mode: 'open' });
          shadow.innerHTML = `<guide-takeaways content='${MISSPELLED}'></guide-takeaways>`;
          element = shadow.querySelector('guide-takeaways')!;
          await element.updateComplete;
        }),
      );
      expect(heard).to.have.length(1);
      expect(heard[0]).to.be.instanceOf(GuideErrorEvent);
      expect((heard[0] as GuideErrorEvent).error).to.deep.equal(MISSPELLED_ERROR);
      expect(heard[0].bubbles).to.equal(true);
      expect(heard[0].composed).to.equal(true);
      expect(element!.content).to.equal(undefined);
    });

    it('fires guide-error with line and column when it is not JSON', async () => {
      const heard = await eventsOf('guide-error', () => consoleOf(() => showTakeaways('content="{"')));
      expect(heard).to.have.length(1);
      const { line, column, path, source } = (heard[0] as GuideErrorEvent).error;
      expect({ line, column, path, source }).to.deep.equal({
        line: 1,
        column: 2,
        path: undefined,
        source: 'content attribute',
      });
    });

    it('warns once about an unknown key and shows the rest', async () => {
      let element: GuideTakeaways | undefined;
      const { errors, warnings } = await consoleOf(async () => {
        element = await show('guide-takeaways', { titel: 'T', items: ['One'] });
      });
      expect(errors).to.deep.equal([]);
      expect(warnings).to.deep.equal(['<guide-takeaways> titel is not known: did you mean "title"?']);
      expect(itemsOf(element!)).to.deep.equal(['One']);
    });
  });
});

describe('an error message on the page', () => {
  const address = location.href;
  afterEach(() => history.replaceState(history.state, '', address));

  /** Adds a parameter to the page’s URL. */
  const setQuery = (name: string, value: string) => {
    const url = new URL(address);
    url.searchParams.set(name, value);
    history.replaceState(history.state, '', url);
  };
  const shownErrors = (element: Element) => findAll(element, '[part=error]').map((line) => line.textContent);

  it('is hidden from patients', async () => {
    await consoleOf(async () => {
      const element = await showTakeaways(`content='${MISSPELLED}'`);
      expect(shownErrors(element)).to.deep.equal([]);
      expect(find(element, 'slot').getRootNode()).to.equal(element.shadowRoot);
      expect(element.shadowRoot!.textContent.trim()).to.equal('');
    });
  });

  it('is shown above the fallback in debug mode', async () => {
    await consoleOf(async () => {
      const element = await showTakeaways(`debug content='${MISSPELLED}'`);
      expect(shownErrors(element)).to.deep.equal([MISSPELLED_LINE]);
      expect(find(element, '[part=error]').checkVisibility()).to.equal(true);
      expect(isFallbackSeen(element)).to.equal(true);
      await expectAccessible(element);
    });
  });

  it('is shown above the last valid content in debug mode', async () => {
    const element = await showTakeaways(`debug content='${jsonOf('One')}'`);
    expect(shownErrors(element)).to.deep.equal([]);
    await consoleOf(() => after(element, () => element.setAttribute('content', MISSPELLED)));
    expect(shownErrors(element)).to.deep.equal([MISSPELLED_LINE]);
    expect(itemsOf(element)).to.deep.equal(['One']);
    await expectAccessible(element);
  });

  it('appears and disappears when debug is turned on and off later', async () => {
    await consoleOf(async () => {
      const element = await showTakeaways(`content='${MISSPELLED}'`);
      await after(element, () => (element.debug = true));
      expect(shownErrors(element)).to.deep.equal([MISSPELLED_LINE]);
      await after(element, () => (element.debug = false));
      expect(shownErrors(element)).to.deep.equal([]);
    });
  });

  it('disappears after the content is fixed', async () => {
    await consoleOf(async () => {
      const element = await showTakeaways(`debug content='${MISSPELLED}'`);
      await after(element, () => element.setAttribute('content', jsonOf('One')));
      expect(shownErrors(element)).to.deep.equal([]);
    });
  });

  for (const value of ['', '1'])
    it(`is shown for every element with ?guide-debug${value && '='}${value} in the page’s URL`, async () => {
      setQuery('guide-debug', value);
      await consoleOf(async () => {
        const first = await showTakeaways(`content='${MISSPELLED}'`);
        const second = await show('guide-comparison', {});
        expect(shownErrors(first)).to.deep.equal([MISSPELLED_LINE]);
        expect(shownErrors(second)).to.deep.equal([
          '<guide-comparison> content property, options: found nothing, expected a list. Fix: add "options".',
        ]);
        await expectAccessible(first);
        await expectAccessible(second);
      });
    });

  it('is not shown with another parameter in the page’s URL', async () => {
    setQuery('guide-debugger', '1');
    await consoleOf(async () => {
      expect(shownErrors(await showTakeaways(`content='${MISSPELLED}'`))).to.deep.equal([]);
    });
  });

  it('shows HTML in the author’s text as plain text', async () => {
    await consoleOf(async () => {
      const element = await show('guide-takeaways', { items: '<img src=x>' }, { debug: '' });
      expect(shownErrors(element)[0]).to.include('found "<img src=x>"');
      expect(findAll(element, 'img')).to.deep.equal([]);
    });
  });

  it('shows warnings too', async () => {
    await consoleOf(async () => {
      const element = await show('guide-takeaways', { titel: 'T', items: ['One'] }, { debug: '' });
      expect(shownErrors(element)).to.deep.equal(['<guide-takeaways> titel is not known: did you mean "title"?']);
      expect(itemsOf(element)).to.deep.equal(['One']);
      await expectAccessible(element);
    });
  });
});

describe('an exception while rendering', () => {
  /** Throws when it renders the word "boom". */
  class GuideThrowing extends GuideElement<{ word: string }> {
    static override readonly schema = v.object({ word: text });
    protected override renderContent({ word }: { word: string }): TemplateResult {
      if (word === 'boom') throw new TypeError('boom');
      return html`<p>${word}</p>`;
    }
  }
  customElements.define('guide-throwing', GuideThrowing);
  const LINE = '<guide-throwing> content attribute: found TypeError: boom, expected no error. Fix: report it.';
  const showThrowing = (word: string) =>
    showHtml<GuideThrowing>(
      `<guide-throwing content='{"word": "${word}"}'><p class="fallback">Call us.</p></guide-throwing>`,
    );

  let rejections: unknown[] = [];
  const onRejection = (event: PromiseRejectionEvent) => void rejections.push(event.reason);
  beforeEach(() => {
    rejections = [];
    addEventListener('unhandledrejection', onRejection);
  });
  afterEach(() => removeEventListener('unhandledrejection', onRejection));

  it('shows the fallback, logs an error, and does not reach the page', async () => {
    let heard: Event[] = [];
    const { errors } = await consoleOf(async () => {
      heard = await eventsOf('guide-error', async () => {
        const element = await showThrowing('boom');
        await settled();
        expect(isFallbackSeen(element)).to.equal(true);
        expect(findAll(element, '.base')).to.deep.equal([]);
      });
    });
    expect(errors).to.deep.equal([LINE]);
    expect(heard).to.have.length(1);
    expect(rejections).to.deep.equal([]);
  });

  it('shows the fallback even after content that rendered, and renders again when fixed', async () => {
    const element = await showThrowing('fine');
    const { errors } = await consoleOf(async () => {
      element.setAttribute('content', '{"word": "boom"}');
      await settled();
    });
    expect(errors).to.deep.equal([LINE]);
    expect(isFallbackSeen(element)).to.equal(true);
    element.setAttribute('content', '{"word": "fine again"}');
    await settled();
    expect(textOf(element)).to.equal('fine again');
    expect(isFallbackSeen(element)).to.equal(false);
    expect(rejections).to.deep.equal([]);
  });

  it('does not stop the next element', async () => {
    await consoleOf(async () => {
      const box = await showHtml(
        `<div><guide-throwing content='{"word": "boom"}'></guide-throwing><guide-takeaways content='${jsonOf('One')}'></guide-takeaways></div>`,
      );
      await settled();
      expect(itemsOf(box.querySelector('guide-takeaways')!)).to.deep.equal(['One']);
    });
    expect(rejections).to.deep.equal([]);
  });
});
