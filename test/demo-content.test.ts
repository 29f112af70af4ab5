import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import { type Example, edges, guideParts, guides } from './examples.js';
import { consoleOf, expectAccessible, findAll, settled, show } from './helpers.js';

/** Shows the example at this width, on a light or dark page. */
async function showExample(example: Example, width: number, scheme = 'light'): Promise<GuideElement<object>> {
  const { element: tag, lang, dir, attributes = {}, content } = example;
  const element = (await show(tag, content, {
    ...attributes,
    ...(lang && { lang }),
    ...(dir && { dir }),
  })) as GuideElement<object>;
  const box = element.parentElement!;
  const style = {
    'inline-size': `${width}px`,
    'color-scheme': scheme,
    background: 'canvas',
    color: 'canvastext',
  };
  for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value);
  await settled();
  return element;
}

/** All text in the element and in the elements in its shadow tree. */
const textOf = (node: Node): string =>
  [...((node as Element).shadowRoot ?? node).childNodes]
    .map((child) => (child instanceof Text ? child.data : child instanceof HTMLStyleElement ? '' : textOf(child)))
    .join(' ');

/** Link URLs and list numbers, which nobody reads. */
const MARKUP = /\]\([^)]*\)|^\s*\d+[.)] /gm;

/** Every word of the content, without Markdown markup; ids, URLs, tones and the like are not shown as they are. */
const wordsOf = (content: unknown, key = ''): string[] => {
  if (typeof content === 'string')
    return /^(?:id|href|url|tone|placement|section|options|lang|on|due)$/.test(key)
      ? []
      : (content.replace(MARKUP, ' ').match(/[\p{L}\p{N}]+/gu) ?? []);
  if (key === 'year') return [String(content)];
  return content && typeof content === 'object'
    ? Object.entries(content).flatMap(([name, value]) => wordsOf(value, Array.isArray(content) ? key : name))
    : [];
};

describe('the demo’s content', () => {
  for (const example of [...guideParts, ...edges, ...guides])
    describe(`<${example.element}>, ${example.name}`, () => {
      it('is shown in full, and writes nothing to the console', async () => {
        let element: GuideElement<object> | undefined;
        const written = await consoleOf(async () => (element = await showExample(example, 780)));
        expect(written).to.deep.equal({ errors: [], warnings: [] });
        const shown = textOf(element!);
        for (const word of wordsOf(example.content, 'content')) expect(shown).to.include(word);
        expect(findAll(element!, '.base')[0].getBoundingClientRect().height).to.be.greaterThan(20);
      });

      for (const [scheme, width] of [
        ['light', 780],
        ['dark', 780],
        ['light', 320],
      ] as const)
        it(`is accessible in ${scheme} at ${width} px, and nothing overflows`, async () => {
          const element = await showExample(example, width, scheme);
          const box = element.parentElement!;
          expect(getComputedStyle(box).color === 'rgb(0, 0, 0)').to.equal(scheme === 'light');
          expect(box.scrollWidth).to.be.at.most(box.clientWidth);
          // In the dark only the colors are others.
          await expectAccessible(element, scheme === 'dark' ? 'cat.color' : undefined);
        });
    });
});
