import { expect, waitUntil } from '@open-wc/testing';
import { type TemplateResult, html } from 'lit';
import * as v from 'valibot';
import { GuideElement } from '../../src/base/guide-element.js';
import { text } from '../../src/content/validators.js';
import type { GuideTakeaways } from '../../src/elements/guide-takeaways/guide-takeaways.js';
import { consoleOf, expectAccessible, find, settled, show, showHtml, textOf } from '../helpers.js';
import {
  after,
  itemsOf,
  isFallbackSeen,
  scriptOf,
  jsonOf,
  contentOf,
  showTakeaways,
  NOTHING_LINE,
} from './guide-element.helpers.js';

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
    await waitUntil(() => written.length, 'nothing was logged', { timeout: 10_000 });
    expect(written).to.have.length(1);
    expect(written[0]).to.include('<guide-takeaways> JSON script, line 1, column 15: found the end');
    expect(isFallbackSeen(page.querySelector('guide-takeaways')!)).to.equal(true);
  });
});
