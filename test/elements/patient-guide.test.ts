import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { PatientGuide } from '../../src/elements/patient-guide/patient-guide.js';
import { consoleOf, expectAccessible, findAll, settled, show, showHtml, textOf } from '../helpers.js';

const read = async (name: string) =>
  (await (await fetch(`/demo/content/${name}.json`)).json()) as Record<string, unknown> & { title: string };
const whole = await read('spinal-fusion');

const showGuide = async (content: object, attributes: Record<string, string> = {}): Promise<PatientGuide> => {
  const guide = await show('patient-guide', content, attributes);
  await settled();
  return guide;
};

const partsOf = (guide: Element) =>
  findAll(guide, 'article > *, guide-disclaimer')
    .map(({ localName }) => localName)
    .filter((name) => name.startsWith('guide-'));

/** The headings of the guide and its parts, in page order. */
function outlineOf(root: ParentNode): { level: number; text: string }[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const [, level] = /^h([1-6])$/.exec(element.localName) ?? [];
    const own = level ? [{ level: Number(level), text: element.textContent.trim() }] : [];
    return [...own, ...(element.shadowRoot ? outlineOf(element.shadowRoot) : [])];
  });
}

/** The text of the guide and all its parts. */
const wholeText = (root: Element): string =>
  [textOf(root), ...findAll(root, '*').map((part) => (part.shadowRoot ? wholeText(part) : ''))].join(' ');

