import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideSection } from '../../src/elements/guide-section/guide-section.js';
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

/** A new id for every test, because each hash is followed only once. */
let tests = 0;
const freshId = () => `part-${++tests}`;

const contentWith = (id: string) => ({ id, heading: 'When is fusion still right?', body: 'With **instability**.' });

/** Sets the hash as if the page had opened with it: no `hashchange` event fires. */
const arriveAt = (hash: string) => history.replaceState(null, '', `#${hash}`);

/** Follows a link to `#hash` on the page. */
async function followLinkTo(hash: string): Promise<void> {
  const changed = oneEvent(window, 'hashchange');
  location.hash = hash;
  await changed;
  await settled();
}

/** Shows a section far down the page. */
async function showFarDown(content: object | undefined): Promise<GuideSection> {
  const tall = await showHtml<HTMLDivElement>('<div style="padding-block: 2000px"></div>');
  const section = document.createElement('guide-section');
  section.content = content as never;
  tall.append(section);
  await section.updateComplete;
  await settled();
  return section;
}

/** The heading that has focus, while focus is in the element. */
const focusedHeading = (section: GuideSection) =>
  document.activeElement === section ? section.shadowRoot!.activeElement?.textContent : undefined;

function expectAtTop(section: GuideSection): void {
  const { top } = find(section, '#title').getBoundingClientRect();
  // Leaves some space at the top edge.
  expect(top).to.be.within(8, 40);
}

