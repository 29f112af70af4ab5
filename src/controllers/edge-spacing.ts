import { ResizeController } from './resize-controller.js';

/**
 * Gives the page as much room at an edge as a fixed bar takes, so that the bar covers neither the page's first or last
 * lines nor what the keyboard focus moves to (WCAG 2.2, 2.4.11). The bar has the class `top` or `bottom`. The page's own
 * elements are not touched: it is one rule in a style sheet that goes away with the bar. Whatever else stays at the upper
 * edge goes by `--guide-room-start`.
 */
export class EdgeSpacing extends ResizeController {
  /** The document that has the sheet. When the element hears that it has left, it may be in another one already. */
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

  /** Safari brings a field that one types in into view without regard to scroll padding. */
  readonly #onFocus = (event: Event): void => {
    const [field] = event.composedPath() as Element[];
    if (field.matches('input,textarea')) requestAnimationFrame(() => field.scrollIntoView({ block: 'nearest' }));
  };

  protected override onResize(bar: HTMLElement): void {
    if (!this.#page) {
      this.#page = bar.ownerDocument;
      addEventListener('focusin', this.#onFocus);
      // A sheet can be adopted only by the document of the window that made it.
      this.#sheet = new this.#page.defaultView!.CSSStyleSheet();
      this.#page.adoptedStyleSheets.push(this.#sheet);
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
    this.#sheet!.replaceSync(
      size &&
        `@media screen{:root{padding-block-${edge}:${size};scroll-padding-block-${edge}:${size};--guide-room-${edge}:${size}}}`,
    );
  }
}
