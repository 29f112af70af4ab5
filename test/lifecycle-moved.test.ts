import { expect } from '@open-wc/testing';
import { edges, tags } from './examples.js';
import { find, settled, showHtml } from './helpers.js';
import { contentOf, linesOf, make, place, showOne, stateOf, use, within } from './lives.js';
import { openFrame } from './lifecycle.helpers.js';

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
