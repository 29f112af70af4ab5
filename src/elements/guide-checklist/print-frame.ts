import { type ReactiveElement, type TemplateResult, render } from 'lit';
import { cloneSheetsFor } from '../../base/styles/apply-styles.js';

/**
 * Prints a sheet in the element's own styles, without the page around it, in a frame that exists only for that long. It
 * loads nothing and parses nothing, so it works under any Content-Security-Policy.
 */
export function printInFrame(host: ReactiveElement, sheet: TemplateResult, title: string, lang: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  // Wait for the load event: Firefox replaces the document of a new frame.
  frame.onload = () => {
    // If the element moved, the frame would load, and print, once more.
    frame.onload = null;
    const view = frame.contentWindow!;
    const page = frame.contentDocument;
    // In a sandbox, every frame has a different origin.
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
  // A previous frame remains if the browser doesn't fire `afterprint`.
  host.renderRoot.querySelector('iframe')?.remove();
  // An event listener may have taken the element off the page: it must not print when it comes back.
  if (host.isConnected) host.renderRoot.append(frame);
}
