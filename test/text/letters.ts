import { expect } from 'chai';
import type { Block } from '../../src/text/parse-blocks.js';
import type { Inline } from '../../src/text/parse-inlines.js';

/** Expects no letter of the text to get lost. The text is too long for a failure message. */
export function expectAllLetters(parsed: string | readonly (Block | Inline)[], text: string): void {
  const [letters, expected] = [lettersOf(parsed), lettersOf(text)];
  expect(letters.length).to.equal(expected.length);
  expect(letters === expected, text.slice(0, 40)).to.equal(true);
}

/** Only the letters `a` and `b`, which no marker or URL in these tests contains. */
function lettersOf(parsed: string | readonly (Block | Inline)[]): string {
  if (typeof parsed === 'string') return parsed.replace(/[^ab]/g, '');
  return parsed
    .map((part) => {
      if (typeof part === 'string') return lettersOf(part);
      return part.type === 'list' ? part.items.map(lettersOf).join('') : lettersOf(part.children);
    })
    .join('');
}
