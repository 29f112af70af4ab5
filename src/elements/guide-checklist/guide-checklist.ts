import { type TemplateResult, html, nothing } from 'lit';
import { checkboxStyles } from '../../base/styles/checkbox.styles.js';
import { GuidePrintEvent } from '../../base/events.js';
import { GuideElement } from '../../base/guide-element.js';
import { visuallyHiddenStyles } from '../../base/styles/visually-hidden.styles.js';
import { resetToDefaults } from '../../page/reset-to-defaults.js';
import { stopPropagationAtRoot } from '../../page/private-events.js';
import { printInFrame } from './print-frame.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import { type GuideChecklistContent, checklistContent } from './guide-checklist.content.js';
import { checklistStyles } from './guide-checklist.styles.js';

/**
 * Questions to take to a second opinion. Readers can check them off, write a note on each, add their own, and print
 * them all as one sheet. All of that stays in the element's memory: it is neither stored nor sent, and is gone with the
 * page.
 *
 * @summary Questions to take to a second opinion.
 * @fires guide-print - The reader prints the sheet. The event carries nothing of what is on it.
 * @csspart item - Each question with its note.
 * @csspart button - The buttons: remove a question, add one, print.
 * @csspart icon - The cross on the remove button.
 */
export class GuideChecklist extends GuideElement<GuideChecklistContent> {
  static override readonly schema = checklistContent;
  static override styles = [...super.styles, visuallyHiddenStyles, checkboxStyles, checklistStyles];

  /** Keyed by the question's text, so they stay with it when the content changes. */
  readonly #ticked = new Set<string>();
  readonly #notes = new Map<string, string>();
  readonly #own = new Set<string>();
  #added = '';

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return stopPropagationAtRoot(super.createRenderRoot());
  }

  protected override renderContent({ title, intro, items }: GuideChecklistContent): TemplateResult {
    const body = html`${intro ? renderMarkdown(intro) : nothing}
      <div>
        <ul role="list">
          ${this.#questions.map((question) => this.#renderQuestion(question, !items.includes(question)))}
        </ul>
        <form id="answers" method="dialog" hidden></form>
        <form class="own" method="dialog">
          <label>${this.localize.term('ownQuestion')}<input autocomplete="off" /></label>
          <button part="button" @click=${this.#onAdd}>${this.localize.term('add')}</button>
        </form>
        <p class="visually-hidden" role="status">${this.#added}</p>
        <button part="button" @click=${this.#print}>${this.localize.term('print')}</button>
      </div>`;
    return section(this.level, title, this.localize.term('checklist'), body);
  }

  protected override contentRendered(): void {
    resetToDefaults(this.renderRoot.querySelector<HTMLFormElement>('#answers'));
  }

  #renderQuestion(question: string, isOwn: boolean): TemplateResult {
    return html`<li part="item" @input=${(event: Event) => this.#onInput(question, event)}>
      <label><input type="checkbox" form="answers" ?checked=${this.#ticked.has(question)} />${question}</label>
      ${isOwn ? this.#renderRemove(question) : nothing}
      <textarea
        form="answers"
        autocomplete="off"
        aria-label=${this.localize.term('noteFor', question)}
        placeholder=${this.localize.term('notes')}
        .defaultValue=${this.#notes.get(question) ?? ''}
      ></textarea>
    </li>`;
  }

  #renderRemove(question: string): TemplateResult {
    return html`<button
      part="button"
      aria-label=${this.localize.term('remove', question)}
      @click=${(event: Event) => this.#remove(question, event)}
    >
      <svg part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
    </button>`;
  }

  /** The sheet to print. Empty notes leave room to write. */
  #renderSheet(heading: string): TemplateResult {
    const guide = this.guide?.content as { title: string; disclaimer?: { text?: string } } | undefined;
    const date = new Date().toLocaleDateString(this.localize.lang(), { dateStyle: 'long' });
    const body = html`<p>${this.localize.term('date')}: ${date}</p>
      <ul>
        ${this.#questions.map(
          (question) =>
            html`<li>
              <label><input type="checkbox" ?checked=${this.#ticked.has(question)} />${question}</label>
              <p>${this.#notes.get(question)}</p>
            </li>`,
        )}
      </ul>
      <div class="muted">${renderMarkdown(guide?.disclaimer?.text ?? this.localize.term('disclaimerText'))}</div>`;
    return html`<div class="base sheet">
      <div class="muted">${guide?.title}</div>
      ${section(1, heading, '', body)}
    </div>`;
  }

  /** The content's questions and the reader's own, without duplicates. */
  get #questions(): string[] {
    return [...new Set([...(this.content?.items ?? []), ...this.#own])];
  }

  #onInput(question: string, { target }: Event): void {
    const { type, checked, value } = target as HTMLInputElement;
    if (type === 'textarea') this.#notes.set(question, value);
    else if (checked) this.#ticked.add(question);
    else this.#ticked.delete(question);
    this.requestUpdate();
  }

  /**
   * Enter presses the button too. The form goes nowhere, whoever submits it; in a sandboxed frame it isn't even
   * submitted.
   */
  #onAdd(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('.own input')!;
    const question = input.value.trim();
    if (question) this.#own.add(question);
    this.#added = question && this.localize.term('added', question);
    this.requestUpdate();
    input.value = '';
    input.focus();
  }

  /** The next question's button takes this one's place. After the last one, focus moves on to the "Add" button. */
  async #remove(question: string, { currentTarget }: Event): Promise<void> {
    const button = currentTarget as HTMLElement;
    for (const memory of [this.#own, this.#ticked, this.#notes]) memory.delete(question);
    this.#added = '';
    this.requestUpdate();
    await this.updateComplete;
    if (!button.isConnected) this.renderRoot.querySelector<HTMLElement>('.own button')!.focus();
  }

  #print(): void {
    const heading = this.content?.title?.trim() || this.localize.term('checklist');
    this.dispatchEvent(new GuidePrintEvent());
    printInFrame(this, this.#renderSheet(heading), heading, this.localize.lang());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-checklist': GuideChecklist;
  }
}
