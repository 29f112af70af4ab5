import { expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { emulate, inChromium, inFirefox } from './helpers.js';
import {
  attribute,
  guideElements,
  type View,
  FALLBACK,
  FILE,
  requestsOf,
  useAsPatient,
  all,
  SCRIPT,
  BODY,
  pageOf,
  open,
} from './quiet.helpers.js';

/** What each element shows: its fallback, its content, or both. */
const seen = (view: View): string[] =>
  guideElements(view).map((element) => {
    const isFallback = element.firstElementChild!.getBoundingClientRect().height > 0;
    const isContent = [...(element.shadowRoot?.querySelectorAll('.base') ?? [])].some(
      (base) => base.getBoundingClientRect().height > 0,
    );
    return `${element.localName}: ${[isFallback && 'fallback', isContent && 'content'].filter(Boolean).join(' and ')}`;
  });

describe('a page that is offline, restored or in the background', () => {
  it('elements work offline; only a content file is reported missing, in one line, and its fallback stays', async () => {
    const offline = `<script>fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      Object.defineProperty(navigator, 'onLine', { value: false });</script>`;
    const code = await (await fetch(FILE)).text();
    const body = `${BODY}<guide-faq src="/faq.json">${FALLBACK}</guide-faq>`;
    const view = await open(pageOf(offline, `${body}<script>${code}</script>`));
    await useAsPatient(view.document);
    await waitUntil(() => view.quiet.lines.length, 'nothing was logged');
    expect(view.quiet.lines).to.deep.equal([
      'error: <guide-faq> src "/faq.json": found TypeError: Failed to fetch, expected a JSON file. Fix: correct the address, or allow it by connect-src and CORS.',
    ]);
    expect(seen(view).at(-1)).to.equal('guide-faq: fallback');
    expect(requestsOf(view)).to.deep.equal([]);
  });

  describe('a script that does not load', () => {
    const README_CSS = `<style>patient-guide, [data-guide], :not(:defined) { display: block }</style>`;

    for (const [name, head] of Object.entries({
      'is blocked by the page’s policy': `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">${SCRIPT}`,
      'is missing': '<script src="/no-such-file.js" defer></script>',
      'is not on the page, which has the CSS from the README': README_CSS,
    }))
      it(`leaves every fallback readable: it ${name}`, async () => {
        const view = await open(pageOf(head));
        expect(seen(view)).to.deep.equal(all(view, 'fallback'));
      });

    it('until later replaces each fallback with its content, and never leaves a blank', async () => {
      const view = await open(pageOf(README_CSS));
      expect(seen(view)).to.deep.equal(all(view, 'fallback'));
      const script = Object.assign(view.document.createElement('script'), { src: FILE });
      let blanks = 0;
      new view.MutationObserver(() => (blanks += seen(view).filter((line) => line.endsWith(': ')).length)).observe(
        view.document.body,
        { childList: true, subtree: true, attributes: true },
      );
      view.document.body.append(script);
      await new Promise((done) => script.addEventListener('load', done));
      expect(seen(view)).to.deep.equal(all(view, 'content'));
      expect([blanks, view.quiet.lines]).to.deep.equal([0, []]);
    });
  });

  describe('back and forward', () => {
    it('can restore the page from the cache: nothing listens for unload events', async () => {
      const view = await open(pageOf('', BODY + SCRIPT));
      await useAsPatient(view.document);
      expect(view.quiet.listeners).to.include('hashchange');
      for (const type of ['unload', 'beforeunload', 'pagehide', 'visibilitychange', 'freeze'])
        expect(view.quiet.listeners).not.to.include(type);
      expect([view.onunload, view.onbeforeunload, view.onpagehide]).to.deep.equal([null, null, null]);
    });

    it('bring back what was opened and checked, and it keeps working', async () => {
      const faq = attribute({ items: [{ question: 'When?', answer: 'Now.' }] });
      const list = attribute({ items: ['What if I wait?'] });
      const view = await open(
        pageOf(
          '',
          `<guide-faq content="${faq}"></guide-faq><guide-checklist content="${list}"></guide-checklist>${SCRIPT}`,
        ),
      );
      const [question, tick] = guideElements(view).map(({ shadowRoot }) =>
        shadowRoot!.querySelector<HTMLInputElement>('.question, [type=checkbox]')!,
      );
      question.click();
      tick.click();
      await useAsPatient(view.document);
      const state = () => [question.ariaExpanded, tick.checked];
      const before = state();
      for (const type of ['pagehide', 'pageshow'])
        view.dispatchEvent(new view.PageTransitionEvent(type, { persisted: true }));
      expect(state()).to.deep.equal(before);
      question.click();
      tick.click();
      await (guideElements(view)[0] as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
      expect(state()).to.deep.equal([before[0] === 'true' ? 'false' : 'true', !before[1]]);
      expect(view.quiet.lines).to.deep.equal([]);
    });

    // Chromium's headless shell has no such cache.
    inFirefox.it('come back to the page as it was, from the cache', async () => {
      const address = await executeServerCommand<string, string>('page', pageOf('', BODY + SCRIPT));
      const back = await executeServerCommand<{ isKept: boolean; isOpen: boolean }, string>(
        'back-and-forward',
        address,
      );
      expect(back).to.deep.equal({ isKept: true, isOpen: true });
    });
  });

  it('a prerendered or background page is complete without animation frames or observers', async () => {
    const unseen = `<script>
      for (const [name, value] of [['hidden', true], ['visibilityState', 'hidden'], ['prerendering', true]])
        Object.defineProperty(Document.prototype, name, { configurable: true, get: () => value });
      requestAnimationFrame = requestIdleCallback = () => 0;
      for (const name of ['IntersectionObserver', 'ResizeObserver'])
        window[name] = class { observe() {} unobserve() {} disconnect() {} takeRecords() { return []; } };
    </script>`;
    const view = await open(pageOf(unseen, BODY + SCRIPT));
    expect(seen(view)).to.deep.equal(all(view, 'content'));
    await useAsPatient(view.document);
    expect(view.quiet).to.deep.include({ calls: [], lines: [] });
  });

  inChromium.describe('in a real tab', () => {
    it('works the same when a reader saves data', async () => {
      await emulate({ 'prefers-reduced-data': 'reduce', 'prefers-reduced-motion': 'reduce' });
      const view = await open(pageOf('', BODY + SCRIPT));
      expect(seen(view)).to.deep.equal(all(view, 'content'));
      await useAsPatient(view.document);
      expect(view.quiet).to.deep.include({ calls: [], lines: [] });
      expect(requestsOf(view)).to.have.length(1);
      await emulate({});
    });
  });
});
