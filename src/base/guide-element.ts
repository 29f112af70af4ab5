import { LitElement, type PropertyValues, type TemplateResult, html, noChange } from 'lit';
import { property } from 'lit/decorators.js';
import { GuideConsumer } from '../context/guide-consumer.js';
import type { Guide } from '../context/guide-context.js';
import { baseStyles } from './styles/base.styles.js';
import { ContentController } from './content-controller.js';
import { CONTENT_ATTRIBUTES, type ContentSource } from '../content/source.js';
import { errorPanel } from './error-panel.js';
import { GuideReadyEvent } from './events.js';
import type { ContentError } from '../content/content-error.js';
import { LocalizeController } from '../i18n/localize.js';
import { isInside } from '../page/composed-parent.js';
import { takeEarlyProperty } from '../page/early-property.js';
import type { RestoreReaderState } from './hydrate.lazy.js';
import { ServerMarkup } from './server-markup.js';
import type { ContentSchema } from '../content/validators.js';
import { applyStyles } from './styles/apply-styles.js';
import { version } from '../page/version.js';

/**
 * The base class of every element. Content comes from one of several sources, is validated, and renders only when it is
 * valid. Whatever goes wrong, the page keeps what it had: the children, or the last valid content.
 *
 * @fires guide-ready - The element renders its content for the first time.
 * @fires guide-error - The content is missing or invalid; `event.error` says where the problem is and how to fix it.
 * @attr {string} content - The content: JSON, base64-encoded UTF-8 JSON, or percent-encoded JSON. The `content` property takes precedence.
 * @attr {string} data-content - The same, for sites whose filter strips `content`.
 * @attr {string} src - URL of a JSON file with the content, the only request the kit ever makes. Content in the page takes precedence.
 * @attr {string} lang - Language of the content and of the kit's built-in text (BCP 47). Default: the closest `lang` around the element.
 * @slot - The fallback: shown until the script loads, and as long as there is no valid content.
 * @csspart base - The box around everything.
 * @csspart heading - Every heading.
 * @csspart title - The first heading only.
 * @csspart link - Every link in text.
 * @csspart error - The error message that editors see with `debug`.
 * @cssproperty [--guide-accent=#0b6e79] - Color of rules, markers and other accents. Nothing depends on this color alone. `#5cc8d2` in dark mode.
 * @cssproperty [--guide-text=inherit] - Text color.
 * @cssproperty [--guide-muted] - Color of secondary text. Default: the text color at 85%.
 * @cssproperty [--guide-surface=Canvas] - Background of anything that covers other content.
 * @cssproperty [--guide-border] - Color of hairlines. Default: the text color at 22%.
 * @cssproperty [--guide-radius=0.25em] - Corner radius.
 * @cssproperty [--guide-space=1em] - Base unit for all spacing.
 * @cssproperty [--guide-font=inherit] - Font family.
 * @cssproperty [--guide-room-start=0px] - How much of the window a fixed header covers. A disclaimer that is fixed at the top sets it.
 */
