import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { GuideNote } from '../../src/elements/guide-note/guide-note.js';
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
const TONES = ['info', 'caution', 'urgent'] as const;
const body = 'Call **now**.';

interface AxNode {
  role: string;
  name?: string;
  level?: number;
  children?: AxNode[];
}

const axTree = async (): Promise<AxNode> => (await a11ySnapshot({ selector: 'guide-note' })) as unknown as AxNode;

const headings = (note: GuideNote) => findAll(note, 'h1, h2, h3, h4, h5, h6');
const shapeOf = (note: GuideNote) => find(note, 'svg path').getAttribute('d');

/** Puts the note in a container of this width that can be light or dark. */
async function place(note: GuideNote, inlineSize = '600px'): Promise<HTMLElement> {
  const box = note.parentElement!;
  box.style.cssText = `inline-size: ${inlineSize}; color-scheme: light dark; background: canvas; color: canvastext`;
  await settled();
  return box;
}

/** The luminance of a CSS color painted on `under`. */
function luminanceOf(color: string, under = 'black'): number {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  for (const paint of [under, color]) {
    context.fillStyle = paint;
    context.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe('<guide-note>', () => {
  afterEach(() => emulate({}));

  describe('shows its tone', () => {
    for (const [tone, lang, title, expected] of [
      [undefined, 'en', undefined, 'Clinical note'],
      ['info', 'es', undefined, 'Nota clínica'],
      ['caution', 'en', undefined, 'Caution'],
      ['caution', 'es', undefined, 'Precaución'],
      ['urgent', 'en', undefined, 'Urgent'],
      ['urgent', 'es-MX', undefined, 'Urgente'],
      ['info', 'en', 'From our team', 'From our team'],
      ['caution', 'en', 'Before you decide', 'Caution: Before you decide'],
      ['urgent', 'en', 'Signs that cannot wait', 'Urgent: Signs that cannot wait'],
      ['urgent', 'es', 'Señales que no pueden esperar', 'Urgente: Señales que no pueden esperar'],
      ['urgent', 'en', 'URGENT: go now', 'URGENT: go now'],
    ] as const)
      inChromium.it(`as "${expected}" in "${lang}", both visibly and to screen readers`, async () => {
        const note = await show('guide-note', { body, tone, title }, { lang });
        await expectAccessible(note);
        expect(headings(note).map(({ textContent }) => textContent)).to.deep.equal([expected]);
        const region = await axTree();
        expect(region).to.include({ role: 'region', name: expected });
        expect(region.children![0]).to.include({ role: 'heading', name: expected, level: 2 });
      });

    for (const [tone, word] of [
      ['info', 'Clinical note'],
      ['caution', 'Caution'],
      ['urgent', 'Urgent'],
    ] as const)
      inChromium.it(`as the region name "${word}" when the title is "" or blank`, async () => {
        for (const title of ['', ' ']) {
          const note = await show('guide-note', { body, tone, title });
          await expectAccessible(note);
          expect(textOf(note)).to.equal('Call now.');
          expect(headings(note)).to.deep.equal([]);
          expect(find(note, 'svg').getBoundingClientRect().width).to.be.at.least(16);
          expect(await axTree()).to.include({ role: 'region', name: word });
          note.remove();
        }
      });

    it('with its own icon shape, which screen readers skip', async () => {
      const shapes = await Promise.all(
        TONES.map(async (tone) => {
          const note = await show('guide-note', { body, tone });
          expect(find(note, 'svg').getAttribute('aria-hidden')).to.equal('true');
          return shapeOf(note);
        }),
      );
      expect(new Set(shapes).size).to.equal(3);
    });

    it('again when the content or the language changes', async () => {
      const note = await show('guide-note', { body, tone: 'urgent' });
      note.lang = 'es';
      await note.updateComplete;
      expect(textOf(note)).to.equal('UrgenteCall now.');
      const before = shapeOf(note);
      note.content = { body, tone: 'caution' };
      await note.updateComplete;
      expect(textOf(note)).to.equal('PrecauciónCall now.');
      expect(shapeOf(note)).not.to.equal(before);
    });
  });

  it('cannot be dismissed, takes no focus and does not interrupt when it is urgent', async () => {
    let note!: GuideNote;
    await consoleOf(async () => (note = await show('guide-note', { body, tone: 'urgent', dismissible: true })));
    expect(findAll(note, 'button, [tabindex], [role=alert], [aria-live]')).to.deep.equal([]);
    note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settled();
    expect(find(note, 'h2').checkVisibility()).to.equal(true);
  });

  for (const [author, line] of [
    [{ name: 'Valor team' }, 'Valor team'],
    [{ name: '*Valor* team', role: 'Clinical staff' }, '*Valor* team, Clinical staff'],
  ] as const)
    inChromium.it(`ends with its author: ${line}`, async () => {
      const note = await show('guide-note', { body, author });
      await expectAccessible(note);
      const source = find(note, '[part=source]');
      expect(source.innerText).to.equal(line);
      expect(find(note, 'section').lastElementChild).to.equal(source);
      expect(JSON.stringify(await axTree())).not.to.include('contentinfo');
    });

  it('has no author line without an author', async () => {
    expect(findAll(await show('guide-note', { body }), '[part=source]')).to.deep.equal([]);
  });

  it('has its heading at the given level', async () => {
    const note = await show('guide-note', { body, tone: 'urgent' }, { 'heading-level': '4' });
    expect(headings(note).map(({ localName }) => localName)).to.deep.equal(['h4']);
  });

  describe('colors', () => {
    for (const scheme of ['light', 'dark'])
      for (const tone of TONES)
        it(`of ${tone} have enough contrast on a ${scheme} page`, async () => {
          const note = await show('guide-note', { body, tone, author: { name: 'Valor team' } });
          const box = await place(note);
          box.style.colorScheme = scheme;
          const page = getComputedStyle(box).backgroundColor;
          await expectAccessible(note);
          const { backgroundColor, borderInlineStartColor } = getComputedStyle(find(note, '.note'));
          const ground = luminanceOf(backgroundColor, page);
          expect(contrast(luminanceOf(getComputedStyle(find(note, 'svg')).color), ground)).to.be.at.least(4.5);
          if (tone !== 'info')
            expect(contrast(luminanceOf(borderInlineStartColor), luminanceOf(page))).to.be.at.least(4.5);
          for (const words of findAll(note, 'h2, p'))
            expect(contrast(luminanceOf(getComputedStyle(words).color), ground)).to.be.at.least(7);
        });

    it('are red only for urgent', async () => {
      const isRed = async (tone: (typeof TONES)[number]) => {
        const note = await show('guide-note', { body, tone });
        const [red, green, blue] = getComputedStyle(find(note, 'svg')).color.match(/\d+/g)!.map(Number);
        return red > 3 * green && red > 3 * blue;
      };
      expect(await Promise.all(TONES.map(isRed))).to.deep.equal([false, false, true]);
    });

    inChromiumAndFirefox.it('are the reader’s own in forced colors, and the border stays', async () => {
      await emulate({ 'forced-colors': 'active' });
      for (const tone of TONES) {
        const note = await show('guide-note', { body, tone });
        const { color } = getComputedStyle(await place(note));
        await expectAccessible(note);
        expect(getComputedStyle(find(note, 'svg')).color).to.equal(color);
        const side = tone === 'info' ? 'Top' : 'Left';
        const style = getComputedStyle(find(note, '.note'));
        expect([style[`border${side}Style`], style[`border${side}Color`]]).to.deep.equal(['solid', color]);
        expect(parseFloat(style[`border${side}Width`])).to.be.at.least(1);
      }
    });
  });

  for (const dir of ['ltr', 'rtl'])
    it(`puts the icon and the border at the start edge, ${dir}`, async () => {
      const note = await show('guide-note', { body, tone: 'caution' }, { dir });
      await place(note);
      const [icon, text] = ['svg', 'section'].map((part) => find(note, part).getBoundingClientRect());
      if (dir === 'ltr') expect(icon.right).to.be.below(text.left);
      else expect(icon.left).to.be.above(text.right);
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(find(note, '.note'));
      expect([borderLeftWidth, borderRightWidth]).to.deep.equal(dir === 'ltr' ? ['3px', '0px'] : ['0px', '3px']);
    });

  for (const tone of TONES)
    it(`wraps long words at 320 px and 200% zoom, ${tone}`, async () => {
      const author = { name: LONG_WORD, role: LONG_WORD };
      const note = await show('guide-note', { title: LONG_WORD, body: LONG_WORD, tone, author });
      const box = await place(note, '320px');
      box.style.fontSize = '32px';
      await expectAccessible(note);
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });

  inChromiumAndFirefox.it('does not break across two pages in print', async () => {
    await emulate({ media: 'print' });
    const note = await show('guide-note', { body, tone: 'urgent' });
    expect(getComputedStyle(find(note, '.note')).breakInside).to.equal('avoid');
    expect(find(note, '.base').innerText).to.match(/Urgent\s+Call now\./);
  });

  for (const [content, expected] of [
    ['{"body":"Stop.","tone":"danger"}', 'tone: found "danger", expected "info" or "caution" or "urgent"'],
    ['{"body":"Stop.","author":{"role":"Staff"}}', 'author.name: found nothing'],
    ['{"tone":"urgent"}', 'body: found nothing'],
  ])
    it(`keeps its fallback with ${content}, and logs one error with a fix`, async () => {
      const { errors } = await consoleOf(async () => {
        const note = await showHtml(`<guide-note content='${content}'>The fallback</guide-note>`);
        await settled();
        expect(note.innerText).to.equal('The fallback');
        expect(findAll(note, '.base')).to.deep.equal([]);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('<guide-note>').and.include(expected);
    });
});
