import { type ReactiveElement, type TemplateResult, render } from 'lit';
import { cloneSheetsFor } from '../../base/styles/apply-styles.js';

/**
 * Prints a sheet in the element's own styles alone, without the page around it: in a frame that is there only as long as
 * that takes. Nothing is asked for and nothing is parsed, so that it works under any content security policy.
 */
export function printInFrame(host: ReactiveElement, sheet: TemplateResult, title: string, lang: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  // Not at once: Firefox replaces the document of a new frame.
  frame.onload = () => {
    // Moved with the element, it would load, and print, once more.
    frame.onload = null;
    const view = frame.contentWindow!;
    const page = frame.contentDocument;
    // In a sandbox every frame is of another origin.
    if (!page) return print();
    const { direction, fontFamily } = getComputedStyle(host);
    page.title = title;
    page.documentElement.lang = lang;
    page.body.dir = direction;
    page.body.style.fontFamily = fontFamily;
    const { styleSheets, adoptedStyleSheets } = host.renderRoot as ShadowRoot;
    page.adoptedStyleSheets = cloneSheetsFor(page, [...styleSheets, ...adoptedStyleSheets]);
    render(sheet, page.body);
    view.onafterprint = () => frame.remove();
    view.print();
  };
  // The one before, where a browser does not tell that it has been printed.
  host.renderRoot.querySelector('iframe')?.remove();
  // Whoever was told may have taken the element off the page: it must not print when it comes back.
  if (host.isConnected) host.renderRoot.append(frame);
}
