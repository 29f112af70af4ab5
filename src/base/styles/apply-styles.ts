import type { CSSResult } from 'lit';

/**
 * Applies an element's styles to its shadow tree. A server-rendered tree brings its own, unless the page's
 * Content-Security-Policy blocked them.
 */
export function applyStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if (root.querySelector('style')?.sheet) return;
  const { ownerDocument } = root;
  const sheets = styles.map(({ styleSheet }) => styleSheet!);
  root.adoptedStyleSheets = ownerDocument === document ? sheets : cloneSheetsFor(ownerDocument, sheets);
}

/** A constructed style sheet belongs to the window that created it. Other windows get copies. */
export function cloneSheetsFor(document: Document, sheets: readonly CSSStyleSheet[]): CSSStyleSheet[] {
  const view = document.defaultView;
  if (!view) return [];
  return sheets.map(({ cssRules }) => {
    const copy = new view.CSSStyleSheet();
    copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join(''));
    return copy;
  });
}
