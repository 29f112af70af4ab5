import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { slugify } from '../../src/text/slug.js';
import { runs } from '../depth.js';

describe('slugify', () => {
  it('is an id that the page finds, whatever the question', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 })), (label) => {
        const id = slugify(label);
        const anchor = document.createElement('a');
        anchor.id = id;
        document.body.append(anchor);
        expect(document.getElementById(id)).to.equal(anchor);
        anchor.remove();
      }),
      { numRuns: runs(2000), includeErrorInReport: true },
    );
  });
});
