import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import fc from 'fast-check';
import type { GuideErrorEvent } from '../../src/base/events.js';
import type { GuideDisclaimer } from '../../src/elements/guide-disclaimer/guide-disclaimer.js';
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
  SPACE_BAR,
} from '../helpers.js';

/** What the standard disclaimer says, regardless of exact wording. */
const ENGLISH = /^Medical disclaimer .*not medical advice.* qualified physician/;
const SPANISH = /^Aviso médico .*no es .*consejo médico.* médico cualificado/;

const dismissible = { text: 'Read this first: [our terms](https://example.org/).', dismissible: true };

/** The visible text of the element in one line, or "" if there is none. */
function seenOf(disclaimer: GuideDisclaimer): string {
  const shown = disclaimer.shadowRoot!.querySelector<HTMLElement>('.base');
  return disclaimer.checkVisibility() && shown ? shown.innerText.replace(/\s+/g, ' ').trim() : '';
}

/** The space the page reserves at an edge, in px: its padding and its scroll padding. */
function roomAt(edge: 'Top' | 'Bottom'): number[] {
  const page = getComputedStyle(document.documentElement);
  return [page[`padding${edge}`], page[`scrollPadding${edge}`]].map((length) => parseFloat(length) || 0);
}

/** Expects the page to reserve the height of each bar, and nothing where there is no bar. */
function expectRoomFor(bars: { top?: GuideDisclaimer; bottom?: GuideDisclaimer }): void {
  for (const [edge, bar] of [
    ['Top', bars.top],
    ['Bottom', bars.bottom],
  ] as const) {
    if (bar) expect(heightOf(bar)).to.be.above(30);
    for (const room of roomAt(edge)) {
      if (bar) expect(room).to.be.closeTo(heightOf(bar), 1);
      else expect(room).to.equal(0);
    }
  }
}

const barOf = (disclaimer: GuideDisclaimer) => find(disclaimer, '.bar');
const heightOf = (disclaimer: GuideDisclaimer) => barOf(disclaimer).getBoundingClientRect().height;
const isFixed = (disclaimer: GuideDisclaimer) => getComputedStyle(barOf(disclaimer)).position === 'fixed';

/** Shows an element and waits until its bar and the page’s spacing settle. */
async function showFixed(content: object, attributes: Record<string, string> = {}): Promise<GuideDisclaimer> {
  const disclaimer = await show('guide-disclaimer', content, attributes);
  await settled();
  return disclaimer;
}

/** The name of the element that has focus. */
function focusedName(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused && focused !== document.body ? (focused.ariaLabel ?? focused.textContent.trim()) : undefined;
}

const dismissButtons = (disclaimer: GuideDisclaimer) => findAll<HTMLButtonElement>(disclaimer, 'button');

async function dismiss(disclaimer: GuideDisclaimer): Promise<void> {
  find(disclaimer, 'button[aria-label="Dismiss"]').click();
  await disclaimer.updateComplete;
  await settled();
}

/** Some engines scroll by whole pixels. */
const ROUNDING = 0.5;

