import { type ReactiveElement, type TemplateResult, render } from 'lit';

/**
 * Prints a sheet in the element's own styles alone, without the page around it: in a frame that is there only as long as
 * that takes. Nothing is asked for and nothing is parsed, so that it works under any content security policy.
 */
export function printSheet(host: ReactiveElement, sheet: TemplateResult, title: string, lang: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'hidden';
  // Not at once: Firefox replaces the document of a new frame.
  frame.onload = () => {
    const view = frame.contentWindow as Window & typeof globalThis;
    const page = frame.contentDocument;
    // In a sandbox every frame is of another origin.
    if (!page) return print();
    const { direction, fontFamily } = getComputedStyle(host);
    page.title = title;
    page.documentElement.lang = lang;
    page.body.dir = direction;
    page.body.style.fontFamily = fontFamily;
    page.adoptedStyleSheets = (host.renderRoot as ShadowRoot).adoptedStyleSheets.map(({ cssRules }) => {
      // A style sheet belongs to the window that made it.
      const copy = new view.CSSStyleSheet();
      copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join(''));
      return copy;
    });
    render(sheet, page.body);
    view.onafterprint = () => frame.remove();
    view.print();
  };
  // The one before, where a browser does not tell that it has been printed.
  host.renderRoot.querySelector('iframe')?.remove();

  host.renderRoot.append(frame);
}
