import type { ContentIssue } from './content-error.js';

/**
 * Where an element's content is, before anything is parsed: a text, a value, a file's URL, or why there is none of
 * these.
 */
export type ContentSource = { readonly name: string } & (
  | { readonly text: string }
  | { readonly value: unknown }
  | { readonly address: string }
  | { readonly error: ContentIssue }
);

export const CONTENT_ATTRIBUTES = ['content', 'data-content'];

/**
 * The first source that exists wins: the property, `content`, `data-content`, a JSON script child, `src`; after that,
 * the caller tries the guide. A wrong source doesn't give way to the next one: the author would never find out.
 */
export function findContent(element: Element, property: unknown): ContentSource | undefined {
  // `null`, `""`, `loaded && content`: the framework has no content yet.
  if (property)
    return { name: 'content property', ...(typeof property === 'string' ? { text: property } : { value: property }) };
  for (const attribute of CONTENT_ATTRIBUTES) {
    const text = element.getAttribute(attribute);
    if (text !== null) return { name: `${attribute} attribute`, text };
  }
  // WordPress wraps the script in a paragraph.
  const script = element.querySelector(':is(:scope, :scope > p) > script[type="application/json"]');
  if (script) return { name: 'JSON script', text: script.textContent ?? '' };
  const address = element.getAttribute('src');
  return address === null ? undefined : { name: `src "${address}"`, address };
}

/** A guide that has nothing for an element is a source too: an empty one. */
export const hasContent = (source: ContentSource | undefined | null): source is ContentSource =>
  !!source && (!('value' in source) || source.value !== undefined);
