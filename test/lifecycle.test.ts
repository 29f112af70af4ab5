import { expect } from '@open-wc/testing';
import { type Tag, edges, tags } from './examples.js';
import { find, findAll, settled, showHtml, textOf } from './helpers.js';
import { Ledger } from './ledger.js';
import {
  contentOf,
  examples,
  linesOf,
  make,
  markupOf,
  place,
  showOne,
  type Shown,
  stateOf,
  turn,
  use,
  within,
} from './lives.js';

type Page = Window & typeof globalThis;

/** Opens a separate document as large as this one. */
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

describe('an element is the same in any order of setup:', () => {
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
    });
    return { element, lines: lines.filter((line) => !line.includes('not looked at')) };
  };

  for (const tag of tags)
    it(`<${tag}>, with properties, attributes, upgrade and insertion in all 24 orders`, async () => {
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
    it(`<${tag}>, with content set again before the first render`, async () => {
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
    'moveBefore, if supported': (element, to) => moveBefore(element, to),
  };

  for (const tag of tags)
    it(`keeps what is shown, open, checked and typed: <${tag}>`, async () => {
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

  /** Whether the browser keeps the focus and scroll position of a custom element that does nothing. */
  const keptOfBare = async (): Promise<{ focus: boolean; scroll: boolean }> => {
    if (!customElements.get('bare-element')) customElements.define('bare-element', class extends HTMLElement {});
    const [bare, to] = [document.createElement('bare-element'), await showHtml('<div></div>')];
    const root = bare.attachShadow({ mode: 'open' });
    root.innerHTML = '<div tabindex="0" style="width: 100px; overflow: auto"><p style="width: 999px">Wide</p></div>';
    await place(bare);
    const panel = root.querySelector('div')!;
    panel.focus();
    panel.scrollLeft = 50;
    moveBefore(bare, to);
    await settled();
    return { focus: root.activeElement === panel, scroll: panel.scrollLeft === 50 };
  };

  it('keeps the focus if the browser does', async () => {
    const element = await showOne('guide-cta');
    const to = await showHtml('<div></div>');
    const link = find(element, 'a');
    link.focus();
    moveBefore(element, to);
    await settled();
    expect(element.shadowRoot!.activeElement === link).to.equal((await keptOfBare()).focus);
    expect(link.isConnected).to.equal(true);
  });

  it('keeps its scroll position if the browser does', async () => {
    const element = make('guide-comparison');
    element.content = edges.find(({ name }) => name === 'Five options')!.content;
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
    expect(panel.scrollLeft === 50).to.equal((await keptOfBare()).scroll);
  });

  function moveBefore(element: Element, to: Element): void {
    type Parent = Record<'moveBefore', (node: Node, child: Node | null) => void>;
    if ('moveBefore' in Element.prototype) (to as unknown as Parent).moveBefore(element, null);
    else to.append(element);
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

    it(`shows the same with cloneNode, importNode, innerHTML, a template or a parsed document: <${tag}>`, async () => {
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

    it(`copies only the markup, so content set by property must be set again: <${tag}>`, async () => {
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

  it('does not share the reader’s input', async () => {
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
  const LOOK =
    'display width height margin-top margin-bottom padding-left padding-right border-top-width border-bottom-width ' +
    'border-top-color border-top-left-radius color background-color font-family font-size font-weight line-height ' +
    'text-decoration-line text-decoration-color list-style-type column-gap cursor accent-color max-width fill';

  /** How everything in it looks, except for the current entry, which depends on the scroll position. */
  const lookOf = (element: Element): string[] =>
    within(element, ':not(nav a)').map((inner) => {
      const style = inner.ownerDocument.defaultView!.getComputedStyle(inner);
      const values = LOOK.split(' ').map((name) => style.getPropertyValue(name));
      // WebKit serializes the rules of a copied style sheet with fewer digits.
      return `${inner.localName} ${values.join('; ').replace(/\d+\.\d+/g, (number) => String(Math.round(+number * 100) / 100))}`;
    });
  const widen = (box: HTMLElement): void => box.setAttribute('style', 'width: 700px; font: 16px serif');

  for (const tag of tags)
    it(`looks the same there and back again: <${tag}>`, async () => {
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
    it(`looks the same when it is created here but first inserted there: <${tag}>`, async () => {
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
    it(`without a window throws nothing, and looks the same when it comes back: <${tag}>`, async () => {
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

  it('takes its reserved space at the window’s edge along', async () => {
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

describe('an element shows its content', () => {
  const showPopover = (box: HTMLElement) => box.showPopover();
  const places: Record<string, { html: string; open?: (box: HTMLElement) => void }> = {
    'in a modal dialog': { html: '<dialog></dialog>', open: (box) => (box as HTMLDialogElement).showModal() },
    'in a non-modal dialog': { html: '<dialog></dialog>', open: (box) => (box as HTMLDialogElement).show() },
    'in <details>': { html: '<details></details>', open: (box) => ((box as HTMLDetailsElement).open = true) },
    'in a popover': { html: '<div popover></div>', open: showPopover },
    'in a container that is shown later': {
      html: '<div style="display: none"></div>',
      open: (box) => (box.style.display = ''),
    },
    'in hidden="until-found"': {
      html: '<div hidden="until-found"></div>',
      open: (box) => box.removeAttribute('hidden'),
    },
    'in a table cell': { html: '<table><tbody><tr><td></td></tr></tbody></table>' },
    'in a form': { html: '<form><fieldset></fieldset></form>' },
    'in a disabled fieldset': { html: '<fieldset disabled></fieldset>' },
    'in a list': { html: '<ul><li></li></ul>' },
    'in a grid': { html: '<div style="display: grid; grid-template-columns: 300px 300px"></div>' },
    'in content-visibility: auto, below the viewport': {
      html: '<div><div style="height: 3000px"></div><div style="content-visibility: auto"></div></div>',
      open: (box) => box.lastElementChild!.scrollIntoView(),
    },
  };

  const models = new Map<Tag, string>();
  before(async () => {
    for (const tag of tags) models.set(tag, stateOf(await showOne(tag)));
  });

  for (const [where, { html, open }] of Object.entries(places))
    it(`${where}: all fourteen elements`, async () => {
      const box = await showHtml(html);
      const deepest = [box, ...box.querySelectorAll('*')].findLast((inner) => !inner.nextElementSibling)!;
      const all = tags.map((tag) => Object.assign(make(tag), { content: contentOf(tag) }));
      const lines = await linesOf(async () => {
        deepest.append(...all);
        await settled();
        open?.(box);
        await settled();
      });
      expect(lines).to.deep.equal([]);
      for (const [index, tag] of tags.entries()) {
        expect(stateOf(all[index]), tag).to.equal(models.get(tag));
        expect(all[index].getBoundingClientRect().height, tag).to.be.greaterThan(10);
      }
    });

  for (const mode of ['open', 'closed'] as const)
    it(`in another element’s ${mode} shadow tree: all fourteen elements`, async () => {
      const root = (await showHtml('<div></div>')).attachShadow({ mode });
      const lines = await linesOf(async () => {
        root.innerHTML = tags.map(markupOf).join('');
        await settled();
      });
      expect(lines).to.deep.equal([]);
      for (const [index, tag] of tags.entries()) expect(stateOf(root.children[index]), tag).to.equal(models.get(tag));
    });

  it('without adding to a form around it or submitting it', async () => {
    const form = await showHtml<HTMLFormElement>('<form></form>');
    const sent: Event[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(event);
    });
    for (const tag of tags) {
      const element = make(tag);
      element.content = contentOf(tag);
      form.append(element);
    }
    await settled();
    for (const element of form.children) await use(element);
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    expect(form.elements.length).to.equal(0);
  });
});

describe('an element gets sizes right when it', () => {
  const room = () => parseFloat(getComputedStyle(document.documentElement).paddingBottom);
  const fixedAtBottom = async (box: HTMLElement) => {
    const element = make('guide-disclaimer');
    element.content = { placement: 'bottom' };
    box.append(element);
    await settled();
    return element;
  };

  it('is in a dialog: a fixed disclaimer reserves space only while the dialog is open', async () => {
    const dialog = await showHtml<HTMLDialogElement>('<dialog></dialog>');
    const element = await fixedAtBottom(dialog);
    expect(room()).to.equal(0);
    dialog.show();
    await settled();
    expect(room()).to.equal(find(element, '.bar').offsetHeight);
    dialog.close();
    await settled();
    expect(room()).to.equal(0);
  });

  it('is shown later: a wide table can be scrolled by keyboard', async () => {
    const box = await showHtml<HTMLElement>('<div style="display: none; inline-size: 700px"></div>');
    const element = make('guide-comparison');
    element.content = edges.find(({ name }) => name === 'Five options')!.content;
    box.append(element);
    await settled();
    expect(find(element, '[part=panel]').tabIndex).to.equal(-1);
    box.style.display = 'block';
    await settled();
    expect(find(element, '[part=panel]').tabIndex).to.equal(0);
    box.style.display = 'none';
    await settled();
    box.style.display = 'block';
    await settled();
    expect(find(element, '[part=panel]').tabIndex).to.equal(0);
  });

  it('is shown later, on a scrolled page: the current section is marked', async () => {
    const box = await showHtml<HTMLElement>('<div style="display: none"></div>');
    const guide = make('patient-guide');
    guide.content = contentOf('patient-guide');
    box.append(guide);
    await settled();
    expect(within(guide, '[aria-current]').length).to.equal(0);
    box.style.display = 'block';
    within(guide, 'guide-section')[2].scrollIntoView();
    await settled();
    await settled();
    expect(within(guide, 'nav a').findIndex((link) => link.hasAttribute('aria-current'))).to.equal(2);
    scrollTo(0, 0);
  });
});

describe('an element that the page removes', () => {
  const removeAt = (element: Element, type: string): Event[] => {
    const heard: Event[] = [];
    element.addEventListener(type, (event) => {
      // A part may fire the event before its guide does.
      if (event.composedPath()[0] !== element) return;
      heard.push(event);
      element.remove();
    });
    return heard;
  };

  for (const tag of tags)
    it(`on guide-ready throws nothing, and comes back unchanged: <${tag}>`, async () => {
      const element = make(tag);
      const heard = removeAt(element, 'guide-ready');
      element.content = contentOf(tag);
      const ledger = new Ledger();
      const box = await place(element);
      expect(heard).to.have.length(1);
      expect(element.isConnected).to.equal(false);
      expect(ledger.close()).to.deep.equal({});
      box.append(element);
      await settled();
      expect(stateOf(element)).to.equal(stateOf(await showOne(tag)));
    });

  for (const tag of tags)
    it(`on guide-error throws nothing: <${tag}>`, async () => {
      const element = make(tag);
      const heard = removeAt(element, 'guide-error');
      element.content = 7 as never;
      const ledger = new Ledger();
      const lines = await linesOf(() => place(element));
      expect(lines).to.have.length(1);
      expect(heard).to.have.length(1);
      expect(ledger.close()).to.deep.equal({});
    });

  const presses: [Tag, string, string, object?][] = [
    ['guide-faq', 'guide-toggle', '.question'],
    ['guide-faq', 'guide-toggle', '.all'],
    ['guide-disclaimer', 'guide-dismiss', 'button', { placement: 'bottom', dismissible: true }],
    ['guide-cta', 'guide-action', 'a', { label: 'Call', href: '#' }],
    ['guide-checklist', 'guide-print', 'form + p + button'],
    ['guide-matcher', 'guide-print', '[part=panel] > button'],
  ];
  for (const [tag, type, selector, content = contentOf(tag)] of presses)
    for (const single of selector === '.question' ? [false, true] : [false])
      it(`on ${type} throws nothing, and works when it comes back: <${tag}>, ${selector}${single ? ', single' : ''}`, async () => {
        const printed: unknown[] = [];
        const print = window.print.bind(window);
        window.print = () => void printed.push(0);
        const element = Object.assign(make(tag), { single, content });
        const box = await place(element);
        const heard = removeAt(element, type);
        find(element, selector).click();
        await settled();
        expect(heard.length).to.be.greaterThan(0);
        box.append(element);
        await settled();
        window.print = print;
        if (tag === 'guide-disclaimer') expect(textOf(element)).to.equal('');
        else expect(textOf(element)).not.to.equal('');
        expect(within(element, 'iframe').length).to.equal(0);
      });

  it('while its file is loading or about to load makes no more requests', async () => {
    const fetch = window.fetch.bind(window);
    const asked: string[] = [];
    window.fetch = (input) => {
      asked.push((input as URL).href);
      return new Promise(() => undefined);
    };
    const element = await showHtml<Shown>('<guide-faq src="/one.json"></guide-faq>');
    element.setAttribute('src', '/two.json');
    element.remove();
    await settled();
    expect(asked.map((address) => address.replace(/.*\//, ''))).to.deep.equal(['one.json']);
    document.body.append(element);
    await settled();
    element.remove();
    window.fetch = fetch;
    expect(asked.map((address) => address.replace(/.*\//, ''))).to.deep.equal(['one.json', 'two.json']);
  });

  it('or moves during printing prints only once', async () => {
    const element = await showOne('guide-checklist');
    let prints = 0;
    const original = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        const view = original.get!.call(this) as Window;
        // The browser never reports that it has printed.
        view.print = () => void prints++;
        return view;
      },
    });
    find(element, 'form + p + button').click();
    await settled();
    const box = element.parentElement!;
    const printed = prints;
    for (let move = 0; move < 3; move++) {
      box.append(element);
      await settled();
    }
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', original);
    expect([printed, prints]).to.deep.equal([1, 1]);
  });

  it('with document.open leaves room for a new one that works, including links to a question', async () => {
    const { contentDocument, contentWindow } = await openFrame(markupOf('guide-faq'));
    await addScript(contentDocument);
    for (let time = 0; time < 2; time++) {
      contentDocument.open();
      contentDocument.write(`<!doctype html><body>${markupOf('guide-faq')}${markupOf('guide-contents')}`);
      contentDocument.close();
      await settled();
      const faq = contentDocument.querySelector('guide-faq')!;
      expect(textOf(faq)).not.to.equal('');
      expect(find(faq, '.question').getAttribute('aria-expanded')).to.equal('false');
      contentWindow.location.hash = `#${(contentOf('guide-faq') as { items: { id: string }[] }).items[time].id}`;
      await new Promise((done) => contentWindow.addEventListener('hashchange', done, { once: true }));
      await settled();
      expect(findAll(faq, '[aria-expanded=true]').length).to.equal(1);
    }
  });
});

describe('a framework that renders again', () => {
  /** What changes in the shadow trees while `action` runs. */
  const changesOf = async (element: Element, action: () => unknown): Promise<number> => {
    const observer = new MutationObserver(() => undefined);
    for (const { shadowRoot } of [element, ...within(element, '*')])
      if (shadowRoot)
        observer.observe(shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
    await action();
    return observer.takeRecords().length;
  };

  for (const tag of tags)
    it(`can set the same content 1,000 times without changes or warnings: <${tag}>`, async () => {
      const element = await showOne(tag);
      await use(element);
      await settled();
      const content = contentOf(tag);
      const lines = await linesOf(async () => {
        const changes = await changesOf(element, async () => {
          for (let time = 0; time < 1000; time++) {
            element.content = content;
            if (time % 50 === 0) await turn();
          }
          await turn();
        });
        expect(changes).to.equal(0);
      });
      expect(lines).to.deep.equal([]);
    });

  for (const tag of tags)
    it(`can replace children and set attributes to the same values again: <${tag}>`, async () => {
      const box = await showHtml(`<div>${markupOf(tag)}</div>`);
      const element = box.firstElementChild as Shown;
      element.setAttribute('heading-level', '3');
      await settled();
      await use(element);
      await settled();
      const state = stateOf(element);
      const lines = await linesOf(async () => {
        const changes = await changesOf(element, async () => {
          for (let time = 0; time < 20; time++) {
            element.replaceChildren(Object.assign(document.createElement('p'), { textContent: `Fallback ${time}` }));
            for (const { name, value } of [...element.attributes]) {
              element.removeAttribute(name);
              element.setAttribute(name, value);
            }
            await turn();
            element.textContent = '';
            element.setAttribute('content', element.getAttribute('content')!);
            await turn();
          }
        });
        expect(changes).to.equal(0);
      });
      expect(stateOf(element)).to.equal(state);
      expect(lines).to.deep.equal([]);
    });

  it('can change content in the middle of a frame, and the last content is shown', async () => {
    for (const tag of tags) {
      const others = examples.filter((example) => example.element === tag && !example.attributes && !example.lang);
      const [first, last] = [others[0], others.at(-1)!];
      const model = make(tag);
      model.content = last.content;
      await place(model);
      const state = stateOf(model);
      model.remove();
      const element = make(tag);
      element.content = first.content;
      await place(element);
      const lines = await linesOf(async () => {
        await new Promise<void>((done) =>
          requestAnimationFrame(() => {
            for (const { content } of others) element.content = content;
            void Promise.resolve().then(() => (element.content = first.content));
            requestAnimationFrame(() => {
              element.content = last.content;
              done();
            });
          }),
        );
        await settled();
      });
      expect(lines.filter((line) => !/is not the id of an option/.test(line))).to.deep.equal([]);
      expect(stateOf(element), tag).to.equal(state);
      element.remove();
    }
  });

  it('can insert 500 elements at once and remove them all again', async () => {
    const parts = tags.filter((tag) => tag !== 'patient-guide');
    const ledger = new Ledger();
    const box = await showHtml('<div></div>');
    const lines = await linesOf(async () => {
      box.innerHTML = Array.from({ length: 500 }, (_, index) => markupOf(parts[index % parts.length])).join('');
      await settled();
    });
    expect(lines).to.deep.equal([]);
    expect(box.children.length).to.equal(500);
    for (const element of box.children) expect(textOf(element)).not.to.equal('');
    box.replaceChildren();
    await settled();
    expect(ledger.close()).to.deep.equal({});
  });
});
