import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/core/guide-element.js';
import { type Tag, edges, guideParts, guides, tags } from './examples.js';
import { consoleOf, find, findAll, settled, showHtml, textOf } from './helpers.js';

type Shown = GuideElement<object>;

const examples = [...guides, ...guideParts, ...edges];
/** Real content for each element, one without attributes of its own. */
const contentOf = (tag: Tag): object =>
  examples.find(({ element, attributes }) => element === tag && !attributes)!.content;

const make = (tag: Tag): Shown => document.createElement(tag);

/** All tasks that are due have run, rendering of parts within parts too. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

/** The element in a place of its own in the page, rendered. */
async function place(element: Element): Promise<HTMLElement> {
  const box = await showHtml('<div></div>');
  box.append(element);
  await settled();
  return box;
}

async function showOne(tag: Tag): Promise<Shown> {
  const element = make(tag);
  element.content = contentOf(tag);
  await place(element);
  return element;
}

/** The attribute comes as WordPress keeps it: between double quotes, escaped. */
const markupOf = (tag: Tag): string => {
  const element = document.createElement('div');
  element.setAttribute('content', JSON.stringify(contentOf(tag)));
  return element.outerHTML.replace('<div', `<${tag}`).replace('</div', `<p class="fallback">Call us.</p></${tag}`);
};

