import { expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { guides } from './examples.js';
import { showHtml } from './helpers.js';
import {
  attribute,
  guideElements,
  FALLBACK,
  FILE,
  requestsOf,
  useAsPatient,
  SCRIPT,
  BODY,
  pageOf,
  open,
} from './quiet.helpers.js';

describe('privacy', () => {
  it('a page with every element in use requests only the script, stores nothing and sends nothing', async () => {
    const view = await open(pageOf('', BODY + SCRIPT));
    const { length } = view.history;
    const address = view.location.href;
    expect(await useAsPatient(view.document)).to.be.above(50);
    expect(view.quiet).to.deep.include({ calls: [], lines: [] });
    expect(requestsOf(view)).to.deep.equal([new URL(FILE, location.href).href]);
    expect([view.localStorage.length, view.sessionStorage.length, view.document.cookie, view.name]).to.deep.equal([
      0,
      0,
      '',
      '',
    ]);
    // The browser itself changes the URL for a link within the page.
    expect([view.location.href.replace(/#.*/, ''), view.history.length >= length]).to.deep.equal([address, true]);
    for (const element of view.document.querySelectorAll('*'))
      expect(JSON.stringify([...element.attributes].map(({ value }) => value))).not.to.include('It hurts here.');
  });

  it('these tests notice if anything is stored, sent, requested or logged', async () => {
    const view = await open(
      pageOf(`<script>
        localStorage.a = 1; sessionStorage.getItem('a'); document.cookie = 'a=1; max-age=0'; document.cookie;
        indexedDB; window.name = 'a'; fetch('${FILE}?fetched').catch(() => 0); new XMLHttpRequest(); new BroadcastChannel('a').close();
        new Image(); navigator.sendBeacon('${FILE}?sent'); navigator.clipboard; history.replaceState(0, ''); postMessage(0);
        localStorage.clear(); console.info('hello'); addEventListener('beforeunload', () => 0);
      </script>`),
    );
    for (const call of [
      'localStorage',
      'sessionStorage',
      'cookie',
      'set cookie',
      'indexedDB',
      'set name',
      'fetch',
      'new XMLHttpRequest',
      'new BroadcastChannel',
      'new Image',
      'sendBeacon',
      'replaceState',
      'postMessage',
    ])
      expect(view.quiet.calls).to.include(call);
    expect(view.quiet.lines).to.deep.equal(['info: hello']);
    expect(view.quiet.listeners).to.include('beforeunload');
    await waitUntil(() => requestsOf(view).some((name) => name.endsWith('?fetched')), 'no request was noticed', {
      timeout: 10_000,
    });
  });

  describe('the kit does only what an author asks for', () => {
    it('with src: one request, without cookies', async () => {
      const view = await open(
        pageOf('', `<patient-guide src="/demo/content/first-visit.json">${FALLBACK}</patient-guide>${SCRIPT}`),
      );
      const [guide] = guideElements(view);
      await waitUntil(() => (guide as HTMLElement & { content?: unknown }).content, 'the file did not load');
      expect(view.quiet).to.deep.include({ calls: ['fetch'], lines: [] });
      expect(requestsOf(view).map((name) => new URL(name).pathname)).to.have.members([
        FILE,
        '/demo/content/first-visit.json',
      ]);
    });

    it('with structured-data: one block in the head', async () => {
      const body = `<patient-guide structured-data content="${attribute(guides[0].content)}"></patient-guide>${SCRIPT}`;
      const view = await open(pageOf('', body));
      await useAsPatient(view.document);
      expect(view.document.head.querySelectorAll('[type="application/ld+json"]')).to.have.length(1);
      expect(view.quiet).to.deep.include({ calls: [], lines: [] });
    });

    it('with share: a link in the clipboard, or else in the URL, when its button is pressed', async () => {
      const content = attribute({ items: [{ id: 'cost', question: 'What does it cost?', answer: 'Ask us.' }] });
      const view = await open(pageOf('', `<guide-faq share content="${content}"></guide-faq>${SCRIPT}`));
      const [faq] = guideElements(view);
      expect(view.quiet.calls).to.deep.equal([]);
      faq.shadowRoot!.querySelector<HTMLElement>('.share')!.click();
      const status = () => faq.shadowRoot!.querySelector('[role=status]')!.textContent;
      await waitUntil(status, 'nothing was announced');
      expect([...new Set(view.quiet.calls)].filter((call) => !/^(?:clipboard|replaceState)$/.test(call))).to.deep.equal(
        [],
      );
      expect(requestsOf(view)).to.have.length(1);
    });
  });

  describe('blocked storage', () => {
    it('causes no exception and no log line on a page without an origin, where storage and cookies throw', async () => {
      const other = await (await fetch('/__other-origin')).text();
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = await executeServerCommand<string, string>(
        'page',
        pageOf(
          '',
          `${BODY}<script src="${other}${FILE}" crossorigin></script><script>
          const isBlocked = (read) => { try { read(); return false; } catch { return true; } };
          addEventListener('load', async () => {
            let deeds = 0;
            try { deeds = await (${useAsPatient.toString()})(document); } catch (error) { quiet.lines.push(String(error)); }
            const calls = [...quiet.calls];
            const blocked = [() => localStorage, () => sessionStorage, () => document.cookie].map(isBlocked);
            parent.postMessage({ deeds, calls, lines: quiet.lines, blocked }, '*');
          });
        </script>`,
        ),
      );
      const heard = new Promise<unknown>((done) => {
        const hear = ({ source, data }: MessageEvent<unknown>) => {
          if (source !== frame.contentWindow) return;
          removeEventListener('message', hear);
          done(data);
        };
        addEventListener('message', hear);
      });
      (await showHtml('<div></div>')).append(frame);
      const { deeds, ...rest } = (await heard) as { deeds: number };
      expect(rest).to.deep.equal({ calls: [], lines: [], blocked: [true, true, true] });
      expect(deeds).to.be.above(50);
    });

    it('causes no exception and no log line on a page whose storage always throws', async () => {
      const view = await open(
        pageOf(
          `<script>for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
          </script>`,
          BODY + SCRIPT,
        ),
      );
      await useAsPatient(view.document);
      expect(view.quiet).to.deep.include({ calls: [], lines: [] });
    });
  });
});
