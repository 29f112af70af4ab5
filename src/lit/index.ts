/**
 * Lit as far as the kit uses it, for the script-tag file: there it stands in for the package, whose other abilities a
 * patient's phone would load for nothing. The same names do the same; a test compares both.
 */
export { LitElement, property } from './element.js';
export { Directive, directive, html, noChange, nothing, render } from './templates.js';

/** A style sheet, made when it is first asked for. */
class Styles {
  readonly #text: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.#text);
    return this.#sheet;
  }
}
export const css = ([text]: TemplateStringsArray): Styles => new Styles(text);
/** Whether this runs on a server; this file never does. */
export const isServer = false;
