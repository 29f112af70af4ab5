import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Entry } from './table-of-contents.js';

/** Tells which of some parts of the page is being read: the last one that begins above the upper third of the window. */
export class ScrollSpy implements ReactiveController {
  /** The links to the parts, in reading order. */
  entries: readonly Entry[] = [];
  /** Position of the link to the one being read; -1 is none. */
  current = -1;

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Boxes that scroll are heard while capturing only. It comes once a frame.
    addEventListener('scroll', this.#look, true);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#look, true);
  }

  hostUpdated(): void {
    // The parts may be about to update too.
    requestAnimationFrame(this.#look);
  }

  readonly #look = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
    // At the page's end the last part is the one, which may be too short to come up that far.
    const line = scrollTop && scrollTop + clientHeight > scrollHeight - 2 ? clientHeight : clientHeight / 3;
    const current = this.entries.findLastIndex(
      ({ target }) => target?.checkVisibility() && target.getBoundingClientRect().top < line,
    );
    if (current === this.current) return;
    this.current = current;
    this.#host.requestUpdate();
  };
}
