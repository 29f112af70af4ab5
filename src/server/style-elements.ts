import { createHash } from 'node:crypto';
import type { CSSResult, CSSResultOrNative } from 'lit';
import { baseStyles } from '../base/styles/base.styles.js';
import { elements } from '../entries/register.js';
import { escapeAttribute } from './escape-html.js';

/**
 * Styles for the time before the script loads. Without scripting, everything collapsed is open, and controls that would
 * do nothing are gone. With scripting, but without this script, everything collapsed opens after six seconds: nothing
 * stays collapsed for good. A browser that can't animate `display` lays it out from the start, without taking up space.
 */
const BEFORE_UPGRADE = `
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
 * The style elements of one shadow tree, one per sheet: a browser that has parsed a text once doesn't parse it again,
 * and the longest sheet is the same in every element.
 */
export function styleElements(styles: readonly CSSResultOrNative[], nonce: string | undefined): string {
  const attribute = nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`;
  return styles.map((sheet) => `<style${attribute}>${textOf(sheet)}</style>`).join('');
}

/**
 * What `style-src` needs in a Content-Security-Policy without `'unsafe-inline'`, for pages that are prerendered and so
 * can't have a nonce: one hash per style sheet of the kit, `'sha256-…'`, the same for all content until the next
 * version.
 */
export function styleHashes(): string[] {
  const sheets = new Set(Object.values(elements).flatMap(({ elementStyles }) => elementStyles));
  return [...sheets].map((sheet) => `'sha256-${createHash('sha256').update(textOf(sheet)).digest('base64')}'`);
}

const textCache = new WeakMap<CSSResultOrNative, string>();

/** Cached per sheet, because every guide needs the same text. */
function textOf(sheet: CSSResultOrNative): string {
  let text = textCache.get(sheet);
  if (text === undefined) {
    text = `${(sheet as CSSResult).cssText}${sheet === baseStyles ? BEFORE_UPGRADE : ''}`
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ');
    textCache.set(sheet, text);
  }
  return text;
}