describe('<guide-section>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  it('shows its question as a heading with the answer below it', async () => {
    const section = await show('guide-section', contentWith(freshId()));
    await expectAccessible(section);
    expect(find(section, 'h2').textContent).to.equal('When is fusion still right?');
    expect(textOf(section)).to.equal('When is fusion still right?With instability.');
    expect(find(section, 'strong').textContent).to.equal('instability');
    find(section, 'h2').focus();
    expect(focusedHeading(section), 'a heading takes no focus without a link to it').to.equal(undefined);
  });

  inChromium.it('is not a landmark; screen readers find it by its heading', async () => {
    await show('guide-section', contentWith(freshId()), { 'heading-level': '3' });
    const tree = (await a11ySnapshot({ selector: 'guide-section' })) as unknown as object;
    const all = JSON.stringify(tree);
    expect(all).to.include('"name":"When is fusion still right?"').and.include('"level":3');
    expect(all).not.to.include('"role":"region"');
  });

  it('shows Markdown in its heading as plain text', async () => {
    const section = await show('guide-section', { heading: '*Why* <b>me</b>?', body: 'Ask.' });
    expect(find(section, 'h2').textContent).to.equal('*Why* <b>me</b>?');
  });

  describe('anchor', () => {
    it('is the author’s id, with the heading that a table of contents can list', async () => {
      const id = freshId();
      const section = await show('guide-section', contentWith(id));
      expect(section.anchor).to.equal(id);
      expect(section.content!.heading).to.equal('When is fusion still right?');
    });

    it('is a readable slug of the heading, unique when two headings match', async () => {
      const content = { heading: 'Is fusion overused?', body: 'Data are mixed.' };
      const first = await show('guide-section', content);
      const second = await show('guide-section', content);
      expect([first.anchor, second.anchor]).to.deep.equal(['is-fusion-overused', 'is-fusion-overused-2']);
    });

    it('changes with the content, and is undefined without content', async () => {
      const section = await show('guide-section', undefined);
      expect(section.anchor).to.equal(undefined);
      const id = freshId();
      section.content = contentWith(id);
      await section.updateComplete;
      expect(section.anchor).to.equal(id);
      section.content = null;
      await section.updateComplete;
      expect(section.anchor).to.equal(undefined);
    });
  });

  describe('a link to it', () => {
    it('scrolls to its heading and focuses it when the page opens', async () => {
      const id = freshId();
      arriveAt(id);
      const section = await showFarDown(contentWith(id));
      expectAtTop(section);
      expect(focusedHeading(section)).to.equal('When is fusion still right?');
      await expectAccessible(section);
    });

    it('works when the content arrives after the page', async () => {
      const id = freshId();
      arriveAt(id);
      const section = await showFarDown(undefined);
      section.content = contentWith(id);
      await section.updateComplete;
      await settled();
      expect(focusedHeading(section)).to.equal('When is fusion still right?');
    });

    it('works on the page every time, with an id in any script', async () => {
      const heading = 'هل أحتاج إلى رأي ثانٍ؟';
      const section = await showFarDown({ heading, body: 'نعم.' });
      for (let turn = 0; turn < 2; turn++) {
        await followLinkTo(encodeURIComponent(section.anchor!));
        expectAtTop(section);
        expect(focusedHeading(section)).to.equal(heading);
        await followLinkTo('elsewhere');
        scrollTo(0, 0);
      }
    });

    it('does nothing when it leads elsewhere', async () => {
      arriveAt('a-chapter-of-the-page');
      const section = await showFarDown(contentWith(freshId()));
      await followLinkTo('another-chapter');
      expect(focusedHeading(section)).to.equal(undefined);
      expect(scrollY).to.equal(0);
    });

    it('is followed once, and later content or level changes do not bring the reader back', async () => {
      const id = freshId();
      arriveAt(id);
      const section = await showFarDown(contentWith(id));
      (section.shadowRoot!.activeElement as HTMLElement).blur();
      scrollTo(0, 0);
      section.content = contentWith(id);
      section.headingLevel = 3;
      await section.updateComplete;
      await settled();
      expect(focusedHeading(section)).to.equal(undefined);
      expect(scrollY).to.equal(0);
    });

    it('does nothing when a script changes the URL, even after later renders', async () => {
      const id = freshId();
      const section = await showFarDown(contentWith(id));
      arriveAt(id);
      section.headingLevel = 3;
      await section.updateComplete;
      await settled();
      expect(focusedHeading(section)).to.equal(undefined);
      expect(scrollY).to.equal(0);
    });

    it('lets Tab go from the heading to the first link in the answer', async () => {
      const id = freshId();
      const section = await showFarDown({ ...contentWith(id), body: 'See [the source](https://example.org/).' });
      await followLinkTo(id);
      await sendKeys({ press: 'Tab' });
      expect(focusedHeading(section)).to.equal('the source');
    });
  });

  for (const dir of ['ltr', 'rtl'])
    it(`wraps long words at 320 px and 400% zoom, ${dir}`, async () => {
      const word = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
      const section = await show('guide-section', { heading: word, body: word }, { dir });
      const box = section.parentElement!;
      box.style.inlineSize = '320px';
      box.style.fontSize = '64px';
      await expectAccessible(section);
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });

  for (const [look, features] of Object.entries({
    'on a dark page': { 'prefers-color-scheme': 'dark' },
    'in forced colors': { 'forced-colors': 'active' },
  } as Record<string, Record<string, string>>))
    inChromiumAndFirefox.it(`is readable ${look}, with visible focus on its heading`, async () => {
      await emulate(features);
      const id = freshId();
      const section = await showFarDown(contentWith(id));
      const page = section.parentElement!;
      page.style.cssText += 'color-scheme: light dark; background: canvas; color: canvastext';
      // Browsers show focus moved by a script only after keyboard input.
      const link = Object.assign(document.createElement('a'), { href: `#${id}`, textContent: 'Read on' });
      page.prepend(link);
      link.focus();
      const changed = oneEvent(window, 'hashchange');
      await sendKeys({ press: 'Enter' });
      await changed;
      await settled();
      expect(find(section, '#title').matches(':focus')).to.equal(true);
      const { color, outlineStyle, outlineWidth } = getComputedStyle(find(section, '#title'));
      expect(color).to.equal(getComputedStyle(page).color);
      expect(outlineStyle).to.equal('solid');
      expect(parseFloat(outlineWidth)).to.be.at.least(2);
      await expectAccessible(section);
    });

  it('keeps its fallback when its heading is missing, and logs one error with a fix', async () => {
    const { errors, warnings } = await consoleOf(async () => {
      const section = await showHtml<GuideSection>(
        `<guide-section content='{"title":"Why?","body":"So."}'>The fallback</guide-section>`,
      );
      await settled();
      expect(section.innerText).to.equal('The fallback');
      expect(findAll(section, '.base')).to.deep.equal([]);
      expect(section.anchor).to.equal(undefined);
    });
    expect(warnings).to.deep.equal([]);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('<guide-section>').and.include('heading: found nothing');
  });
});
