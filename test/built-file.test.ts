import { expect } from '@open-wc/testing';
import { type Example, edges, guideParts, guides } from './examples.js';
import { settled } from './helpers.js';

/** What a reader sees of an element in any shadow tree, each run of white space as one blank. */
const deepText = (node: Node): string => {
  if (node.nodeType === Node.COMMENT_NODE || node.nodeName === 'STYLE') return '';
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  return [...((node as Element).shadowRoot ?? node).childNodes].map(deepText).join('');
};

/** Every element in any shadow tree, in order, with the attributes that its template gave it. */
const deepElements = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')]
    .flatMap((element) => [element, ...(element.shadowRoot ? deepElements(element.shadowRoot) : [])])
    .filter(({ localName }) => localName !== 'style');

const describeElement = ({ localName, attributes }: Element): string =>
  `${localName} ${[...attributes]
    .filter(({ name }) => name !== 'content')
    .map(({ name, value }) => `${name}=${value.replace(/\s+/g, ' ').trim()}`)
    .sort()
    .join(' ')}`;

type Page = Window & typeof globalThis;

/** A page of its own, 800 px wide, in which a script defines the elements. */
async function pageWith(script: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 800px; block-size: 600px; border: 0';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A clinic</title>${script}<body></body></html>`;
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

async function show(page: Page, { element, content, lang, attributes = {} }: Example): Promise<HTMLElement> {
  const { document } = page;
  document.documentElement.lang = lang ?? 'en';
  const shown = document.createElement(element);
  for (const [name, value] of Object.entries(attributes)) shown.setAttribute(name, value);
  shown.setAttribute('content', JSON.stringify(content));
  document.body.replaceChildren(shown);
  await page.customElements.whenDefined(element);
  await (shown as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  await settled();
  return shown;
}

describe('the built file, whose templates and styles are minified,', () => {
  let source: Page;
  let built: Page;
  before(async () => {
    source = await pageWith(
      '<script type="module">import { register } from "/src/entries/register.ts"; register()</script>',
    );
    built = await pageWith('<script src="/dist/patient-guide.js"></script>');
  });

  after(() => [source, built].forEach(({ frameElement }) => frameElement!.remove()));

  for (const example of [...guides, ...guideParts, ...edges] as Example[])
    it(`shows what the source shows: ${example.element}, ${example.name}`, async () => {
      const [expected, shown] = [await show(source, example), await show(built, example)];
      const texts = [expected, shown].map((element) => deepText(element).replace(/\s+/g, ' ').trim());
      const trees = [expected, shown].map((element) => deepElements(element.shadowRoot!).map(describeElement));
      expect(texts[1].replaceAll(' ', '')).to.equal(texts[0].replaceAll(' ', ''));
      expect(trees[1]).to.deep.equal(trees[0]);
      // A blank that a minifier takes out of a text, or a rule out of a style sheet, moves or resizes a box.
      const boxes = [expected, shown].map((element) =>
        deepElements(element.shadowRoot!).map((box) => {
          const { x, y, width, height } = box.getBoundingClientRect();
          return [x, y, width, height].map(Math.round).join(' ');
        }),
      );
      expect(boxes[1]).to.deep.equal(boxes[0]);
    });
});
