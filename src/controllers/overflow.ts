import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells whether a box scrolls: only then must the keyboard reach it, and only then does it need a name. */
export class Overflow implements ReactiveController {
  isScrolling = false;

  readonly #host: ReactiveControllerHost;
  readonly #findBox: () => Element | null;
  #box: Element | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost, findBox: () => Element | null) {
    this.#host = host;
    this.#findBox = findBox;
    host.addController(this);
  }

  hostUpdated(): void {
    const box = this.#findBox();
    if (box === this.#box) return;
    this.hostDisconnected();
    this.#box = box;
    if (!box) return;
    this.#observer = new ResizeObserver(() => this.#measure(box));
    for (const watched of [box, ...box.children]) this.#observer.observe(watched);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#box = null;
  }

  #measure(box: Element): void {
    const isScrolling = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (isScrolling === this.isScrolling) return;
    this.isScrolling = isScrolling;
    this.#host.requestUpdate();
  }
}
