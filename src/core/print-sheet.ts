import { type ReactiveElement, type TemplateResult, render } from 'lit';
import { sheetStyles } from './print-sheet.styles.js';

/**
 * Prints a sheet alone, without the page around it: in a frame that is there only as long as it takes. Nothing is asked
 * for and nothing is parsed, so that it works under any content security policy.
 */
export function printSheet(host: ReactiveElement, sheet: TemplateResult, title: string, lang: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'hidden';
  // Firefox replaces the document of a new frame once more; there it can be filled only then.
  frame.onload = () => {
    frame.onload = null;
    const view = frame.contentWindow as Window & typeof globalThis;
    const { body, documentElement } = view.document;
    const { direction, fontFamily } = getComputedStyle(host);
    Object.assign(documentElement, { lang, dir: direction });
    body.style.fontFamily = fontFamily;
    view.document.title = title;
    const styles = new view.CSSStyleSheet();
    styles.replaceSync(sheetStyles);
    view.document.adoptedStyleSheets = [styles];
    render(sheet, body);
    view.onafterprint = () => frame.remove();
    view.print();
  };
  host.renderRoot.append(frame);
}
