import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { didYouMean, nearest } from '../../src/core/nearest.js';

const KEYS = ['id', 'question', 'answer', 'title', 'items', 'dismissible', 'placement'];

describe('The nearest known name', () => {
  it('is the one that was meant by a slip of the pen', () => {
    const slips = {
      Title: 'title',
      titel: 'title',
      titles: 'title',
      tittle: 'title',
      item: 'items',
      itmes: 'items',
      anwser: 'answer',
      answers: 'answer',
      'question ': 'question',
      qestion: 'question',
      dismissable: 'dismissible',
      placment: 'placement',
      ID: 'id',
      ids: 'id',
    };
    for (const [slip, meant] of Object.entries(slips)) expect(nearest(slip, KEYS), slip).to.equal(meant);
  });

  it('is none where no name is near', () => {
    for (const name of ['colour', 'background', 'href', 'x', '', '🙂', 'zzzzzzzzzzzzzzzzzzzz']) {
      expect(nearest(name, KEYS), name).to.equal(undefined);
    }
    expect(nearest('title', [])).to.equal(undefined);
  });

  it('is the name itself where it is known', () => {
    for (const key of KEYS) expect(nearest(key, KEYS)).to.equal(key);
  });

  it('is one of the names, whatever is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (name, names) => {
        expect([...names, undefined]).to.include(nearest(name, names));
      }),
      { numRuns: 500, includeErrorInReport: true },
    );
  });

  it('is found for a name of a million letters', () => {
    expect(nearest('x'.repeat(1_000_000), KEYS)).to.equal(undefined);
    expect(nearest('title', ['x'.repeat(1_000_000), 'titel'])).to.equal('titel');
  });

  it('leaves the names in the order they were given', () => {
    const names = ['b', 'a'];
    nearest('a', names);
    expect(names).to.deep.equal(['b', 'a']);
  });

  it('ends a warning with a question, or with nothing', () => {
    expect(didYouMean('anwser', KEYS)).to.equal(', did you mean "answer"?');
    expect(didYouMean('colour', KEYS)).to.equal('');
  });
});
