import type { CSSResult } from 'lit';

/** Styles an element's tree. What a server has rendered has brought its styles, unless the page's policy refused them. */
export function applyStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if (root.querySelector('style')?.sheet) return;
  const { ownerDocument } = root;
  const sheets = styles.map(({ styleSheet }) => styleSheet!);
  root.adoptedStyleSheets = ownerDocument === document ? sheets : cloneSheetsFor(ownerDocument, sheets);
}

/** A style sheet belongs to the window that made it: for another one, copies. */
export function cloneSheetsFor(document: Document, sheets: readonly CSSStyleSheet[]): CSSStyleSheet[] {
  const view = document.defaultView;
  if (!view) return [];
  return sheets.map(({ cssRules }) => {
    const copy = new view.CSSStyleSheet();
    copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join(''));
    return copy;
  });
}
