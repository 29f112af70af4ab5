import { type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GuideElement } from '../../base/guide-element.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import { type GuideNoteAuthor, type GuideNoteContent, noteContent } from './guide-note.content.js';
import { noteStyles } from './guide-note.styles.js';

const ICONS = {
  info: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1M8 7v5M8 4v1.5',
  caution: 'M8 1.5l7 13H1zM8 6v4M8 11.2v1.5',
  urgent: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM8 4v5M8 10.5v1.5',
};

/**
 * A clinical note in the clinic's own voice. The tones `caution` and `urgent` (red flags) say so in words, by a shape and
 * by a colour. It is part of the text: it cannot be dismissed, and interrupts nobody.
 *
 * @summary A clinical note, a caution, or signs that cannot wait.
 * @csspart icon - The shape before the text.
 * @csspart source - Whose words these are.
 */
export class GuideNote extends GuideElement<GuideNoteContent> {
  static override readonly schema = noteContent;
  static override styles = [...super.styles, noteStyles];

  /** Inside a `<patient-guide>`: shows its red flags in place of its note, always as urgent. */
  @property({ attribute: 'red-flags', type: Boolean }) redFlags = false;

  protected override contentFromGuide({ note, redFlags }: Readonly<Record<string, unknown>>): unknown {
    return this.redFlags ? redFlags && { ...redFlags, tone: 'urgent' } : note;
  }

  protected override renderContent({ title, body, tone = 'info', author }: GuideNoteContent): TemplateResult {
    const word = {
      info: this.localize.term('note'),
      caution: this.localize.term('caution'),
      urgent: this.localize.term('urgent'),
    }[tone];
    const isSaid = tone === 'info' || !title?.trim() || title.toLowerCase().startsWith(word.toLowerCase());
    const words = isSaid ? title : `${word}: ${title}`;
    return html`<div class="note ${tone}">
      <svg part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${ICONS[tone]} /></svg>
      ${section(this.level, words, word, html`${renderMarkdown(body)}${author ? this.#renderAuthor(author) : nothing}`)}
    </div>`;
  }

  #renderAuthor({ name, role }: GuideNoteAuthor): TemplateResult {
    return html`<footer part="source" class="muted"><bdi>${name}</bdi>${role ? html`, ${role}` : nothing}</footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-note': GuideNote;
  }
}
