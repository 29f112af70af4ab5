import { expect } from '@open-wc/testing';
import { type Tag, tags } from './examples.js';
import { addKit } from './frames.js';
import { find, findAll, settled, showHtml, textOf } from './helpers.js';
import { Ledger } from './ledger.js';
import { contentOf, linesOf, make, markupOf, place, showOne, type Shown, stateOf, within } from './lives.js';
import { openFrame } from './lifecycle.helpers.js';

describe('an element that the page removes', () => {
  // The first element on a page adds listeners that stay as long as the page.
  before(async () => {
    for (const tag of tags) await showOne(tag);
  });

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
    await addKit(contentDocument);
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
