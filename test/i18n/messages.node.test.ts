import { expect } from 'chai';
import { en } from '../../src/i18n/en.js';
import { es } from '../../src/i18n/es.js';

const isSentence = (message: unknown): message is (...gaps: string[]) => string => typeof message === 'function';

describe('Built-in text', () => {
  it('has a Spanish version of every message, with the same placeholders', () => {
    expect(Object.keys(es)).to.deep.equal(Object.keys(en));
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      const [english, spanish]: unknown[] = [en[key], es[key]];
      expect(typeof spanish, key).to.equal(typeof english);
      if (isSentence(english) && isSentence(spanish)) {
        const gaps = Array.from({ length: english.length }, (_, index) => `⟨${index}⟩`);
        for (const gap of gaps) expect(spanish(...gaps), key).to.include(gap);
        expect(spanish.length, key).to.equal(english.length);
      } else {
        expect(String(spanish).trim(), key).to.not.equal('');
        expect(spanish, key).not.to.equal(english);
      }
    }
  });
});
