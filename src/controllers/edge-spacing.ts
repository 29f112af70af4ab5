import { ResizeController } from './resize-controller.js';

/**
 * Reserves as much space at an edge of the page as a fixed bar takes, so the bar never covers the first or last lines
 * of the page, or whatever gets keyboard focus (WCAG 2.2, 2.4.11). The bar has the class `top` or `bottom`. The page's
 * own elements stay untouched: it is one rule in a style sheet, removed together with the bar. Anything else that
 * sticks to the top edge can use `--guide-room-start`.
 */
export class EdgeSpacing extends ResizeController {
  /** The document with the sheet. By the time the element disconnects, it may already be in another one. */
  #page: Document | undefined;
  #sheet: CSSStyleSheet | undefined;

  override hostUpdated(): void {
    super.hostUpdated();
    if (this.target) this.onResize(this.target);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    const page = this.#page;
    if (page) page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    removeEventListener('focusin', this.#onFocus);
    this.#page = undefined;
  }

  /** Safari ignores scroll padding when it scrolls a text field into view. */
  readonly #onFocus = (event: Event): void => {
    const field = event.composedPath()[0] as Element;
    if (field.matches('input,textarea')) requestAnimationFrame(() => field.scrollIntoView({ block: 'nearest' }));
  };

  protected override onResize(bar: HTMLElement): void {
    if (!this.#page) {
      this.#page = bar.ownerDocument;
      addEventListener('focusin', this.#onFocus);
      // A document can adopt only sheets created in its own window.
      this.#sheet = new this.#page.defaultView!.CSSStyleSheet();
      this.#page.adoptedStyleSheets.push(this.#sheet);
    }
    const [edge, opposite] = bar.matches('.top') ? (['start', 'bottom'] as const) : (['end', 'top'] as const);
    const { position, [opposite]: rest } = getComputedStyle(bar);
    let size = '';
    if (position === 'fixed') {
      // Inside an ancestor that is transformed, filtered or contained, a fixed bar would sit on top of that ancestor's
      // text. Leave the bar in the flow then. No browser reports this, so measure: if the bar is fixed to the window,
      // its height and its distance to the opposite edge add up to the window's height.
      if (Math.abs(parseFloat(rest) + bar.offsetHeight - innerHeight) > innerHeight / 4)
        bar.classList.remove('top', 'bottom');
      else size = `${bar.offsetHeight}px!important`;
    }
    this.#sheet!.replaceSync(
      size &&
        `@media screen{:root{padding-block-${edge}:${size};scroll-padding-block-${edge}:${size};--guide-room-${edge}:${size}}}`,
    );
  }
}
