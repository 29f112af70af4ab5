import { expect } from '@open-wc/testing';
import { captureReaderState } from '../../src/base/hydrate.lazy.js';
import { findAll, settled, show } from '../helpers.js';

describe('what a reader did before an element rendered anew', () => {
  const CONTENT = {
    items: [
      { question: 'Is it safe?', answer: 'Yes.' },
      { question: 'Is it covered?', answer: 'Yes.' },
    ],
  };

  it('comes back in the right place, of two that read the same', async () => {
    const before = await show('guide-faq', CONTENT);
    // As find-in-page does.
    findAll(before, '[part=panel]')[1].removeAttribute('hidden');
    const restore = captureReaderState(before.shadowRoot!);
    before.remove();
    const anew = await show('guide-faq', CONTENT);
    restore(anew.shadowRoot!);
    await settled();
    expect(findAll(anew, '.question').map(({ ariaExpanded }) => ariaExpanded)).to.deep.equal(['false', 'true']);
  });
});
