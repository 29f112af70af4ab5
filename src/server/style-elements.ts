import { createHash } from 'node:crypto';
import type { CSSResult, CSSResultOrNative } from 'lit';
import { baseStyles } from '../base/styles/base.styles.js';
import { elements } from '../entries/register.js';
import { escapeAttribute } from './escape-html.js';

/**
 * For as long as no script has come. Where scripts do not run at all, what is closed is open and what would do nothing is
 * not there; where they do but this one has not come, the closed opens after six seconds: nothing stays closed for good.
 * A browser that cannot animate `display` lays it out from the start, without room.
 */
const WAITING = `
@media (scripting: none) {
  [hidden] { display: block; content-visibility: visible }
  button:not([aria-expanded]), form { display: none }
}
@keyframes open { to { display: block; content-visibility: visible; position: static; max-block-size: none } }
@media (scripting: enabled) {
  :host(:not(:defined)) [hidden] { animation: open 0s 6s forwards }
  @supports not (transition-behavior: allow-discrete) { :host(:not(:defined)) [hidden] {
    display: block; content-visibility: visible; position: absolute; max-block-size: 0; overflow: hidden;
  } }
}`;

/**
 * The style elements of one shadow tree, one for each sheet: a browser that has read a text once does not read it again,
 * and the longest is the same in every element.
 */
export function styleElements(styles: readonly CSSResultOrNative[], nonce: string | undefined): string {
  const attribute = nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`;
  return styles.map((sheet) => `<style${attribute}>${textOf(sheet)}</style>`).join('');
}

/**
 * What a Content-Security-Policy without `'unsafe-inline'` must have in `style-src` for pages that are rendered ahead and
 * so can have no nonce: a hash per style sheet of the kit, `'sha256-…'`, the same for all content until the next version.
 */
export function styleHashes(): string[] {
  const sheets = new Set(Object.values(elements).flatMap(({ elementStyles }) => elementStyles));
  return [...sheets].map((sheet) => `'sha256-${createHash('sha256').update(textOf(sheet)).digest('base64')}'`);
}

const made = new WeakMap<CSSResultOrNative, string>();

/** Made once for each sheet, not for each guide. */
function textOf(sheet: CSSResultOrNative): string {
  let text = made.get(sheet);
  if (text === undefined) {
    text = `${(sheet as CSSResult).cssText}${sheet === baseStyles ? WAITING : ''}`
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ');
    made.set(sheet, text);
  }
  return text;
}
