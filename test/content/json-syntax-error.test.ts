import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { findJsonSyntaxError } from '../../src/content/json-syntax-error.js';
import { inChromiumAndFirefox } from '../helpers.js';

const REST_OF_TEXT = 'the rest of the text, with \\n for line breaks, and "';
const NAME = 'a name in double quotes';
const CUT_SHORT = 'the text was cut short, give the rest of it';
const STRAIGHT_QUOTES = 'type straight double quotes, "';
const COMMA = 'put a comma before it; within a text a double quote is written \\"';

describe('Locating a slip in JSON', () => {
  it('tells to put a comma where one is missing between two entries of an object', () => {
    expect(findJsonSyntaxError('{\n  "title": "Cost"\n  "text": "None"\n}')).to.deep.equal({
      line: 3,
      column: 3,
      found: '"\\""',
      expected: '"," or "}"',
      fix: COMMA,
    });
  });

  it('tells to put a comma where one is missing between two entries of a list', () => {
    const fault = findJsonSyntaxError('["one" "two"]');
    expect(fault).to.include({ line: 1, column: 8, expected: '"," or "]"', fix: COMMA });
  });

  it('finds a comma too many', () => {
    expect(findJsonSyntaxError('["one",, "two"]')).to.include({
      line: 1,
      column: 8,
      found: '","',
      expected: 'a value',
    });
    expect(findJsonSyntaxError('{"a": 1,, "b": 2}')).to.include({ line: 1, column: 9, found: '","', expected: NAME });
    expect(findJsonSyntaxError('[, 1]')).to.include({ line: 1, column: 2, found: '","', expected: 'a value or "]"' });
  });

  it('tells to type straight quotes for the curly ones of a word processor', () => {
    expect(findJsonSyntaxError('{“title”: “Cost”}')).to.deep.equal({
      line: 1,
      column: 2,
      found: '"“"',
      expected: `${NAME} or "}"`,
      fix: `${STRAIGHT_QUOTES}; it should read {"title": "Cost"}`,
    });
    expect(findJsonSyntaxError('{"title": “Cost}')).to.include({
      column: 11,
      expected: 'a value',
      fix: STRAIGHT_QUOTES,
    });
    expect(findJsonSyntaxError('{"title”: "Cost"}')).to.include({ column: 12, found: '"C"', expected: '":"' });
  });

  it('tells to type double quotes for single ones and for backticks', () => {
    for (const quote of ["'", '`', '‘', '’', '«', '„']) {
      const fault = findJsonSyntaxError(`{${quote}title${quote}: ${quote}Cost${quote}}`);
      expect(fault).to.include({ line: 1, column: 2, found: JSON.stringify(quote) });
      expect(fault.fix).to.equal(`${STRAIGHT_QUOTES}; it should read {"title": "Cost"}`);
    }
  });

  it('finds a key without quotes', () => {
    const fault = findJsonSyntaxError('{\n  title: "Cost"\n}');
    expect(fault).to.include({ line: 2, column: 3, expected: `${NAME} or "}"` });
    expect(fault.found).to.match(/^"t/);
    expect(findJsonSyntaxError('{"a": 1, title: 2}')).to.include({ column: 10, expected: NAME });
  });

  it('finds a raw line break or tab within a text', () => {
    const broken = findJsonSyntaxError('{"text": "one\ntwo"}');
    expect(broken).to.include({ line: 1, column: 14, found: '"\\n"', expected: REST_OF_TEXT });
    expect(findJsonSyntaxError('{"text": "one\ttwo"}')).to.include({ line: 1, column: 14, found: '"\\t"' });
    expect(findJsonSyntaxError('{"te\u0000xt": 1}')).to.include({ line: 1, column: 5, found: '"\\u0000"' });
  });

  it('finds a backslash that begins nothing JSON knows, and speaks of the backslash', () => {
    for (const text of ['{"text": "C:\\Users"}', '{"text": "100 \\%"}', '{"text": "\\u12G4"}']) {
      const fault = findJsonSyntaxError(text);
      expect(fault, text).to.include({ line: 1, column: text.indexOf('\\') + 1 });
      expect(fault.found).to.match(/^"\\\\/);
      expect(fault.fix).to.include('backslash');
    }
  });

  it('tells that a text was cut short, wherever it was', () => {
    const whole = '{"items": ["one", {"a": -1.5e3}, null]}';
    const cutWithinWord = [25, 27, 29, 34, 35, 36];
    for (let length = 0; length < whole.length; length++) {
      const fault = findJsonSyntaxError(whole.slice(0, length));
      if (!cutWithinWord.includes(length)) {
        expect(fault, whole.slice(0, length)).to.include({ column: length + 1, found: 'the end', fix: CUT_SHORT });
      }
    }
    expect(findJsonSyntaxError('{\n"text": "one')).to.include({ line: 2, column: 13, expected: REST_OF_TEXT });
  });

  it('points at the beginning of a word, a number or an escape that was cut short', () => {
    expect(findJsonSyntaxError('{"a": tru')).to.include({ line: 1, column: 7, expected: 'a value' });
    expect(findJsonSyntaxError('{"a": -')).to.include({ line: 1, column: 7, expected: 'a value' });
    expect(findJsonSyntaxError('{"a": "b\\u00')).to.include({ line: 1, column: 9 });
  });

  it('expects a value where there is nothing', () => {
    expect(findJsonSyntaxError('')).to.deep.equal({
      line: 1,
      column: 1,
      found: 'the end',
      expected: 'a value',
      fix: CUT_SHORT,
    });
    expect(findJsonSyntaxError(' \n ')).to.include({ line: 2, column: 2, found: 'the end', expected: 'a value' });
  });

  it('expects nothing after the end and tells to remove what is there', () => {
    for (const rest of ['x', '}', ']', ',', '{}', '"']) {
      const fault = findJsonSyntaxError(`{"a": [1]}\n${rest}`);
      expect(fault, rest).to.include({ line: 2, column: 1, found: JSON.stringify(rest[0]), expected: 'nothing more' });
      expect(fault.fix, rest).to.include('remove').and.not.include('comma');
    }
  });

  it('tells how to write a double quote within a text', () => {
    expect(findJsonSyntaxError('{"text": "the "best" choice"}')).to.deep.equal({
      line: 1,
      column: 16,
      found: '"b"',
      expected: '"," or "}"',
      fix: `${COMMA}; it should read {"text": "the \\"best\\" choice"}`,
    });
  });

  it('does not take two texts without a comma for one', () => {
    for (const text of ['["one" "two"]', '["one""two"]', '{"a": "one" "b": "two"}', '["one"\n"two"]'])
      expect(findJsonSyntaxError(text).fix, text).to.equal(COMMA);
  });

  it('finds a comment', () => {
    expect(findJsonSyntaxError('// ours\n{}')).to.include({ line: 1, column: 1, found: '"/"', expected: 'a value' });
    expect(findJsonSyntaxError('{"a": 1 /* one */}')).to.include({ column: 9, found: '"/"', expected: '"," or "}"' });
    expect(findJsonSyntaxError('{\n  # one\n  "a": 1}')).to.include({ line: 2, column: 3, found: '"#"' });
  });

  it('finds words that are JavaScript or Python and not JSON', () => {
    for (const word of ['NaN', 'undefined', 'Infinity', 'True', 'None', 'nullx', 'truefalse', 'null.']) {
      const fault = findJsonSyntaxError(`{"a": ${word}}`);
      expect(fault, word).to.include({ line: 1, column: 7, expected: 'a value' });
      expect(fault.found, word).to.match(new RegExp(`^"${word[0]}`));
    }
  });

  it('finds numbers as JSON does not write them', () => {
    for (const number of ['01', '1.', '.5', '+1', '-', '1e', '0x1F', '1_000', '--1', '1.5.2', '5mg']) {
      expect(findJsonSyntaxError(`[${number}]`), number).to.include({ line: 1, column: 2, expected: 'a value or "]"' });
    }
  });

  it('does not speak of a comma where there is none before a bracket', () => {
    expect(findJsonSyntaxError('{"a": }')).to.include({ column: 7, found: '"}"', expected: 'a value' });
    expect(findJsonSyntaxError('{"a"}')).to.include({ column: 5, found: '"}"', expected: '":"' });
    expect(findJsonSyntaxError('[1}')).to.include({ column: 3, found: '"}"', expected: '"," or "]"' });
    for (const text of ['{"a": }', '{"a"}', '[1}', '{"a": [}', '{"a": 1]']) {
      expect(findJsonSyntaxError(text).fix, text).not.to.include('remove the comma');
    }
  });

  it('shows an emoji as a whole', () => {
    expect(findJsonSyntaxError('{"a": 🙂}')).to.include({ line: 1, column: 7, found: '"🙂"' });
  });

  it('counts lines whichever way they are ended', () => {
    expect(findJsonSyntaxError('{\r\n"a": 1\r\n"b": 2}')).to.include({ line: 3, column: 1 });
    expect(findJsonSyntaxError('{\n\n\n  x')).to.include({ line: 4, column: 3 });
  });

  inChromiumAndFirefox.it('finds the place that JSON.parse finds in any JSON that one slip broke', () => {
    fc.assert(
      fc.property(slippedJson, (text) => {
        if (isJson(text)) return;
        const fault = findJsonSyntaxError(text);
        const at = offsetOf(text, fault.line!, fault.column!);
        expect(mayGoOn(text.slice(0, at)), 'what is before the place is right').to.equal(true);
        const piece = pieceAt(text, at);
        const isWhole = isJson(piece.startsWith('\\') ? `"${piece}"` : piece);
        const wasCut = at + piece.length === text.length && !isWhole;
        expect(!mayGoOn(text.slice(0, at + piece.length + 1)) || wasCut, 'what is at the place is wrong').to.equal(
          true,
        );
        expect(fault.found === 'the end').to.equal(at === text.length);
        const { position = at, token = '' } = whatTheBrowserSays(text)!;
        // The browser goes through a word, a number or an escape to the character that spoils it.
        const length = /^[\\\w.+-]/.test(piece) ? piece.length : 0;
        expect(position).to.be.within(at, at + length);
        expect(text.slice(at, at + length + 1)).to.include(token);
      }),
      { numRuns: 5000, includeErrorInReport: true },
    );
  });

  it('finds a slip behind ten million characters', () => {
    const oneText = `["${'a'.repeat(10_000_000)}" "b"]`;
    expect(findJsonSyntaxError(oneText)).to.include({ line: 1, column: 10_000_005, expected: '"," or "]"' });
    const manyLines = `[${'"a",\n'.repeat(2_000_000)}]`;
    expect(findJsonSyntaxError(manyLines)).to.include({ line: 2_000_001, column: 1, found: '"]"' });
    const escapes = `["${'\\n'.repeat(5_000_000)}`;
    expect(findJsonSyntaxError(escapes)).to.include({ column: 10_000_003, found: 'the end' });
    expect(findJsonSyntaxError(' '.repeat(10_000_000))).to.include({ column: 10_000_001, found: 'the end' });
    expect(findJsonSyntaxError('1'.repeat(10_000_000) + 'x')).to.include({ column: 1, expected: 'a value' });
  });

  it('finds a slip a hundred thousand levels deep', () => {
    expect(findJsonSyntaxError('['.repeat(100_000))).to.include({ column: 100_001, found: 'the end' });
    expect(findJsonSyntaxError('{"a":'.repeat(100_000) + ']')).to.include({ column: 500_001, found: '"]"' });
    expect(findJsonSyntaxError('['.repeat(100_000) + ']'.repeat(99_999) + '}')).to.include({ column: 200_000 });
  });
});

const slip = fc.constantFrom(...'"\\{}[],:.-+0123eEtrufalsn/ \n\t\u0000\u0001\u00a0\ufeff“\'', '\ud83d', '🙂', '\\u');
/** JSON with one character deleted, inserted or replaced, or its end cut off. */
const slippedJson = fc
  .tuple(
    fc.jsonValue({
      stringUnit: fc.oneof(fc.constantFrom('"', '\\', '\n', ',', '}', '🙂'), fc.string({ maxLength: 1 })),
    }),
    fc.constantFrom(undefined, 1, '\t'),
    fc.nat(),
    fc.constantFrom('delete', 'insert', 'replace', 'cut'),
    slip,
  )
  .map(([value, indent, place, kind, char]) => {
    const json = JSON.stringify(value, null, indent);
    const at = place % json.length;
    if (kind === 'cut') return json.slice(0, at);
    return json.slice(0, at) + (kind === 'delete' ? '' : char) + json.slice(kind === 'insert' ? at : at + 1);
  });

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((offset, { length }) => offset + length + 1, column - 1);
}

/** What is wrong as a whole: an escape, a word or a number, or one character; nothing at the end. */
const pieceAt = (text: string, at: number): string =>
  /^(?:\\(?:u[^"]{0,4}|[^]?)|[\w.+-]+|[^]?)/.exec(text.slice(at))![0];

const isJson = (text: string): boolean => !whatTheBrowserSays(text);

/** Whether a text is the beginning of some JSON: it is JSON, or the browser's only complaint is that it ends. */
function mayGoOn(text: string): boolean {
  const complaint = whatTheBrowserSays(text);
  return !complaint || (complaint.token === undefined && (complaint.position ?? text.length) === text.length);
}

/**
 * Chromium gives a position, or the character that it met, or says that the text ended; Firefox always gives a position.
 * WebKit does not even say whether the text ended. Of another message the test must learn.
 */
function whatTheBrowserSays(text: string): { position?: number; token?: string } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    const [, position] = /JSON at position (\d+)/.exec(message) ?? [];
    if (position) return { position: Number(position) };
    const [, token] = /^Unexpected token '([^]+?)', /.exec(message) ?? [];
    if (token) return { token: token === '\ufffd' ? '' : token };
    const [, line, column] = /at line (\d+) column (\d+) of the JSON data$/.exec(message) ?? [];
    if (line) return { position: offsetOf(text, Number(line), Number(column)) };
    if (/^(Unexpected end of JSON input|JSON Parse error: (Unexpected EOF|Unterminated string))$/.test(message))
      return {};
    if (message.startsWith('JSON Parse error: ')) return { token: '' };
    throw new Error(`a new kind of message: ${message}`);
  }
}
