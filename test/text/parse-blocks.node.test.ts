import { parseBlocks } from '../../src/text/parse-blocks.js';
import { runs } from '../depth.js';
import { expectAllLetters } from './letters.js';

describe('Markdown', () => {
  describe('with pathological text', () => {
    const hardest = [
      ...['*', '*a ', 'a*', '**a*', '*a**', '“*', '[', '](', '[a](', '[a](x', '[*', '- ', '- a\n', '- - - - a\n'],
      ...['\n', '\\', '\\*', '\t', 'a'],
    ];
    for (const unit of hardest) {
      it(`parses a megabyte of ${JSON.stringify(unit)}, or a fifth of it`, () => {
        const text = unit.repeat(runs(1_000_000) / unit.length);
        expectAllLetters(parseBlocks(text), text);
      });
    }

    it('parses a hundred thousand characters of many kinds', () => {
      const units = [
        ...['**', '* ', '*a', '***a*', 'a**b*a***', '*“', 'a_*', ']', '[]', '[a]', '[a](x)', '[[a](x)', '*[', '!['],
        ...[
          '![a](x)',
          '[\\',
          '(',
          '](((',
          '](x ',
          '](()',
          '](\\(',
          '](\\!',
          '[a](x(',
          '[a](x)*',
          '*[a](x)',
          '1. ',
          '1.\n',
        ],
        ...['* a\n', '- a\n\n', '9. a\n', '-\n', '-', '  - a\n', '-  -', '  \n', '\r', ' ', 'a\n', '\\\\', '\\['],
        ...['é', '🙂', '\ud83d', '\u0000', '\u2028', '\u00a0*'],
      ];
      for (const unit of units) {
        const text = unit.repeat(100_000 / unit.length);
        expectAllLetters(parseBlocks(text), text);
      }
    });

    it('parses an unclosed URL full of backslashes', () => {
      const text = `[a](${'\\!'.repeat(30)} b`;
      expectAllLetters(parseBlocks(text), text);
    });

    const pairs = [
      ['[', ']'],
      ['[', '](x)'],
      ['*a ', 'b*'],
      ['**a ', 'b*'],
      ['*a ', 'b**'],
      ['*[', '](x)*'],
      ['[c](', ')'],
      ['[c](x', ')'],
    ];
    for (const [open, close] of pairs) {
      it(`parses a hundred thousand "${open}" closed by "${close}", or a fifth of them`, () => {
        const text = open.repeat(runs(100_000)) + close.repeat(runs(100_000));
        expectAllLetters(parseBlocks(text), text);
      });
    }

    it('parses a list that is indented more and more', () => {
      const text = Array.from({ length: 1400 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');
      expectAllLetters(parseBlocks(text), text);
    });
  });
});
