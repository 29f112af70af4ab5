import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../base/guide-element.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import { type GuideTakeawaysContent, takeawaysContent } from './guide-takeaways.content.js';
import { takeawaysStyles } from './guide-takeaways.styles.js';

/**
 * Key takeaways: a short list of what readers should remember.
 *
 * @summary Key takeaways of a guide.
 * @csspart item - Each takeaway.
 */
export class GuideTakeaways extends GuideElement<GuideTakeawaysContent> {
  static override readonly schema = takeawaysContent;
  static override styles = [...super.styles, takeawaysStyles];

  protected override renderContent({ title, items }: GuideTakeawaysContent): TemplateResult {
    const list = html`<ul>
      ${items.map((item) => html`<li part="item">${renderMarkdown(item)}</li>`)}
    </ul>`;
    return section(this.level, title, this.localize.term('takeaways'), list);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-takeaways': GuideTakeaways;
  }
}
