/** A style sheet belongs to the window that made it: for another one, copies. */
export function sheetsFor(document: Document, sheets: readonly CSSStyleSheet[]): CSSStyleSheet[] {
  const view = document.defaultView;
  if (!view) return [];
  return sheets.map(({ cssRules }) => {
    const copy = new view.CSSStyleSheet();
    copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join(''));
    return copy;
  });
}
