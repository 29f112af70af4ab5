import { createHash } from 'node:crypto';
import type { CSSResultOrNative } from 'lit';
import { elements } from '../register.js';
import { escapeAttribute } from './escape.js';

/**
 * For as long as no script has come. What is closed opens where scripts do not run at all, and, where they do but this one
 * has not come by then, after six seconds: nothing stays closed for good.
 */
const WAITING = `
@media (scripting: none) { [hidden] { display: block; content-visibility: visible } }
@keyframes open { to { position: static; max-block-size: none } }
@media (scripting: enabled) { :host(:not(:defined)) [hidden] {
  display: block; content-visibility: visible; position: absolute; max-block-size: 0; overflow: hidden;
  animation: open 0s 6s forwards;
} }`;

/** The style element of one shadow tree. */
export const styleElement = (styles: readonly CSSResultOrNative[], nonce: string | undefined): string =>
  `<style${nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`}>${cssOf(styles)}</style>`;

/**
 * What a Content-Security-Policy without `'unsafe-inline'` must have in `style-src` for pages that are rendered ahead and
 * so can have no nonce: a hash per element of the kit, `'sha256-…'`, the same for all content until the next version.
 */
export const styleHashes = (): string[] =>
  Object.values(elements).map(({ elementStyles }) => {
    const hash = createHash('sha256').update(cssOf(elementStyles)).digest('base64');
    return `'sha256-${hash}'`;
  });

const made = new WeakMap<readonly CSSResultOrNative[], string>();

/** Made once for each element, not for each guide. */
function cssOf(styles: readonly CSSResultOrNative[]): string {
  let css = made.get(styles);
  if (css === undefined) {
    css = [...styles.map(String), WAITING]
      .join('')
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ');
    made.set(styles, css);
  }
  return css;
}
