import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Entry } from './table-of-contents.js';

/** Tracks which part of the page is being read: the last one that starts no lower than the top third of the window. */
export class ScrollSpy implements ReactiveController {
  /** Links to the parts, in reading order. */
  entries: readonly Entry[] = [];
  /** Index of the link to the part being read, or -1. */
  current = -1;

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Capture, because scroll events of boxes don't bubble. They fire once per frame.
    addEventListener('scroll', this.#findCurrent, true);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#findCurrent, true);
  }

  hostUpdated(): void {
    // The parts may be about to update as well.
    requestAnimationFrame(this.#findCurrent);
  }

  readonly #findCurrent = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
    // At the end of the page, the last part is current: it may be too short to get up to the line.
    const line = scrollTop && scrollTop + clientHeight > scrollHeight - 2 ? clientHeight : clientHeight / 3;
    const current = this.entries.findLastIndex(
      ({ target }) => target?.checkVisibility() && target.getBoundingClientRect().top < line,
    );
    if (current === this.current) return;
    this.current = current;
    this.#host.requestUpdate();
  };
}
