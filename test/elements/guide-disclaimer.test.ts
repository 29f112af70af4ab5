import { expect } from '@open-wc/testing';
import { a11ySnapshot, setViewport } from '@web/test-runner-commands';
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
} from '../helpers.js';
import {
  dismiss,
  expectRoomFor,
  heightOf,
  showFixed,
  dismissible,
  dismissButtons,
  isFixed,
  seenOf,
} from './guide-disclaimer.helpers.js';
import { runs } from '../depth.js';

/** What the standard disclaimer says, regardless of exact wording. */
const ENGLISH = /^Medical disclaimer .*not medical advice.* qualified physician/;

const SPANISH = /^Aviso médico .*no es .*consejo médico.* médico cualificado/;

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
          { numRuns: runs(200) },
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
