import { type TemplateResult, html } from 'lit';

/** Template strings by tag and title attributes: a template can't have an expression in a tag name. */
const templates: Record<string, TemplateStringsArray> = {};

/** A heading of the given level, `h6` at most. The title of a whole element gets the id `title`. */
export function heading(level: number, content: unknown, isTitle = false): TemplateResult {
  const tag = `h${Math.min(level, 6)}`;
  const title = isTitle ? ' title" id="title' : '';
  const strings = [`<${tag} part="heading${title}">`, `</${tag}>`];
  return html((templates[tag + title] ??= Object.assign(strings, { raw: strings })), content);
}
