import { type TemplateResult, html } from 'lit';

/** What the tag function takes, by what is in it: the level stands where a template cannot have a value. */
const templates: Record<string, TemplateStringsArray> = {};

/** A heading of the wanted level; deeper ones than HTML has stay at 6. The one of a whole element has the id `title`. */
export function heading(level: number, content: unknown, isTitle = false): TemplateResult {
  const tag = `h${Math.min(level, 6)}`;
  const title = isTitle ? ' title" id="title' : '';
  const strings = [`<${tag} part="heading${title}">`, `</${tag}>`];
  return html((templates[tag + title] ??= Object.assign(strings, { raw: strings })), content);
}