describe('<guide-disclaimer>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    scrollTo(0, 0);
  });

  describe('shows', () => {
    it('its own text below its own title', async () => {
      const disclaimer = await show('guide-disclaimer', { title: 'Please note', text: 'This is **no** advice.' });
      expect(seenOf(disclaimer)).to.equal('Please note This is no advice.');
      expect(find(disclaimer, 'h2').textContent).to.equal('Please note');
    });

    it('the standard text below its own title', async () => {
      const disclaimer = await show('guide-disclaimer', { title: 'Please note' });
      expect(seenOf(disclaimer)).to.match(/^Please note .*not medical advice/);
    });

    it('its own text below the standard title', async () => {
      const disclaimer = await show('guide-disclaimer', { text: 'This is no advice.' });
      expect(seenOf(disclaimer)).to.equal('Medical disclaimer This is no advice.');
    });

    it('only the text when the title is ""', async () => {
      const disclaimer = await show('guide-disclaimer', { title: '', text: 'This is no advice.' });
      expect(seenOf(disclaimer)).to.equal('This is no advice.');
    });

    it('the standard disclaimer in the page’s language, and switches when the language changes', async () => {
      const disclaimer = await show('guide-disclaimer', {}, { lang: 'es-MX' });
      expect(seenOf(disclaimer)).to.match(SPANISH);
      disclaimer.lang = 'en';
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.match(ENGLISH);
    });

    it('the standard disclaimer in English when the language is not supported', async () => {
      const disclaimer = await show('guide-disclaimer', {}, { lang: 'fi' });
      expect(seenOf(disclaimer)).to.match(ENGLISH);
    });

    it('the title at the given heading level', async () => {
      const disclaimer = await show('guide-disclaimer', {}, { 'heading-level': '4' });
      expect(findAll(disclaimer, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)).to.deep.equal(['h4']);
    });
  });

  describe('shows the standard disclaimer', () => {
    /** Shows the HTML, and returns what was logged and dispatched. */
    async function outcomeOf(markup: string) {
      const errorEvents: GuideErrorEvent[] = [];
      const note = (event: GuideErrorEvent) => void errorEvents.push(event);
      document.body.addEventListener('guide-error', note);
      let parent!: HTMLElement;
      const { errors, warnings } = await consoleOf(async () => {
        parent = await showHtml(`<div>${markup}</div>`);
        await parent.querySelector('guide-disclaimer')!.updateComplete;
        await settled();
      });
      document.body.removeEventListener('guide-error', note);
      return { disclaimer: parent.querySelector('guide-disclaimer')!, errors, warnings, errorEvents };
    }

    for (const [lang, standard] of [
      ['en', ENGLISH],
      ['es', SPANISH],
    ] as const) {
      for (const [what, markup] of [
        ['no content', `<guide-disclaimer lang="${lang}"></guide-disclaimer>`],
        ['invalid JSON', `<guide-disclaimer lang="${lang}" content="Not advice"></guide-disclaimer>`],
        ['truncated JSON', `<guide-disclaimer lang="${lang}" content='{"text":"Not adv'></guide-disclaimer>`],
        ['a list', `<guide-disclaimer lang="${lang}" data-content="[]"></guide-disclaimer>`],
        ['a number as the text', `<guide-disclaimer lang="${lang}" content='{"text":1}'></guide-disclaimer>`],
        ['blank text', `<guide-disclaimer lang="${lang}" content='{"text":" "}'></guide-disclaimer>`],
        ['an unknown placement', `<guide-disclaimer lang="${lang}" content='{"placement":"left"}'></guide-disclaimer>`],
        [
          'a string instead of true',
          `<div lang="${lang}"><guide-disclaimer content='{"dismissible":"yes"}'></guide-disclaimer></div>`,
        ],
      ] as const) {
        it(`in "${lang}" with ${what}, and logs one error`, async () => {
          const { disclaimer, errors, warnings, errorEvents } = await outcomeOf(markup);
          expect(seenOf(disclaimer)).to.match(standard);
          expect(errors).to.have.length(1);
          expect(errors[0]).to.match(/^<guide-disclaimer> .+found .+, expected .+ Fix: /);
          expect(warnings).to.deep.equal([]);
          expect(errorEvents).to.have.length(1);
          expect(errorEvents[0].error.element).to.equal('guide-disclaimer');
          expect(errorEvents[0].target === disclaimer).to.equal(true);
        });
      }

      it(`in "${lang}" with the content {}, and logs no error`, async () => {
        const { disclaimer, errors, warnings, errorEvents } = await outcomeOf(
          `<guide-disclaimer lang="${lang}" content="{}"></guide-disclaimer>`,
        );
        expect(seenOf(disclaimer)).to.match(standard);
        expect({ errors, warnings, errorEvents }).to.deep.equal({ errors: [], warnings: [], errorEvents: [] });
      });
    }

    it('inline: invalid content never makes it float or adds a close button', async () => {
      const { disclaimer } = await outcomeOf(
        `<guide-disclaimer content='{"placement":"bottom","dismissible":true,"text":1}'></guide-disclaimer>`,
      );
      expect(seenOf(disclaimer)).to.match(ENGLISH);
      expect(isFixed(disclaimer)).to.equal(false);
      expect(dismissButtons(disclaimer)).to.deep.equal([]);
    });

    for (const content of ['', 'content="{}"', 'content="wrong"']) {
      it(`instead of its children, with ${content || 'no content'}`, async () => {
        const { disclaimer } = await outcomeOf(
          `<guide-disclaimer ${content}><p>Short children of the page.</p></guide-disclaimer>`,
        );
        expect(seenOf(disclaimer)).to.match(ENGLISH);
        expect(disclaimer.querySelector('p')!.checkVisibility()).to.equal(false);
      });
    }

    it('but keeps the last valid text when a change is invalid', async () => {
      const disclaimer = await show('guide-disclaimer', { text: 'This is no advice.' });
      const { errors } = await consoleOf(async () => {
        (disclaimer as { content: unknown }).content = { text: [] };
        await disclaimer.updateComplete;
      });
      expect(errors).to.have.length(1);
      expect(seenOf(disclaimer)).to.equal('Medical disclaimer This is no advice.');
    });

    it('again when its content is removed', async () => {
      const disclaimer = await show('guide-disclaimer', { text: 'This is no advice.' });
      (disclaimer as { content: unknown }).content = null;
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.match(ENGLISH);
    });
  });

  describe('is never blank', () => {
    /** Shows each generated content briefly, and checks that there is something to read. */
    const holds = (contents: fc.Arbitrary<unknown>, give: (disclaimer: GuideDisclaimer, content: unknown) => void) =>
      consoleOf(async () => {
        const parent = await showHtml('<div></div>');
        await fc.assert(
          fc.asyncProperty(contents, async (content) => {
            const disclaimer = document.createElement('guide-disclaimer');
            give(disclaimer, content);
            parent.replaceChildren(disclaimer);
            await disclaimer.updateComplete;
            expect(seenOf(disclaimer)).to.match(/\S/);
            expect(heightOf(disclaimer)).to.be.above(20);
          }),
          { numRuns: 200 },
        );
      });
    const giveProperty = (disclaimer: GuideDisclaimer, content: unknown) => {
      disclaimer.content = content as never;
    };
    const nearlyRight = fc.record(
      {
        title: fc.oneof(fc.string(), fc.jsonValue()),
        text: fc.oneof(fc.string(), fc.jsonValue()),
        placement: fc.oneof(fc.constantFrom('inline', 'top', 'bottom'), fc.jsonValue()),
        dismissible: fc.oneof(fc.boolean(), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );

    for (const text of [
      '\u200b',
      '\u00ad\u2060',
      '\u2800',
      '[](https://example.org/)',
      '[ ](#x)',
      '[](javascript:1)',
    ]) {
      it(`with text that looks non-empty but shows nothing: ${JSON.stringify(text)}`, async () => {
        let disclaimer!: GuideDisclaimer;
        await consoleOf(async () => {
          disclaimer = await show('guide-disclaimer', { title: '', text });
        });
        expect(seenOf(disclaimer)).to.match(/\p{L}/u);
      });
    }

    it('with any JSON value as its content', () => holds(fc.jsonValue(), giveProperty));

    it('with any text in its attribute', () =>
      holds(fc.oneof(fc.string(), fc.json()), (disclaimer, text) => disclaimer.setAttribute('content', String(text))));

    it('with almost valid content', () => holds(nearlyRight, giveProperty));

    it('with any JSON value after valid content', () =>
      holds(fc.oneof(fc.jsonValue(), nearlyRight), (disclaimer, content) => {
        giveProperty(disclaimer, { text: 'This is no advice.' });
        giveProperty(disclaimer, content);
      }));
  });

  describe('for screen readers', () => {
    inChromium.it('is a region named by its title, with a heading', async () => {
      await show('guide-disclaimer', { text: 'This is no advice.' });
      const region = (await a11ySnapshot({ selector: 'guide-disclaimer' })) as unknown as { children: object[] };
      expect(region).to.include({ role: 'region', name: 'Medical disclaimer' });
      expect(region.children[0]).to.include({ role: 'heading', name: 'Medical disclaimer', level: 2 });
    });

    inChromium.it('is a region with a default name when no title is shown', async () => {
      await show('guide-disclaimer', { title: '', text: 'This is no advice.' });
      const region = (await a11ySnapshot({ selector: 'guide-disclaimer' })) as unknown as object;
      expect(region).to.include({ role: 'region', name: 'Medical disclaimer' });
    });

    inChromium.it('has a name and no empty heading when the title is only spaces', async () => {
      const disclaimer = await show('guide-disclaimer', { title: '  ', text: 'This is no advice.' });
      const region = (await a11ySnapshot({ selector: 'guide-disclaimer' })) as unknown as object;
      expect(region).to.include({ role: 'region', name: 'Medical disclaimer' });
      for (const heading of findAll(disclaimer, 'h2')) expect(heading.textContent).to.match(/\S/);
    });

    for (const [lang, name] of [
      ['en', 'Dismiss'],
      ['es', 'Cerrar aviso'],
    ]) {
      inChromium.it(`has a close button named "${name}" in "${lang}"`, async () => {
        await show('guide-disclaimer', dismissible, { lang });
        const snapshot = JSON.stringify(await a11ySnapshot({ selector: 'guide-disclaimer' }));
        expect(snapshot).to.match(new RegExp(`"role":"button",[^{}]*"name":"${name}"`));
      });
    }
  });

  describe('inline', () => {
    for (const content of [{}, { placement: 'inline' }]) {
      it(`stays in place and reserves no space at the edges, with ${JSON.stringify(content)}`, async () => {
        const disclaimer = await showFixed(content);
        expect(isFixed(disclaimer)).to.equal(false);
        expect(disclaimer.getBoundingClientRect().height).to.equal(heightOf(disclaimer));
        expectRoomFor({});
      });
    }
  });

  describe('fixed', () => {
    /** Fills a page several windows long with lines, each of them a link. */
    async function showLongPage(): Promise<HTMLAnchorElement[]> {
      const page = await showHtml('<main></main>');
      for (let line = 0; line < 60; line++) {
        const paragraph = document.createElement('p');
        paragraph.style.cssText = 'margin: 0; padding-block: 7px';
        const link = document.createElement('a');
        link.href = '#';
        link.textContent = `Line ${line}`;
        paragraph.append(link);
        page.append(paragraph);
      }
      return [...page.querySelectorAll('a')];
    }

    const isInWindow = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;

    it('at the bottom, spans the bottom edge of the window', async () => {
      await showLongPage();
      const disclaimer = await showFixed({ placement: 'bottom' });
      for (const y of [0, 500, 100_000]) {
        scrollTo(0, y);
        const { bottom, left, width } = barOf(disclaimer).getBoundingClientRect();
        expect({ bottom, left, width }).to.deep.equal({ bottom: innerHeight, left: 0, width: innerWidth });
      }
    });

    it('at the top, spans the top edge of the window', async () => {
      await showLongPage();
      const disclaimer = await showFixed({ placement: 'top' });
      for (const y of [0, 500, 100_000]) {
        scrollTo(0, y);
        const { top, left, width } = barOf(disclaimer).getBoundingClientRect();
        expect({ top, left, width }).to.deep.equal({ top: 0, left: 0, width: innerWidth });
      }
    });

    it('at the bottom, reserves its height on the page', async () => {
      const disclaimer = await showFixed({ placement: 'bottom' });
      expectRoomFor({ bottom: disclaimer });
    });

    it('at the top, reserves its height on the page', async () => {
      const disclaimer = await showFixed({ placement: 'top' });
      expectRoomFor({ top: disclaimer });
    });

    it('at the top and the bottom at once, reserves space for each', async () => {
      const top = await showFixed({ placement: 'top' });
      const bottom = await showFixed({ placement: 'bottom', text: 'Short.' });
      expectRoomFor({ top, bottom });
      top.remove();
      expectRoomFor({ bottom });
    });

    it('reserves more space when its text grows or the window gets narrower', async () => {
      const disclaimer = await showFixed({ placement: 'bottom', text: 'Short.' });
      const short = heightOf(disclaimer);
      disclaimer.content = { placement: 'bottom', text: 'Now it is longer. '.repeat(8) };
      await disclaimer.updateComplete;
      await settled();
      const longer = heightOf(disclaimer);
      expect(longer).to.be.above(short);
      expectRoomFor({ bottom: disclaimer });
      await setViewport({ width: 320, height: 600 });
      await settled();
      expect(heightOf(disclaimer)).to.be.above(longer);
      expectRoomFor({ bottom: disclaimer });
    });

    it('at the bottom, never covers the last line of the page after scrolling to the end', async () => {
      const last = (await showLongPage()).at(-1)!;
      const disclaimer = await showFixed({ placement: 'bottom' });
      scrollTo(0, document.documentElement.scrollHeight);
      const line = last.getBoundingClientRect();
      expect(isInWindow(line)).to.equal(true);
      expect(line.bottom).to.be.at.most(barOf(disclaimer).getBoundingClientRect().top);
    });

    it('at the top, never covers the first line of the page', async () => {
      const [first] = await showLongPage();
      const disclaimer = await showFixed({ placement: 'top' });
      const line = first.getBoundingClientRect();
      expect(isInWindow(line)).to.equal(true);
      expect(line.top).to.be.at.least(barOf(disclaimer).getBoundingClientRect().bottom);
    });

    it('at the bottom, never covers what Tab focuses', async () => {
      const links = await showLongPage();
      const disclaimer = await showFixed({ placement: 'bottom' });
      const edge = barOf(disclaimer).getBoundingClientRect().top;
      links[0].focus();
      for (const link of links.slice(1, 40)) {
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal(link.textContent);
        expect(isInWindow(link.getBoundingClientRect())).to.equal(true);
        expect(link.getBoundingClientRect().bottom).to.be.at.most(edge + ROUNDING);
      }
      expect(scrollY).to.be.above(500);
    });

    it('at the top, never covers what Shift+Tab focuses', async () => {
      const links = await showLongPage();
      const disclaimer = await showFixed({ placement: 'top' });
      const edge = barOf(disclaimer).getBoundingClientRect().bottom;
      links[50].focus();
      await sendKeys({ down: 'Shift' });
      for (const link of links.slice(10, 50).reverse()) {
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal(link.textContent);
        expect(isInWindow(link.getBoundingClientRect())).to.equal(true);
        expect(link.getBoundingClientRect().top).to.be.at.least(edge - ROUNDING);
      }
      await sendKeys({ up: 'Shift' });
    });

    describe('with long text', () => {
      const content = { placement: 'bottom', text: 'A long text. '.repeat(500) };

      it('leaves at least half of the window to the page', async () => {
        const disclaimer = await showFixed(content);
        expect(heightOf(disclaimer)).to.be.at.most(innerHeight / 2);
        expectRoomFor({ bottom: disclaimer });
      });

      it('scrolls, also with the keyboard', async () => {
        const disclaimer = await showFixed(content);
        const bar = barOf(disclaimer);
        expect(bar.scrollHeight).to.be.above(bar.clientHeight);
        await expectAccessible(disclaimer);
      });
    });

    describe('frees the space', () => {
      for (const placement of ['top', 'bottom'] as const) {
        it(`when it is removed from the ${placement}`, async () => {
          const sheets = document.adoptedStyleSheets.length;
          const disclaimer = await showFixed({ placement });
          expectRoomFor({ [placement]: disclaimer });
          disclaimer.remove();
          expectRoomFor({});
          expect(document.adoptedStyleSheets).to.have.length(sheets);
        });

        it(`when its content changes from ${placement} to inline, and reserves it again when it changes back`, async () => {
          const disclaimer = await showFixed({ placement });
          disclaimer.content = { placement: 'inline' };
          await disclaimer.updateComplete;
          await settled();
          expectRoomFor({});
          disclaimer.content = { placement };
          await disclaimer.updateComplete;
          await settled();
          expectRoomFor({ [placement]: disclaimer });
        });

        it(`when it is dismissed at the ${placement}`, async () => {
          const disclaimer = await showFixed({ placement, ...dismissible });
          expectRoomFor({ [placement]: disclaimer });
          await dismiss(disclaimer);
          expectRoomFor({});
        });
      }

      it('at one edge when it moves to the other', async () => {
        const disclaimer = await showFixed({ placement: 'top' });
        disclaimer.content = { placement: 'bottom' };
        await disclaimer.updateComplete;
        await settled();
        expectRoomFor({ bottom: disclaimer });
      });

      it('when the page hides it, and reserves it again when the page shows it', async () => {
        const disclaimer = await showFixed({ placement: 'bottom' });
        disclaimer.hidden = true;
        await settled();
        expectRoomFor({});
        disclaimer.hidden = false;
        await settled();
        expectRoomFor({ bottom: disclaimer });
      });

      it('but keeps it, once, when it is moved in the DOM', async () => {
        const sheets = document.adoptedStyleSheets.length;
        const disclaimer = await showFixed({ placement: 'bottom' });
        (await showHtml('<main></main>')).append(disclaimer);
        await disclaimer.updateComplete;
        await settled();
        expect(isFixed(disclaimer)).to.equal(true);
        expectRoomFor({ bottom: disclaimer });
        expect(document.adoptedStyleSheets).to.have.length(sheets + 1);
      });
    });

    describe('in a short window, as at 400% zoom', () => {
      for (const placement of ['top', 'bottom'] as const) {
        it(`stays inline instead of at the ${placement}`, async () => {
          await setViewport({ width: 640, height: 320 });
          const disclaimer = await showFixed({ placement });
          expect(isFixed(disclaimer)).to.equal(false);
          expectRoomFor({});
        });

        it(`moves to the ${placement} when the window grows, and back`, async () => {
          await setViewport({ width: 640, height: 320 });
          const disclaimer = await showFixed({ placement });
          await setViewport({ width: 640, height: 700 });
          await settled();
          expect(isFixed(disclaimer)).to.equal(true);
          expectRoomFor({ [placement]: disclaimer });
          await setViewport({ width: 640, height: 320 });
          await settled();
          expect(isFixed(disclaimer)).to.equal(false);
          expectRoomFor({});
        });
      }
    });

    describe('in print', () => {
      for (const placement of ['top', 'bottom'] as const) {
        inChromiumAndFirefox.it(`prints once, inline instead of over the page at the ${placement}`, async () => {
          const disclaimer = await showFixed({ placement, ...dismissible });
          await emulate({ media: 'print' });
          await settled();
          expect(getComputedStyle(barOf(disclaimer)).position).to.be.oneOf(['static', 'relative']);
          expect(barOf(disclaimer).getBoundingClientRect().height).to.be.above(40);
          expectRoomFor({});
        });
      }

      inChromiumAndFirefox.it(
        'reserves no space even without another measurement, because printing does not wait for observers',
        async () => {
          const { ResizeObserver } = window;
          window.ResizeObserver = class {
            observe = () => undefined;
            unobserve = () => undefined;
            disconnect = () => undefined;
          };
          const disclaimer = await showFixed({ placement: 'bottom' });
          window.ResizeObserver = ResizeObserver;
          expectRoomFor({ bottom: disclaimer });
          await emulate({ media: 'print' });
          await settled();
          expectRoomFor({});
        },
      );

      inChromiumAndFirefox.it('has no close button', async () => {
        const disclaimer = await showFixed({ placement: 'bottom', ...dismissible });
        expect(find(disclaimer, 'button').checkVisibility()).to.equal(true);
        await emulate({ media: 'print' });
        expect(find(disclaimer, 'button').checkVisibility()).to.equal(false);
      });
    });
  });

  describe('when it is not dismissible', () => {
    for (const content of [
      { text: dismissible.text },
      { text: dismissible.text, dismissible: false },
      { text: dismissible.text, placement: 'bottom' },
    ]) {
      it(`has no button and ignores Escape, with ${JSON.stringify(content)}`, async () => {
        const disclaimer = await show('guide-disclaimer', content);
        let dismissals = 0;
        disclaimer.addEventListener('guide-dismiss', () => dismissals++);
        expect(dismissButtons(disclaimer)).to.deep.equal([]);
        find(disclaimer, 'a').focus();
        await sendKeys({ press: 'Escape' });
        await disclaimer.updateComplete;
        expect(seenOf(disclaimer)).to.include('Read this first');
        expect(dismissals).to.equal(0);
      });
    }
  });

  describe('when it is dismissible', () => {
    it('starts open, with a button large enough for a thumb that covers no text', async () => {
      await setViewport({ width: 320, height: 600 });
      const disclaimer = await show('guide-disclaimer', { ...dismissible, title: 'A title that is long. '.repeat(5) });
      const button = find(disclaimer, 'button').getBoundingClientRect();
      expect(Math.min(button.width, button.height)).to.be.at.least(44);
      for (const text of findAll(disclaimer, 'h2, p'))
        expect(text.getBoundingClientRect().right).to.be.at.most(button.left);
      expect(button.right).to.be.at.most(320);
    });

    it('closes when the button is pressed, and takes no space', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      expect(seenOf(disclaimer)).to.equal('');
      expect(disclaimer.getBoundingClientRect().height).to.equal(0);
    });

    for (const key of ['Enter', SPACE_BAR, 'Escape']) {
      it(`closes on ${key === SPACE_BAR ? 'Space' : key} after tabbing to the button`, async () => {
        const disclaimer = await show('guide-disclaimer', { text: 'This is no advice.', dismissible: true });
        const before = document.createElement('button');
        before.textContent = 'before';
        disclaimer.before(before);
        before.focus();
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal('Dismiss');
        await sendKeys({ press: key });
        await disclaimer.updateComplete;
        expect(seenOf(disclaimer)).to.equal('');
      });
    }

    it('closes on Escape when a link in its text has focus', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      find(disclaimer, 'a').focus();
      await sendKeys({ press: 'Escape' });
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.equal('');
    });

    for (const placement of ['inline', 'bottom'] as const) {
      it(`is one tab stop, its button, while all of it is visible, with placement ${placement}`, async () => {
        const disclaimer = await showFixed({ title: '', text: 'Short.', dismissible: true, placement });
        const [before, after] = [document.createElement('button'), document.createElement('button')];
        before.textContent = 'before';
        after.textContent = 'after';
        disclaimer.before(before);
        disclaimer.after(after);
        before.focus();
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal('Dismiss');
        await sendKeys({ press: 'Tab' });
        expect(focusedName()).to.equal('after');
      });
    }

    it('ignores Escape when focus is elsewhere, and ignores other keys', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      const other = document.createElement('button');
      other.textContent = 'other';
      disclaimer.after(other);
      other.focus();
      await sendKeys({ press: 'Escape' });
      find(disclaimer, 'a').focus();
      await sendKeys({ press: 'a' });
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.include('Read this first');
    });

    for (const way of ['the button', 'Escape']) {
      it(`fires one event when it is closed by ${way}`, async () => {
        const disclaimer = await show('guide-disclaimer', dismissible);
        const heard: Event[] = [];
        const note = (event: Event) => void heard.push(event);
        document.body.addEventListener('guide-dismiss', note);
        find(disclaimer, 'button').focus();
        await sendKeys({ press: way === 'Escape' ? 'Escape' : 'Enter' });
        await sendKeys({ press: 'Escape' });
        await disclaimer.updateComplete;
        document.body.removeEventListener('guide-dismiss', note);
        expect(heard).to.have.length(1);
        expect(heard[0]).to.include({ bubbles: true, composed: true });
        expect(heard[0].target === disclaimer).to.equal(true);
      });
    }

    it('stays closed when its content changes', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      disclaimer.content = { ...dismissible, text: 'Something else.', placement: 'bottom' };
      await disclaimer.updateComplete;
      await settled();
      expect(seenOf(disclaimer)).to.equal('');
      expectRoomFor({});
    });

    it('stays closed when it is moved', async () => {
      const disclaimer = await showFixed({ ...dismissible, placement: 'bottom' });
      await dismiss(disclaimer);
      (await showHtml('<main></main>')).append(disclaimer);
      await disclaimer.updateComplete;
      await settled();
      expect(seenOf(disclaimer)).to.equal('');
      expectRoomFor({});
    });

    it('opens again when its content is no longer dismissible', async () => {
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      disclaimer.content = { text: 'This is no advice.' };
      await disclaimer.updateComplete;
      expect(seenOf(disclaimer)).to.include('This is no advice.');
    });

    it('starts open in a new element, because nothing is stored', async () => {
      localStorage.clear();
      sessionStorage.clear();
      const stored = () => [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href];
      const before = stored();
      const disclaimer = await show('guide-disclaimer', dismissible);
      await dismiss(disclaimer);
      expect(stored()).to.deep.equal(before);
      disclaimer.remove();
      const again = await show('guide-disclaimer', dismissible);
      expect(seenOf(again)).to.include('Read this first');
    });

    it('leaves other disclaimers on the page open', async () => {
      const one = await show('guide-disclaimer', dismissible);
      const other = await show('guide-disclaimer', dismissible);
      const dismissed = oneEvent(document.body, 'guide-dismiss');
      await dismiss(one);
      expect((await dismissed).target === one).to.equal(true);
      expect(seenOf(other)).to.include('Read this first');
    });
  });

  describe('passes axe', () => {
    const states: Record<string, object> = {
      inline: {},
      'inline, without a title': { title: '' },
      'inline, dismissible': dismissible,
      'fixed at the top': { placement: 'top', text: dismissible.text },
      'fixed at the bottom': { placement: 'bottom' },
      'fixed at the bottom, dismissible': { ...dismissible, placement: 'bottom' },
    };
    const looks: Record<string, (parent: HTMLElement) => unknown> = {
      light: () => undefined,
      dark: (parent) => {
        // axe assumes that a page without a background is white.
        parent.style.cssText = 'color-scheme: dark; background: canvas; color: canvastext';
        expect(getComputedStyle(parent).backgroundColor).not.to.equal('rgb(255, 255, 255)');
      },
      'forced colors': async () => {
        await emulate({ 'forced-colors': 'active' });
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      },
      'right to left': (parent) => {
        parent.dir = 'rtl';
      },
      '320 px wide': async () => {
        await setViewport({ width: 320, height: 600 });
        expect(document.documentElement.scrollWidth).to.equal(320);
      },
    };
    for (const [state, content] of Object.entries(states)) {
      for (const [look, put] of Object.entries(looks)) {
        (look === 'forced colors' ? inChromiumAndFirefox.it : it)(`${state}, ${look}`, async () => {
          const disclaimer = await showFixed(content);
          await put(disclaimer.parentElement!);
          await settled();
          expect(isFixed(disclaimer)).to.equal('placement' in content);
          await expectAccessible(disclaimer);
        });
      }
    }

    it('after it was closed', async () => {
      const disclaimer = await showFixed(dismissible);
      await dismiss(disclaimer);
      await expectAccessible(disclaimer);
    });

    it('right to left, with its button on the left', async () => {
      const disclaimer = await showFixed({ ...dismissible, placement: 'bottom' }, { dir: 'rtl' });
      const button = find(disclaimer, 'button').getBoundingClientRect();
      const [text] = findAll(disclaimer, 'p');
      expect(button.right).to.be.at.most(text.getBoundingClientRect().left);
    });
  });
});
