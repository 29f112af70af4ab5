import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decodeContent } from '../src/content/decode.lazy.js';
import type { GuideElement } from '../src/base/guide-element.js';
import { upgradePlaceholders } from '../src/page/upgrade-placeholders.js';
import { encode } from '../src/index.js';
import { elements } from '../src/entries/register.js';
import { consoleOf, expectAccessible, findAll, settled, showHtml } from './helpers.js';

const TAGS = Object.keys(elements);
const CONTENT = { title: 'Remember', items: ['One', 'Two'] };
const FALLBACK = '<p class="fallback">Call us.</p>';
/** What a visitor reads in takeaways. */
const shownBy = (element: Element): string =>
  findAll(element, '.base h2, .base li')
    .map((part) => part.textContent.trim())
    .join(' ');
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

upgradePlaceholders(TAGS);

/** The element that replaced a div, once everything has settled. */
async function showPlaceholder<Type extends Element = GuideElement<object>>(markup: string): Promise<Type> {
  const box = await showHtml(`<div>${markup}</div>`);
  await settled();
  return box.firstElementChild as Type;
}

const isFallbackSeen = (element: Element): boolean => element.querySelector('.fallback')!.checkVisibility();

describe('a div with data-guide', () => {
  for (const tag of TAGS)
    it(`becomes a <${tag}>, by its short name or its tag`, async () => {
      for (const name of [tag, tag.replace('guide-', '')]) {
        await consoleOf(async () => {
          const element = await showPlaceholder(`<div data-guide="${name}" data-content="e30">${FALLBACK}</div>`);
          expect(element.localName, name).to.equal(tag === 'patient-guide' || name !== 'guide' ? tag : name);
        });
      }
    });

  it('shows its content instead of its fallback', async () => {
    const written = await consoleOf(async () => {
      const element = await showPlaceholder(
        `<div data-guide="takeaways" data-content="${encode(CONTENT)}">${FALLBACK}</div>`,
      );
      expect(shownBy(element)).to.equal('Remember One Two');
      expect(isFallbackSeen(element)).to.equal(false);
      await expectAccessible(element);
    });
    expect(written).to.deep.equal({ errors: [], warnings: [] });
  });

  it('shows its fallback when its content is invalid, and the console says where', async () => {
    const { errors } = await consoleOf(async () => {
      const element = await showPlaceholder(`<div data-guide="takeaways" data-content="{}">${FALLBACK}</div>`);
      expect(element.localName).to.equal('guide-takeaways');
      expect(isFallbackSeen(element)).to.equal(true);
    });
    expect(errors).to.deep.equal([
      '<guide-takeaways> data-content attribute, items: found nothing, expected a list. Fix: add "items".',
    ]);
  });

  it('keeps the same child nodes with their listeners', async () => {
    const box = await showHtml('<div></div>');
    const div = document.createElement('div');
    const link = Object.assign(document.createElement('a'), { href: '#call', textContent: 'Call us' });
    let clicks = 0;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      clicks++;
    });
    div.dataset['guide'] = 'takeaways';
    div.append('Or ', link, document.createComment('!'), ' now.');
    const children = [...div.childNodes];
    await consoleOf(async () => {
      box.append(div);
      await settled();
    });
    expect([...box.firstElementChild!.childNodes]).to.deep.equal(children);
    link.click();
    expect(clicks).to.equal(1);
    expect(div.isConnected).to.equal(false);
  });

  it('keeps its JSON script', async () => {
    const element = await showPlaceholder(
      `<div data-guide="takeaways"><script type="application/json">${JSON.stringify(CONTENT)}</script></div>`,
    );
    expect(shownBy(element)).to.equal('Remember One Two');
  });

  it('keeps its attributes, whatever their names, except data-guide and event handlers', async () => {
    const element = await showPlaceholder(
      `<div id="here" class="a b" data-guide="takeaways" title="T" data-x="1" data-content="${encode(CONTENT)}" @click="x" :is="y" onclick="z" hidden></div>`,
    );
    expect(element.outerHTML).to.equal(
      `<guide-takeaways id="here" class="a b" title="T" data-x="1" data-content="${encode(CONTENT)}" @click="x" :is="y" hidden=""></guide-takeaways>`,
    );
  });

  it('accepts every attribute of its element as data-*, for filters that allow nothing else', async () => {
    const faq = encode({ items: [{ question: 'Why?', answer: 'So.' }] });
    const element = await showPlaceholder(
      `<div data-guide="faq" data-content="${faq}" data-heading-level="4" data-lang="es" data-single data-share="" data-item="2" data-id="x"></div>`,
    );
    expect(element.outerHTML).to.equal(
      `<guide-faq data-content="${faq}" heading-level="4" lang="es" single="" share="" data-item="2" data-id="x"></guide-faq>`,
    );
    expect(findAll(element, 'h4')[0].textContent).to.equal('Preguntas frecuentes');
    for (const [tag, { observedAttributes }] of Object.entries(elements))
      for (const name of observedAttributes.filter((name) => !/content|src/.test(name))) {
        await consoleOf(async () => {
          const element = await showPlaceholder(`<div data-guide="${tag}" data-content="e30" data-${name}="1"></div>`);
          expect(element.getAttribute(name), `${tag} ${name}`).to.equal('1');
        });
      }
  });

  it('loads the file in data-src', async () => {
    const json = URL.createObjectURL(new Blob([JSON.stringify(CONTENT)]));
    const element = await showPlaceholder(`<div data-guide="takeaways" data-src="${json}"></div>`);
    await new Promise((done) => (element.content ? done(0) : element.addEventListener('guide-ready', done)));
    expect(shownBy(element)).to.equal('Remember One Two');
  });

  it('is a part of the guide around it, which may be a div or an element', async () => {
    const guide = encode({ title: 'Guide', takeaways: CONTENT, summary: { text: 'In short.' } });
    const inner = `<section><div data-guide="takeaways">${FALLBACK}</div></section>`;
    for (const markup of [
      `<div data-guide="patient-guide" data-content="${guide}">${inner}</div>`,
      `<patient-guide data-content="${guide}">${inner}</patient-guide>`,
    ]) {
      const written = await consoleOf(async () => {
        const element = await showPlaceholder(markup);
        const part = element.querySelector('guide-takeaways')!;
        expect(shownBy(part)).to.equal('Remember One Two');
        // A guide around parts renders only the disclaimer itself.
        expect(findAll(element, 'guide-summary')).to.have.length(0);
        expect(findAll(element, 'guide-disclaimer')).to.have.length(1);
      });
      expect(written).to.deep.equal({ errors: [], warnings: [] });
    }
  });

  it('is replaced when it is added later: with innerHTML, in a fragment, inside others', async () => {
    const placeholder = `<div data-guide="takeaways" data-content="${encode(CONTENT)}"></div>`;
    const box = await showHtml('<main></main>');
    box.innerHTML = placeholder + `<section>${placeholder}</section>`;
    const fragment = document.createRange().createContextualFragment(`<p>x</p>${placeholder}`);
    box.append(fragment);
    const late = document.createElement('div');
    box.append(late);
    late.outerHTML = placeholder;
    await settled();
    expect(box.querySelectorAll('guide-takeaways')).to.have.length(4);
    expect(box.querySelector('div')).to.equal(null);
    for (const element of box.querySelectorAll('guide-takeaways'))
      expect(shownBy(element)).to.equal('Remember One Two');
  });

  it('stays a div in an editor, so that the page is saved with it', async () => {
    const placeholder = `<div data-guide="takeaways" data-content="${encode(CONTENT)}">${FALLBACK}</div>`;
    const written = await consoleOf(async () => {
      for (const editor of ['contenteditable', 'contenteditable="true"', 'contenteditable="plaintext-only"'])
        for (const markup of [
          placeholder,
          `<section contenteditable="false">${placeholder}</section>`,
          '<div data-guide="x"></div>',
        ]) {
          const html = (await showPlaceholder(`<article ${editor}>${markup}</article>`)).innerHTML;
          expect(html).to.include('<div data-guide=').and.not.to.include('<guide-');
        }
    });
    expect(written).to.deep.equal({ errors: [], warnings: [] });
    const element = await showPlaceholder(`<section contenteditable="false">${placeholder}</section>`);
    expect(element.firstElementChild!.localName).to.equal('guide-takeaways');
  });

  it('with an unknown name stays and shows its fallback, and one warning lists the known names', async () => {
    const { warnings, errors } = await consoleOf(async () => {
      for (const name of ['fqa', 'fqa', 'step-1', 'FAQs', 'constructor', '__proto__', '']) {
        const div = await showPlaceholder(`<div data-guide="${name}">${FALLBACK}</div>`);
        expect(div.localName).to.equal('div');
        expect(isFallbackSeen(div)).to.equal(true);
      }
    });
    expect(errors).to.deep.equal([]);
    const known = Object.keys(elements).map((tag) => tag.replace('guide-', ''));
    expect(warnings).to.deep.equal(
      [
        'data-guide="fqa"',
        'data-guide="step-1"',
        'data-guide="FAQs"',
        'data-guide="constructor"',
        'data-guide="__proto__"',
        'data-guide=""',
      ].map((name) => `not known: ${name}; known: ${known.join(', ')}`),
    );
  });

  it('is not replaced if it is another element', async () => {
    const box = await showHtml('<div><span data-guide="faq">a</span><p data-guide="faq">b</p></div>');
    await settled();
    expect(box.innerHTML).to.equal('<span data-guide="faq">a</span><p data-guide="faq">b</p>');
  });
});

