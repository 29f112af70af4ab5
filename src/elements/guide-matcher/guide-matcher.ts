import { type TemplateResult, html, nothing } from 'lit';
import { checkboxStyles } from '../../base/styles/checkbox.styles.js';
import { GuidePrintEvent } from '../../base/events.js';
import { GuideElement } from '../../base/guide-element.js';
import { heading } from '../../base/heading.js';
import { visuallyHiddenStyles } from '../../base/styles/visually-hidden.styles.js';
import { resetToDefaults } from '../../page/reset-to-defaults.js';
import { stopPropagationAtRoot } from '../../page/private-events.js';
import { renderLink } from '../../text/link.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import {
  type GuideMatcherContent,
  type GuideMatcherFinding,
  type GuideMatcherOption,
  matcherContent,
  matcherWarnings,
} from './guide-matcher.content.js';
import { matcherStyles } from './guide-matcher.styles.js';

type Choice = Pick<GuideMatcherFinding, 'id' | 'label' | 'explanation'>;

/** Stands for "none of these" among the ids of findings: no finding has an empty id. */
const UNSURE = '';

/**
 * Imaging-driven matching: a patient checks what the imaging report says and sees which treatment each finding matches,
 * and why. It informs and does not diagnose, and always says so.
 *
 * What is checked stays in the element: it isn't stored or sent, isn't in any attribute, form or URL, and no event from
 * a checkbox bubbles out. An open shadow tree can't keep it from a script on the page that looks inside on purpose, or
 * that listens in the capture phase. A closed tree could, but it would also hide the element from accessibility
 * checkers.
 *
 * @summary Which finding matches which treatment.
 * @fires guide-print - The reader asked to print; the print dialog for the page opens.
 * @csspart item - Each finding to check, and each match.
 * @csspart panel - The box with the matches.
 * @csspart button - The buttons that start over and print.
 */
export class GuideMatcher extends GuideElement<GuideMatcherContent> {
  static override readonly schema = matcherContent;
  static override readonly warningsFor = matcherWarnings;
  static override styles = [...super.styles, visuallyHiddenStyles, checkboxStyles, matcherStyles];

  /** Ids of the checked findings, the latest one last. */
  readonly #ticked = new Set<string>();

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return stopPropagationAtRoot(super.createRenderRoot());
  }

  protected override renderContent(content: GuideMatcherContent): TemplateResult {
    const { title, intro, findings, options, mixed, note } = content;
    const ticked = [...this.#ticked].flatMap((id) => findings.find((finding) => finding.id === id) ?? []);
    const isUnsure = this.#ticked.has(UNSURE);
    const isMixed = isUnsure || !options.some(({ id }) => ticked.every((finding) => finding.options.includes(id)));
    const level = this.level + (title?.trim() === '' ? 0 : 1);
    const choices = [...findings, { id: UNSURE, label: this.localize.term('matcherUnsure') }];
    // Every match is in the tree from the start, and a tick shows it.
    const body = html`${intro ? renderMarkdown(intro) : nothing}
      <fieldset aria-describedby="private">
        <legend part="heading">${this.localize.term('matcherFindings')}</legend>
        <p class="muted" id="private">${this.localize.term('matcherPrivate')}</p>
        ${choices.map((choice) => this.#renderChoice(choice))}
      </fieldset>
      <form id="ticks" method="dialog" hidden></form>
      <p class="visually-hidden" role="status">${this.#summarise(ticked.at(-1), options, isMixed)}</p>
      <div part="panel" ?hidden=${!isUnsure && !ticked.length}>
        ${heading(level, this.localize.term('matcherResult'))}
        <div part="item" ?hidden=${!isMixed}>
          ${heading(level + 1, this.localize.term('matcherMixed'))}${renderMarkdown(mixed)}
        </div>
        ${findings.map((finding) => this.#renderMatch(finding, options, level + 1))}
        <button part="button" @click=${this.#print}>${this.localize.term('print')}</button>
        <button part="button" @click=${this.#reset}>${this.localize.term('reset')}</button>
      </div>
      <p class="muted">${this.localize.term('matcherInforms')}</p>
      ${note ? html`<div class="muted">${renderMarkdown(note)}</div>` : nothing}`;
    return section(this.level, title, this.localize.term('matcher'), body);
  }

  /**
   * Browsers restore checkboxes after a reload, even those of whoever used the page before. `autocomplete` prevents
   * that.
   */
  #renderChoice({ id, label, explanation }: Choice): TemplateResult {
    return html`<div part="item">
      <label
        ><input
          type="checkbox"
          autocomplete="off"
          form="ticks"
          aria-describedby=${explanation ? `about-${id}` : nothing}
          ?checked=${this.#ticked.has(id)}
          @change=${(event: Event) => this.#onTick(event, id)}
        />${label}</label
      >
      ${explanation ? html`<div class="muted" id="about-${id}">${renderMarkdown(explanation)}</div>` : nothing}
    </div>`;
  }

  protected override contentRendered(): void {
    resetToDefaults(this.renderRoot.querySelector('form'));
  }

  #renderMatch(finding: GuideMatcherFinding, options: GuideMatcherOption[], level: number): TemplateResult {
    const matches = optionsOf(finding, options);
    return html`<div part="item" ?hidden=${!this.#ticked.has(finding.id)}>
      ${heading(level, finding.label)}
      ${
        matches.length
          ? html`<dl>
              <dt class="muted">${this.localize.term('matchedTo')}</dt>
              ${matches.map(({ name, href }) => html`<dd>${renderLink(href, name)}</dd>`)}
            </dl>`
          : nothing
      }${renderMarkdown(finding.why)}
    </div>`;
  }

  /**
   * What a screen reader announces after a change. The result itself isn't a live region: with three findings checked,
   * it would announce three findings, matches and reasons again and again. One line says what came of this change, and
   * the headings lead to the rest.
   */
  #summarise(last: GuideMatcherFinding | undefined, options: GuideMatcherOption[], isMixed: boolean): string {
    const names = last ? optionsOf(last, options).map(({ name }) => name) : [];
    const match = names.length ? `${last!.label}: ${this.localize.term('matchedTo')} ${names.join('; ')}` : '';
    return `${isMixed ? `${this.localize.term('matcherMixed')}. ` : ''}${match}`;
  }

  #onTick({ target }: Event, id: string): void {
    const { checked } = target as HTMLInputElement;
    if (id === UNSURE) this.#ticked.clear();
    this.#ticked.delete(checked ? UNSURE : id);
    if (checked) this.#ticked.add(id);
    this.requestUpdate();
  }

  /** The pressed button disappears, so move focus back to the start. */
  #reset(): void {
    this.#ticked.clear();
    this.requestUpdate();
    this.renderRoot.querySelector('input')?.focus();
  }

  #print(): void {
    this.dispatchEvent(new GuidePrintEvent());
    print();
  }
}

const optionsOf = (finding: GuideMatcherFinding, options: GuideMatcherOption[]) =>
  options.filter(({ id }) => finding.options.includes(id));

declare global {
  interface HTMLElementTagNameMap {
    'guide-matcher': GuideMatcher;
  }
}