describe('<patient-guide>', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  describe('by itself', () => {
    it('shows every part in reading order, each statistic under its section, and the disclaimer last', async () => {
      const guide = await showGuide({ ...whole, redFlags: { body: 'Call at once.' } });
      expect(partsOf(guide)).to.deep.equal([
        'guide-summary',
        'guide-note',
        'guide-takeaways',
        'guide-contents',
        'guide-section',
        'guide-statistic',
        'guide-section',
        'guide-section',
        'guide-section',
        'guide-comparison',
        'guide-matcher',
        'guide-note',
        'guide-checklist',
        'guide-faq',
        'guide-sources',
        'guide-cta',
        'guide-disclaimer',
      ]);
      const [redFlags, note] = findAll(guide, 'guide-note');
      expect(textOf(redFlags)).to.match(/^Urgent.*Call at once\.$/);
      expect(textOf(note)).to.include('Valor team');
    });

    it('shows only what the content has, and the standard disclaimer', async () => {
      const guide = await showGuide({ title: 'Small', summary: { text: 'Short.' } });
      expect(partsOf(guide)).to.deep.equal(['guide-summary', 'guide-disclaimer']);
      expect(wholeText(guide)).to.match(/Small.*Short\..*Medical disclaimer/);
    });

    it('leaves no gap for a missing part', async () => {
      const guide = await showGuide({ title: 'Small', summary: { text: 'Short.' }, note: { body: 'Last.' } });
      const [summary, note] = findAll(guide, 'guide-summary, guide-note').map((part) => part.getBoundingClientRect());
      const [title] = findAll(guide, '#title').map((heading) => heading.getBoundingClientRect());
      expect(note.top - summary.bottom).to.be.closeTo(summary.top - title.bottom, 1);
    });

    for (const width of ['1200px', '700px'])
      it(`leaves no gap between its last part and the disclaimer at ${width}`, async () => {
        const guide = await showGuide(whole);
        guide.parentElement!.style.inlineSize = width;
        await settled();
        const [cta, disclaimer] = findAll(guide, 'guide-cta, guide-disclaimer').map((part) =>
          part.getBoundingClientRect(),
        );
        expect(disclaimer.top - cta.bottom).to.be.within(0, 60);
      });

    it('shows a statistic for an unknown section after the last section', async () => {
      const statistic = { label: 'say so', value: 1, population: 'All', source: { title: 'S' } };
      const sections = [{ id: 'a', heading: 'A', body: 'A.' }];
      const guide = await showGuide({
        title: 'T',
        sections,
        statistics: [{ ...statistic, section: 'none' }, statistic],
      });
      expect(partsOf(guide).slice(0, 3)).to.deep.equal(['guide-section', 'guide-statistic', 'guide-statistic']);
    });

    it('logs nothing', async () => {
      expect(await consoleOf(() => showGuide(whole))).to.deep.equal({ errors: [], warnings: [] });
    });

    for (const level of [1, 2, 3, 4, 5, 6])
      it(`has one outline without gaps, starting at heading-level ${level}`, async () => {
        const guide = await showGuide(whole, { 'heading-level': String(level) });
        const outline = outlineOf(guide.shadowRoot!);
        expect(outline[0]).to.deep.equal({ level, text: whole.title });
        expect(outline.slice(1).every((heading) => heading.level > level || level === 6)).to.equal(true);
        for (const [index, heading] of outline.entries())
          if (index) expect(heading.level, heading.text).to.be.at.most(outline[index - 1].level + 1);
      });

    it('is an article named by its title', async () => {
      const guide = await showGuide({ title: 'Is it overused?' });
      const [article] = findAll(guide, 'article');
      const name = article.getAttribute('aria-labelledby')!;
      expect(findAll(guide, `#${name}`)[0].textContent.trim()).to.equal('Is it overused?');
    });

    it('puts the contents next to the text when there is room, and above it when there is not', async () => {
      const isBeside = (guide: Element) => {
        const [contents, section] = findAll(guide, 'guide-contents, guide-section').map((part) =>
          part.getBoundingClientRect(),
        );
        return contents.left >= section.right;
      };
      const guide = await showGuide(whole);
      expect(isBeside(guide)).to.equal(true);
      guide.parentElement!.style.inlineSize = '700px';
      await settled();
      expect(isBeside(guide)).to.equal(false);
    });

    for (const [scheme, width] of [
      ['light', 1200],
      ['dark', 1200],
      ['light', 320],
    ] as const)
      it(`is accessible in ${scheme} at ${width} px, without overflow`, async () => {
        const guide = await showGuide(whole);
        const box = guide.parentElement!;
        for (const [name, value] of Object.entries({
          'inline-size': `${width}px`,
          'color-scheme': scheme,
          background: 'canvas',
          color: 'canvastext',
        }))
          box.style.setProperty(name, value);
        await settled();
        expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        await expectAccessible(guide);
      });

    it('uses the language of its content, unless the author sets another one', async () => {
      const guide = await showGuide({ ...whole, lang: 'es' });
      expect(guide.lang).to.equal('es');
      expect(wholeText(guide)).to.include('Abrir todo');
      guide.content = { ...whole, lang: undefined };
      await settled();
      expect(guide.hasAttribute('lang')).to.equal(false);
      expect(wholeText(guide)).to.include('Open all');
      const other = await showGuide({ ...whole, lang: 'es' }, { lang: 'en' });
      expect(other.lang).to.equal('en');
      expect(wholeText(other)).to.include('Open all');
    });

    it('lets a page style the parts of its parts', async () => {
      const guide = await showGuide({ title: 'T', takeaways: { items: ['One'] } });
      guide.classList.add('styled');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.styled::part(item) { font-weight: 777 }');
      document.adoptedStyleSheets.push(sheet);
      const [takeaways] = findAll(guide, 'guide-takeaways');
      expect(getComputedStyle(findAll(takeaways, 'li')[0]).fontWeight).to.equal('777');
      document.adoptedStyleSheets.pop();
    });

    for (const name of ['spinal-fusion.es', 'first-visit'])
      it(`shows another guide, ${name}.json, without extra code`, async () => {
        const content = await read(name);
        let guide: PatientGuide | undefined;
        const written = await consoleOf(async () => (guide = await showGuide(content)));
        expect(written).to.deep.equal({ errors: [], warnings: [] });
        expect(wholeText(guide!)).to.include(content.title);
        await expectAccessible(guide!);
      });
  });

  describe('around parts', () => {
    it('shows them where the page puts them, and adds the standard disclaimer if there is none', async () => {
      const box = await showHtml(
        `<div><patient-guide content='{"title": "T", "takeaways": {"items": ["One"]}}'><p>The page's own words.</p><guide-takeaways></guide-takeaways></patient-guide></div>`,
      );
      const guide = box.querySelector('patient-guide')!;
      await settled();
      expect(partsOf(guide)).to.deep.equal(['guide-disclaimer']);
      expect(box.querySelector('p')!.checkVisibility()).to.equal(true);
      expect(textOf(box.querySelector('guide-takeaways')!)).to.include('One');
      guide.append(document.createElement('guide-disclaimer'));
      await settled();
      expect(partsOf(guide)).to.deep.equal([]);
    });

    it('does not change the style of the page’s own text', async () => {
      const box = await showHtml(
        `<div style="letter-spacing: 3px; line-height: 2; text-transform: uppercase"><patient-guide content='{"title": "T"}'><p>Words</p><guide-disclaimer content="{}"></guide-disclaimer></patient-guide></div>`,
      );
      await settled();
      const { letterSpacing, textTransform } = getComputedStyle(box.querySelector('p')!);
      expect([letterSpacing, textTransform]).to.deep.equal(['3px', 'uppercase']);
    });

    it('passes each section and statistic its own content, by position or id', async () => {
      const sections = ['a', 'b'].map((id) => ({ id, heading: `Heading ${id}`, body: 'Text.' }));
      const guide = await showHtml(`<patient-guide
        content='${JSON.stringify({ title: 'T', sections })}'
        ><guide-section></guide-section><guide-section item="2"></guide-section><guide-section item="a"></guide-section
      ></patient-guide>`);
      await settled();
      expect([...guide.children].map((part) => textOf(part))).to.deep.equal([
        'Heading aText.',
        'Heading bText.',
        'Heading aText.',
      ]);
    });
  });

  describe('with invalid content', () => {
    it('keeps the fallback, logs one error, and shows the standard disclaimer', async () => {
      const { errors } = await consoleOf(async () => {
        const guide = await showHtml(
          `<patient-guide content='{"title": "T", "faq": {"items": []}}'>Call us.</patient-guide>`,
        );
        await settled();
        expect(partsOf(guide)).to.deep.equal(['guide-disclaimer']);
        expect(guide.shadowRoot!.querySelector('slot')).not.to.equal(null);
      });
      expect(errors).to.deep.equal([
        '<patient-guide> content attribute, faq.items: found a list of 0, expected a list with at least one entry. Fix: make it a list with at least one entry.',
      ]);
    });

    it('keeps the last valid guide', async () => {
      const guide = await showGuide({ title: 'Right' });
      await consoleOf(async () => {
        guide.content = '{"title": 1}';
        await settled();
      });
      expect(textOf(guide)).to.include('Right');
    });
  });
});
