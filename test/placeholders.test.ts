import { expect, waitUntil } from '@open-wc/testing';
import { encode } from '../src/index.js';
import { elements } from '../src/entries/register.js';
import { consoleOf, expectAccessible, findAll, settled, showHtml } from './helpers.js';
import { showPlaceholder, CONTENT, isFallbackSeen, shownBy, FALLBACK } from './mangled.helpers.js';

const TAGS = Object.keys(elements);

describe('a div with data-guide', () => {
  for (const tag of TAGS)
    it(`becomes a <${tag}>, by its short name or its tag`, async () => {
      for (const name of [tag, tag.replace('guide-', '')]) {
        await consoleOf(async () => {
          const element = await showPlaceholder(`<div data-guide="${name}" data-content="e30">${FALLBACK}</div>`);
          expect(element.localName, name).to.equal(tag === 'patient-guide' || name !== 'guide' ? tag : name);
        });
      }
    });

  it('shows its content instead of its fallback', async () => {
    const written = await consoleOf(async () => {
      const element = await showPlaceholder(
        `<div data-guide="takeaways" data-content="${encode(CONTENT)}">${FALLBACK}</div>`,
      );
      expect(shownBy(element)).to.equal('Remember One Two');
      expect(isFallbackSeen(element)).to.equal(false);
      await expectAccessible(element);
    });
    expect(written).to.deep.equal({ errors: [], warnings: [] });
  });

  it('shows its fallback when its content is invalid, and the console says where', async () => {
    const { errors } = await consoleOf(async () => {
      const element = await showPlaceholder(`<div data-guide="takeaways" data-content="{}">${FALLBACK}</div>`);
      expect(element.localName).to.equal('guide-takeaways');
      expect(isFallbackSeen(element)).to.equal(true);
    });
    expect(errors).to.deep.equal([
      '<guide-takeaways> data-content attribute, items: found nothing, expected a list. Fix: add "items".',
    ]);
  });

  it('keeps the same child nodes with their listeners', async () => {
    const box = await showHtml('<div></div>');
    const div = document.createElement('div');
    const link = Object.assign(document.createElement('a'), { href: '#call', textContent: 'Call us' });
    let clicks = 0;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      clicks++;
    });
    div.dataset['guide'] = 'takeaways';
    div.append('Or ', link, document.createComment('!'), ' now.');
    const children = [...div.childNodes];
    await consoleOf(async () => {
      box.append(div);
      await settled();
    });
    expect([...box.firstElementChild!.childNodes]).to.deep.equal(children);
    link.click();
    expect(clicks).to.equal(1);
    expect(div.isConnected).to.equal(false);
  });

  it('keeps its JSON script', async () => {
    const element = await showPlaceholder(
      `<div data-guide="takeaways"><script type="application/json">${JSON.stringify(CONTENT)}</script></div>`,
    );
    expect(shownBy(element)).to.equal('Remember One Two');
  });

  it('keeps its attributes, whatever their names, except data-guide and event handlers', async () => {
    const element = await showPlaceholder(
      `<div id="here" class="a b" data-guide="takeaways" title="T" data-x="1" data-content="${encode(CONTENT)}" @click="x" :is="y" onclick="z" hidden></div>`,
    );
    expect(element.outerHTML).to.equal(
      `<guide-takeaways id="here" class="a b" title="T" data-x="1" data-content="${encode(CONTENT)}" @click="x" :is="y" hidden=""></guide-takeaways>`,
    );
  });

  it('accepts every attribute of its element as data-*, for filters that allow nothing else', async () => {
    const faq = encode({ items: [{ question: 'Why?', answer: 'So.' }] });
    const element = await showPlaceholder(
      `<div data-guide="faq" data-content="${faq}" data-heading-level="4" data-lang="es" data-single data-share="" data-item="2" data-id="x"></div>`,
    );
    expect(element.outerHTML).to.equal(
      `<guide-faq data-content="${faq}" heading-level="4" lang="es" single="" share="" data-item="2" data-id="x"></guide-faq>`,
    );
    expect(findAll(element, 'h4')[0].textContent).to.equal('Preguntas frecuentes');
    const all = Object.entries(elements).flatMap(([tag, { observedAttributes }]) =>
      observedAttributes.filter((name) => !/content|src/.test(name)).map((name) => [tag, name]),
    );
    await consoleOf(async () => {
      const box = await showHtml(
        `<div>${all.map(([tag, name]) => `<div data-guide="${tag}" data-content="e30" data-${name}="1"></div>`).join('')}</div>`,
      );
      await settled();
      for (const [index, [tag, name]] of all.entries()) {
        expect(box.children[index].localName).to.equal(tag);
        expect(box.children[index].getAttribute(name), `${tag} ${name}`).to.equal('1');
      }
    });
  });

  it('loads the file in data-src', async () => {
    const json = URL.createObjectURL(new Blob([JSON.stringify(CONTENT)]));
    const element = await showPlaceholder(`<div data-guide="takeaways" data-src="${json}"></div>`);
    await new Promise((done) => (element.content ? done(0) : element.addEventListener('guide-ready', done)));
    expect(shownBy(element)).to.equal('Remember One Two');
  });

  it('is a part of the guide around it, which may be a div or an element', async () => {
    const guide = encode({ title: 'Guide', takeaways: CONTENT, summary: { text: 'In short.' } });
    const inner = `<section><div data-guide="takeaways">${FALLBACK}</div></section>`;
    for (const markup of [
      `<div data-guide="patient-guide" data-content="${guide}">${inner}</div>`,
      `<patient-guide data-content="${guide}">${inner}</patient-guide>`,
    ]) {
      const written = await consoleOf(async () => {
        const element = await showPlaceholder(markup);
        const part = element.querySelector('guide-takeaways')!;
        expect(shownBy(part)).to.equal('Remember One Two');
        // A guide around parts renders only the disclaimer itself.
        expect(findAll(element, 'guide-summary')).to.have.length(0);
        expect(findAll(element, 'guide-disclaimer')).to.have.length(1);
      });
      expect(written).to.deep.equal({ errors: [], warnings: [] });
    }
  });

  it('is replaced when it is added later: with innerHTML, in a fragment, inside others', async () => {
    const placeholder = `<div data-guide="takeaways" data-content="${encode(CONTENT)}"></div>`;
    const box = await showHtml('<main></main>');
    box.innerHTML = placeholder + `<section>${placeholder}</section>`;
    const fragment = document.createRange().createContextualFragment(`<p>x</p>${placeholder}`);
    box.append(fragment);
    const late = document.createElement('div');
    box.append(late);
    late.outerHTML = placeholder;
    await settled();
    expect(box.querySelectorAll('guide-takeaways')).to.have.length(4);
    expect(box.querySelector('div')).to.equal(null);
    for (const element of box.querySelectorAll('guide-takeaways'))
      expect(shownBy(element)).to.equal('Remember One Two');
  });

  it('stays a div in an editor, so that the page is saved with it', async () => {
    const placeholder = `<div data-guide="takeaways" data-content="${encode(CONTENT)}">${FALLBACK}</div>`;
    const written = await consoleOf(async () => {
      for (const editor of ['contenteditable', 'contenteditable="true"', 'contenteditable="plaintext-only"'])
        for (const markup of [
          placeholder,
          `<section contenteditable="false">${placeholder}</section>`,
          '<div data-guide="x"></div>',
        ]) {
          const html = (await showPlaceholder(`<article ${editor}>${markup}</article>`)).innerHTML;
          expect(html).to.include('<div data-guide=').and.not.to.include('<guide-');
        }
    });
    expect(written).to.deep.equal({ errors: [], warnings: [] });
    const element = await showPlaceholder(`<section contenteditable="false">${placeholder}</section>`);
    expect(element.firstElementChild!.localName).to.equal('guide-takeaways');
  });

  it('with an unknown name stays and shows its fallback, and one warning lists the known names', async () => {
    const { warnings, errors } = await consoleOf(async () => {
      for (const name of ['fqa', 'fqa', 'step-1', 'FAQs', 'constructor', '__proto__', '']) {
        const div = await showPlaceholder(`<div data-guide="${name}">${FALLBACK}</div>`);
        expect(div.localName).to.equal('div');
        expect(isFallbackSeen(div)).to.equal(true);
      }
    });
    expect(errors).to.deep.equal([]);
    const known = Object.keys(elements).map((tag) => tag.replace('guide-', ''));
    expect(warnings).to.deep.equal(
      [
        'data-guide="fqa"',
        'data-guide="step-1"',
        'data-guide="FAQs"',
        'data-guide="constructor"',
        'data-guide="__proto__"',
        'data-guide=""',
      ].map((name) => `not known: ${name}; known: ${known.join(', ')}`),
    );
  });

  it('is not replaced if it is another element', async () => {
    const box = await showHtml('<div><span data-guide="faq">a</span><p data-guide="faq">b</p></div>');
    await settled();
    expect(box.innerHTML).to.equal('<span data-guide="faq">a</span><p data-guide="faq">b</p>');
  });
});

