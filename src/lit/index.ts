/**
 * Lit as far as the kit uses it, for the script-tag file: there it stands in for the package, whose other abilities a
 * patient's phone would load for nothing. The same names do the same; a test compares both.
 */
export { LitElement, property } from './element.js';
export { render } from './parts.js';
export { html, nothing } from './templates.js';

/** A style sheet, made when it is first asked for. */
export function css([text]: TemplateStringsArray): { readonly styleSheet: CSSStyleSheet } {
  let sheet: CSSStyleSheet | undefined;
  return {
    get styleSheet() {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(text);
      return sheet;
    },
  };
}
/** Whether this runs on a server; this file never does. */
export const isServer = false;
