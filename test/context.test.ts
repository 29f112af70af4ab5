import { expect } from '@open-wc/testing';
import { consoleOf, inChromiumAndFirefox, settled, showHtml } from './helpers.js';

/** What these tests need from a kit element, in any window. */
interface Shown extends HTMLElement {
  content: unknown;
  readonly updateComplete: Promise<boolean>;
}

const CONTENT = {
  title: 'A guide',
  lang: 'es',
  takeaways: { items: ['From the guide'] },
  faq: { items: [{ question: 'Why?', answer: 'So.' }] },
};

/** Opens a separate page that has no elements defined yet. */
async function openPage(): Promise<Window & typeof globalThis> {
  const frame = await showHtml<HTMLIFrameElement>('<iframe srcdoc="<!doctype html><body>"></iframe>');
  if (frame.contentDocument?.readyState !== 'complete' || frame.contentDocument.URL !== 'about:srcdoc')
    await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  return frame.contentWindow as Window & typeof globalThis;
}

async function addScript(page: Window & typeof globalThis): Promise<void> {
  const script = page.document.createElement('script');
  script.src = '/dist/patient-guide.js';
  const loaded = new Promise((done) => script.addEventListener('load', done));
  page.document.head.append(script);
  await loaded;
}

/** Ignores white space between blocks. */
const shownBy = (element: Element): string =>
  (element.shadowRoot?.querySelector('.base')?.textContent ?? '').replace(/\s+/g, '');

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]));
}

describe('a guide and its parts, in any order', () => {
  const orders = permutations(['define', 'insert', 'set', 'move'] as const);

  it('has 24 orders', () => {
    expect(new Set(orders.map(String)).size).to.equal(24);
  });

  // WebKit never upgrades an element created before its definition and then inserted inside a shadow tree.
  const comesLateInShadow = (order: string[], depth: string) =>
    depth === 'in another shadow tree' &&
    ['define', 'move'].every((step) => order.indexOf(step) < order.indexOf('insert'));

  for (const order of orders)
    for (const depth of ['in the guide', 'in another shadow tree'])
      (comesLateInShadow(order, depth) ? inChromiumAndFirefox.it : it)(
        `render the same page: ${order.join(', ')}; the moved part ${depth}`,
        async () => {
          const page = await openPage();
          const { document } = page;
          const lines: string[] = [];
          for (const kind of ['error', 'warn'] as const)
            page.console[kind] = (...words: unknown[]) => void lines.push(String(words[0]));
          const make = (tag: string) => document.createElement(tag) as Shown;
          const [box, guide, takeaways, faq, inner] = [
            make('div'),
            make('patient-guide'),
            make('guide-takeaways'),
            make('guide-faq'),
            make('div'),
          ];
          guide.append(takeaways, inner);
          const place = depth === 'in the guide' ? inner : inner.attachShadow({ mode: 'open' });
          // Frameworks set null while there is no content yet.
          faq.content = guide.content = null;
          box.append(faq, guide);

          const steps = {
            define: () => addScript(page),
            insert: () => document.body.append(box),
            set: () => (guide.content = CONTENT),
            move: () => place.append(faq),
          };
          for (const step of order) {
            await steps[step]();
            // Let each step settle before the next, so that anything that came too early has been missed.
            await Promise.all([guide, takeaways, faq].map((element) => element.updateComplete));
            await settled();
          }

          expect(shownBy(takeaways)).to.equal('PuntosclaveFromtheguide');
          expect(shownBy(faq)).to.match(/^PreguntasfrecuentesWhy\?So\.$/);
          expect(faq.shadowRoot!.querySelector('h2')?.textContent).to.equal('Preguntas frecuentes');
          expect(shownBy(guide), 'a guide around parts renders none itself').to.equal('');
          expect(guide.shadowRoot!.querySelectorAll('slot, guide-disclaimer').length).to.equal(2);
          expect(guide.lang).to.equal('es');
          expect(lines).to.deep.equal([]);
        },
      );
});

