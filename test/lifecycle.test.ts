import { expect } from '@open-wc/testing';
import { type Tag, edges, tags } from './examples.js';
import { findAll, settled, showHtml, textOf } from './helpers.js';
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
