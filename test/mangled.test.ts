import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decodeContent } from '../src/content/decode.lazy.js';
import { encode } from '../src/index.js';
import { consoleOf, showHtml } from './helpers.js';
import { showPlaceholder, CONTENT, isFallbackSeen, shownBy, FALLBACK } from './mangled.helpers.js';
import { runs } from './depth.js';

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

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
      { numRuns: runs(1500) },
    );
    expect(repaired).to.be.greaterThan(runs(30));
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
      { numRuns: runs(1000), includeErrorInReport: true },
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
      { numRuns: runs(500) },
    );
  });

  it('handles ten megabytes', () => {
    const items = ['é'.repeat(5_000_000)];
    const decoded = decodeContent(encode({ items }));
    expect('value' in decoded && (decoded.value as typeof CONTENT).items[0] === items[0]).to.equal(true);
  });
});
