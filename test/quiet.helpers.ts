import { executeServerCommand } from '@web/test-runner-commands';
import { EXAMPLES } from './every-field.js';
import { guides } from './examples.js';
import { showHtml } from './helpers.js';

export const FILE = '/dist/patient-guide.js';

/** What a page recorded; `calls` are those that could store, send or reveal something. */
interface Quiet {
  readonly calls: string[];
  readonly lines: string[];
  readonly listeners: string[];
}

export type View = Window & typeof globalThis & { quiet: Quiet };

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
export async function useAsPatient(page: Document): Promise<number> {
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

export const attribute = (content: object) =>
  JSON.stringify(content).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export const FALLBACK = '<p>Call us.</p>';

/** Every element, with every field, and a whole guide. */
export const BODY = [...EXAMPLES, guides[0]]
  .map(
    (example) =>
      `<${'tag' in example ? example.tag : example.element} content="${attribute(example.content)}">${FALLBACK}</${'tag' in example ? example.tag : example.element}>`,
  )
  .join('\n');

export const SCRIPT = `<script src="${FILE}"></script>`;

export const pageOf = (head: string, body = BODY) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title><script>(${spy.toString()})()</script>${head}</head><body>${body}</body></html>`;

/** Opens the page in a frame and waits until it has loaded. */
export async function open(page: string): Promise<View> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  frame.src = await executeServerCommand<string, string>('page', page);
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  return frame.contentWindow as View;
}

export const requestsOf = (view: View): string[] => [
  ...new Set(view.performance.getEntriesByType('resource').map(({ name }) => name)),
];

export const guideElements = (view: View): HTMLElement[] =>
  [...view.document.body.children].filter(({ localName }) => /^guide-|^patient-/.test(localName)) as HTMLElement[];

export const all = (view: View, what: string): string[] =>
  guideElements(view).map(({ localName }) => `${localName}: ${what}`);
