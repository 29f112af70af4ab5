import { expect } from '@open-wc/testing';
import { type TemplateResult, html } from 'lit';
import * as v from 'valibot';
import { GuideErrorEvent, GuideReadyEvent } from '../../src/base/events.js';
import { GuideElement } from '../../src/base/guide-element.js';
import { text } from '../../src/content/validators.js';
import type { GuideTakeaways } from '../../src/elements/guide-takeaways/guide-takeaways.js';
import { consoleOf, expectAccessible, find, findAll, settled, show, showHtml, textOf } from '../helpers.js';

const contentOf = (...items: string[]) => ({ title: 'T', items });
const jsonOf = (...items: string[]) => JSON.stringify(contentOf(...items));
const itemsOf = (element: Element) => findAll(element, '.base li').map((item) => item.textContent.trim());

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

const NOTHING_LINE =
  /^<guide-takeaways> content: found nothing, expected an object \{ title\?, items \}\. Fix: .*attribute content.*data-content/;

/** Whether a visitor sees the element’s children: they are slotted and rendered. */
function isFallbackSeen(element: Element): boolean {
  const child = element.querySelector('.fallback');
  if (!child) throw new Error('the fixture has no fallback');
  return !!child.assignedSlot && child.checkVisibility() && child.getBoundingClientRect().height > 0;
}

/** Shows `<guide-takeaways>` with the given attributes and a fallback child. */
const showTakeaways = (attributes = '', children = '<p class="fallback">Call us.</p>') =>
  showHtml<GuideTakeaways>(`<guide-takeaways ${attributes}>${children}</guide-takeaways>`);

const scriptOf = (json: string) => `<script type="application/json">${json}</script>`;

/** Makes a change and waits until it has rendered. */
async function after(element: GuideTakeaways, change: () => unknown): Promise<void> {
  change();
  await settled();
  await element.updateComplete;
}

/** Collects the events of this type that reach the page while `action` runs. */
async function eventsOf(type: 'guide-ready' | 'guide-error', action: () => unknown): Promise<Event[]> {
  const heard: Event[] = [];
  const hear = (event: Event) => void heard.push(event);
  document.addEventListener(type, hear);
  try {
    await action();
  } finally {
    document.removeEventListener(type, hear);
  }
  return heard;
}