describe('placeholders on a page that is loading', () => {
  type Frame = HTMLIFrameElement & { contentWindow: Window & typeof globalThis };
  const FILE = '/dist/patient-guide.js';
  const placeholder = `<div data-guide="takeaways" data-content="${encode(CONTENT)}">${FALLBACK}</div>`;

  /** Opens a page that loads as slowly as the test writes it. */
  async function open(head: string): Promise<{ page: Document; written: string[]; view: Frame['contentWindow'] }> {
    const frame = await showHtml<Frame>('<iframe></iframe>');
    const page = frame.contentDocument!;
    page.open();
    const written: string[] = [];
    const view = frame.contentWindow;
    Object.assign(view.console, {
      error: (line: string) => void written.push(line),
      warn: (line: string) => void written.push(line),
    });
    view.addEventListener('error', ({ message }) => void written.push(message));
    view.addEventListener('unhandledrejection', ({ reason }) => void written.push(String(reason)));
    page.write(`<!doctype html><html lang="en"><head><title>Clinic</title>${head}</head><body>`);
    return { page, written, view };
  }

  const close = async (page: Document) => {
    const { defaultView } = page;
    const loaded = new Promise((done) => defaultView!.addEventListener('load', done));
    page.close();
    await loaded;
    await settled();
  };

  for (const [how, script] of [
    ['in the head', `<script src="${FILE}"></script>`],
    ['async in the head', `<script async src="${FILE}"></script>`],
    ['deferred', `<script defer src="${FILE}"></script>`],
    ['as a module', `<script type="module" src="${FILE}"></script>`],
    ['twice', `<script src="${FILE}"></script><script src="${FILE}?2"></script>`],
    ['twice, in two ways', `<script async src="${FILE}"></script><script type="module" src="${FILE}?2"></script>`],
  ])
    it(`are each replaced once with the script ${how}`, async () => {
      const { page, written, view } = await open(script);
      page.write(`${placeholder}<p>Between.</p>`);
      await settled();
      page.write(
        `<section>${placeholder}</section><div data-guide="takeaways" data-content="${encode(CONTENT)}">Half a fall`,
      );
      await settled();
      page.write('back</div><p>End.</p>');
      await close(page);
      await view.customElements.whenDefined('patient-guide');
      await settled();
      const all = [...page.querySelectorAll('guide-takeaways')];
      expect(all).to.have.length(3);
      expect(all.map(shownBy)).to.deep.equal(all.map(() => 'Remember One Two'));
      expect(all[2].textContent).to.equal('Half a fallback');
      expect(page.querySelector('[data-guide]')).to.equal(null);
      page.body.insertAdjacentHTML('beforeend', placeholder);
      await settled();
      expect(page.querySelectorAll('guide-takeaways')).to.have.length(4);
      expect(written).to.deep.equal([]);
    });

  it('are not replaced by another script’s element of the same name', async () => {
    const { page, written } = await open(
      `<script>customElements.define('guide-takeaways', class extends HTMLElement {})</script><script src="${FILE}"></script>`,
    );
    page.write(placeholder);
    await close(page);
    expect(page.body.firstElementChild!.localName).to.equal('div');
    expect(written).to.have.length(1);
  });
});

