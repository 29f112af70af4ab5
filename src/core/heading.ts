import { type TemplateResult, html, nothing } from 'lit';

/** A heading of the wanted level; deeper ones than HTML has stay at 6. The one of a whole element has the id `title`. */
export function heading(level: number, content: unknown, isTitle = false): TemplateResult {
  const [part, id] = isTitle ? ['heading title', 'title'] : ['heading', nothing];
  switch (level) {
    case 1:
      return html`<h1 part=${part} id=${id}>${content}</h1>`;
    case 2:
      return html`<h2 part=${part} id=${id}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part} id=${id}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} id=${id}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} id=${id}>${content}</h5>`;
    default:
      return html`<h6 part=${part} id=${id}>${content}</h6>`;
  }
}
