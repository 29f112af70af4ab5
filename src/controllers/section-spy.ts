import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells which of some parts of the page is being read: the last one that begins above the upper third of the window. */
export class SectionSpy implements ReactiveController {
  /** Its position in `targets`; -1 is none. */
  current = -1;
  /** In reading order; those that are not on this page are left out. */
  targets: readonly (Element | undefined)[] = [];

  readonly #host: ReactiveControllerHost;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Boxes that scroll are heard while capturing only.
    addEventListener('scroll', this.#lookSoon, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#lookSoon, true);
  }

  hostUpdated(): void {
    this.#lookSoon();
  }

  readonly #lookSoon = (): void => {
    this.#frame ||= requestAnimationFrame(this.#look);
  };

  readonly #look = (): void => {
    this.#frame = 0;
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
    // The last parts may be too short to come up that far.
    const line = scrollTop && scrollTop + clientHeight > scrollHeight - 2 ? clientHeight : clientHeight / 3;
    const current = this.targets.findLastIndex(
      (target) => target?.checkVisibility() && target.getBoundingClientRect().top < line,
    );
    if (current === this.current) return;
    this.current = current;
    this.#host.requestUpdate();
  };
}
