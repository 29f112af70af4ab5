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
 * What every element of the kit has: content that comes in by one of several ways, is checked, and is shown only when
 * it is right. Whatever is wrong, the page keeps what it had: the children, or the last good content.
 *
 * @fires guide-ready - The element shows its content for the first time.
 * @fires guide-error - The content is missing or wrong; `event.error` says where and how to mend it.
 * @attr {string} content - The content: JSON, base64 of UTF-8 JSON, or percent-encoded JSON. Counts after the property.
 * @attr {string} data-content - The same, where a filter takes `content` away.
 * @attr {string} src - Address of a JSON file with the content, the only request that the kit ever makes. Counts after the content in the page.
 * @attr {string} lang - Language of the content and of the kit's own words (BCP 47). Left out: the nearest around the element.
 * @slot - The fallback: shown before the script arrives and as long as there is no right content.
 * @csspart base - The box around everything.
 * @csspart heading - Every heading.
 * @csspart title - The first heading only.
 * @csspart link - Every link in a text.
 * @csspart error - What an editor sees of a fault, with `debug`.
 * @cssproperty [--guide-accent=#0b6e79] - Rules, markers and the like; never the only sign of anything, whatever colour it is. `#5cc8d2` in dark.
 * @cssproperty [--guide-text=inherit] - Colour of text.
 * @cssproperty [--guide-muted] - Colour of secondary text. Default: the text's colour at 85%.
 * @cssproperty [--guide-surface=Canvas] - Background of what lies over other content.
 * @cssproperty [--guide-border] - Hairlines. Default: the text's colour at 22%.
 * @cssproperty [--guide-radius=0.25em] - Corners.
 * @cssproperty [--guide-space=1em] - The rhythm that all distances are made from.
 * @cssproperty [--guide-font=inherit] - Font family.
 * @cssproperty [--guide-room-start=0px] - What a fixed header covers of the window; a disclaimer that is fixed at the top sets it.
 */
export abstract class GuideElement<Content extends object> extends LitElement {
  /** What the content must look like. */
  static readonly schema: ContentSchema;
  /** What an editor should know of content that is right, but not as good as it could be; a line each. */
  static readonly warningsFor: (content: never) => string[] = () => [];
  /** Whether having no content is a fault; where it is not, it is the same as `{}`. */
  static readonly needsContent: boolean = true;
  /** Version of the kit, the same on all its elements. */
  static readonly version: string = version;
  static override styles = [baseStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...CONTENT_ATTRIBUTES, 'src', 'lang'];
  }

  /** Level of the element's first heading, 1 to 6; those below it follow. Left out: what the guide around it says, or 2. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;

  /** Shows faults of the content on the page, for editors. `?guide-debug` in the page's address does so for all elements. */
  @property({ type: Boolean }) debug = false;

  protected readonly localize = new LocalizeController(this);
  readonly #consumer = new GuideConsumer(this, () => this.#content.requestRead());
  readonly #content = new ContentController<Content>(this, this.constructor as typeof GuideElement, () =>
    this.#sourceFromGuide(),
  );
  #hasFiredReady = false;
  /** What a server has rendered into the shadow tree, as long as it is there. */
  #serverNodes: readonly ChildNode[] = [];
  #captureReaderState: ((root: ShadowRoot) => RestoreReaderState) | undefined;
  #restoreReaderState: RestoreReaderState | undefined;

  constructor() {
    super();
    // Set before the upgrade. Lit would set it only at the first update, over what is set until then.
    const early = Object.getOwnPropertyDescriptor(this, 'content');
    if (!early) return;
    delete (this as { content?: Content }).content;
    this.content = early.value as Content;
  }

  /**
   * The content: an object, or the JSON text of one. Reads as the checked content in effect, `undefined` while there is
   * none. Set to `null`, `undefined`, `false` or `''`, the other sources count again, and without one the fallback is shown.
   */
  get content(): Content | undefined {
    return this.#content.value;
  }
  set content(content: Content | string | false | null | undefined) {
    this.#content.setContent(content);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    // Its style elements stay: replaced by equal ones, the browser would style and lay out everything again.
    this.#serverNodes = [...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE');
    if (this.#serverNodes.length) void this.#loadHydration();
    this.#adoptStyles(root);
    return root;
  }

  /** In another document, an iframe's: the element's style sheets have stayed behind. */
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
   * What a reader did in this element before it could render, as the guide around it has seen it.
   * @internal
   */
  restoreWithContent(restore: RestoreReaderState): void {
    this.#restoreReaderState = restore;
  }

  /** What stands where there is content. */
  protected renderBase(content: Content): TemplateResult {
    return html`<div class="base" part="base">${this.renderContent(content)}</div>`;
  }

  /** What stands where there is none. */
  protected renderFallback(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** The level that the first heading has. */
  protected get level(): number {
    const level = Math.trunc(this.headingLevel ?? 0);
    return level > 0 ? Math.min(level, 6) : (this.guide?.headingLevel ?? 2);
  }

  /** What is wrong with the content. */
  protected get error(): ContentError | undefined {
    return this.#content.error;
  }

  /** The guide that the element is a part of. */
  protected get guide(): Guide | undefined {
    return this.#consumer.guide;
  }

  /** The element's part of a guide: that of its name. */
  protected contentFromGuide(guide: Readonly<Record<string, unknown>>): unknown {
    return guide[this.localName.replace('guide-', '')];
  }

  /** Shows content that has been found right. */
  protected abstract renderContent(content: Content): TemplateResult;

  /** What to show in place of the fallback while there is no right content. */
  protected get defaultContent(): Content | undefined {
    return undefined;
  }

  #adoptStyles(root: ShadowRoot): void {
    applyStyles(root, (this.constructor as typeof GuideElement).styles);
  }

  /** Whether there is nothing to show yet in place of what a server has rendered. */
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
