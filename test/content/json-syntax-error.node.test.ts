import { expect } from 'chai';
import * as fc from 'fast-check';
import { findJsonSyntaxError } from '../../src/content/json-syntax-error.js';
import { inChromiumAndFirefox } from '../engines.js';
import { runs } from '../depth.js';

const REST_OF_TEXT = 'the rest of the text, with \\n for line breaks, and "';
const NAME = 'a name in double quotes';
const CUT_SHORT = 'the text was cut short, give the rest of it';
const STRAIGHT_QUOTES = 'type straight double quotes, "';
const COMMA = 'put a comma before it; within a text a double quote is written \\"';

describe('findJsonSyntaxError', () => {
  it('suggests a comma when one is missing between two entries of an object', () => {
    expect(findJsonSyntaxError('{\n  "title": "Cost"\n  "text": "None"\n}')).to.deep.equal({
      line: 3,
      column: 3,
      found: '"\\""',
      expected: '"," or "}"',
      fix: COMMA,
    });
  });

  it('suggests a comma when one is missing between two entries of a list', () => {
    const error = findJsonSyntaxError('["one" "two"]');
    expect(error).to.include({ line: 1, column: 8, expected: '"," or "]"', fix: COMMA });
  });

  it('finds an extra comma', () => {
    expect(findJsonSyntaxError('["one",, "two"]')).to.include({
      line: 1,
      column: 8,
      found: '","',
      expected: 'a value',
    });
    expect(findJsonSyntaxError('{"a": 1,, "b": 2}')).to.include({ line: 1, column: 9, found: '","', expected: NAME });
    expect(findJsonSyntaxError('[, 1]')).to.include({ line: 1, column: 2, found: '","', expected: 'a value or "]"' });
  });

  it('suggests straight quotes for a word processor’s curly ones', () => {
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

  it('suggests double quotes for single quotes and backticks', () => {
    for (const quote of ["'", '`', '‘', '’', '«', '„']) {
      const error = findJsonSyntaxError(`{${quote}title${quote}: ${quote}Cost${quote}}`);
      expect(error).to.include({ line: 1, column: 2, found: JSON.stringify(quote) });
      expect(error.fix).to.equal(`${STRAIGHT_QUOTES}; it should read {"title": "Cost"}`);
    }
  });

  it('finds an unquoted key', () => {
    const error = findJsonSyntaxError('{\n  title: "Cost"\n}');
    expect(error).to.include({ line: 2, column: 3, expected: `${NAME} or "}"` });
    expect(error.found).to.match(/^"t/);
    expect(findJsonSyntaxError('{"a": 1, title: 2}')).to.include({ column: 10, expected: NAME });
  });

  it('finds a raw line break or tab inside a text', () => {
    const broken = findJsonSyntaxError('{"text": "one\ntwo"}');
    expect(broken).to.include({ line: 1, column: 14, found: '"\\n"', expected: REST_OF_TEXT });
    expect(findJsonSyntaxError('{"text": "one\ttwo"}')).to.include({ line: 1, column: 14, found: '"\\t"' });
    expect(findJsonSyntaxError('{"te\u0000xt": 1}')).to.include({ line: 1, column: 5, found: '"\\u0000"' });
  });

  it('finds an invalid escape, and mentions the backslash', () => {
    for (const text of ['{"text": "C:\\Users"}', '{"text": "100 \\%"}', '{"text": "\\u12G4"}']) {
      const error = findJsonSyntaxError(text);
      expect(error, text).to.include({ line: 1, column: text.indexOf('\\') + 1 });
      expect(error.found).to.match(/^"\\\\/);
      expect(error.fix).to.include('backslash');
    }
  });

  it('reports truncated text, wherever it was cut', () => {
    const whole = '{"items": ["one", {"a": -1.5e3}, null]}';
    const cutWithinWord = [25, 27, 29, 34, 35, 36];
    for (let length = 0; length < whole.length; length++) {
      const error = findJsonSyntaxError(whole.slice(0, length));
      if (!cutWithinWord.includes(length)) {
        expect(error, whole.slice(0, length)).to.include({ column: length + 1, found: 'the end', fix: CUT_SHORT });
      }
    }
    expect(findJsonSyntaxError('{\n"text": "one')).to.include({ line: 2, column: 13, expected: REST_OF_TEXT });
  });

  it('points at the start of a truncated word, number or escape', () => {
    expect(findJsonSyntaxError('{"a": tru')).to.include({ line: 1, column: 7, expected: 'a value' });
    expect(findJsonSyntaxError('{"a": -')).to.include({ line: 1, column: 7, expected: 'a value' });
    expect(findJsonSyntaxError('{"a": "b\\u00')).to.include({ line: 1, column: 9 });
  });

  it('expects a value in empty text', () => {
    expect(findJsonSyntaxError('')).to.deep.equal({
      line: 1,
      column: 1,
      found: 'the end',
      expected: 'a value',
      fix: CUT_SHORT,
    });
    expect(findJsonSyntaxError(' \n ')).to.include({ line: 2, column: 2, found: 'the end', expected: 'a value' });
  });

  it('expects nothing after the end, and suggests removing what is there', () => {
    for (const rest of ['x', '}', ']', ',', '{}', '"']) {
      const error = findJsonSyntaxError(`{"a": [1]}\n${rest}`);
      expect(error, rest).to.include({ line: 2, column: 1, found: JSON.stringify(rest[0]), expected: 'nothing more' });
      expect(error.fix, rest).to.include('remove').and.not.include('comma');
    }
  });

  it('explains how to escape a double quote inside a text', () => {
    expect(findJsonSyntaxError('{"text": "the "best" choice"}')).to.deep.equal({
      line: 1,
      column: 16,
      found: '"b"',
      expected: '"," or "}"',
      fix: `${COMMA}; it should read {"text": "the \\"best\\" choice"}`,
    });
  });

  it('does not merge two texts with a missing comma', () => {
    for (const text of ['["one" "two"]', '["one""two"]', '{"a": "one" "b": "two"}', '["one"\n"two"]'])
      expect(findJsonSyntaxError(text).fix, text).to.equal(COMMA);
  });

  it('finds a comment', () => {
    expect(findJsonSyntaxError('// ours\n{}')).to.include({ line: 1, column: 1, found: '"/"', expected: 'a value' });
    expect(findJsonSyntaxError('{"a": 1 /* one */}')).to.include({ column: 9, found: '"/"', expected: '"," or "}"' });
    expect(findJsonSyntaxError('{\n  # one\n  "a": 1}')).to.include({ line: 2, column: 3, found: '"#"' });
  });

  it('finds JavaScript and Python words that are not JSON', () => {
    for (const word of ['NaN', 'undefined', 'Infinity', 'True', 'None', 'nullx', 'truefalse', 'null.']) {
      const error = findJsonSyntaxError(`{"a": ${word}}`);
      expect(error, word).to.include({ line: 1, column: 7, expected: 'a value' });
      expect(error.found, word).to.match(new RegExp(`^"${word[0]}`));
    }
  });

  it('finds numbers that JSON does not allow', () => {
    for (const number of ['01', '1.', '.5', '+1', '-', '1e', '0x1F', '1_000', '--1', '1.5.2', '5mg']) {
      expect(findJsonSyntaxError(`[${number}]`), number).to.include({ line: 1, column: 2, expected: 'a value or "]"' });
    }
  });

  it('does not report a trailing comma when there is none before a bracket', () => {
    expect(findJsonSyntaxError('{"a": }')).to.include({ column: 7, found: '"}"', expected: 'a value' });
    expect(findJsonSyntaxError('{"a"}')).to.include({ column: 5, found: '"}"', expected: '":"' });
    expect(findJsonSyntaxError('[1}')).to.include({ column: 3, found: '"}"', expected: '"," or "]"' });
    for (const text of ['{"a": }', '{"a"}', '[1}', '{"a": [}', '{"a": 1]']) {
      expect(findJsonSyntaxError(text).fix, text).not.to.include('remove the comma');
    }
  });

  it('shows an emoji in full', () => {
    expect(findJsonSyntaxError('{"a": 🙂}')).to.include({ line: 1, column: 7, found: '"🙂"' });
  });

  it('counts lines with any kind of line break', () => {
    expect(findJsonSyntaxError('{\r\n"a": 1\r\n"b": 2}')).to.include({ line: 3, column: 1 });
    expect(findJsonSyntaxError('{\n\n\n  x')).to.include({ line: 4, column: 3 });
  });

  inChromiumAndFirefox.it('finds the same position as JSON.parse in any JSON with a single mistake', () => {
    fc.assert(
      fc.property(slippedJson, (text) => {
        if (isJson(text)) return;
        const error = findJsonSyntaxError(text);
        const at = offsetOf(text, error.line!, error.column!);
        expect(mayGoOn(text.slice(0, at)), 'the text before the position is valid').to.equal(true);
        const piece = pieceAt(text, at);
        const isWhole = isJson(piece.startsWith('\\') ? `"${piece}"` : piece);
        const wasCut = at + piece.length === text.length && !isWhole;
        expect(
          !mayGoOn(text.slice(0, at + piece.length + 1)) || wasCut,
          'the text at the position is invalid',
        ).to.equal(true);
        expect(error.found === 'the end').to.equal(at === text.length);
        const { position = at, token = '' } = whatTheBrowserSays(text)!;
        // The browser reads a word, number or escape up to the character that breaks it.
        const length = /^[\\\w.+-]/.test(piece) ? piece.length : 0;
        expect(position).to.be.within(at, at + length);
        expect(text.slice(at, at + length + 1)).to.include(token);
      }),
      { numRuns: runs(5000), includeErrorInReport: true },
    );
  });

  it('finds a mistake after ten million characters', () => {
    const oneText = `["${'a'.repeat(10_000_000)}" "b"]`;
    expect(findJsonSyntaxError(oneText)).to.include({ line: 1, column: 10_000_005, expected: '"," or "]"' });
    const manyLines = `[${'"a",\n'.repeat(2_000_000)}]`;
    expect(findJsonSyntaxError(manyLines)).to.include({ line: 2_000_001, column: 1, found: '"]"' });
    const escapes = `["${'\\n'.repeat(5_000_000)}`;
    expect(findJsonSyntaxError(escapes)).to.include({ column: 10_000_003, found: 'the end' });
    expect(findJsonSyntaxError(' '.repeat(10_000_000))).to.include({ column: 10_000_001, found: 'the end' });
    expect(findJsonSyntaxError('1'.repeat(10_000_000) + 'x')).to.include({ column: 1, expected: 'a value' });
  });

  it('finds a mistake a hundred thousand levels deep', () => {
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

/** The whole invalid token: an escape, word, number or single character, or "" at the end. */
const pieceAt = (text: string, at: number): string =>
  /^(?:\\(?:u[^"]{0,4}|[^]?)|[\w.+-]+|[^]?)/.exec(text.slice(at))![0];

const isJson = (text: string): boolean => !whatTheBrowserSays(text);

/** Whether the text could be the start of some JSON: it is valid, or the browser only complains that it ends. */
function mayGoOn(text: string): boolean {
  const complaint = whatTheBrowserSays(text);
  return !complaint || (complaint.token === undefined && (complaint.position ?? text.length) === text.length);
}

/**
 * Chromium reports a position, an unexpected character, or the end of the text; Firefox always reports a position.
 * WebKit does not always say that the text ended. Any other message needs a new case here.
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
    throw new Error(`unknown error message: ${message}`);
  }
}