describe('an element’s content', () => {
  describe('comes from', () => {
    it('its property, as an object', async () => {
      expect(itemsOf(await show('guide-takeaways', contentOf('One', 'Two')))).to.deep.equal(['One', 'Two']);
    });

    it('its property, as JSON text', async () => {
      expect(itemsOf(await show('guide-takeaways', jsonOf('One', 'Two')))).to.deep.equal(['One', 'Two']);
    });

    it('its content attribute', async () => {
      expect(itemsOf(await showTakeaways(`content='${jsonOf('One')}'`))).to.deep.equal(['One']);
    });

    it('its data-content attribute', async () => {
      expect(itemsOf(await showTakeaways(`data-content='${jsonOf('One')}'`))).to.deep.equal(['One']);
    });

    it('its data-content attribute in base64, which CMS filters leave alone', async () => {
      const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(jsonOf('¿Sí? 🙋'))));
      expect(itemsOf(await showTakeaways(`data-content="${base64}"`))).to.deep.equal(['¿Sí? 🙋']);
    });

    it('its data-content attribute, percent-encoded', async () => {
      const encoded = encodeURIComponent(jsonOf('¿Sí? 100%'));
      expect(itemsOf(await showTakeaways(`data-content="${encoded}"`))).to.deep.equal(['¿Sí? 100%']);
    });

    it('a JSON script inside it', async () => {
      expect(itemsOf(await showTakeaways('', scriptOf(jsonOf('One'))))).to.deep.equal(['One']);
    });

    it('the first source present: property, content, data-content, script', async () => {
      const element = await showTakeaways(
        `content='${jsonOf('attribute')}' data-content='${jsonOf('data attribute')}'`,
        scriptOf(jsonOf('script')),
      );
      expect(itemsOf(element)).to.deep.equal(['attribute']);
      await after(element, () => (element.content = contentOf('property')));
      expect(itemsOf(element)).to.deep.equal(['property']);
      await after(element, () => (element.content = undefined));
      expect(itemsOf(element)).to.deep.equal(['attribute']);
      await after(element, () => element.removeAttribute('content'));
      expect(itemsOf(element)).to.deep.equal(['data attribute']);
      await after(element, () => element.removeAttribute('data-content'));
      expect(itemsOf(element)).to.deep.equal(['script']);
    });

    it('the first source present even if it is invalid, so that the author finds out', async () => {
      const { errors } = await consoleOf(async () => {
        const element = await showTakeaways(`content="" data-content='${jsonOf('One')}'`);
        expect(itemsOf(element)).to.deep.equal([]);
        expect(isFallbackSeen(element)).to.equal(true);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('content attribute, line 1, column 1: found the end, expected a value');
    });

    it('the first of two JSON scripts, ignoring other scripts', async () => {
      const markup = `<script type="text/plain">no</script>${scriptOf(jsonOf('first'))}${scriptOf(jsonOf('second'))}`;
      expect(itemsOf(await showTakeaways('', markup))).to.deep.equal(['first']);
    });

    it('its direct children only', async () => {
      const { errors } = await consoleOf(async () => {
        const element = await showTakeaways('', `<div class="fallback">Call us. ${scriptOf(jsonOf('deep'))}</div>`);
        expect(isFallbackSeen(element)).to.equal(true);
      });
      expect(errors).to.have.length(1);
    });

    it('a script among stray <p> and <br> elements from an editor, which are not shown', async () => {
      const element = await showTakeaways('', `<br><p class="fallback"></p>${scriptOf(jsonOf('One'))}<br>`);
      expect(itemsOf(element)).to.deep.equal(['One']);
      expect(isFallbackSeen(element)).to.equal(false);
      await expectAccessible(element);
    });

    it('anything but stray <p> and <br> children, which are a fallback and not an error', async () => {
      const element = await showTakeaways(
        `content='${jsonOf('One')}'`,
        '<p class="fallback">{"items": ["Two"]}</p><br>',
      );
      expect(itemsOf(element)).to.deep.equal(['One']);
      expect(isFallbackSeen(element)).to.equal(false);
    });

    it('its property, which returns a validated copy', async () => {
      const given = contentOf('One');
      const element = await show('guide-takeaways', given);
      expect(element.content).to.deep.equal(given);
      expect(element.content).not.to.equal(given);
    });
  });

  describe('set before the element is upgraded', () => {
    it('is used when the page’s script runs first', async () => {
      const page = new DOMParser().parseFromString('<guide-takeaways></guide-takeaways>', 'text/html');
      const early = page.querySelector('guide-takeaways')!;
      expect(early).not.to.be.instanceOf(GuideElement);
      Object.assign(early, { content: contentOf('Early') });
      const box = await showHtml('<div></div>');
      box.append(early);
      await early.updateComplete;
      expect(early).to.be.instanceOf(GuideElement);
      expect(itemsOf(early)).to.deep.equal(['Early']);
      await after(early, () => (early.content = contentOf('Late')));
      expect(itemsOf(early)).to.deep.equal(['Late']);
    });

    it('is used in a cloned template, along with other properties, and takes precedence over the attribute', async () => {
      const template = document.createElement('template');
      template.innerHTML = `<guide-takeaways content='${jsonOf('Attribute')}'></guide-takeaways>`;
      const early = template.content.cloneNode(true).firstChild as GuideTakeaways;
      Object.assign(early, { content: jsonOf('Early'), headingLevel: 5 });
      const box = await showHtml('<div></div>');
      box.append(early);
      await early.updateComplete;
      expect(itemsOf(early)).to.deep.equal(['Early']);
      expect(find(early, 'h5').textContent).to.equal('T');
    });

    it('is used when the tag is defined later', async () => {
      class GuideLate extends GuideElement<{ word: string }> {
        static override readonly schema = v.object({ word: text });
        protected override renderContent({ word }: { word: string }): TemplateResult {
          return html`<p>${word}</p>`;
        }
      }
      const box = await showHtml('<div><guide-late></guide-late></div>');
      const early = box.firstElementChild as GuideLate;
      early.content = { word: 'Early' };
      expect(Object.hasOwn(early, 'content')).to.equal(true);
      customElements.define('guide-late', GuideLate);
      await early.updateComplete;
      expect(Object.hasOwn(early, 'content')).to.equal(false);
      expect(textOf(early)).to.equal('Early');
    });
  });

  describe('changed at any time', () => {
    it('updates from either attribute', async () => {
      for (const attribute of ['content', 'data-content']) {
        const element = await showTakeaways(`${attribute}='${jsonOf('One')}'`);
        await after(element, () => element.setAttribute(attribute, jsonOf('Two', 'Three')));
        expect(itemsOf(element)).to.deep.equal(['Two', 'Three']);
      }
    });

    it('updates for a new object, or the same object with new values', async () => {
      const content = contentOf('One');
      const element = await show('guide-takeaways', content);
      await after(element, () => (element.content = contentOf('Two')));
      expect(itemsOf(element)).to.deep.equal(['Two']);
      content.items.push('Three');
      await after(element, () => (element.content = content));
      expect(itemsOf(element)).to.deep.equal(['One', 'Three']);
    });

    it('ignores changes that the page makes to an object it already passed', async () => {
      const content = contentOf('One');
      const element = await show('guide-takeaways', content);
      content.items[0] = 'Changed';
      await after(element, () => element.requestUpdate());
      expect(itemsOf(element)).to.deep.equal(['One']);
    });

    it('updates when the script’s text changes, or the script is replaced', async () => {
      const element = await showTakeaways('', scriptOf(jsonOf('One')));
      await after(element, () => (element.querySelector('script')!.textContent = jsonOf('Two')));
      expect(itemsOf(element)).to.deep.equal(['Two']);
      await after(element, () => {
        (element.querySelector('script')!.firstChild as Text).data = jsonOf('Three');
      });
      expect(itemsOf(element)).to.deep.equal(['Three']);
      const other = document.createElement('script');
      Object.assign(other, { type: 'application/json', textContent: jsonOf('Four') });
      await after(element, () => element.replaceChildren(other));
      expect(itemsOf(element)).to.deep.equal(['Four']);
    });

    it('updates when the script is added later', async () => {
      const { errors } = await consoleOf(() => showTakeaways());
      expect(errors).to.have.length(1);
      const element = document.querySelector('guide-takeaways')!;
      await after(element, () => element.insertAdjacentHTML('beforeend', scriptOf(jsonOf('One'))));
      expect(itemsOf(element)).to.deep.equal(['One']);
      expect(isFallbackSeen(element)).to.equal(false);
    });

    it('updates after the element was moved, or changed while detached', async () => {
      const element = await showTakeaways('', `<p class="fallback">Call us.</p>${scriptOf(jsonOf('One'))}`);
      const parent = element.parentElement!;
      element.remove();
      element.querySelector('script')!.textContent = jsonOf('Two');
      await after(element, () => parent.append(element));
      expect(itemsOf(element)).to.deep.equal(['Two']);
      await after(element, () => (element.querySelector('script')!.textContent = jsonOf('Three')));
      expect(itemsOf(element)).to.deep.equal(['Three']);
    });

    for (const [name, change] of [
      ['not JSON', '{"items": ["Two"'],
      ['of the wrong type', '{"items": "Two"}'],
      ['empty', ''],
      ['of another element', '{"text": "Two"}'],
    ] as const)
      it(`keeps the last valid content and logs an error when it is ${name}`, async () => {
        const element = await showTakeaways(`content='${jsonOf('One')}'`);
        const { errors } = await consoleOf(() => after(element, () => element.setAttribute('content', change)));
        expect(errors).to.have.length(1);
        expect(itemsOf(element)).to.deep.equal(['One']);
        expect(isFallbackSeen(element)).to.equal(false);
        expect(element.content).to.deep.equal(contentOf('One'));
        await expectAccessible(element);
      });

    it('keeps the last valid content and logs an error when the only source is removed', async () => {
      const element = await showTakeaways(`content='${jsonOf('One')}'`);
      const { errors } = await consoleOf(() => after(element, () => element.removeAttribute('content')));
      expect(itemsOf(element)).to.deep.equal(['One']);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(NOTHING_LINE);
    });

    it('renders once it is fixed', async () => {
      let element: GuideTakeaways | undefined;
      await consoleOf(async () => (element = await showTakeaways('content="{"')));
      await after(element!, () => element!.setAttribute('content', jsonOf('Right')));
      expect(itemsOf(element!)).to.deep.equal(['Right']);
      expect(isFallbackSeen(element!)).to.equal(false);
    });
  });

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

  describe('that is valid', () => {
    it('logs nothing', async () => {
      const written = await consoleOf(async () => {
        await show('guide-takeaways', contentOf('One'));
        await showTakeaways(`content='${jsonOf('One')}'`);
        await showTakeaways('', scriptOf(jsonOf('One')));
      });
      expect(written).to.deep.equal({ errors: [], warnings: [] });
    });

    it('replaces the fallback, visibly and for screen readers', async () => {
      const element = await showTakeaways(`content='${jsonOf('One')}'`);
      expect(isFallbackSeen(element)).to.equal(false);
      expect(element.innerText.trim()).not.to.include('Call us');
      await expectAccessible(element);
    });

    it('fires guide-ready once, after it is shown', async () => {
      let shown: string[] | undefined;
      const look = (event: Event) => (shown = itemsOf(event.target as Element));
      document.addEventListener('guide-ready', look);
      const heard = await eventsOf('guide-ready', async () => {
        const element = await showTakeaways(`content='${jsonOf('One')}'`);
        await after(element, () => element.setAttribute('content', jsonOf('Two')));
        await after(element, () => element.parentElement!.append(element));
        await after(element, () => (element.content = undefined));
        await after(element, () => (element.content = contentOf('Three')));
      }).finally(() => document.removeEventListener('guide-ready', look));
      expect(heard).to.have.length(1);
      expect(heard[0]).to.be.instanceOf(GuideReadyEvent);
      expect(heard[0].bubbles).to.equal(true);
      expect(heard[0].composed).to.equal(true);
      expect(shown).to.deep.equal(['One']);
    });

    it('fires guide-ready only after it arrives', async () => {
      let element: GuideTakeaways | undefined;
      const early = await eventsOf('guide-ready', () =>
        consoleOf(async () => (element = await showTakeaways('content="{"'))),
      );
      expect(early).to.deep.equal([]);
      const late = await eventsOf('guide-ready', () =>
        after(element!, () => element!.setAttribute('content', jsonOf('One'))),
      );
      expect(late).to.have.length(1);
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

describe('an element’s heading', () => {
  for (const level of [1, 2, 3, 4, 5, 6])
    it(`is at level ${level} with heading-level="${level}"`, async () => {
      const element = await showTakeaways(`heading-level="${level}" content='${jsonOf('One')}'`);
      await expectAccessible(element);
      expect(findAll(element, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)).to.deep.equal([`h${level}`]);
    });

  for (const [value, name] of [
    ['0', 'h2'],
    ['-1', 'h2'],
    ['9', 'h6'],
    ['', 'h2'],
    ['two', 'h2'],
    ['3.7', 'h3'],
  ])
    it(`is ${name} with heading-level="${value}"`, async () => {
      const element = await showTakeaways(`heading-level="${value}" content='${jsonOf('One')}'`);
      expect(findAll(element, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)).to.deep.equal([name]);
    });

  it('is at level 2 by default, and follows the attribute and the property', async () => {
    const element = await showTakeaways(`content='${jsonOf('One')}'`);
    expect(findAll(element, 'h2')).to.have.length(1);
    await after(element, () => element.setAttribute('heading-level', '4'));
    expect(findAll(element, 'h2')).to.have.length(0);
    expect(findAll(element, 'h4')).to.have.length(1);
    await after(element, () => (element.headingLevel = 3));
    expect(findAll(element, 'h3')).to.have.length(1);
  });
});

describe('content that the browser is still parsing', () => {
  /** A page with the kit loaded that receives its HTML as the test writes it. */
  async function openSlowPage(): Promise<{ page: Document; written: string[] }> {
    const frame = (await showHtml<HTMLIFrameElement>('<iframe></iframe>')) as HTMLIFrameElement & {
      contentWindow: Window & typeof globalThis;
    };
    const written: string[] = [];
    const page = frame.contentDocument!;
    page.open();
    page.write('<!doctype html><html lang="en"><body>');
    const { console, customElements } = frame.contentWindow;
    console.error = console.warn = (line: string) => void written.push(line);
    const script = page.createElement('script');
    Object.assign(script, {
      type: 'module',
      textContent: `import { register } from '/src/entries/register.ts'; register();`,
    });
    page.body.append(script);
    await customElements.whenDefined('guide-takeaways');
    return { page, written };
  }

  const isUpgraded = (page: Document) => !!page.querySelector('guide-takeaways')?.shadowRoot;

  it('logs no error when a JSON script arrives in two pieces, and renders when it is complete', async () => {
    const { page, written } = await openSlowPage();
    page.write('<guide-takeaways><p class="fallback">Call us.</p><script type="application/json">{"items": ["On');
    await settled();
    expect(page.readyState).to.equal('loading');
    expect(isUpgraded(page)).to.equal(true);
    expect(page.querySelector('guide-takeaways script')!.textContent).to.equal('{"items": ["On');
    expect(isFallbackSeen(page.querySelector('guide-takeaways')!)).to.equal(true);
    page.write('e", "Two"]}</script></guide-takeaways>');
    await settled();
    page.close();
    await settled();
    expect(itemsOf(page.querySelector('guide-takeaways')!)).to.deep.equal(['One', 'Two']);
    expect(written).to.deep.equal([]);
  });

  it('logs no error when the JSON script has not arrived yet', async () => {
    const { page, written } = await openSlowPage();
    page.write('<guide-takeaways><p class="fallback">Call us.</p>');
    await settled();
    expect(isUpgraded(page)).to.equal(true);
    page.write(`${scriptOf(jsonOf('One'))}</guide-takeaways>`);
    page.close();
    await settled();
    expect(itemsOf(page.querySelector('guide-takeaways')!)).to.deep.equal(['One']);
    expect(written).to.deep.equal([]);
  });

  it('logs an error if it is still invalid when the page has loaded', async () => {
    const { page, written } = await openSlowPage();
    page.write('<guide-takeaways><p class="fallback">Call us.</p><script type="application/json">{"items": ["On');
    page.write('</script></guide-takeaways>');
    await settled();
    expect(written).to.deep.equal([]);
    page.close();
    await settled();
    expect(written).to.have.length(1);
    expect(written[0]).to.include('<guide-takeaways> JSON script, line 1, column 15: found the end');
    expect(isFallbackSeen(page.querySelector('guide-takeaways')!)).to.equal(true);
  });
});
