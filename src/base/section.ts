import { type TemplateResult, html, nothing } from 'lit';
import { heading } from './heading.js';

/**
 * A region named by its heading. `title` as in every content: left out, it is the kit's own words; `""` means that no
 * heading is shown, and the kit's own words name the region.
 */
export function section(level: number, title: string | undefined, ownWords: string, body: unknown): TemplateResult {
  const words = (title ?? ownWords).trim();
  return html`<section aria-labelledby=${words ? 'title' : nothing} aria-label=${words ? nothing : ownWords}>
    ${words ? heading(level, words, true) : nothing}${body}
  </section>`;
}
