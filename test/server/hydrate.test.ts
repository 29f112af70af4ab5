import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { type Example, edges, guideParts, guides } from '../examples.js';
import { writesNumbersAlike } from './numbers.js';
import { settled, showHtml } from '../helpers.js';

/** The script for server-rendered pages, and the script for all pages. */
const SCRIPT = '/dist/patient-guide.prerendered.js';
const SCRIPT_FOR_ALL = '/dist/patient-guide.js';

/** Renders content on the server. */
async function render(tag: string, content: unknown, options = {}): Promise<string> {
  const { html, error } = await executeServerCommand<{ html: string; error?: string }, object>('render', {
    tag,
    content,
    options,
  });
  if (error !== undefined) throw new Error(error);
  return html;
}

type Page = Window & typeof globalThis;

/** Opens server-rendered HTML in its own window, without the script. */
async function open(body: string, head = '', hash = ''): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 800px; block-size: 600px; border: 0';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title>${head}</head><body><h1>A clinic</h1>${body}<p>End</p></body></html>`;
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  const page = frame.contentWindow as Page;
  if (hash) page.location.hash = hash;
  return page;
}

/** Loads the script late, as on a slow phone. */
async function bringScript(page: Page, src = SCRIPT): Promise<void> {
  const script = page.document.createElement('script');
  script.src = new URL(src, location.href).href;
  const loaded = new Promise((done) => script.addEventListener('load', done));
  page.document.head.append(script);
  await loaded;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  await settled();
}

/** All elements, across shadow trees. */
const allIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')]
    .flatMap((element) => [element, ...(element.shadowRoot ? allIn(element.shadowRoot) : [])])
    .filter(({ localName }) => localName !== 'style' && localName !== 'template');

/** The text of a node, across shadow trees. */
const deepText = (node: Node): string => {
  if (node.nodeType === Node.COMMENT_NODE || node.nodeName === 'STYLE') return '';
  const children = [...((node as Element).shadowRoot ?? node).childNodes];
  return node.nodeType === Node.TEXT_NODE ? (node as Text).data : children.map(deepText).join('');
};
const textIn = (page: Page): string => deepText(page.document.body).replace(/\s+/g, ' ');

const boxes = (elements: Element[]): DOMRect[] => elements.map((element) => element.getBoundingClientRect());

/** Visible elements that moved. Firefox rounds the box of a text differently with each layout. */
const moved = (elements: Element[], before: DOMRect[]): string[] =>
  elements.flatMap((element, index) => {
    const [now, old] = [element.getBoundingClientRect(), before[index]];
    const isThere = (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(now[side] - old[side]) < 2);
    return isThere || element.closest('[hidden]') ? [] : `${element.localName} ${JSON.stringify([old, now])}`;
  });

/** Everything that the demo shows, with every element at least once. */
const examples: Example[] = [...guides, ...guideParts, ...edges];
/** Examples that share a page. A page has one language, and a guide is long enough. */
const byElementAndLanguage = Object.groupBy(
  examples.filter(writesNumbersAlike),
  ({ name, element, lang = 'en' }) => `${element === 'patient-guide' ? name : element}, ${lang}`,
) as Record<string, Example[]>;

