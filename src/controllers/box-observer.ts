import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Follows the size of a box in the element's shadow tree, as long as both are in a page. */
export abstract class BoxObserver implements ReactiveController {
  protected readonly host: Host;
  protected box: HTMLElement | null = null;
  readonly #findBox: () => HTMLElement | null;
  #observer: ResizeObserver | undefined;

  /** `findBox` finds the box after each update. */
  constructor(host: Host, findBox: () => HTMLElement | null) {
    this.host = host;
    this.#findBox = findBox;
    host.addController(this);
  }

  hostUpdated(): void {
    // The last update may come after the element has left the page. Not every document has a window, and only an observer
    // of the same window hears of a box without trouble.
    const view = this.host.ownerDocument.defaultView;
    const box = this.host.isConnected && view ? this.#findBox() : null;
    if (box === this.box) return;
    this.hostDisconnected();
    this.box = box;
    if (!box) return;
    this.#observer = new view!.ResizeObserver(() => this.measure(box));
    for (const watched of [box, ...box.children]) this.#observer.observe(watched);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.box = null;
  }

  protected abstract measure(box: HTMLElement): void;
}
