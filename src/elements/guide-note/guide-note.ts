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
 * A clinical note in the clinic's own voice. The tones `caution` and `urgent` (red flags) show in words, in shape and
 * in color. The note is part of the text: it can't be dismissed, and it doesn't interrupt anyone.
 *
 * @summary A clinical note, a caution, or signs that can't wait.
 * @csspart icon - The icon before the text.
 * @csspart source - Who wrote the note.
 */
export class GuideNote extends GuideElement<GuideNoteContent> {
  static override readonly schema = noteContent;
  static override styles = [...super.styles, noteStyles];

  /** Inside a `<patient-guide>`: shows the guide's red flags instead of its note, always as urgent. */
  @property({ attribute: 'red-flags', type: Boolean }) redFlags = false;

  protected override contentFromGuide({ note, redFlags }: Readonly<Record<string, unknown>>): unknown {
    return this.redFlags ? redFlags && { ...redFlags, tone: 'urgent' } : note;
  }

  protected override renderContent({ title, body, tone = 'info', author }: GuideNoteContent): TemplateResult {
    const toneWord = {
      info: this.localize.term('note'),
      caution: this.localize.term('caution'),
      urgent: this.localize.term('urgent'),
    }[tone];
    const needsNoPrefix = tone === 'info' || !title?.trim() || title.toLowerCase().startsWith(toneWord.toLowerCase());
    const heading = needsNoPrefix ? title : `${toneWord}: ${title}`;
    return html`<div class="note ${tone}">
      <svg part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${ICONS[tone]} /></svg>
      ${section(this.level, heading, toneWord, html`${renderMarkdown(body)}${author ? this.#renderAuthor(author) : nothing}`)}
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
