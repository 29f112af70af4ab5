import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Gives the page as much room at an edge as a fixed bar takes, so that the bar covers neither the page's first or last
 * lines nor what the keyboard focus moves to (WCAG 2.2, 2.4.11). The page's own elements are not touched: it is one rule
 * in a style sheet that goes away with the bar. Whatever else stays at the upper edge goes by `--guide-room-start`.
 */
export class ReservedSpace implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #findBar: () => HTMLElement | null;
  #bar: HTMLElement | null = null;
  #sheet: CSSStyleSheet | undefined;
  readonly #observer = new ResizeObserver(() => this.#bar && this.#reserve(this.#bar));

  /** `findBar` finds the bar, which has the class `top` or `bottom`, after each update. */
  constructor(host: ReactiveControllerHost & HTMLElement, findBar: () => HTMLElement | null) {
    this.#host = host;
    this.#findBar = findBar;
    host.addController(this);
  }

  hostUpdated(): void {
    const bar = this.#findBar();
    if (bar !== this.#bar) {
      this.hostDisconnected();
      this.#bar = bar;
      if (bar) {
        this.#observer.observe(bar);
        addEventListener('focusin', this.#onFocus);
      }
    }
    if (bar) this.#reserve(bar);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    removeEventListener('focusin', this.#onFocus);
    this.#bar = null;
    const page = this.#host.ownerDocument;
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#sheet = undefined;
  }

  /** Safari brings a field that one types in into view without regard to scroll padding. */
  readonly #onFocus = (event: Event): void => {
    const [field] = event.composedPath() as Element[];
    if (field.matches('input,textarea')) requestAnimationFrame(() => field.scrollIntoView({ block: 'nearest' }));
  };

  #reserve(bar: HTMLElement): void {
    const page = this.#host.ownerDocument;
    if (!this.#sheet) {
      // A sheet can be adopted only by the document of the window that made it.
      this.#sheet = new (page.defaultView as Window & typeof globalThis).CSSStyleSheet();
      page.adoptedStyleSheets.push(this.#sheet);
    }
    const [edge, opposite] = bar.matches('.top') ? (['start', 'bottom'] as const) : (['end', 'top'] as const);
    const { position, [opposite]: rest } = getComputedStyle(bar);
    let size = '';
    if (position === 'fixed') {
      // An ancestor that is transformed, filtered or contained holds what is fixed inside of it, over its own text: then
      // the bar stays in its place. No browser says so; what is fixed to the window is as far from its other edge.
      if (Math.abs(parseFloat(rest) + bar.offsetHeight - innerHeight) > innerHeight / 4)
        bar.classList.remove('top', 'bottom');
      else size = `${bar.offsetHeight}px!important`;
    }
    this.#sheet.replaceSync(
      size &&
        `@media screen{:root{padding-block-${edge}:${size};scroll-padding-block-${edge}:${size};--guide-room-${edge}:${size}}}`,
    );
  }
}