describe('what a CMS does to content', () => {
  const JSON_TEXT = '{"title":"Remember","items":["One","Two"]}';

  /** What an element shows and logs with this text as its `data-content`. */
  async function outcomeOf(text: string) {
    let shown = '';
    let isFallback = false;
    const written = await consoleOf(async () => {
      const element = await showHtml(
        `<guide-takeaways data-content="${attribute(text)}">${FALLBACK}</guide-takeaways>`,
      );
      shown = shownBy(element);
      isFallback = isFallbackSeen(element);
    });
    return { shown, isFallback, ...written };
  }

  describe('is repaired with one warning if the fix is certain', () => {
    for (const [what, text, had] of [
      ['an extra level of entities', JSON_TEXT.replaceAll('"', '&quot;'), 'HTML entities'],
      ['the same as decimal entities', JSON_TEXT.replaceAll('"', '&#034;'), 'HTML entities'],
      ['the same as hexadecimal entities', JSON_TEXT.replaceAll('"', '&#x22;'), 'HTML entities'],
      ['a byte order mark', `\ufeff${JSON_TEXT}`, 'a byte order mark'],
      [
        'non-breaking spaces between tokens',
        JSON_TEXT.replaceAll(':', ':\u00a0').replaceAll(',', ',\n\u00a0\u00a0'),
        'non-breaking spaces',
      ],
      ['a trailing comma', '{"title":"Remember","items":["One","Two",],}', 'a trailing comma'],
      ['a trailing comma before a line break', '{"title":"Remember","items":["One","Two"\n,\n]\n}', 'a trailing comma'],
      [
        'all of these',
        `\ufeff{&nbsp;&quot;title&quot;:&#160;&quot;Remember&quot;,\u00a0&quot;items&quot;:[&quot;One&quot;,&quot;Two&quot;,]}`,
        'HTML entities, a byte order mark, non-breaking spaces, a trailing comma',
      ],
      ['a trailing comma, in base64', btoa('{"title":"Remember","items":["One","Two",]}'), 'a trailing comma'],
      [
        'a trailing comma, percent-encoded',
        encodeURIComponent('{"title":"Remember","items":["One","Two",]}'),
        'a trailing comma',
      ],
    ])
      it(`${what}: the content is shown`, async () => {
        expect(await outcomeOf(text)).to.deep.equal({
          shown: 'Remember One Two',
          isFallback: false,
          errors: [],
          warnings: [`<guide-takeaways> data-content attribute was repaired, it had ${had}`],
        });
      });

    it('except within text: entities, non-breaking spaces, byte order marks and commas stay', async () => {
      const text = 'a\u00a0b \ufeff c, ] ,} &quot; &amp;amp; \\" , ]';
      const json = JSON.stringify({ title: `${text} \\`, items: [',]'] });
      expect((await outcomeOf(json)).shown).to.equal(`${text} \\ ,]`);
      expect((await outcomeOf(json)).warnings).to.deep.equal([]);
      const repaired = await outcomeOf(`\ufeff${json.replace(/.$/, ',}')}`);
      expect(repaired.shown).to.equal(`${text} \\ ,]`);
      expect(repaired.warnings).to.have.length(1);
    });

    it('for one level of entities only: the author’s own entities are text', async () => {
      const json = JSON.stringify({ title: '5 < 6 &amp; &eacute; 🙂', items: ['"a"'] });
      const filtered = json.replace(/[&"<🙂]/gu, (sign) => `&#${sign.codePointAt(0)};`);
      expect((await outcomeOf(filtered)).shown).to.equal('5 < 6 &amp; &eacute; 🙂 "a"');
    });

    it('and is reported once, before any other warnings', async () => {
      const { warnings } = await outcomeOf('{"items":["One",],"titel":"T"}');
      expect(warnings).to.deep.equal([
        '<guide-takeaways> data-content attribute was repaired, it had a trailing comma; <guide-takeaways> titel is not known: did you mean "title"?',
      ]);
    });
  });

  describe('keeps the fallback if the fix is not certain, and the error shows the corrected line', () => {
    const PRETTY = '{\n  "title": "Remember",\n  "items": ["Say \\"one\\" first", "Two"]\n}';

    for (const [what, text, place, fix] of [
      [
        'smart quotes around keys and texts',
        PRETTY.replace('"title": "Remember"', '“title”: “Remember”'),
        'line 2, column 3: found "“"',
        'type straight double quotes, "; it should read   "title": "Remember",',
      ],
      [
        'single quotes, with apostrophes in the text',
        "{'title': 'It’s ‘here’', 'items': ['One']}",
        'line 1, column 2: found "\'"',
        'type straight double quotes, "; it should read {"title": "It’s ‘here’", "items": ["One"]}',
      ],
      [
        '<br> and <p> between tokens',
        PRETTY.replace('",\n', '",<br />\n</p>\n<p>').replace('{', '<p>{'),
        'line 1, column 1: found "<"',
        'remove the tags; it should read {',
      ],
      [
        '<br> at the end of a line',
        PRETTY.replace('",\n', '",<br />\n'),
        'line 2, column 23: found "<"',
        'remove the tags; it should read   "title": "Remember",',
      ],
      [
        'missing backslashes',
        PRETTY.replaceAll('\\"', '"'),
        'line 3, column 19: found "o"',
        'put a comma before it; within a text a double quote is written \\"; it should read   "items": ["Say \\"one\\" first", "Two"]',
      ],
      [
        'smart quotes, tags and missing backslashes at once',
        PRETTY.replaceAll('\\"', '"').replace('"title"', '“title”').replace('",\n', '",<br>\n'),
        'line 2, column 3: found "“"',
        'type straight double quotes, "; it should read   "title": "Remember",',
      ],
      [
        'truncated text',
        PRETTY.slice(0, 40),
        'line 3, column 16: found the end',
        'the text was cut short, give the rest of it',
      ],
      [
        'smart quotes in truncated text',
        PRETTY.slice(0, 40).replace('"title"', '“title”'),
        'line 2, column 3: found "“"',
        'type straight double quotes, "',
      ],
      [
        'two extra levels of entities',
        JSON_TEXT.replaceAll('"', '&amp;quot;'),
        'line 1, column 2: found "&"',
        'write signs for HTML entities',
      ],
      [
        'entities next to quotes',
        '{"title": &quot;T&quot;}',
        'line 1, column 11: found "&"',
        'write signs for HTML entities',
      ],
      [
        'an entity that may be the author’s own',
        JSON_TEXT.replaceAll('"', '&quot;').replace('One', '&eacute;'),
        'line 1, column 2: found "&"',
        'write signs for HTML entities',
      ],
      ['a leading comma', '{"items": [,]}', 'line 1, column 12: found ","', 'put a value or "]" there'],
      ['two commas at the end', '{"items": ["One",,]}', 'line 1, column 18: found ","', 'put a value there'],
    ])
      it(what, async () => {
        const { shown, isFallback, errors, warnings } = await outcomeOf(text);
        expect({ shown, isFallback, warnings }).to.deep.equal({ shown: '', isFallback: true, warnings: [] });
        expect(errors).to.have.length(1);
        expect(errors[0]).to.include(`<guide-takeaways> data-content attribute, ${place}, expected `);
        expect(errors[0].endsWith(` Fix: ${fix}.`), errors[0]).to.equal(true);
      });

    it('a long line is shortened around the error', async () => {
      const long = 'word '.repeat(100);
      const { errors } = await outcomeOf(`{"title": "${long}", “items”: ["${long}"]}`);
      expect(errors[0]).to.match(/; it should read ….{20,30}"items": \["word .{10,20}…\.$/);
      expect(errors[0].length).to.be.lessThan(300);
    });
  });

  it('always results in complete content or a clear error', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '’',
      '<br>',
      '<p>',
      '</p>',
      '&quot;',
      '&amp;',
      '\ufeff',
      '\u00a0',
      ',',
      '"',
      '\\',
      '\n',
      '{',
      ']',
      '',
    );
    const mangled = fc
      .tuple(
        fc.constantFrom(JSON_TEXT, JSON_TEXT.replaceAll('"', '&quot;'), encode(CONTENT), encodeURIComponent(JSON_TEXT)),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), piece), { maxLength: 4 }),
      )
      .map(([text, slips]) =>
        slips.reduce((text, [place, length, piece]) => {
          const at = place % (text.length + 1);
          return text.slice(0, at) + piece + text.slice(at + length);
        }, text),
      );
    let repaired = 0;
    fc.assert(
      fc.property(mangled, (text) => {
        const outcome = decodeContent(text);
        if ('error' in outcome) {
          const { line, column, found, expected, fix } = outcome.error;
          expect(line! * column!).to.be.greaterThan(0);
          expect([found, expected, fix].every((words) => words.trim() && words.length < 200)).to.equal(true);
        } else if (outcome.repairs.length) repaired++;
      }),
      { numRuns: 1500 },
    );
    expect(repaired).to.be.greaterThan(30);
  });

  it('needs no repair if the JSON still parses', () => {
    const unit = fc.constantFrom(
      '"',
      '\\',
      ',',
      ']',
      '}',
      '[',
      '{',
      ':',
      '\u00a0',
      '\ufeff',
      ' ',
      '&quot;',
      '“',
      '<br>',
      'a',
    );
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: unit }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const json = JSON.stringify({ value }, null, indent);
        expect(decodeContent(json)).to.deep.equal({ value: JSON.parse(json) as unknown, repairs: [] });
        // Repairs around and between its tokens leave the content the same.
        const mangled = `\ufeff\u00a0${json.slice(0, -1)}\u00a0,\n}\ufeff`;
        expect(decodeContent(mangled)).to.deep.equal({
          value: JSON.parse(json) as unknown,
          repairs: ['a byte order mark', 'non-breaking spaces', 'a trailing comma'],
        });
        const entities = json.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
        expect(decodeContent(entities)).to.deep.equal({
          value: JSON.parse(json) as unknown,
          repairs: ['HTML entities'],
        });
      }),
      { numRuns: 1000, includeErrorInReport: true },
    );
  });
});

