import { type TemplateResult, html, nothing } from 'lit';
import { Labels } from '../../controllers/labels.js';
import { GuidePrintEvent } from '../../core/events.js';
import { GuideElement } from '../../core/guide-element.js';
import { keepInside } from '../../core/keep-inside.js';
import { printSheet } from '../../core/print-sheet.js';
import { prose } from '../../core/render-prose.js';
import { section } from '../../core/section.js';
import { type GuideChecklistContent, checklistContent } from './guide-checklist.content.js';
import { checklistStyles } from './guide-checklist.styles.js';

/**
 * Questions to take to a second opinion: to tick, to write a note on, to add one's own to, and to print as one sheet. All
 * of that stays in the element's memory: it is neither stored nor sent, and gone with the page.
 *
 * @summary Questions to take to a second opinion.
 * @fires guide-print - A reader prints the sheet. It carries nothing of what is on it.
 * @csspart item - Each question with its note.
 * @csspart button - The buttons: to remove a question, to add one, to print.
 * @csspart icon - The cross that removes a question.
 */
export class GuideChecklist extends GuideElement<GuideChecklistContent> {
  static override readonly schema = checklistContent;
  static override styles = [...super.styles, checklistStyles];

  readonly #labels = new Labels(this);
  /** By the question's text, so that they stay with it when the content changes. */
  readonly #ticked = new Set<string>();
  readonly #notes = new Map<string, string>();
  readonly #own = new Set<string>();
  #added = '';

  protected override renderContent({ title, intro, items }: GuideChecklistContent): TemplateResult {
    const body = html`${intro ? prose(intro) : nothing}
      <div ${keepInside()}>
        <ul role="list">
          ${this.#questions.map((question) => this.#renderQuestion(question, !items.includes(question)))}
        </ul>
        <div class="own">
          <label
            >${this.#labels.term('ownQuestion')}<input type="text" autocomplete="off" @keydown=${this.#onKeydown}
          /></label>
          <button part="button" type="button" @click=${this.#add}>${this.#labels.term('add')}</button>
        </div>
        <p class="hidden" role="status">${this.#added}</p>
        <button part="button" class="print" type="button" @click=${this.#print}>${this.#labels.term('print')}</button>
      </div>`;
    return section(this.level, title, this.#labels.term('checklist'), body);
  }

  #renderQuestion(question: string, isOwn: boolean): TemplateResult {
    return html`<li part="item">
      <label
        ><input
          type="checkbox"
          autocomplete="off"
          .checked=${this.#ticked.has(question)}
          @change=${() => this.#tick(question)}
        />${question}</label
      >${isOwn ? this.#renderRemove(question) : nothing}
      <textarea
        rows="1"
        autocomplete="off"
        aria-label=${this.#labels.term('noteFor', question)}
        placeholder=${this.#labels.term('notes')}
        .value=${this.#notes.get(question) ?? ''}
        @input=${(event: Event) => this.#note(question, event)}
      ></textarea>
    </li>`;
  }

  #renderRemove(question: string): TemplateResult {
    return html`<button
      part="button"
      type="button"
      aria-label=${this.#labels.term('remove', question)}
      @click=${(event: Event) => this.#remove(question, event)}
    >
      <svg part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
    </button>`;
  }

  /** The sheet that is printed: whatever was left empty has room to write on. */
  #renderSheet(heading: string): TemplateResult {
    const date = new Intl.DateTimeFormat(this.#labels.lang(), { dateStyle: 'long' }).format();
    return html`<p>${this.guideTitle}</p>
      <h1>${heading}</h1>
      <p>${this.#labels.term('date')}: ${date}</p>
      <ul>
        ${this.#questions.map(
          (question) =>
            html`<li>
              <svg viewBox="0 0 16 16">
                <path d="M1 1h14v14H1z${this.#ticked.has(question) ? 'M4 8l3 3 5-6' : ''}" /></svg
              >${question}
              <p>${this.#notes.get(question)}</p>
            </li>`,
        )}
      </ul>
      <footer>${prose(this.disclaimerText)}</footer>`;
  }

  /** What the sheet is a part of; a guide gives its title. */
  protected get guideTitle(): string | undefined {
    return undefined;
  }

  /** What the sheet ends with; prose. */
  protected get disclaimerText(): string {
    return this.#labels.term('disclaimerText');
  }

  /** The content's and one's own. The same question twice is one. */
  get #questions(): string[] {
    return [...new Set([...(this.content?.items ?? []), ...this.#own])];
  }

  #tick(question: string): void {
    if (!this.#ticked.delete(question)) this.#ticked.add(question);
    this.requestUpdate();
  }

  #note(question: string, { target }: Event): void {
    this.#notes.set(question, (target as HTMLTextAreaElement).value);
    this.requestUpdate();
  }

  #onKeydown({ key, isComposing }: KeyboardEvent): void {
    if (key === 'Enter' && !isComposing) this.#add();
  }

  #add(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('[type=text]')!;
    const question = input.value.trim();
    if (question) this.#own.add(question);
    this.#added = question && this.#labels.term('added', question);
    this.requestUpdate();
    input.value = '';
    input.focus();
  }

  /** The focus goes on to the next question that can be removed; after the last one, to where one is added. */
  async #remove(question: string, { currentTarget }: Event): Promise<void> {
    const stops = () => [...this.renderRoot.querySelectorAll<HTMLElement>('li button, [type=text]')];
    const index = stops().indexOf(currentTarget as HTMLElement);
    for (const memory of [this.#own, this.#ticked, this.#notes]) memory.delete(question);
    this.#added = '';
    this.requestUpdate();
    await this.updateComplete;
    stops()[index].focus();
  }

  #print(): void {
    const heading = this.content?.title?.trim() || this.#labels.term('checklist');
    this.dispatchEvent(new GuidePrintEvent());
    printSheet(this, this.#renderSheet(heading), heading, this.#labels.lang());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-checklist': GuideChecklist;
  }
}
