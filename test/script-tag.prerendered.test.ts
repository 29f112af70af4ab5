import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { openFrame, closeFrames } from './frames.js';

const SCRIPT = '/dist/patient-guide.prerendered.js';
const CONTENT = { items: [{ question: 'Is it safe?', answer: 'As a rule.' }] };

describe('the script-tag file for prerendered pages', () => {
  afterEach(closeFrames);

  it('lets the browser paint the page before it does any work', async () => {
    const { html } = await executeServerCommand<{ html: string }, object>('render', {
      tag: 'guide-faq',
      content: CONTENT,
    });
    const page = await openFrame(`<!doctype html><html lang="en"><body>${html}</body></html>`);
    const view = page.defaultView!;
    const isAtWork = () => view.customElements.get('guide-faq') !== undefined;
    const script = page.createElement('script');
    script.src = SCRIPT;
    const atWork: Record<string, boolean> = {};
    await new Promise<void>((painted) => {
      script.addEventListener('load', () => {
        atWork['when the file has loaded'] = isAtWork();
        // The browser paints right after these callbacks.
        view.requestAnimationFrame(() => {
          atWork['right before the paint'] = isAtWork();
          painted();
        });
      });
      page.head.append(script);
    });
    expect(atWork).to.deep.equal({ 'when the file has loaded': false, 'right before the paint': false });
    await view.customElements.whenDefined('guide-faq');
  });
});
