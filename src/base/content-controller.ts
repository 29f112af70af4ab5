import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ValidationResult } from '../content/validate.js';
import { type ContentSource, findContent, hasContent } from '../content/source.js';
import { escapeToUnicode } from '../text/escape.js';
import { GuideErrorEvent } from './events.js';
import { type ContentIssue, type ContentError, formatContentError } from '../content/content-error.js';
import { loadContent } from '../content/load.js';
import type { ContentSchema } from '../content/validators.js';

/** What an element's class says of its content. */
export interface ContentRules {
  readonly schema: ContentSchema;
  /** Whether it is a fault to have none. */
  readonly needsContent: boolean;
  readonly warningsFor: (content: never) => string[];
}

/** Brings an element its content: watches where it may come from, reads it when something changed, tells what is wrong. */
export class ContentController<Content extends object> implements ReactiveController {
  /** The last right content. */
  value: Content | undefined;
  error: ContentError | undefined;
  /** Keys that were left out because nothing is known of them. */
  warnings: readonly string[] = [];

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #rules: ContentRules;
  readonly #fromContext: () => ContentSource | undefined | null;
  #property: unknown;
  /** Once the property has been used, having no content yet is no fault: a framework will bring it. */
  #isAwaitingProperty = false;
  #source: ContentSource | undefined;
  /** Whether content is on its way from the guide, or from a file that the element will ask for. */
  #isPendingFromContext = false;
  /** What is being read, until it has been. */
  #pendingLoad: AbortController | undefined;
  /** Content being decoded by code that is loaded on demand. */
  #decoding: Promise<void> | undefined;
  #lastReported = '';
  #childObserver: MutationObserver | undefined;

  /** `fromGuide`: what the guide around the element has for it; `null` while that is on its way. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    rules: ContentRules,
    fromGuide: () => ContentSource | undefined | null,
  ) {
    this.#host = host;
    this.#rules = rules;
    this.#fromContext = fromGuide;
    host.addController(this);
  }

  hostConnected(): void {
    // What happened while the element was on no page was not observed. Other controllers count on this update too.
    this.requestRead();
    this.#childObserver ??= new MutationObserver(this.requestRead);
    this.#childObserver.observe(this.#host, { childList: true, characterData: true, subtree: true });
    // While the page is still being read, a child may be half there.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.requestRead, { once: true });
  }

  hostDisconnected(): void {
    this.#childObserver?.disconnect();
    // It begins again where the element comes back.
    if (this.#pendingLoad) this.#source = undefined;
    this.#abort();
  }

  hostUpdated(): void {
    // Off the page there is no guide to have content from.
    if (this.#host.isConnected && document.readyState !== 'loading') this.#report();
  }

  /** Whether content is on its way: from a file, from the guide around the element, or from what reads it. */
  get isPending(): boolean {
    return this.#isPendingFromContext || !!this.#pendingLoad;
  }

  /** Settles when content that is no plain JSON has been decoded. A file may take as long as it likes. */
  get decoded(): Promise<void> | undefined {
    return this.#pendingLoad && this.#decoding;
  }

  setContent(content: unknown): void {
    this.#property = content;
    // The same object may have changed.
    this.#source = undefined;
    this.#isAwaitingProperty = true;
    this.requestRead();
  }

  readonly requestRead = (): void => this.#host.requestUpdate();

  /** Reads the content if it has changed; to be called before each update. */
  read(): void {
    const { needsContent } = this.#rules;
    const source = this.#findSource();
    this.#isPendingFromContext = source === null;
    if ((source === null && needsContent) || isSame(source, this.#source)) return;
    this.#abort();
    this.#source = source ?? undefined;
    this.error = undefined;
    this.warnings = [];
    if (!hasContent(source)) {
      const mayLack = this.#isAwaitingProperty || !needsContent;
      // What is not in the guide any more must not stay; what the page has lost by mistake may.
      if (source || mayLack) this.value = needsContent ? undefined : ({} as Content);
      if (mayLack) return;
    }
    const { signal } = (this.#pendingLoad = new AbortController());
    const settle = (report: () => void): void => void (signal.aborted || report());
    try {
      const result = loadContent(this.#rules.schema, this.#source, signal);
      if (!(result instanceof Promise)) return this.#onResult(result);
      const loading = result.then(
        (loaded) => settle(() => this.#onResult(loaded)),
        (error: unknown) => settle(() => this.#onException(error)),
      );
      this.#decoding = source && 'text' in source ? loading : undefined;
    } catch (error) {
      // A getter of the page's own object may throw.
      this.#onException(error);
    }
    if (this.#pendingLoad && !needsContent) this.value ??= {} as Content;
  }

  #abort(): void {
    this.#pendingLoad?.abort();
    this.#pendingLoad = undefined;
  }

  #onResult(result: ValidationResult): void {
    this.#pendingLoad = undefined;
    this.requestRead();
    if ('error' in result) return this.setError(result.error);
    this.value = result.content as Content;
    this.warnings = [...result.warnings, ...this.#rules.warningsFor(result.content as never)];
  }

  #onException(error: unknown): void {
    this.#pendingLoad = undefined;
    this.requestRead();
    this.reportException(error);
  }

  /** `null` while it is on its way: until then everything stays as it is. */
  #findSource(): ContentSource | undefined | null {
    const source = findContent(this.#host, this.#property);
    if (!source) return this.#fromContext();
    // Only an element in the page asks for a file.
    return 'address' in source && !this.#host.isConnected && !isSame(source, this.#source) ? null : source;
  }

  /** An error of the page's object, or of the kit itself, is told like any fault, and does not reach the page. */
  reportException(error: unknown): void {
    this.setError({ found: String(error), expected: 'no error', fix: 'report it' });
  }

  setError(issue: ContentIssue): void {
    this.error = { element: this.#host.localName, source: this.#source?.name ?? 'content', ...issue };
  }

  /** What an editor should know of the content in effect, a line each: nothing in the content breaks it or turns it around. */
  get messages(): string[] {
    const lines = this.error
      ? [formatContentError(this.error)]
      : this.warnings.map((warning) => `<${this.#host.localName}> ${warning}`);
    return lines.map((line) => escapeToUnicode(line, /[\p{C}\u2028\u2029]/gu));
  }

  /** One line a fault: a page that sets the same wrong content again and again does not fill the console. */
  #report(): void {
    const line = this.messages.join('; ');
    if (line === this.#lastReported) return;
    this.#lastReported = line;
    if (this.error) {
      console.error(line, this.#host);
      this.#host.dispatchEvent(new GuideErrorEvent(this.error));
    } else if (line) {
      console.warn(line, this.#host);
    }
  }
}

function isSame(a: ContentSource | undefined | null, b: ContentSource | undefined): boolean {
  const valueOf = (source: ContentSource) => ('text' in source ? source.text : 'value' in source && source.value);
  return a && b ? a.name === b.name && valueOf(a) === valueOf(b) : false;
}