/** The elements in the shadow tree, and in those below it. */
const within = <Type extends Element = HTMLElement>(element: Element, selector: string): Type[] =>
  [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((inner) => [
    ...(inner.matches(selector) ? [inner as Type] : []),
    ...within<Type>(inner, selector),
  ]);

/** All that is shown, and in which state: without Lit's marks, and without what depends on where the page is scrolled to. */
function stateOf(element: Element): string {
  const trees = [element, ...within(element, '*')].flatMap(({ shadowRoot }) => shadowRoot?.innerHTML ?? []);
  const fields = within<HTMLInputElement>(element, 'input, textarea').map(({ checked, value }) => [checked, value]);
  return `${trees.join('\n').replace(/<!--.*?-->| aria-current="true"/gs, '')} ${JSON.stringify(fields)}`;
}

/** Opens, ticks and writes whatever there is to open, tick and write on. */
async function use(element: Element): Promise<void> {
  for (const button of within(element, '.question, [type=checkbox]')) button.click();
  for (const field of within<HTMLTextAreaElement>(element, 'textarea, .own input')) {
    field.value = `Ask about ${field.ariaLabel}`;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  for (const button of within(element, '.own button')) button.click();
  for (const field of within(element, '.own input')) field.blur();
  await turn();
}

/** What is written to the console. Errors that nobody catches fail the test by themselves. */
async function linesOf(action: () => unknown): Promise<string[]> {
  const { errors, warnings } = await consoleOf(action);
  return [...errors, ...warnings];
}

type Page = Window & typeof globalThis;

/** A document of its own, as large as this one. */
async function openFrame(body = ''): Promise<HTMLIFrameElement & { contentDocument: Document; contentWindow: Page }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><body>${body}`;
  frame.style.cssText = `width: ${innerWidth}px; height: ${innerHeight}px; border: 0`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  return frame as Awaited<ReturnType<typeof openFrame>>;
}

async function addScript(page: Document): Promise<void> {
  const script = page.createElement('script');
  script.src = '/dist/patient-guide.js';
  const loaded = new Promise((done) => script.addEventListener('load', done));
  page.head.append(script);
  await loaded;
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]));
}

describe('an element is the same, whatever comes first:', () => {
  const PROPERTIES: Partial<Record<Tag, object>> = {
    'guide-faq': { single: true },
    'guide-section': { item: 'none' },
    'guide-statistic': { item: 'none' },
    'guide-note': { redFlags: true },
    'guide-cta': { forwardParams: 'utm_*' },
    'patient-guide': { structuredData: true },
  };
  const ATTRIBUTES: Partial<Record<Tag, Record<string, string>>> = { 'guide-faq': { share: '' } };

  const run = async (tag: Tag, order: readonly ('properties' | 'attributes' | 'upgrade' | 'insert')[]) => {
    const box = await showHtml('<div></div>');
    const template = document.createElement('template');
    template.innerHTML = `<${tag}></${tag}>`;
    const element = template.content.firstElementChild as Shown;
    const attributes = { 'heading-level': '4', lang: 'es', 'data-content': 'not looked at', ...ATTRIBUTES[tag] };
    const steps = {
      properties: () => Object.assign(element, { content: contentOf(tag), debug: true, ...PROPERTIES[tag] }),
      attributes: () => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value)),
      upgrade: () => customElements.upgrade(element.isConnected ? element : document.adoptNode(element)),
      insert: () => box.append(element),
    };
    const lines = await linesOf(async () => {
      for (const step of order) {
        steps[step]();
        await turn();
      }
      await settled();
    });
    return { element, lines: lines.filter((line) => !line.includes('not looked at')) };
  };

  for (const tag of tags)
    it(`<${tag}>, its properties, attributes, upgrade and place in the page in 24 orders`, async () => {
      const orders = permutations(['properties', 'attributes', 'upgrade', 'insert'] as const);
      const states = new Map<string, string>();
      for (const order of orders) {
        const { element } = await run(tag, order);
        states.set(order.join(), stateOf(element));
        expect(element.debug, order.join()).to.equal(true);
        expect(textOf(element), order.join()).not.to.equal('');
        element.remove();
      }
      for (const [order, state] of states) expect(state, order).to.equal([...states.values()][0]);
      expect(states.size).to.equal(24);
    });

  for (const tag of tags)
    it(`<${tag}>, whose content is set again before it has been shown for the first time`, async () => {
      const template = document.createElement('template');
      template.innerHTML = `<${tag}></${tag}>`;
      for (const isInPage of [true, false]) {
        const element = template.content.firstElementChild!.cloneNode(true) as Shown;
        element.content = edges[0].content;
        const box = await showHtml('<div></div>');
        if (isInPage) box.append(element);
        else customElements.upgrade(document.adoptNode(element));
        element.content = contentOf(tag);
        const lines = await linesOf(async () => {
          box.append(element);
          await turn();
        });
        expect(lines).to.deep.equal([]);
        expect(stateOf(element)).to.equal(stateOf(await showOne(tag)));
      }
    });
});

describe('an element that is moved', () => {
  const ways: Record<string, (element: Element, to: Element) => void> = {
    append: (element, to) => to.append(element),
    insertBefore: (element, to) => to.insertBefore(element, to.firstChild),
    replaceWith: (element, to) => to.firstChild!.replaceWith(element),
    'moveBefore, where there is one': (element, to) => moveBefore(element, to),
  };

  for (const tag of tags)
    it(`keeps what is shown, open, ticked and written: <${tag}>`, async () => {
      const element = await showOne(tag);
      const untouched = stateOf(element);
      await use(element);
      const state = stateOf(element);
      const isToBeUsed = /^(?:patient-guide|guide-(?:faq|matcher|checklist))$/.test(tag);
      expect(state === untouched).to.equal(!isToBeUsed);
      for (const [way, move] of Object.entries(ways)) {
        const to = await showHtml('<div><p>Before</p></div>');
        const lines = await linesOf(async () => {
          move(element, to);
          await settled();
        });
        expect(element.parentElement).to.equal(to);
        expect(stateOf(element), way).to.equal(state);
        expect(lines, way).to.deep.equal([]);
      }
    });

  const canKeep = 'moveBefore' in Element.prototype;

  it('keeps the focus where the browser can move it so', async () => {
    const element = await showOne('guide-checklist');
    const to = await showHtml('<div></div>');
    const field = find(element, 'textarea');
    field.focus();
    moveBefore(element, to);
    await settled();
    expect(element.shadowRoot!.activeElement === field).to.equal(canKeep);
    expect(field.isConnected).to.equal(true);
  });

  it('keeps how far it was scrolled where the browser can move it so', async () => {
    const wide = edges.find(({ name }) => name === 'Five options')!.content;
    const element = make('guide-comparison');
    element.content = wide;
    const box = await place(element);
    const to = await showHtml('<div></div>');
    box.style.inlineSize = to.style.inlineSize = '700px';
    await settled();
    const panel = find(element, '[part=panel]');
    expect(panel.tabIndex).to.equal(0);
    panel.scrollLeft = 50;
    moveBefore(element, to);
    await settled();
    expect(find(element, '[part=panel]')).to.equal(panel);
    expect(panel.tabIndex).to.equal(0);
    expect(panel.scrollLeft === 50).to.equal(canKeep);
  });

  function moveBefore(element: Element, to: Element): void {
    if (canKeep) (to as Element & { moveBefore(node: Node, child: Node | null): void }).moveBefore(element, null);
    else to.insertBefore(element, null);
  }
});

describe('a copy of an element', () => {
  for (const tag of tags) {
    const expectSame = async (copy: Element | null, element: Element) => {
      const box = await showHtml('<div></div>');
      const lines = await linesOf(async () => {
        box.append(copy!);
        await settled();
      });
      expect(lines).to.deep.equal([]);
      expect(stateOf(copy!)).to.equal(stateOf(element));
      expect(copy!.textContent).to.equal('Call us.');
      box.remove();
    };

    it(`shows the same, by cloneNode, importNode, innerHTML, a template and a parsed document: <${tag}>`, async () => {
      const box = await showHtml(`<div>${markupOf(tag)}</div>`);
      await settled();
      const element = box.firstElementChild!;
      expect(textOf(element)).not.to.equal('');
      await expectSame(element.cloneNode(true) as Element, element);
      await expectSame(document.importNode(element, true), element);
      const round = document.createElement('div');
      round.innerHTML = element.outerHTML;
      await expectSame(round.firstElementChild, element);
      const template = document.createElement('template');
      template.innerHTML = element.outerHTML;
      await expectSame(template.content.cloneNode(true).firstChild as Element, element);
      await expectSame(document.importNode(template.content, true).firstElementChild, element);
      await expectSame(template.content.firstElementChild, element);
      const parsed = new DOMParser().parseFromString(element.outerHTML, 'text/html');
      expect(parsed.body.firstElementChild!.shadowRoot).to.equal(null);
      await expectSame(document.importNode(parsed.body.firstElementChild!, true), element);
      await expectSame(parsed.body.firstElementChild, element);
    });

    it(`has its own markup alone: content given by property has to be given to it too: <${tag}>`, async () => {
      const element = await showOne(tag);
      const copy = element.cloneNode(true) as Shown;
      const lines = await linesOf(() => place(copy));
      const isWithout = /^guide-(?:contents|disclaimer)$/.test(tag);
      expect(lines).to.have.length(isWithout || tag === 'guide-contents' ? lines.length : 1);
      expect(stateOf(copy)).not.to.equal(stateOf(element));
      copy.content = element.content;
      await settled();
      expect(stateOf(copy)).to.equal(stateOf(element));
    });
  }

  it('does not share what a reader does with it', async () => {
    const element = await showOne('guide-checklist');
    await use(element);
    const copy = element.cloneNode(true) as Shown;
    copy.content = element.content;
    await place(copy);
    expect(findAll<HTMLInputElement>(copy, ':checked').length).to.equal(0);
    expect(
      findAll<HTMLTextAreaElement>(copy, 'textarea')
        .map(({ value }) => value)
        .join(''),
    ).to.equal('');
  });
});

describe('an element in another document', () => {
  /** The computed style of everything in it. */
  const lookOf = (element: Element): string[] =>
    within(element, '*').map((inner) => {
      const style = inner.ownerDocument.defaultView!.getComputedStyle(inner);
      // Where something hidden lies depends on the page around.
      const names = [...style].filter((name) => !/^(?:inset|top$|right$|bottom$|left$)/.test(name));
      return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
    });
  const widen = (box: HTMLElement): void => box.setAttribute('style', 'width: 700px; font: 16px serif');

  for (const tag of tags)
    it(`looks the same there, and when it is back: <${tag}>`, async () => {
      const { contentDocument } = await openFrame('<div></div>');
      const element = await showOne(tag);
      const box = element.parentElement!;
      const there = contentDocument.querySelector('div')!;
      [box, there].forEach(widen);
      await settled();
      await use(element);
      const [look, state] = [lookOf(element), stateOf(element)];
      const lines = await linesOf(async () => {
        for (const to of [there, box, there]) {
          to.append(element);
          await settled();
          expect(element.ownerDocument).to.equal(to.ownerDocument);
          expect(stateOf(element)).to.equal(state);
          expect(lookOf(element)).to.deep.equal(look);
        }
      });
      expect(lines).to.deep.equal([]);
    });

  for (const tag of tags)
    it(`looks the same when it was made here, and is inserted there first: <${tag}>`, async () => {
      const { contentDocument } = await openFrame('<div></div>');
      const model = await showOne(tag);
      const there = contentDocument.querySelector('div')!;
      [model.parentElement!, there].forEach(widen);
      await settled();
      const element = make(tag);
      element.content = contentOf(tag);
      there.append(element);
      await settled();
      expect(stateOf(element)).to.equal(stateOf(model));
      expect(lookOf(element)).to.deep.equal(lookOf(model));
    });

  for (const tag of tags)
    it(`that no window shows throws nothing, and looks the same when it is back: <${tag}>`, async () => {
      const element = await showOne(tag);
      widen(element.parentElement!);
      await settled();
      const [look, state] = [lookOf(element), stateOf(element)];
      const box = element.parentElement!;
      const other = document.implementation.createHTMLDocument();
      const lines = await linesOf(async () => {
        other.body.append(element);
        element.lang = 'en';
        await settled();
        box.append(element);
        element.removeAttribute('lang');
        await settled();
        const fresh = make(tag);
        fresh.content = contentOf(tag);
        other.body.append(fresh);
        await settled();
        box.replaceChildren(fresh);
        await settled();
        expect(lookOf(fresh)).to.deep.equal(look);
      });
      box.replaceChildren(element);
      await settled();
      expect(stateOf(element)).to.equal(state);
      expect(lookOf(element)).to.deep.equal(look);
      expect(lines).to.deep.equal([]);
    });

  it('takes its room at the window’s edge along', async () => {
    const { contentDocument, contentWindow } = await openFrame();
    const element = make('guide-disclaimer');
    element.content = { placement: 'bottom' };
    const box = await place(element);
    const room = (page: Window) => parseFloat(page.getComputedStyle(page.document.documentElement).paddingBottom);
    const height = room(window);
    expect(height).to.be.greaterThan(20);
    contentDocument.body.append(element);
    await settled();
    expect([room(window), room(contentWindow)]).to.deep.equal([0, height]);
    box.append(element);
    await settled();
    expect([room(window), room(contentWindow)]).to.deep.equal([height, 0]);
    element.remove();
    expect([room(window), room(contentWindow)]).to.deep.equal([0, 0]);
  });
});
