import { html, render } from 'lit';
import { renderMarkdown } from '../../src/text/render-markdown.js';

/** Renders a text as the page shows it. */
export function shown(text: string): HTMLElement {
  const place = document.createElement('div');
  render(html`${renderMarkdown(text)}`, place);
  return place;
}
