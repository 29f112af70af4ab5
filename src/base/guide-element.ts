import { LitElement, type PropertyValues, type TemplateResult, html, isServer, noChange, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GuideConsumer } from '../context/guide-consumer.js';
import type { Guide } from '../context/guide-context.js';
import { baseStyles } from './styles/base.styles.js';
import { ContentController } from './content-controller.js';
import { CONTENT_ATTRIBUTES, type ContentSource } from '../content/source.js';
import { GuideReadyEvent } from './events.js';
import type { ContentError } from '../content/content-error.js';
import { LocalizeController } from '../i18n/localize.js';
import { composedParent } from '../page/composed-parent.js';
import type { RestoreReaderState } from './hydrate.lazy.js';
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

  /**
   * Level of the element's first heading, 1 to 6; the headings below it follow. Default: the level that the surrounding
   * guide sets, or 2.
   */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;

  /** Shows content errors on the page, for editors. `?guide-debug` in the page's URL does so for all elements. */
  @property({ type: Boolean }) debug = false;

  protected readonly localize = new LocalizeController(this);
  readonly #consumer = new GuideConsumer(this, () => this.#content.requestRead());
  readonly #content = new ContentController<Content>(this, this.constructor as typeof GuideElement, () =>
    this.#sourceFromGuide(),
  );
  #hasFiredReady = false;
  /** What a server rendered into the shadow tree, as long as it is there. */
  #serverNodes: readonly ChildNode[] = [];
  #captureReaderState: ((root: ShadowRoot) => RestoreReaderState) | undefined;
  #restoreReaderState: RestoreReaderState | undefined;

  constructor() {
    super();
    // The property was set before the upgrade. Lit would apply it only at the first update, over anything set until
    // then.
    const early = Object.getOwnPropertyDescriptor(this, 'content');
    if (!early) return;
    delete (this as { content?: Content }).content;
    this.content = early.value as Content;
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
    // Keep the style elements: if equal ones replaced them, the browser would style and lay out everything again.
    this.#serverNodes = [...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE');
    if (this.#serverNodes.length) void this.#loadHydration();
    this.#adoptStyles(root);
    return root;
  }

  /** Style sheets don't move along to another document, such as an iframe's. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    this.#content.requestRead();
  }

  /** An update is complete when content that had to be decoded is there, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    const { decoded } = this.#content;
    return decoded ? decoded.then(() => this.updateComplete) : isComplete;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#content.read();
  }

  /** An error in the kit itself must not reach the page either: Lit would turn it into an unhandled rejection. */
  protected override update(changed: PropertyValues): void {
    try {
      if (this.#captureReaderState && !this.hasNothingToRender) this.#removeServerNodes();
      super.update(changed);
    } catch (error) {
      this.#content.value = undefined;
      this.#content.reportException(error);
      super.update(changed);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.hasNothingToRender) {
      this.#restoreReaderState?.(this.shadowRoot!);
      this.#restoreReaderState = undefined;
    }
    if (!this.content || this.#hasFiredReady) return;
    this.#hasFiredReady = true;
    this.dispatchEvent(new GuideReadyEvent());
  }

  protected override render(): TemplateResult | typeof noChange {
    if (this.#serverNodes.length) return noChange;
    const content = this.content ?? this.defaultContent;
    return html`${this.#renderErrors()}${content ? this.renderBase(content) : this.renderFallback()}`;
  }

  /**
   * Sets what the reader did in this element before it could render, as seen by the surrounding guide.
   * @internal
   */
  restoreWithContent(restore: RestoreReaderState): void {
    this.#restoreReaderState = restore;
  }

  /** Renders the element when it has content. */
  protected renderBase(content: Content): TemplateResult {
    return html`<div class="base" part="base">${this.renderContent(content)}</div>`;
  }

  /** Renders the element when it has no content. */
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

  /** Renders valid content. */
  protected abstract renderContent(content: Content): TemplateResult;

  /** What to render instead of the fallback while there is no valid content. */
  protected get defaultContent(): Content | undefined {
    return undefined;
  }

  #adoptStyles(root: ShadowRoot): void {
    applyStyles(root, (this.constructor as typeof GuideElement).styles);
  }

  /** Whether there is nothing yet to replace server-rendered content with. */
  protected get hasNothingToRender(): boolean {
    return !this.content && (this.#content.isPending || !this.defaultContent);
  }

  /** Prerendered pages alone need it. Without it, as offline, they keep working, and lose what a reader did before. */
  async #loadHydration(): Promise<void> {
    const { captureReaderState } = await import('./hydrate.lazy.js').catch(() => ({
      captureReaderState: () => () => {},
    }));
    this.#captureReaderState = captureReaderState;
    this.requestUpdate();
  }

  #removeServerNodes(): void {
    this.#restoreReaderState = this.#captureReaderState?.(this.shadowRoot!);
    this.#captureReaderState = undefined;
    for (const node of this.#serverNodes) node.remove();
    this.#serverNodes = [];
  }

  #sourceFromGuide(): ContentSource | undefined | null {
    if (this.guide?.content) return { name: 'content of the guide', value: this.contentFromGuide(this.guide.content) };
    let around = composedParent(this);
    while (around && around.localName !== 'patient-guide') around = composedParent(around);
    return around && null;
  }

  #renderErrors(): unknown {
    if (isServer || (!this.debug && !this.guide?.debug && !/[?&]guide-debug\b/.test(location.search))) return nothing;
    return this.#content.messages.map((line) => html`<p class="error" part="error">${line}</p>`);
  }
}
