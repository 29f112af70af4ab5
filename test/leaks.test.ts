import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { pageRegistry } from '../src/page/page-registry.js';
import { type Tag, tags } from './examples.js';
import { find, findAll, inChromium, settled, showHtml, textOf } from './helpers.js';
import { Ledger } from './ledger.js';
import { contentOf, make, place, type Shown, showOne, use, within } from './lives.js';
import { runs } from './depth.js';

describe('an element leaves nothing behind on the page:', () => {
  // Copies of the kit find each other with one listener that lives as long as the page.
  before(pageRegistry);

  for (const tag of tags)
    it(`no listener, observer or style sheet after 1,000 moves or after it is removed: <${tag}>`, async () => {
      const ledger = new Ledger();
      const element = make(tag);
      element.content = tag === 'guide-disclaimer' ? { placement: 'bottom' } : contentOf(tag);
      const box = await place(element);
      const other = await showHtml('<div></div>');
      const before = ledger.balance;
      expect(before['observed']).to.be.greaterThan(0);
      for (let move = 0; move < runs(1000); move++) {
        [other, box][move % 2].append(element);
        // Some moves follow at once, some after it has rendered.
        if (move % 10 < 2) await element.updateComplete;
      }
      await settled();
      expect(ledger.balance).to.deep.equal(before);
      element.remove();
      await settled();
      expect(ledger.close()).to.deep.equal({});
    });

  for (const tag of tags)
    it(`none when it is removed before its first or a later update: <${tag}>`, async () => {
      const ledger = new Ledger();
      const box = await showHtml('<div></div>');
      const content = tag === 'guide-disclaimer' ? { placement: 'bottom' } : contentOf(tag);
      const fresh = Object.assign(make(tag), { content, structuredData: true });
      box.append(fresh);
      fresh.remove();
      const shown = Object.assign(make(tag), { content, structuredData: true });
      box.append(shown);
      await settled();
      shown.lang = 'es';
      shown.remove();
      await settled();
      expect(ledger.close()).to.deep.equal({});
    });

  for (const tag of tags)
    it(`none when it was moved to a document without a window: <${tag}>`, async () => {
      const ledger = new Ledger();
      const element = make(tag);
      element.content = tag === 'guide-disclaimer' ? { placement: 'bottom' } : contentOf(tag);
      await place(element);
      const other = document.implementation.createHTMLDocument();
      other.body.append(element);
      await settled();
      element.remove();
      await settled();
      expect(ledger.close()).to.deep.equal({});
    });

  it('and these tests notice one that does', () => {
    const ledger = new Ledger();
    const leak = () => undefined;
    addEventListener('scroll', leak, true);
    document.addEventListener('context-provider', leak);
    addEventListener('scroll', leak, true);
    new ResizeObserver(leak).observe(document.createElement('div'));
    new MutationObserver(leak).observe(document.createElement('div'), { childList: true });
    document.adoptedStyleSheets.push(new CSSStyleSheet());
    expect(ledger.close()).to.deep.equal({ listeners: 2, observed: 2, sheets: 1 });
    removeEventListener('scroll', leak, true);
    document.removeEventListener('context-provider', leak);
    document.adoptedStyleSheets.pop();
  });

  it('a copy that comes and goes, like a drag image, leaves links and contents unchanged', async () => {
    const guide = await showOne('patient-guide');
    const contents = find(guide, 'guide-contents');
    const list = textOf(contents);
    expect(list).not.to.equal('');
    const ghost = guide.cloneNode(true) as Shown;
    ghost.content = guide.content;
    await place(ghost);
    expect(textOf(contents)).to.equal(list);
    expect(textOf(find(ghost, 'guide-contents'))).to.equal(list);
    ghost.remove();
    await settled();
    expect(textOf(contents)).to.equal(list);
    const [faq] = within<Shown>(guide, 'guide-faq');
    location.hash = `#${(faq.content as { items: { id: string }[] }).items[0].id}`;
    await new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await settled();
    history.replaceState(null, '', location.pathname + location.search);
    expect(findAll(faq, '[aria-expanded=true]').length).to.equal(1);
  });
});

inChromium.describe('removed elements are garbage collected:', () => {
  const alive = async (references: WeakRef<object>[]): Promise<number> => {
    await settled();
    await executeServerCommand('collect-garbage');
    return references.filter((reference) => reference.deref()).length;
  };

  /** Shows, uses, moves and removes elements; nothing here holds on to them. */
  const useUp = async (tag: Tag, count: number): Promise<WeakRef<object>[]> => {
    const box = await showHtml('<div></div>');
    for (let index = 0; index < count; index++) {
      const element = Object.assign(make(tag), { content: contentOf(tag), structuredData: true, share: true });
      box.append(element);
    }
    await settled();
    for (const element of [...box.children]) {
      await use(element);
      for (const link of within<HTMLAnchorElement>(element, 'a')) {
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
      }
      box.append(element);
    }
    await settled();
    const references = [...box.children].map((element) => new WeakRef(element));
    box.remove();
    return references;
  };

  for (const tag of tags) {
    // 500 in total; a guide also has twenty parts.
    const count = tag === 'patient-guide' ? 6 : 38;
    it(`${count} that were used: <${tag}>`, async () => {
      const references = await useUp(tag, count);
      expect(references).to.have.length(count);
      expect(await alive(references)).to.equal(0);
    });
  }

  it('and these tests notice one that is still referenced', async () => {
    const held: unknown[] = [];
    const showAndRemove = async (tag: Tag) => {
      const element = await showOne(tag);
      element.parentElement!.remove();
      if (tag === 'guide-faq') held.push(element.shadowRoot);
      return new WeakRef(element);
    };
    const references = [];
    for (const tag of tags) references.push(await showAndRemove(tag));
    expect(await alive(references)).to.equal(1);
    expect(held).to.have.length(1);
  });
});
