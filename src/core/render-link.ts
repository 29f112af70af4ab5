import { html, nothing } from 'lit';
import { relFor, safeHref } from './safe-link.js';

/** A link to the address, or, when that must not be one, only what it says. */
export function renderLink(address: string | undefined, content: unknown, part = 'link'): unknown {
  const href = address && safeHref(address);
  return href ? html`<a part=${part} href=${href} rel=${relFor(href) ?? nothing}>${content}</a>` : content;
}