export abstract class GuideElement<Content extends object> extends LitElement {
  /** The schema of the content. */
  static readonly schema: ContentSchema;
  /** Returns what an editor should know about content that is valid but could be better, one message per line. */
  static readonly warningsFor: (content: never) => string[] = () => [];
  /** Whether having no content is an error. If it isn't, no content counts as `{}`. */
  static readonly needsContent: boolean = true;
  /** Version of the kit, the same for all of its elements. */
  static readonly version: string = version;
  static override styles = [baseStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...CONTENT_ATTRIBUTES, 'src', 'lang'];
  }

  /** Level of the first heading, 1 to 6; those below it follow. Default: what the surrounding guide sets, or 2. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;

  /** Shows content errors on the page, for editors. `?guide-debug` in the page's URL does so for all elements. */
  @property({ type: Boolean }) debug = false;

  protected readonly localize = new LocalizeController(this);
  readonly #consumer = new GuideConsumer(this, () => this.#content.requestRead());
  readonly #content = new ContentController<Content>(this, this.constructor as typeof GuideElement, () =>
    this.#sourceFromGuide(),
  );
  readonly #serverMarkup = new ServerMarkup(this);
  #hasFiredReady = false;

  constructor() {
    super();
    const early = takeEarlyProperty(this, 'content');
    if (early) this.content = early.value as Content;
  }

  /**
   * The content: an object, or its JSON text. Reading it returns the validated content in effect, or `undefined` while
   * there is none. Setting it to `null`, `undefined`, `false` or `''` makes the other sources count again; without any,
   * the fallback shows.
   */
  get content(): Content | undefined {
    return this.#content.value;
  }
  set content(content: Content | string | false | null | undefined) {
    this.#content.setContent(content);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#serverMarkup.findIn(root);
    applyStyles(root, this);
    return root;
  }

  /** Style sheets don't move along to another document, such as an iframe's. */
  adoptedCallback(): void {
    if (this.shadowRoot) applyStyles(this.shadowRoot, this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    this.#content.requestRead();
  }

  /** An update is complete when content that had to be decoded is there, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    return this.#content.decoded?.then(() => this.updateComplete) ?? isComplete;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#content.read();
  }

  /** An error in the kit itself must not reach the page either: Lit would turn it into an unhandled rejection. */
  protected override update(changed: PropertyValues): void {
    try {
      if (!this.hasNothingToRender) this.#serverMarkup.makeRoom();
      super.update(changed);
    } catch (error) {
      this.#content.value = undefined;
      this.#content.reportException(error);
      super.update(changed);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.content || this.#serverMarkup.isInPlace) return;
    this.contentRendered();
    if (this.#hasFiredReady) return;
    this.#hasFiredReady = true;
    this.dispatchEvent(new GuideReadyEvent());
  }

  protected override render(): TemplateResult | typeof noChange {
    if (this.#serverMarkup.isInPlace) return noChange;
    const content = this.content ?? this.defaultContent;
    return html`${errorPanel(this.debug || this.guide?.debug, this.#content.messages)}${content ? this.renderBase(content) : this.renderFallback()}`;
  }

  /** @internal Sets what the reader did in this element before it could render, as the surrounding guide saw it. */
  restoreWithContent(restore: RestoreReaderState): void {
    this.#serverMarkup.restore = restore;
  }

  protected renderBase(content: Content): TemplateResult {
    return html`<div class="base" part="base">${this.renderContent(content)}</div>`;
  }

  protected renderFallback(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Level of the first heading. */
  protected get level(): number {
    const level = Math.trunc(this.headingLevel ?? 0);
    return level > 0 ? Math.min(level, 6) : (this.guide?.headingLevel ?? 2);
  }

  /** The content error, if there is one. */
  protected get error(): ContentError | undefined {
    return this.#content.error;
  }

  /** The guide that this element is part of. */
  protected get guide(): Guide | undefined {
    return this.#consumer.guide;
  }

  /** Picks the element's content from a guide's. By default, the field is named like the element. */
  protected contentFromGuide(guide: Readonly<Record<string, unknown>>): unknown {
    return guide[this.localName.replace('guide-', '')];
  }

  protected abstract renderContent(content: Content): TemplateResult;

  protected contentRendered(): void {}

  /** What to render instead of the fallback while there is no valid content. */
  protected get defaultContent(): Content | undefined {
    return undefined;
  }

  /** Whether there is nothing yet to replace server-rendered content with. */
  protected get hasNothingToRender(): boolean {
    return !this.content && (this.#content.isPending || !this.defaultContent);
  }

  #sourceFromGuide(): ContentSource | undefined | null {
    if (this.guide?.content) return { name: 'content of the guide', value: this.contentFromGuide(this.guide.content) };
    return isInside(this, 'patient-guide') ? null : undefined;
  }
}
