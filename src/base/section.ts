import { type TemplateResult, html, nothing } from 'lit';
import { heading } from './heading.js';

/**
 * A region labeled by its heading. If `title` is left out, the heading is `defaultTitle`. If it is `""`, there is no
 * heading, and `defaultTitle` labels the region.
 */
export function section(level: number, title: string | undefined, defaultTitle: string, body: unknown): TemplateResult {
  const text = (title ?? defaultTitle).trim();
  return html`<section aria-labelledby=${text ? 'title' : nothing} aria-label=${text ? nothing : defaultTitle}>
    ${text ? heading(level, text, true) : nothing}${body}
  </section>`;
}