describe('placeholders on a page that is loading', () => {
  type Frame = HTMLIFrameElement & { contentWindow: Window & typeof globalThis };
  const FILE = '/dist/patient-guide.js';
  const placeholder = `<div data-guide="takeaways" data-content="${encode(CONTENT)}">${FALLBACK}</div>`;

  /** Opens a page that loads as slowly as the test writes it. */
  async function open(head: string): Promise<{ page: Document; written: string[]; view: Frame['contentWindow'] }> {
    const frame = await showHtml<Frame>('<iframe></iframe>');
    const page = frame.contentDocument!;
    page.open();
    const written: string[] = [];
    const view = frame.contentWindow;
    Object.assign(view.console, {
      error: (line: string) => void written.push(line),
      warn: (line: string) => void written.push(line),
    });
    view.addEventListener('error', ({ message }) => void written.push(message));
    view.addEventListener('unhandledrejection', ({ reason }) => void written.push(String(reason)));
    page.write(`<!doctype html><html lang="en"><head><title>Clinic</title>${head}</head><body>`);
    // Firefox mixes up what is written while a script in the head holds up the parser.
    await waitUntil(() => page.body, 'the script in the head did not load', { timeout: 10_000 });
    return { page, written, view };
  }

  const close = async (page: Document) => {
    const { defaultView } = page;
    const loaded = new Promise((done) => defaultView!.addEventListener('load', done));
    page.close();
    await loaded;
    await settled();
  };

  for (const [how, script] of [
    ['in the head', `<script src="${FILE}"></script>`],
    ['async in the head', `<script async src="${FILE}"></script>`],
    ['deferred', `<script defer src="${FILE}"></script>`],
    ['as a module', `<script type="module" src="${FILE}"></script>`],
    ['twice', `<script src="${FILE}"></script><script src="${FILE}?2"></script>`],
    ['twice, in two ways', `<script async src="${FILE}"></script><script type="module" src="${FILE}?2"></script>`],
  ])
    it(`are each replaced once with the script ${how}`, async () => {
      const { page, written, view } = await open(script);
      page.write(`${placeholder}<p>Between.</p>`);
      await settled();
      page.write(
        `<section>${placeholder}</section><div data-guide="takeaways" data-content="${encode(CONTENT)}">Half a fall`,
      );
      await settled();
      page.write('back</div><p>End.</p>');
      await close(page);
      await view.customElements.whenDefined('patient-guide');
      await settled();
      const all = [...page.querySelectorAll('guide-takeaways')];
      expect(all).to.have.length(3);
      expect(all.map(shownBy)).to.deep.equal(all.map(() => 'Remember One Two'));
      expect(all[2].textContent).to.equal('Half a fallback');
      expect(page.querySelector('[data-guide]')).to.equal(null);
      page.body.insertAdjacentHTML('beforeend', placeholder);
      await settled();
      expect(page.querySelectorAll('guide-takeaways')).to.have.length(4);
      expect(written).to.deep.equal([]);
    });

  it('are not replaced by another script’s element of the same name', async () => {
    const { page, written } = await open(
      `<script>customElements.define('guide-takeaways', class extends HTMLElement {})</script><script src="${FILE}"></script>`,
    );
    page.write(placeholder);
    await close(page);
    expect(page.body.firstElementChild!.localName).to.equal('div');
    expect(written).to.have.length(1);
  });
});
