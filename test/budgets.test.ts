/** Costs that can be counted without noise. For bytes, see size.mjs; for timings, run `npm run bench`. */
import { expect } from '@open-wc/testing';
import { closeFrames, openFrame } from './frames.js';
import { findAll, inChromium, settled, show } from './helpers.js';
import { attribute, BODY, script } from './pages.js';

/** The nodes in a shadow tree, including the renderer’s comments. */
function nodesIn(root: Node): number {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

describe('performance budget', () => {
  it('a question adds at most 23 nodes, or 40 if its answer has two paragraphs', async () => {
    const nodesOf = async (count: number, answer: string) => {
      const items = Array.from({ length: count }, (_, index) => ({ question: `Question ${index}?`, answer }));
      const faq = await show('guide-faq', { items });
      expect(findAll(faq, '[part=panel]')).to.have.length(count);
      return nodesIn(faq.shadowRoot!);
    };
    for (const [answer, most] of [
      ['One paragraph.', 23],
      ['One paragraph.\n\nAnd **another**.', 40],
    ] as const)
      expect((await nodesOf(1010, answer)) - (await nodesOf(10, answer)), answer).to.be.at.most(most * 1000);
  });

  inChromium.it('nothing shifts with the script tag in the head', async () => {
    const watch = `<script>
      shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });
    </script>`;
    const shiftsIn = async (body: string) => {
      const page = await openFrame(
        `<!doctype html><html lang="en"><head>${watch}${script('defer')}</head>${body}`,
        390,
      );
      for (let turn = 0; turn < 20; turn++) await settled();
      const { shifts } = page.defaultView as unknown as { shifts: number[] };
      closeFrames();
      return shifts;
    };
    const items = Array.from({ length: 12 }, (_, index) => ({ question: `Question ${index}?`, answer: 'An answer.' }));
    const faq = `<h1>A clinic</h1><guide-faq content="${attribute({ items })}">Call us.</guide-faq><p>The end.</p>`;
    expect(await shiftsIn(`<body>${BODY}</body>`)).to.deep.equal([]);
    expect(await shiftsIn(`<body>${faq}</body>`)).to.deep.equal([]);
    const late = `<p id="late"></p><p>Below.</p><script>setTimeout(() => { late.style.height = '300px' }, 50)</script>`;
    expect(await shiftsIn(`<body>${late}</body>`), 'a page that does shift').not.to.deep.equal([]);
  });
});
