import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import {
  consoleOf,
  emulate,
  expectAccessible,
  find,
  findAll,
  inChromium,
  inChromiumAndFirefox,
  settled,
  show,
  showHtml,
  textOf,
} from '../helpers.js';

const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);

/** Whether the accessibility tree has this node: a selector without a match returns the whole page. */
async function isRead(role: string, name: string): Promise<boolean> {
  const selector = `::-p-aria([role="${role}"][name="${name}"])`;
  const node = await executeServerCommand<{ role: string } | null, object>('a11y-snapshot', { selector });
  return node?.role !== 'RootWebArea';
}

/** Styles the element’s container. */
async function place(element: Element, style: Record<string, string>): Promise<HTMLElement> {
  const box = element.parentElement!;
  for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value);
  await settled();
  return box;
}

const isTooWide = (box: Element): boolean => box.scrollWidth > box.clientWidth;

describe('<guide-takeaways>', () => {
  afterEach(() => emulate({}));

  it('shows its title as a heading and each item in a list', async () => {
    const element = await show('guide-takeaways', { title: 'Remember', items: ['One', 'Two'] });
    await expectAccessible(element);
    expect(find(element, 'h2').textContent).to.equal('Remember');
    expect(findAll(element, 'ul > li').map((item) => item.textContent.trim())).to.deep.equal(['One', 'Two']);
  });

  inChromium.it('is a region named by its heading', async () => {
    await show('guide-takeaways', { title: 'Remember this', items: ['One', '[The source](https://example.org/a)'] });
    expect(await isRead('region', 'Remember this')).to.equal(true);
    expect(await isRead('heading', 'Remember this')).to.equal(true);
    expect(await isRead('list', '')).to.equal(true);
    expect(await isRead('link', 'The source')).to.equal(true);
    expect(await isRead('region', 'Something else')).to.equal(false);
  });

  it('has the heading "Key takeaways" without a title', async () => {
    const element = await show('guide-takeaways', { items: ['One'] });
    await expectAccessible(element);
    expect(find(element, 'h2').textContent).to.equal('Key takeaways');
  });

  inChromium.it('is a region with a default name without a title, or with the title ""', async () => {
    const element = await show('guide-takeaways', { items: ['One'] });
    expect(await isRead('region', 'Key takeaways')).to.equal(true);
    element.content = { title: '', items: ['One'] };
    await element.updateComplete;
    expect(await isRead('region', 'Key takeaways')).to.equal(true);
  });

  it('has a Spanish heading without a title on a Spanish page, and changes it with the language', async () => {
    const element = await show('guide-takeaways', { items: ['Uno'] }, { lang: 'es' });
    await expectAccessible(element);
    expect(find(element, 'h2').textContent).to.equal('Puntos clave');
    element.lang = 'en';
    await element.updateComplete;
    expect(find(element, 'h2').textContent).to.equal('Key takeaways');
  });

  it('shows no heading when the title is ""', async () => {
    const element = await show('guide-takeaways', { title: '', items: ['One'] });
    await expectAccessible(element);
    expect(findAll(element, 'h1, h2, h3, h4, h5, h6')).to.deep.equal([]);
    expect(textOf(element)).to.equal('One');
  });

  it('shows Markdown and HTML in a title as plain text', async () => {
    const element = await show('guide-takeaways', { title: '**Not** <b>bold</b>', items: ['One'] });
    expect(find(element, 'h2').textContent).to.equal('**Not** <b>bold</b>');
    expect(find(element, 'h2').children).to.have.length(0);
  });

  for (const count of [1, 2, 50])
    it(`shows ${count} of ${count} items, each with its marker`, async () => {
      const items = Array.from({ length: count }, (_, index) => `Takeaway ${index + 1}.`);
      const element = await show('guide-takeaways', { items });
      await expectAccessible(element);
      expect(findAll(element, 'li').map((item) => item.textContent.trim())).to.deep.equal(items);
      for (const item of findAll(element, 'li')) {
        expect(getComputedStyle(item).display).to.equal('list-item');
        expect(getComputedStyle(item).listStyleType).to.equal('square');
      }
    });

  it('reports an empty list', async () => {
    const { errors } = await consoleOf(() => show('guide-takeaways', { items: [] }));
    expect(errors).to.deep.equal([
      '<guide-takeaways> content property, items: found a list of 0, expected a list with at least one entry. ' +
        'Fix: make it a list with at least one entry.',
    ]);
  });

  it('reports which item is blank', async () => {
    const { errors } = await consoleOf(() => show('guide-takeaways', { items: ['One', ' \n'] }));
    expect(errors).to.deep.equal([
      '<guide-takeaways> content property, items[1]: found blank text, expected text that is not blank. ' +
        'Fix: make it text that is not blank.',
    ]);
  });

  it('shows strong, emphasis, links, paragraphs and lists in an item', async () => {
    const items = [
      '**Strong** and *stressed*, see [the source](https://example.org/a).',
      'First.\n\nSecond:\n\n- a\n- b',
    ];
    const element = await show('guide-takeaways', { items });
    await expectAccessible(element);
    expect(find(element, 'strong').textContent).to.equal('Strong');
    expect(find(element, 'em').textContent).to.equal('stressed');
    expect(find<HTMLAnchorElement>(element, 'a').href).to.equal('https://example.org/a');
    const [, second] = findAll(element, '[part=item]');
    expect([...second.children].map(({ localName }) => localName)).to.deep.equal(['p', 'p', 'ul']);
    expect(findAll(element, 'li li').map((item) => item.textContent.trim())).to.deep.equal(['a', 'b']);
  });

  it('wraps long words at 320 px', async () => {
    const items = [LONG_WORD, `**${LONG_WORD}**`, `[${LONG_WORD}](https://example.org/${LONG_WORD})`];
    const element = await show('guide-takeaways', { title: LONG_WORD, items });
    const box = await place(element, { 'inline-size': '320px' });
    await expectAccessible(element);
    expect(isTooWide(box)).to.equal(false);
    for (const item of findAll(element, 'h2, li')) {
      expect(item.getBoundingClientRect().right).to.be.at.most(box.getBoundingClientRect().right);
      expect(item.getBoundingClientRect().height).to.be.greaterThan(60);
    }
  });

  it('wraps long words at 320 px and 400% text zoom', async () => {
    const element = await show('guide-takeaways', { title: LONG_WORD, items: [LONG_WORD] });
    const box = await place(element, { 'inline-size': '320px', 'font-size': '64px' });
    await expectAccessible(element);
    expect(isTooWide(box)).to.equal(false);
  });

  it('keeps lines short enough to read in a wide container', async () => {
    const element = await show('guide-takeaways', { items: ['Many words. '.repeat(60)] });
    await place(element, { 'inline-size': '1600px' });
    const size = parseFloat(getComputedStyle(find(element, 'li')).fontSize);
    expect(find(element, 'li').getBoundingClientRect().width).to.be.at.most(36 * size);
  });

  it('has its border and markers at the start: on the left, or on the right on a right-to-left page', async () => {
    const element = await show('guide-takeaways', { title: 'النقاط الرئيسية', items: ['الرأي الثاني مفيد.'] });
    const edges = () => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(find(element, 'section'));
      const { paddingLeft, paddingRight } = getComputedStyle(find(element, 'ul'));
      return [borderLeftWidth, borderRightWidth, parseFloat(paddingLeft) > 0, parseFloat(paddingRight) > 0];
    };
    expect(edges()).to.deep.equal(['3px', '0px', true, false]);
    const box = await place(element, { direction: 'rtl', 'inline-size': '320px' });
    await expectAccessible(element);
    expect(edges()).to.deep.equal(['0px', '3px', false, true]);
    expect(isTooWide(box)).to.equal(false);
  });

  it('is readable on a dark page', async () => {
    const element = await show('guide-takeaways', { title: 'Dark', items: ['See [a link](https://example.org).'] });
    await place(element, { 'color-scheme': 'dark', background: 'canvas', color: 'canvastext' });
    await expectAccessible(element);
    expect(getComputedStyle(find(element, 'section')).borderLeftColor).to.equal('rgb(92, 200, 210)');
    expect(getComputedStyle(find(element, 'li'), '::marker').color).to.equal('rgb(92, 200, 210)');
    expect(getComputedStyle(find(element, 'li')).color).to.equal(getComputedStyle(element.parentElement!).color);
  });

  inChromiumAndFirefox.it('keeps light colors on a page without dark mode', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' });
    const element = await show('guide-takeaways', { items: ['One'] });
    await place(element, { background: 'white', color: 'black' });
    await expectAccessible(element);
    expect(getComputedStyle(find(element, 'section')).borderLeftColor).to.equal('rgb(11, 110, 121)');
    expect(getComputedStyle(find(element, 'li')).color).to.equal('rgb(0, 0, 0)');
  });

  inChromiumAndFirefox.it('uses the reader’s own colors for text, border and links in forced colors', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await show('guide-takeaways', { title: 'Forced', items: ['See [a link](https://example.org).'] });
    const box = await place(element, { color: 'rgb(1, 2, 3)', '--guide-accent': 'rgb(4, 5, 6)' });
    await expectAccessible(element);
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    const canvasText = getComputedStyle(box).color;
    expect(canvasText).not.to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(find(element, 'li')).color).to.equal(canvasText);
    expect(getComputedStyle(find(element, 'section')).borderLeftColor).to.equal(canvasText);
    expect(getComputedStyle(find(element, 'section')).borderLeftStyle).to.equal('solid');
    expect(getComputedStyle(find(element, 'a')).textDecorationLine).to.equal('underline');
  });

  inChromiumAndFirefox.it('does not break an item across two pages in print', async () => {
    const element = await show('guide-takeaways', { items: ['One', 'Two'] });
    expect(getComputedStyle(find(element, 'li')).breakInside).to.equal('auto');
    await emulate({ media: 'print' });
    expect(getComputedStyle(find(element, 'li')).breakInside).to.equal('avoid');
    expect(textOf(element)).to.equal('Key takeaways OneTwo');
  });

  it('can be styled through its parts', async () => {
    const box = await showHtml(`<div>
      <style>
        guide-takeaways::part(base) { padding-top: 3px }
        guide-takeaways::part(heading) { padding-top: 5px }
        guide-takeaways::part(item) { padding-top: 7px }
        guide-takeaways::part(link) { padding-top: 9px }
      </style>
      <guide-takeaways content='{"items": ["[a](https://example.org)"]}'></guide-takeaways>
    </div>`);
    await settled();
    const element = box.querySelector('guide-takeaways')!;
    const paddings = ['.base', 'h2', 'li', 'a'].map((name) => getComputedStyle(find(element, name)).paddingTop);
    expect(paddings).to.deep.equal(['3px', '5px', '7px', '9px']);
  });
});