describe('a server-rendered page', () => {
  for (const [script, which] of [
    [SCRIPT, 'for prerendered pages'],
    [SCRIPT_FOR_ALL, 'for all pages'],
  ])
    for (const [kind, alike] of Object.entries(byElementAndLanguage))
      it(`shows the same in the same position on hydration, with the script ${which}: ${kind}`, async () => {
        const rendered = alike.map(({ element, content, lang = 'en', attributes = {} }) =>
          render(element, content, { lang, attributes }),
        );
        const page = await open((await Promise.all(rendered)).join('\n'));
        page.document.documentElement.lang = alike[0].lang ?? 'en';
        const { body } = page.document;
        const [before, textBefore] = [allIn(body), textIn(page)];
        const boxesBefore = boxes(before);
        expect(before.length).to.be.greaterThan(5 * alike.length);
        await bringScript(page, script);
        const after = allIn(body);
        expect(after.map(({ localName }) => localName)).to.deep.equal(before.map(({ localName }) => localName));
        expect(textIn(page)).to.equal(textBefore);
        expect(moved(after, boxesBefore)).to.deep.equal([]);
      });

  const faq = {
    items: ['First', 'Second', 'Third'].map((word) => ({ question: `${word}?`, answer: `${word} answer.` })),
  };
  const partOf = (page: Page, selector: string): HTMLElement =>
    allIn(page.document.body).find((element): element is HTMLElement => element.matches(selector))!;

  it('is interactive and updates after hydration', async () => {
    const page = await open(await render('guide-faq', faq));
    await bringScript(page);
    const button = partOf(page, '.question');
    button.click();
    await settled();
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(partOf(page, '[part=panel]').hidden).to.equal(false);
    const element = page.document.querySelector('guide-faq')!;
    element.content = { items: [{ question: 'Other?', answer: 'Another one.' }] };
    await settled();
    expect(textIn(page)).to.contain('Other?').and.not.contain('First?');
  });

  const finding = { id: 'tear', label: 'A tear', options: ['b'], why: 'It is in the disc.' };
  const whole = {
    title: 'Is an operation needed?',
    summary: { text: 'Seldom, see [1](#source-1).' },
    faq,
    matcher: { findings: [finding], options: [{ id: 'b', name: 'Fibrin procedure' }], mixed: 'Ask.' },
    checklist: { items: ['What if I wait?', 'Who does it?'] },
  };
  /** What the tools between a server and a reader do to HTML. */
  const minifiers: Record<string, (html: string) => string> = {
    'as the server sent it': (html) => html,
    'with collapsed white space': (html) => html.replace(/\s+/g, ' '),
    'without comments': (html) => html.replace(/<!--[^]*?-->/g, ''),
    'pretty-printed': (html) => html.replace(/(<\/(?:li|p|h\d|div|label)>)/g, '$1\n      '),
  };

  for (const [how, minify] of Object.entries(minifiers))
    describe(`on hydration of a page ${how}, keeps what the reader did before:`, () => {
      const openWhole = async () => open(minify(await render('patient-guide', whole)));
      const textarea = (page: Page) => partOf(page, 'textarea') as HTMLTextAreaElement;
      const named = (page: Page, label: string): HTMLInputElement =>
        allIn(page.document.body).find(
          (element): element is HTMLInputElement =>
            element.matches('input') && !!element.closest('label')?.textContent.includes(label),
        )!;

      it('a checked question and a note, on the printed sheet too', async () => {
        const page = await openWhole();
        named(page, 'Who does it?').checked = true;
        textarea(page).value = 'Ask twice.';
        await bringScript(page);
        expect(named(page, 'Who does it?').checked).to.equal(true);
        expect(named(page, 'What if I wait?').checked).to.equal(false);
        expect(textarea(page).value).to.equal('Ask twice.');
        const printed = new Promise<string>((done) =>
          Object.defineProperty(page.HTMLIFrameElement.prototype, 'contentWindow', {
            get(this: HTMLIFrameElement) {
              const { defaultView: view, body } = this.contentDocument!;
              view!.print = () => done(body.textContent);
              return view;
            },
          }),
        );
        (textarea(page).getRootNode() as ShadowRoot).querySelector<HTMLElement>('div > button')!.click();
        expect(await printed).to.contain('Ask twice.');
      });

      it('a checked finding, and shows what it is matched to', async () => {
        const page = await openWhole();
        named(page, 'A tear').checked = true;
        await bringScript(page);
        expect(named(page, 'A tear').checked).to.equal(true);
        const panel = allIn(page.document.body).find((element) => element.matches('[part=panel]:has(dl)'));
        expect((panel as HTMLElement).hidden).to.equal(false);
      });

      it('an answer that find-in-page opened', async () => {
        const page = await openWhole();
        const panel = allIn(page.document.body).filter((element) => element.matches('[id^=panel-]'))[1];
        panel.removeAttribute('hidden');
        await bringScript(page);
        const questions = allIn(page.document.body).filter((element) => element.matches('.question'));
        expect(questions.map((question) => question.ariaExpanded)).to.deep.equal(['false', 'true', 'false']);
      });

      it('the focus, and the caret in a note', async () => {
        const page = await openWhole();
        textarea(page).value = 'Ask twice.';
        textarea(page).focus();
        textarea(page).setSelectionRange(4, 9, 'backward');
        await bringScript(page);
        let { activeElement } = page.document;
        while (activeElement?.shadowRoot) ({ activeElement } = activeElement.shadowRoot);
        expect(activeElement).to.equal(textarea(page));
        const { selectionStart, selectionEnd, selectionDirection } = textarea(page);
        expect([selectionStart, selectionEnd, selectionDirection]).to.deep.equal([4, 9, 'backward']);
      });

      it('text that is selected', async () => {
        const page = await openWhole();
        const title = () => allIn(page.document.body).find((element) => element.matches('h3#title'))!;
        const [text] = [...title().childNodes].filter(
          (node) => node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data),
        );
        const start = (text as Text).data.indexOf('short');
        page.getSelection()!.setBaseAndExtent(text, start, text, start + 'short'.length);
        await bringScript(page);
        const root = title().getRootNode() as ShadowRoot;
        const [range] = page.getSelection()!.getComposedRanges({ shadowRoots: [root] });
        expect((range.startContainer as Text).data.slice(range.startOffset, range.endOffset)).to.equal('short');
      });
    });

  it('hands no session recorder what the reader did, which listens to the setters of fields', async () => {
    const page = await open(await render('patient-guide', whole));
    (partOf(page, '[type=checkbox]') as HTMLInputElement).checked = true;
    (partOf(page, 'textarea') as HTMLTextAreaElement).value = 'Ask twice.';
    const recorded: unknown[] = [];
    for (const [type, property] of [
      [page.HTMLInputElement, 'checked'],
      [page.HTMLInputElement, 'value'],
      [page.HTMLTextAreaElement, 'value'],
    ] as const) {
      const descriptor = Object.getOwnPropertyDescriptor(type.prototype, property)!;
      Object.defineProperty(type.prototype, property, {
        ...descriptor,
        set(this: unknown, value: unknown) {
          recorded.push(value);
          descriptor.set!.call(this, value);
        },
      });
    }
    await bringScript(page);
    expect((partOf(page, 'textarea') as HTMLTextAreaElement).value).to.equal('Ask twice.');
    expect(recorded).to.deep.equal([]);
  });

  it('opens the question in the URL', async () => {
    const page = await open(await render('guide-faq', faq), '', '#second');
    await bringScript(page);
    const [first, second] = allIn(page.document.body).filter((element) => element.matches('.question'));
    expect(first.getAttribute('aria-expanded')).to.equal('false');
    expect(second.getAttribute('aria-expanded')).to.equal('true');
  });

  it('renders the new content when the HTML is from another one', async () => {
    const html = await render('guide-faq', faq);
    const other = JSON.stringify({ items: [{ question: 'Newer?', answer: 'Yes.' }] }).replaceAll('"', '&quot;');
    const page = await open(html.replace(/content="[^"]*"/, `content="${other}"`));
    const errors: string[] = [];
    page.addEventListener('error', ({ message }) => errors.push(message));
    page.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
    await bringScript(page);
    expect(deepText(page.document.querySelector('guide-faq')!).replace(/\s+/g, ' '))
      .to.contain('Newer?')
      .and.not.contain('First?');
    expect(errors).to.deep.equal([]);
    partOf(page, '.question').click();
    await settled();
    expect(partOf(page, '.question').getAttribute('aria-expanded')).to.equal('true');
  });

  it('keeps the server-rendered HTML when the content was corrupted', async () => {
    const html = await render('guide-faq', faq);
    const page = await open(html.replace(/content="[^"]*"/, 'content="{oops"'));
    const before = textIn(page);
    const found: string[] = [];
    page.document.body.addEventListener('guide-error', ({ error }) => found.push(error.found));
    await bringScript(page);
    expect(textIn(page)).to.equal(before);
    expect(before).to.contain('First answer.');
    expect(found).to.have.length(1);
  });

  it('has its styles only once', async () => {
    const page = await open(await render('patient-guide', guides[0].content));
    await bringScript(page);
    const roots = allIn(page.document.body).flatMap(({ shadowRoot }) => shadowRoot ?? []);
    expect(roots.length).to.be.greaterThan(14);
    // Not by `styleSheets`, which has the adopted ones too in WebKit.
    const ways = roots.map((root) => !!root.querySelector('style') !== !!root.adoptedStyleSheets.length);
    expect(ways).to.deep.equal(roots.map(() => true));
  });

  it('gets its styles even if the page’s content security policy blocks the server’s', async () => {
    const policy = `<meta http-equiv="content-security-policy" content="style-src 'none'">`;
    const page = await open(await render('guide-faq', faq), policy);
    const display = () => page.getComputedStyle(partOf(page, '.question')).display;
    expect(display()).not.to.equal('flex');
    await bringScript(page);
    expect(display()).to.equal('flex');
  });

  it('prints a checklist with its own styles', async () => {
    const page = await open(await render('guide-checklist', { items: ['What if I wait?', 'Who does it?'] }));
    await bringScript(page);
    const printed = new Promise<string>((done) =>
      Object.defineProperty(page.HTMLIFrameElement.prototype, 'contentWindow', {
        get(this: HTMLIFrameElement) {
          const { defaultView: view, body } = this.contentDocument!;
          view!.print = () => done(view!.getComputedStyle(body.querySelector('label')!).fontWeight);
          return view;
        },
      }),
    );
    partOf(page, 'div > button').click();
    expect(await printed).to.equal('600');
  });

  it('keeps answers collapsed until the script loads, and opens them if it never does', async () => {
    const page = await open(await render('guide-faq', faq));
    const panel = partOf(page, '[part=panel]');
    expect(panel.getBoundingClientRect().height).to.equal(0);
    for (const animation of page.document.querySelector('guide-faq')!.shadowRoot!.getAnimations()) animation.finish();
    expect(panel.getBoundingClientRect().height).to.be.greaterThan(20);
  });

  it('is hydrated in place even if the script comes before it', async () => {
    const html = await render('patient-guide', guides[0].content);
    const page = await open(html, `<script src="${new URL(SCRIPT, location.href).href}"></script>`);
    await settled();
    const title = guides[0].content as { title: string };
    expect(textIn(page).split(title.title)).to.have.length(2);
  });
});
