import { expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { EXAMPLES } from './every-field.js';
import { guides } from './examples.js';
import { emulate, inChromium, showHtml } from './helpers.js';

const FILE = '/dist/patient-guide.js';

/** What a page recorded; `calls` are those that could store, send or reveal something. */
interface Quiet {
  readonly calls: string[];
  readonly lines: string[];
  readonly listeners: string[];
}
type View = Window & typeof globalThis & { quiet: Quiet };

/** Runs in the page before anything else. */
function spy(): void {
  const quiet: Quiet = { calls: [], lines: [], listeners: [] };
  Object.assign(window, { quiet, print: () => undefined });
  // A real print dialog would block the page; the checklist prints its sheet in a frame.
  const frames = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get(this: HTMLIFrameElement) {
      const view = frames.get!.call(this) as Window;
      if (this.contentDocument) view.print = () => view.dispatchEvent(new Event('afterprint'));
      return view;
    },
  });
  for (const kind of ['log', 'info', 'debug', 'warn', 'error'] as const)
    console[kind] = (...words: unknown[]) => void quiet.lines.push(`${kind}: ${String(words[0])}`);
  addEventListener('error', ({ message }) => quiet.lines.push(`thrown: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => quiet.lines.push(`rejected: ${reason}`));
  const watch = (place: object | undefined, names: string): void => {
    for (const name of names.split(' ')) {
      let owner: object | null = place ?? null;
      while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
      const own = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!owner || !own) continue;
      const note = (how: string) => void quiet.calls.push(`${how}${name}`);
      const { get, set, value } = own as { get?: () => unknown; set?: (value: unknown) => void; value?: unknown };
      if (get)
        Object.defineProperty(owner, name, {
          ...own,
          get(this: unknown) {
            note('');
            return get.call(this);
          },
          set(this: unknown, to: unknown) {
            note('set ');
            set?.call(this, to);
          },
        });
      else
        Object.defineProperty(owner, name, {
          ...own,
          value: new Proxy(value as () => void, {
            apply: (target, self, values) => (note(''), Reflect.apply(target, self, values) as unknown),
            construct: (target, values) => (note('new '), Reflect.construct(target, values) as object),
          }),
        });
    }
  };
  watch(document, 'cookie');
  watch(window, 'localStorage sessionStorage indexedDB caches cookieStore name fetch open postMessage');
  watch(window, 'XMLHttpRequest WebSocket EventSource BroadcastChannel Worker SharedWorker Image');
  watch(navigator, 'sendBeacon clipboard serviceWorker connection geolocation locks userAgent share');
  watch(history, 'pushState replaceState');
  const listen = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'addEventListener')!
    .value as typeof addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...values: Parameters<typeof listen>) {
    // Called without an object, it applies to the window.
    if (!this || [window, document].includes(this as Window & typeof globalThis)) quiet.listeners.push(values[0]);
    listen.apply(this, values);
  };
}

/** Does what a patient does: opens, checks, types, adds, prints, follows links, closes. Must be self-contained. */
async function useAsPatient(page: Document): Promise<number> {
  const all = (root: Element | ShadowRoot): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const updated = async () => {
    for (let round = 0; round < 3; round++)
      for (const element of all(page.body))
        await (element as HTMLElement & { updateComplete?: unknown }).updateComplete;
  };
  let deeds = 0;
  await updated();
  const write = (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  for (const element of all(page.body)) {
    element.focus();
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }));
    if (element.matches('textarea, input:not([type=checkbox])')) write(element as HTMLInputElement, 'It hurts here.');
    const isHere = element.getAttribute('href')?.startsWith('#');
    if (!isHere && !element.matches('button, input')) continue;
    element.click();
    deeds++;
    await updated();
  }
  page.defaultView!.scrollTo(0, 9999);
  for (const type of ['beforeprint', 'afterprint']) page.defaultView!.dispatchEvent(new Event(type));
  await updated();
  return deeds;
}

const attribute = (content: object) => JSON.stringify(content).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const FALLBACK = '<p>Call us.</p>';

/** Every element, with every field, and a whole guide. */
const BODY = [...EXAMPLES, guides[0]]
  .map(
    (example) =>
      `<${'tag' in example ? example.tag : example.element} content="${attribute(example.content)}">${FALLBACK}</${'tag' in example ? example.tag : example.element}>`,
  )
  .join('\n');
const SCRIPT = `<script src="${FILE}"></script>`;
const pageOf = (head: string, body = BODY) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title><script>(${spy.toString()})()</script>${head}</head><body>${body}</body></html>`;

/** Opens the page in a frame and waits until it has loaded. */
async function open(page: string): Promise<View> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  frame.src = await executeServerCommand<string, string>('page', page);
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  return frame.contentWindow as View;
}

const requestsOf = (view: View): string[] => [
  ...new Set(view.performance.getEntriesByType('resource').map(({ name }) => name)),
];
const guideElements = (view: View): HTMLElement[] =>
  [...view.document.body.children].filter(({ localName }) => /^guide-|^patient-/.test(localName)) as HTMLElement[];

/** What each element shows: its fallback, its content, or both. */
const seen = (view: View): string[] =>
  guideElements(view).map((element) => {
    const isFallback = element.firstElementChild!.getBoundingClientRect().height > 0;
    const isContent = [...(element.shadowRoot?.querySelectorAll('.base') ?? [])].some(
      (base) => base.getBoundingClientRect().height > 0,
    );
    return `${element.localName}: ${[isFallback && 'fallback', isContent && 'content'].filter(Boolean).join(' and ')}`;
  });
const all = (view: View, what: string): string[] => guideElements(view).map(({ localName }) => `${localName}: ${what}`);

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
    await waitUntil(() => requestsOf(view).some((name) => name.endsWith('?fetched')), 'no request was noticed');
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

    it('comes back from the back/forward cache, and nothing in the kit prevents that', async () => {
      const address = await executeServerCommand<string, string>('page', pageOf('', BODY + SCRIPT));
      const back = await executeServerCommand<{ isKept: boolean; isOpen: boolean; reasons: string[] }, string>(
        'back-and-forward',
        address,
      );
      expect(back).to.deep.equal({ isKept: true, isOpen: true, reasons: [] });
    });
  });
});
