import { expect } from 'chai';
import * as fc from 'fast-check';
import { uniqueId, slugify } from '../../src/text/slug.js';
import { runs } from '../depth.js';

describe('slugify', () => {
  it('makes lowercase words with hyphens between them', () => {
    expect(slugify('Is spinal fusion overused?')).to.equal('is-spinal-fusion-overused');
    expect(slugify('  L4–L5: what’s next (in 2026)? ')).to.equal('l4-l5-whats-next-in-2026');
    expect(slugify("Don't I need an MRI/CT scan?")).to.equal('dont-i-need-an-mri-ct-scan');
  });

  it('keeps letters of any script, with their marks', () => {
    expect(slugify('¿Cuánto duró la fusión?')).to.equal('cuánto-duró-la-fusión');
    expect(slugify('هل الدمج ضروري؟')).to.equal('هل-الدمج-ضروري');
    expect(slugify('脊柱融合术是否被过度使用？')).to.equal('脊柱融合术是否被过度使用');
    expect(slugify('क्या यह ज़रूरी है?')).to.equal('क्या-यह-ज़रूरी-है'.normalize('NFKC'));
    expect(slugify('Πόσο κοστίζει;')).to.equal('πόσο-κοστίζει');
  });

  it('is the same however the letters are composed', () => {
    expect(slugify('fusio\u0301n ①')).to.equal('fusión-1');
    expect(slugify('ＦＵＳＩＯＮ')).to.equal('fusion');
  });

  it('returns "item" when there is no letter or digit', () => {
    for (const label of ['', '?!', '🙂', '   ', '—']) expect(slugify(label), label).to.equal('item');
  });

  it('ends with a whole word before it gets too long', () => {
    const id = slugify('why '.repeat(40));
    expect(id).to.equal(Array.from({ length: 15 }, () => 'why').join('-'));
  });

  it('cuts a word only when it is too long by itself', () => {
    expect(slugify('x'.repeat(1_000_000))).to.equal('x'.repeat(60));
  });

  it('does not cut a character in half', () => {
    // Half a character cannot be encoded.
    expect(encodeURIComponent(slugify(`a${'𐐨'.repeat(50)}`))).to.match(/^a(?:%F0%90%90%A8)+$/);
  });

  it('survives a round trip through a URL, whatever the question', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 })), (label) => {
        const id = slugify(label);
        expect(id).to.match(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(id.length).to.be.within(1, 60);
        const url = new URL('https://example.org');
        url.hash = id;
        expect(decodeURIComponent(url.hash)).to.equal(`#${id}`);
      }),
      { numRuns: runs(2000), includeErrorInReport: true },
    );
  });

  it('uniqueId adds the first free number when the id is taken', () => {
    const taken = ['cost', 'cost-2', 'cost-4'];
    expect(uniqueId('why', (id) => taken.includes(id))).to.equal('why');
    expect(uniqueId('cost', (id) => taken.includes(id))).to.equal('cost-3');
  });
});
