import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import type { PatientGuideContent } from '../src/elements/patient-guide/patient-guide.content.js';
import { findAll, settled, showHtml, textOf } from './helpers.js';

const PAGES = [
  'guide.html',
  'guide.html?content=spinal-fusion.es',
  'guide.html?content=first-visit',
  'parts.html',
  'index.html',
  'clinic.html',
];

/** Text of the first guide that only one part shows. */
const guide = (await (await fetch('/demo/content/spinal-fusion.json')).json()) as PatientGuideContent;
const words: Record<string, string | undefined> = {
  'guide-summary': guide.summary?.text.split('\n')[0],
  'guide-takeaways': guide.takeaways?.items[3],
  'guide-statistic': guide.statistics?.[0].caveat,
  'guide-comparison': guide.comparison?.title,
  'guide-matcher': guide.matcher?.findings[4].explanation,
  'guide-note': guide.note?.author?.role,
  'guide-checklist': guide.checklist?.items[2],
  'guide-faq': guide.faq?.items[2].answer,
  'guide-sources': guide.sources?.items[0].publisher,
  'guide-cta': guide.cta?.text,
  'guide-disclaimer': guide.disclaimer?.text,
};

/** How long a page may take to show the content of every element, in milliseconds. */
const PATIENCE = 8000;

declare global {
  interface Window {
    /** Called by a demo page in a frame before anything else in it runs: see test/runner/files-plugin.mjs. */
    onPageInFrame?: (page: Window & typeof globalThis) => void;
  }
}

interface Page {
  readonly frame: HTMLIFrameElement;
  readonly document: Document;
  /** Everything logged or thrown, from before the kit starts. */
  readonly lines: string[];
}

/** The kit's elements on the page, including those in shadow trees. */
const elementsIn = (root: Document | ShadowRoot): GuideElement<object>[] =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    const isOfKit = element.localName === 'patient-guide' || element.localName.startsWith('guide-');
    const inside = element.shadowRoot ? elementsIn(element.shadowRoot) : [];
    return isOfKit ? [element as GuideElement<object>, ...inside] : inside;
  });

/** A guide around parts has no box of its own, just a slot for them. */
const showsContent = (element: Element): boolean =>
  element.querySelector('guide-disclaimer')
    ? findAll(element, 'slot').length === 1
    : findAll(element, '.base').some((base) => base.getBoundingClientRect().height > 20) && textOf(element) !== '';

const emptyIn = (document: Document): string[] =>
  elementsIn(document)
    .filter((element) => !showsContent(element))
    .map(({ outerHTML }) => outerHTML.slice(0, 80));

/** Loads the page in a frame and waits until its elements show their content, or time is up. */
async function load(path: string, width = 1200): Promise<Page> {
  const end = performance.now() + PATIENCE;
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { inlineSize: `${width}px`, blockSize: '800px', border: '0' });
  let lines: string[] | undefined;
  window.onPageInFrame = (page) => (lines = hear(page));
  frame.src = `/demo/${path}${path.includes('?') ? '&' : '?'}heard`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  if (!lines) throw new Error(`the test missed what ${path} wrote to the console`);
  const page = frame.contentDocument!;
  const isDone = () => page.readyState === 'complete' && elementsIn(page).length > 0 && emptyIn(page).length === 0;
  while (!isDone() && performance.now() < end) await settled();
  for (const element of elementsIn(page)) await element.updateComplete;
  await settled();
  return { frame, document: page, lines };
}

/** Everything logged or thrown in the window from now on. */
function hear(window: Window & typeof globalThis): string[] {
  const lines: string[] = [];
  for (const kind of ['error', 'warn'] as const)
    window.console[kind] = (...words: unknown[]) => void lines.push(`${kind}: ${String(words[0])}`);
  window.addEventListener('error', ({ message }) => lines.push(`thrown: ${message}`));
  window.addEventListener('unhandledrejection', ({ reason }) => lines.push(`rejected: ${String(reason)}`));
  return lines;
}

describe('the demo’s pages', () => {
  for (const path of PAGES)
    describe(path, () => {
      it('shows every element’s content, and writes nothing to the console', async () => {
        const { document, lines } = await load(path);
        expect(elementsIn(document).length).to.be.at.least(4);
        expect(emptyIn(document), 'elements without content').to.deep.equal([]);
        expect(lines, 'what was written to the console').to.deep.equal([]);
      });

      it('fits in a window of 320 or 1200 px', async () => {
        const { frame, document } = await load(path, 320);
        for (const width of [320, 1200]) {
          frame.style.inlineSize = `${width}px`;
          await settled();
          const { documentElement } = document;
          expect(documentElement.clientWidth).to.be.within(width - 20, width);
          expect(documentElement.scrollWidth, `at ${width} px`).to.be.at.most(documentElement.clientWidth);
          for (const stage of document.querySelectorAll('.stage'))
            expect(stage.scrollWidth, `${stage.innerHTML.slice(0, 60)} at ${width} px`).to.be.at.most(
              stage.clientWidth,
            );
        }
      });

      it('has structured data once if it asks for it, and none otherwise', async () => {
        const { document } = await load(path);
        const asked = document.querySelector('[structured-data]') ? 1 : 0;
        expect(asked).to.equal(path.startsWith('guide.html') ? 1 : 0);
        const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')];
        expect(blocks.length).to.equal(asked);
        for (const { textContent } of blocks) {
          const { '@graph': graph } = JSON.parse(textContent) as { '@graph': Record<string, unknown>[] };
          const types = graph.map((thing) => thing['@type']);
          expect(types).to.deep.equal(['MedicalWebPage', 'FAQPage']);
          expect(document.title).to.include(graph[0]['name']);
        }
      });
    });

  describe('parts.html', () => {
    it('shows the right content of the guide in every part', async () => {
      const { document } = await load('parts.html');
      const parts = elementsIn(document).filter(({ localName }) => localName !== 'patient-guide');
      const tags = parts.map(({ localName }) => localName).filter((tag) => tag !== 'guide-section');
      expect(tags).to.have.members([...Object.keys(words), 'guide-contents']);
      for (const [tag, its] of Object.entries(words)) {
        expect(its, tag).to.be.a('string');
        expect(textOf(document.querySelector(tag)!), tag).to.include(its);
      }
    });

    it('gives each section its own heading, and lists all four in the contents', async () => {
      const { document } = await load('parts.html');
      const headings = guide.sections!.map(({ heading }) => heading);
      const sections = [...document.querySelectorAll('guide-section')];
      expect(sections.map((section) => findAll(section, 'h2')[0]?.textContent.trim())).to.deep.equal(headings);
      const entries = findAll(document.querySelector('guide-contents')!, 'li');
      expect(entries.map(({ textContent }) => textContent.trim())).to.deep.equal(headings);
    });
  });

  it('would fail these tests if an element wrote to the console', async () => {
    const { document, lines } = await load('parts.html');
    document.querySelector('guide-faq')!.setAttribute('content', '{}');
    await settled();
    expect(lines.join()).to.match(/^error: <guide-faq>/);
  });
});
