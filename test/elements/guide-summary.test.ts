import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
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
const text = 'Fusion suits **structural** problems.';

interface AxNode {
  role: string;
  name?: string;
  level?: number;
  children?: AxNode[];
}

const axTree = async (): Promise<AxNode> => (await a11ySnapshot({ selector: 'guide-summary' })) as unknown as AxNode;

const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

/** Styles the element’s container. */
async function place(element: Element, style: Record<string, string>): Promise<HTMLElement> {
  const box = element.parentElement!;
  for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value);
  await settled();
  return box;
}

describe('<guide-summary>', () => {
  afterEach(() => emulate({}));

  inChromium.it('is a region named by its heading', async () => {
    const summary = await show('guide-summary', { title: 'In short', text });
    await expectAccessible(summary);
    const region = await axTree();
    expect(region).to.include({ role: 'region', name: 'In short' });
    expect(region.children![0]).to.include({ role: 'heading', name: 'In short', level: 2 });
    expect(textOf(summary)).to.equal('In shortFusion suits structural problems.');
  });

  for (const [lang, words] of [
    ['en', 'The short answer'],
    ['es-MX', 'La respuesta breve'],
    ['fi', 'The short answer'],
  ])
    it(`has the heading "${words}" on a page in "${lang}" when its title is omitted`, async () => {
      const summary = await show('guide-summary', { text }, { lang });
      await expectAccessible(summary);
      expect(find(summary, 'h2').textContent).to.equal(words);
    });

  inChromium.it('shows no heading when the title is "", and is a region with a default name', async () => {
    const summary = await show('guide-summary', { title: '', text }, { lang: 'es' });
    await expectAccessible(summary);
    expect(textOf(summary)).to.equal('Fusion suits structural problems.');
    expect(await axTree()).to.include({ role: 'region', name: 'La respuesta breve' });
  });

  it('has its heading at the given level', async () => {
    const summary = await show('guide-summary', { text }, { 'heading-level': '4' });
    expect(findAll(summary, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)).to.deep.equal(['h4']);
  });

  it('is larger than the page’s text, in all its parts, below a modest heading', async () => {
    const summary = await show('guide-summary', { text: `${text}\n\n- One\n\n  Within\n\n  - Deep` });
    const page = sizeOf(summary);
    const sizes = findAll(summary, 'p, li').map(sizeOf);
    expect(sizes).to.have.length(6);
    expect(new Set(sizes).size).to.equal(1);
    expect(sizes[0]).to.be.within(1.1 * page, 1.4 * page);
    expect(sizeOf(find(summary, 'h2'))).to.equal(page);
  });

  it('keeps its lines as short as those of the text below it', async () => {
    const summary = await show('guide-summary', { text: 'Many words. '.repeat(60) });
    await place(summary, { 'inline-size': '1600px' });
    const width = find(summary, 'p').getBoundingClientRect().width;
    expect(width).to.be.closeTo(34 * sizeOf(summary), 1);
  });

  for (const dir of ['ltr', 'rtl'])
    it(`wraps long words at 320 px and 400% zoom, ${dir}`, async () => {
      const summary = await show('guide-summary', { title: LONG_WORD, text: LONG_WORD }, { dir });
      const box = await place(summary, { 'inline-size': '320px', 'font-size': '64px' });
      await expectAccessible(summary);
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });

  for (const [look, features] of Object.entries({
    'a dark page': { 'prefers-color-scheme': 'dark' },
    'forced colors': { 'forced-colors': 'active' },
    print: { media: 'print' },
  } as Record<string, Record<string, string>>))
    inChromiumAndFirefox.it(`is readable in ${look}, in the page’s own color`, async () => {
      await emulate(features);
      const summary = await show('guide-summary', { text: 'See [the source](https://example.org/).' });
      const box = await place(summary, {
        'color-scheme': 'light dark',
        background: 'canvas',
        color: 'canvastext',
      });
      await expectAccessible(summary);
      for (const part of findAll(summary, 'h2, p'))
        expect(getComputedStyle(part).color).to.equal(getComputedStyle(box).color);
      expect(getComputedStyle(find(summary, 'a')).textDecorationLine).to.equal('underline');
    });

  it('keeps its fallback when its text is missing, and logs one error with a fix', async () => {
    const { errors, warnings } = await consoleOf(async () => {
      const summary = await showHtml(`<guide-summary content='{"body":"Yes."}'>The fallback</guide-summary>`);
      await settled();
      expect(summary.innerText).to.equal('The fallback');
      expect(findAll(summary, '.base')).to.deep.equal([]);
    });
    expect(warnings).to.deep.equal([]);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('<guide-summary>').and.include('text: found nothing');
  });
});