describe('a part of a guide', () => {
  const show = async (markup: string) => {
    const box = await showHtml(`<div>${markup}</div>`);
    await settled();
    return { box, guide: box.querySelector<Shown>('patient-guide')!, faq: box.querySelector<Shown>('guide-faq')! };
  };
  const MARKUP = `<patient-guide content='${JSON.stringify(CONTENT)}'><guide-faq></guide-faq></patient-guide>`;

  it('shows its content from the guide, and updates with the guide', async () => {
    const { guide, faq } = await show(MARKUP);
    expect(shownBy(faq)).to.include('Why?So.');
    guide.content = { title: 'Another', faq: { items: [{ question: 'When?', answer: 'Soon.' }] } };
    await settled();
    expect(shownBy(faq)).to.equal('CommonquestionsWhen?Soon.');
  });

  it('prefers its own content', async () => {
    const { guide, faq } = await show(MARKUP);
    faq.setAttribute('content', '{"items":[{"question":"Own?","answer":"Yes."}]}');
    await settled();
    expect(shownBy(faq)).to.include('Own?Yes.');
    guide.content = { title: 'Another' };
    await settled();
    expect(shownBy(faq)).to.include('Own?Yes.');
    faq.removeAttribute('content');
    guide.content = CONTENT;
    await settled();
    expect(shownBy(faq)).to.include('Why?So.');
  });

  it('shows its fallback and reports an error when the guide has nothing for it', async () => {
    const { errors } = await consoleOf(async () => {
      const { guide, faq } = await show(MARKUP.replace('<guide-faq>', '<guide-faq>Call us.'));
      guide.content = { title: 'No questions' };
      await settled();
      expect(shownBy(faq)).to.equal('');
      expect(faq.checkVisibility()).to.equal(true);
      expect(faq.shadowRoot!.querySelector('slot')).not.to.equal(null);
    });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/^<guide-faq> content of the guide: found nothing, expected an object/);
  });

  it('reports nothing while its guide has no content', async () => {
    const written = await consoleOf(async () => {
      const { guide, faq } = await show('<patient-guide><guide-faq>Call us.</guide-faq></patient-guide>');
      guide.content = null;
      await settled();
      expect(shownBy(faq)).to.equal('');
    });
    expect(written.errors.filter((line) => line.startsWith('<guide-faq>'))).to.deep.equal([]);
  });

  it('uses the guide’s heading level unless it has its own', async () => {
    const { guide, faq } = await show(MARKUP);
    guide.setAttribute('heading-level', '3');
    await settled();
    expect(faq.shadowRoot!.querySelector('#title')!.localName).to.equal('h3');
    faq.setAttribute('heading-level', '5');
    await settled();
    expect(faq.shadowRoot!.querySelector('#title')!.localName).to.equal('h5');
  });

  it('shows errors when the guide has `debug`', async () => {
    await consoleOf(async () => {
      const { guide, faq } = await show(MARKUP);
      faq.setAttribute('content', '{');
      guide.setAttribute('debug', '');
      await settled();
      expect(faq.shadowRoot!.querySelector('.error')).not.to.equal(null);
      guide.removeAttribute('debug');
      await settled();
      expect(faq.shadowRoot!.querySelector('.error')).to.equal(null);
    });
  });

  it('uses the content of its closest guide, wherever it moves', async () => {
    const { box, guide, faq } = await show(MARKUP);
    const other = document.createElement('patient-guide') as Shown;
    other.content = { title: 'Other', faq: { items: [{ question: 'Other?', answer: 'Yes.' }] } };
    box.append(other);
    other.append(faq);
    await settled();
    expect(shownBy(faq)).to.include('Other?Yes.');
    guide.append(other);
    await settled();
    expect(shownBy(faq)).to.include('Other?Yes.');
    guide.append(faq);
    await settled();
    expect(shownBy(faq)).to.include('Why?So.');
  });

  it('leaves the guide around its closest guide when that one starts later', async () => {
    const page = await openPage();
    const { document } = page;
    const lines: string[] = [];
    page.console.error = (...words: unknown[]) => void lines.push(String(words[0]));
    document.body.innerHTML = '<patient-guide><patient-guide><guide-faq></guide-faq></patient-guide></patient-guide>';
    const [outer, inner] = document.querySelectorAll<Shown>('patient-guide');
    const faq = document.querySelector<Shown>('guide-faq')!;
    outer.content = inner.content = CONTENT;
    await addScript(page);
    await settled();
    outer.content = { title: 'No questions' };
    await settled();
    expect(shownBy(faq)).to.include('Why?So.');
    expect(lines).to.deep.equal([]);
    inner.content = { title: 'Nearer', faq: { items: [{ question: 'When?', answer: 'Soon.' }] } };
    await settled();
    expect(shownBy(faq)).to.include('When?Soon.');
  });

  it('keeps what it shows when it leaves its guide, and gets no updates', async () => {
    const { errors } = await consoleOf(async () => {
      const { box, guide, faq } = await show(MARKUP);
      box.append(faq);
      guide.content = { title: 'Another', faq: { items: [{ question: 'When?', answer: 'Soon.' }] } };
      await settled();
      expect(shownBy(faq)).to.include('Why?So.');
    });
    expect(errors.join()).to.match(/^<guide-faq> content: found nothing/);
  });

  it('does not report missing content when it is removed right after a change', async () => {
    const { errors, warnings } = await consoleOf(async () => {
      const { faq } = await show(MARKUP);
      faq.lang = 'en';
      faq.remove();
      await settled();
      expect(shownBy(faq)).to.include('Why?So.');
    });
    expect([...errors, ...warnings]).to.deep.equal([]);
  });

  it('lets the guide render all parts itself when removed, and stops that when added again', async () => {
    const { guide, faq } = await show(MARKUP);
    faq.remove();
    await settled();
    expect(shownBy(guide)).to.include('Aguide');
    guide.append(faq);
    await settled();
    expect(shownBy(guide)).to.equal('');
    expect(shownBy(faq)).to.include('Why?So.');
  });

  it('does the same in another shadow tree', async () => {
    const { box, guide, faq } = await show(`${MARKUP}<div></div>`);
    const inner = document.createElement('div');
    guide.append(inner);
    inner.attachShadow({ mode: 'open' }).append(faq);
    await settled();
    expect(shownBy(guide)).to.equal('');
    box.lastElementChild!.append(faq);
    await settled();
    expect(shownBy(guide)).to.include('Aguide');
    inner.shadowRoot!.append(faq);
    await settled();
    expect(shownBy(guide)).to.equal('');
  });

  it('shares its guide with parts of another copy of the script', async () => {
    const page = await openPage();
    await addScript(page);
    const guide = page.document.createElement('patient-guide') as Shown;
    const asked: unknown[] = [];
    page.document.body.append(guide);
    guide.content = CONTENT;
    await guide.updateComplete;
    const request = Object.assign(new page.Event('context-request', { bubbles: true, composed: true }), {
      context: Symbol.for('patient-guide'),
      callback: (value: unknown) => void asked.push(value),
      contextTarget: page.document.body,
    });
    guide.dispatchEvent(request);
    expect(asked[0]).to.have.nested.property('content.title', 'A guide');
  });
});
