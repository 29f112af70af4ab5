import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Observes the size of a box in the element's shadow tree, as long as both are in a page. */
export abstract class ResizeController implements ReactiveController {
  protected readonly host: Host;
  protected target: HTMLElement | null = null;
  readonly #getTarget: () => HTMLElement | null;
  #observer: ResizeObserver | undefined;

  /** `getTarget` finds the box after each update. */
  constructor(host: Host, getTarget: () => HTMLElement | null) {
    this.host = host;
    this.#getTarget = getTarget;
    host.addController(this);
  }

  hostUpdated(): void {
    // The last update may come after the element has left the page. Some documents have no window, and only an observer
    // from the same window works reliably.
    const view = this.host.ownerDocument.defaultView;
    const box = this.host.isConnected && view ? this.#getTarget() : null;
    if (box === this.target) return;
    this.hostDisconnected();
    this.target = box;
    if (!box) return;
    this.#observer = new view!.ResizeObserver(() => this.onResize(box));
    for (const watched of [box, ...box.children]) this.#observer.observe(watched);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.target = null;
  }

  protected abstract onResize(box: HTMLElement): void;
}