describe('what WordPress does to content', () => {
  interface Recorded {
    readonly wordpress: string;
    readonly content: object;
    readonly shown: { readonly html: string; readonly names: string[] }[];
  }
  let recorded: Recorded;

  before(async () => {
    recorded = (await (await fetch('/test/fixtures/wordpress.json')).json()) as Recorded;
  });

  /** Counts the outcomes of these forms: the `same` content, `other` content, the `fallback`, or everything is `gone`. */
  async function outcomesOf(form: RegExp): Promise<Record<string, number>> {
    const outcomes: Record<string, number> = {};
    for (const { html, names } of recorded.shown.filter(({ names }) => names.some((name) => form.test(name)))) {
      let outcome = '';
      const { errors } = await consoleOf(async () => {
        const box = await showHtml(`<div>${html}</div>`);
        await settled();
        const faq = box.querySelector<GuideElement<object>>('guide-faq');
        const content = JSON.stringify(faq?.content);
        outcome = faq
          ? content
            ? content === JSON.stringify(recorded.content)
              ? 'same'
              : 'other'
            : 'fallback'
          : 'gone';
      });
      expect(errors, names[0]).to.have.length(outcome === 'fallback' ? 1 : 0);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + names.filter((name) => form.test(name)).length;
    }
    return outcomes;
  }

  // Each form is saved by three kinds of users, with and without added slashes.
  it('leaves base64 alone, in the div and in the element, whoever saves it', async () => {
    expect(await outcomesOf(/^(div|element), base64,/)).to.deep.equal({ same: 12 });
  });

  it('leaves percent-encoding alone, from rawurlencode and urlencode', async () => {
    expect(await outcomesOf(/^(div|element), (raw)?urlencode,/)).to.deep.equal({ same: 24 });
  });

  it('leaves JSON in double quotes alone if it was encoded with flags and esc_attr, and saved with slashes', async () => {
    expect(await outcomesOf(/^(div|element), esc_attr, flags, \w+$/)).to.deep.equal({ same: 6 });
  });

  it('removes the backslashes if it was saved without wp_slash, which changes the text or shows the fallback', async () => {
    const outcomes = await outcomesOf(/^(div|element), esc_attr.* not slashed$/);
    expect(outcomes['same']).to.equal(undefined);
  });

  it('changes entities in text if the JSON was encoded without flags', async () => {
    expect(await outcomesOf(/^(div|element), (pretty, esc_attr|esc_attr, no flags), \w+$/)).to.deep.equal({
      other: 12,
    });
  });

  it('is undone if it escaped once too often', async () => {
    expect(await outcomesOf(/^(div|element), esc_attr twice, \w+$/)).to.deep.equal({ same: 6 });
  });

  it('leaves a JSON script alone only for users who may write any HTML; in the div, also between blank lines', async () => {
    expect(await outcomesOf(/^element, script, administrator$/)).to.deep.equal({ same: 1 });
    expect(await outcomesOf(/^div, script between blank lines, administrator$/)).to.deep.equal({ same: 1 });
    expect(await outcomesOf(/^element, script between blank lines, administrator$/)).to.deep.equal({ fallback: 1 });
    expect(await outcomesOf(/script.*, (author|balanced)$/)).to.deep.equal({ fallback: 8 });
  });

  it('breaks JSON in single quotes: the fallback remains or, for users who may write any HTML, nothing at all', async () => {
    expect(await outcomesOf(/single quotes, administrator/)).to.deep.equal({ gone: 2 });
    expect(await outcomesOf(/single quotes, (author|balanced)/)).to.deep.equal({ fallback: 4 });
  });

  it('is reported with the corrected line if it put <p> into a script', async () => {
    const { html } = recorded.shown.find(({ names }) => names.includes('div, pretty script, administrator'))!;
    const { errors } = await consoleOf(async () => {
      await showHtml(`<div>${html}</div>`);
      await settled();
    });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(
      /^<guide-faq> JSON script, line \d+, column \d+: found "<", .* Fix: remove the tags; it should read /,
    );
  });
});

