import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { prose } from '../../core/render-prose.js';
import { section } from '../../core/section.js';
import { type GuideTakeawaysContent, takeawaysContent } from './guide-takeaways.content.js';
import { takeawaysStyles } from './guide-takeaways.styles.js';

/**
 * Key takeaways: what a reader should remember, as a short list.
 *
 * @summary Key takeaways of a guide.
 * @csspart item - Each takeaway.
 */
export class GuideTakeaways extends GuideElement<GuideTakeawaysContent> {
  static override readonly schema = takeawaysContent;
  static override styles = [...super.styles, takeawaysStyles];

  protected override renderContent({ title, items }: GuideTakeawaysContent): TemplateResult {
    const list = html`<ul>
      ${items.map((item) => html`<li part="item">${prose(item)}</li>`)}
    </ul>`;
    return section(this.level, title, this.labels.term('takeaways'), list);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-takeaways': GuideTakeaways;
  }
}
