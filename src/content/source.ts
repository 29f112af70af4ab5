import type { ContentIssue } from './content-error.js';

/** Where an element's content is, before anything is read: a text, a value, a file's address, or why there is none of them. */
export type ContentSource = { readonly name: string } & (
  | { readonly text: string }
  | { readonly value: unknown }
  | { readonly address: string }
  | { readonly error: ContentIssue }
);

export const CONTENT_ATTRIBUTES = ['content', 'data-content'];

/**
 * The first source that is there wins: property, `content`, `data-content`, a JSON script child, `src`; then, for the
 * caller, the guide. A wrong one is not passed over for the next: the author would never learn of it.
 */
export function findContent(element: Element, property: unknown): ContentSource | undefined {
  // `null`, `""`, `loaded && content`: a framework has none yet.
  if (property)
    return { name: 'content property', ...(typeof property === 'string' ? { text: property } : { value: property }) };
  for (const attribute of CONTENT_ATTRIBUTES) {
    const text = element.getAttribute(attribute);
    if (text !== null) return { name: `${attribute} attribute`, text };
  }
  // WordPress wraps it into a paragraph.
  const script = element.querySelector(':is(:scope, :scope > p) > script[type="application/json"]');
  if (script) return { name: 'JSON script', text: script.textContent ?? '' };
  const address = element.getAttribute('src');
  return address === null ? undefined : { name: `src "${address}"`, address };
}

/** A guide that has nothing for an element is a source too, of nothing. */
export const hasContent = (source: ContentSource | undefined | null): source is ContentSource =>
  !!source && (!('value' in source) || source.value !== undefined);