describe('stray children from an editor', () => {
  const script = `<script type="application/json">${JSON.stringify(CONTENT)}</script>`;

  for (const [what, children] of [
    ['before and after the script', `<br><p></p>${script}<p>&nbsp;</p><br>`],
    ['around the script', `<p>${script}</p>`],
    ['around the script, with breaks', `<p><br />${script}<br /></p><p></p>`],
    ['around the script in a placeholder', `<p>${script}</p>`],
  ])
    it(`${what} are hidden, and the content is shown`, async () => {
      const written = await consoleOf(async () => {
        const name = what.endsWith('placeholder') ? 'div data-guide="takeaways"' : 'guide-takeaways';
        const element = await showPlaceholder(`<${name}>${children}</${name.split(' ')[0]}>`);
        expect(shownBy(element)).to.equal('Remember One Two');
        for (const child of element.children) expect(child.checkVisibility()).to.equal(false);
      });
      expect(written).to.deep.equal({ errors: [], warnings: [] });
    });

  it('that contain text are not content, and stay a fallback', async () => {
    const { errors } = await consoleOf(async () => {
      const element = await showPlaceholder(
        `<guide-takeaways><p class="fallback">{"items": ["One"]}</p></guide-takeaways>`,
      );
      expect(isFallbackSeen(element)).to.equal(true);
    });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('found nothing');
  });
});

