/** Counts what is on the page itself and outlives an element: listeners, observed targets and style sheets. */
export class Ledger {
  #listeners: { target: unknown; type: unknown; listener: unknown; capture: boolean }[] = [];
  readonly #observed = new Map<unknown, Set<unknown>>();
  readonly #sheets = document.adoptedStyleSheets.length;
  readonly #blocks = document.querySelectorAll('head > *').length;
  readonly #undo: (() => void)[] = [];

  constructor() {
    this.#patch(EventTarget.prototype, 'addEventListener', (target, parameters) => {
      this.#forget(target, parameters);
      // Listeners on the elements themselves go away with them.
      if (([window, document, document.documentElement, document.body] as unknown[]).includes(target))
        this.#listeners.push(listenerOf(target, parameters));
    });
    this.#patch(EventTarget.prototype, 'removeEventListener', (target, parameters) => this.#forget(target, parameters));
    for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
      this.#patch(prototype, 'observe', (observer, [target]) =>
        this.#observed.set(observer, (this.#observed.get(observer) ?? new Set()).add(target)),
      );
      this.#patch(prototype, 'unobserve', (observer, [target]) => this.#observed.get(observer)?.delete(target));
      this.#patch(prototype, 'disconnect', (observer) => this.#observed.delete(observer));
    }
  }

  get balance(): Record<string, number> {
    // The kit follows links as long as the page lives, with one listener for each event.
    const listeners = this.#listeners.filter(({ type }) => !/^(?:hashchange|click)$/.test(String(type)));
    return {
      listeners: listeners.length,
      forLinks: this.#listeners.length - listeners.length > 2 ? 1 : 0,
      observed: [...this.#observed.values()].reduce((sum, { size }) => sum + size, 0),
      sheets: document.adoptedStyleSheets.length - this.#sheets,
      blocks: document.querySelectorAll('head > *').length - this.#blocks,
    };
  }

  /** Stops counting and returns what was not there before. */
  close(): Record<string, number> {
    for (const undo of this.#undo) undo();
    return Object.fromEntries(Object.entries(this.balance).filter(([, count]) => count));
  }

  #forget(target: unknown, parameters: unknown[]): void {
    const one = Object.values(listenerOf(target, parameters));
    this.#listeners = this.#listeners.filter((other) => !Object.values(other).every((value, i) => value === one[i]));
  }

  #patch(prototype: object, name: string, note: (self: unknown, parameters: unknown[]) => void): void {
    const methods = prototype as Record<string, ((...parameters: unknown[]) => unknown) | undefined>;
    const original = methods[name];
    if (!original) return;
    methods[name] = function (this: unknown, ...parameters) {
      note(this ?? window, parameters);
      return original.apply(this, parameters);
    };
    this.#undo.push(() => (methods[name] = original));
  }
}

const listenerOf = (target: unknown, [type, listener, options]: unknown[]) => {
  const capture = typeof options === 'object' ? !!(options as AddEventListenerOptions | null)?.capture : !!options;
  return { target, type, listener, capture };
};
