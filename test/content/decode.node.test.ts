import { expect } from 'chai';
import * as fc from 'fast-check';
import { decodeContent } from '../../src/content/decode.lazy.js';
import { runs } from '../depth.js';

const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
const withoutPadding = (base64: string): string => base64.replace(/=+$/, '');
const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');
const inLines = (base64: string): string => base64.replace(/.{1,76}/g, '$&\r\n');
/** PHP's `urlencode`: everything but letters, digits, `-`, `_` and `.` is encoded, and a space becomes `+`. */
const phpUrlencode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

/** The decoded value as JSON, so that comparisons see `-0`, key order and own `__proto__` keys as a page would. */
function decoded(text: string): string {
  const outcome = decodeContent(text);
  if ('error' in outcome) throw new Error(`${text} is not decoded: found ${outcome.error.found}`);
  return JSON.stringify(outcome.value);
}

const stringUnits = [
  'grapheme' as const,
  'binary' as const,
  fc.constantFrom('+', '%', '%20', '%22', ' ', '&', '/', '=', '"', '\\', '\n', 'é', '🙂'),
];
/** Content is always an object: a bare number like `1e+21` does not show whether it is percent-encoded. */
const anyContent = fc.oneof(
  fc.constant({}),
  ...stringUnits.map((stringUnit) => fc.jsonValue({ stringUnit }).map((items) => ({ items }))),
);

describe('decodeContent', () => {
  it('reads plain JSON', () => {
    expect(decoded('{"text": "Fusión 🙂"}')).to.equal('{"text":"Fusión 🙂"}');
  });

  it('leaves entities, plus signs and percent signs in JSON alone', () => {
    const json = '{"text":"1+1 &quot;100%22&quot; %7B"}';
    expect(decoded(json)).to.equal(json);
  });

  it('reads base64 of UTF-8 with emoji and accents', () => {
    expect(decoded('eyJ0ZXh0IjoiRnVzacOzbiDwn5mCIn0=')).to.equal('{"text":"Fusión 🙂"}');
  });

  it('reads base64 without padding', () => {
    expect(decoded('eyJ0ZXh0IjoiRnVzacOzbiDwn5mCIn0')).to.equal('{"text":"Fusión 🙂"}');
  });

  it('reads the shortest possible content as base64 without padding', () => {
    expect(decoded('e30')).to.equal('{}');
  });

  it('reads URL-safe base64', () => {
    expect(toBase64('{"a":"~~~???"}')).to.match(/[+/]/);
    expect(decoded(urlSafe(toBase64('{"a":"~~~???"}')))).to.equal('{"a":"~~~???"}');
  });

  it('reads base64 that a CMS wrapped into lines and surrounded with whitespace', () => {
    expect(decoded('\n  eyJ0ZXh0Ijoi\r\n\tRnVzacOzbiDw\nn5mCIn0=\n')).to.equal('{"text":"Fusión 🙂"}');
  });

  it('reads base64 of JSON with a byte order mark', () => {
    expect(decoded(toBase64('\ufeff{"a":1}'))).to.equal('{"a":1}');
  });

  it('reads the output of encodeURIComponent', () => {
    expect(decoded('%7B%22a%22%3A%221%2B1%20%F0%9F%99%82%22%7D')).to.equal('{"a":"1+1 🙂"}');
  });

  it('reads lowercase percent-encoding', () => {
    expect(decoded('%7b%22a%22%3a%22%c3%a9%22%7d')).to.equal('{"a":"é"}');
  });

  it('reads the output of encodeURI', () => {
    expect(decoded('%7B%22a%22:%22b%20c,%20d%22%7D')).to.equal('{"a":"b c, d"}');
  });

  it('keeps a plus sign that encodeURI did not encode', () => {
    expect(decoded('%7B%22a%22:%221+1%22%7D')).to.equal('{"a":"1+1"}');
  });

  it('reads the output of PHP’s urlencode, which encodes spaces as plus signs', () => {
    expect(decoded('%7B%22a%22%3A%22Is+it+1%2B1%3F%22%7D')).to.equal('{"a":"Is it 1+1?"}');
  });

  it('reads a list of texts from PHP’s urlencode', () => {
    expect(decoded('%5B%22one+two%22%5D')).to.equal('["one two"]');
  });

  it('reads any JSON object in any form', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const json = JSON.stringify(content);
        const base64 = toBase64(json);
        const forms = {
          json,
          'pretty-printed JSON': JSON.stringify(content, null, '\t'),
          base64,
          'base64 without padding': withoutPadding(base64),
          'URL-safe base64': urlSafe(base64),
          'URL-safe base64 without padding': urlSafe(withoutPadding(base64)),
          'base64 in lines': inLines(base64),
          encodeURIComponent: encodeURIComponent(json),
          encodeURI: encodeURI(json),
          'urlencode of PHP': phpUrlencode(json),
        };
        for (const [form, text] of Object.entries(forms)) expect(decoded(text), form).to.equal(json);
      }),
      { numRuns: runs(2000), includeErrorInReport: true },
    );
  });

  it('reports the position in the JSON, not in the base64 around it', () => {
    const outcome = decodeContent(toBase64('{\n  "a": oops\n}'));
    expect(errorOf(outcome)).to.include({ line: 2, column: 8 });
  });

  it('reports the position in the JSON, not in the percent-encoding around it', () => {
    const outcome = decodeContent(encodeURIComponent('{\n  "a": oops\n}'));
    expect(errorOf(outcome)).to.include({ line: 2, column: 8 });
  });

  it('reports the position in JSON that contains a percent-encoded URL', () => {
    const outcome = decodeContent('{"href": "https://example.org/?q=%22fusion%22", "text": x}');
    expect(errorOf(outcome)).to.include({ line: 1, column: 57, found: '"x"' });
  });

  it('reports text in none of these forms as invalid JSON', () => {
    for (const text of ['hello world', '%', '%22%', '%22%E0%A4', '====', 'wqk=', '-_-_', '<p>{}</p>']) {
      expect(errorOf(decodeContent(text)), text).to.include({ line: 1, column: 1 });
    }
  });
});

function errorOf(outcome: ReturnType<typeof decodeContent>) {
  if (!('error' in outcome)) throw new Error(`read as ${JSON.stringify(outcome.value)}`);
  return outcome.error;
}