describe('encode', () => {
  it('returns content that an element shows as it was written', async () => {
    const element = await showHtml(
      `<guide-takeaways data-content="${encode({ title: 'Señal “ok” 🙋', items: ['1 < 2 & "3"'] })}"></guide-takeaways>`,
    );
    expect(shownBy(element)).to.equal('Señal “ok” 🙋 1 < 2 & "3"');
  });

  it('returns only characters that filters leave alone', () => {
    fc.assert(
      fc.property(fc.object(), (content) => {
        expect(encode(content)).to.match(/^[A-Za-z0-9+/]+={0,2}$/);
      }),
    );
  });

  it('loses no content, including lone surrogates', () => {
    expect(decodeContent(encode({ a: '\ud83d', b: '\udc00x' }))).to.deep.equal({
      value: { a: '\ud83d', b: '\udc00x' },
      repairs: [],
    });
    const stringUnit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: stringUnit }), fc.jsonValue({ stringUnit })), (content) => {
        const json = JSON.stringify(content);
        const decoded = decodeContent(encode(content));
        expect('value' in decoded && JSON.stringify(decoded.value)).to.equal(json);
      }),
      { numRuns: 500 },
    );
  });

  it('handles ten megabytes', () => {
    const items = ['é'.repeat(5_000_000)];
    const decoded = decodeContent(encode({ items }));
    expect('value' in decoded && (decoded.value as typeof CONTENT).items[0] === items[0]).to.equal(true);
  });
});
