import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideNoteContent, noteContent } from './guide-note.content.js';

/**
 * A clinical note.
 *
 * @summary A clinical note.
 */
export class GuideNote extends GuideElement<GuideNoteContent> {
  static override readonly schema = noteContent;

  protected override renderContent(content: GuideNoteContent): TemplateResult {
    return html`<p>${content.body}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-note': GuideNote;
  }
}
