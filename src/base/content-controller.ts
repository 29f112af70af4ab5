import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ValidationResult } from '../content/validate.js';
import { type ContentSource, findContent, hasContent } from '../content/source.js';
import { escapeToUnicode } from '../text/escape.js';
import { GuideErrorEvent } from './events.js';
import { type ContentIssue, type ContentError, formatContentError } from '../content/content-error.js';
import { loadContent } from '../content/load.js';
import type { ContentSchema } from '../content/validators.js';

/** The content rules that an element class declares as statics. */
export interface ContentRules {
  readonly schema: ContentSchema;
  /** Whether having no content is an error. */
  readonly needsContent: boolean;
  readonly warningsFor: (content: never) => string[];
}

/** Finds, loads and validates an element's content. Watches every source for changes and reports what is wrong. */
export class ContentController<Content extends object> implements ReactiveController {
  /** The last valid content. */
  value: Content | undefined;
  error: ContentError | undefined;
  /** What an editor should know about valid content: unknown keys, repairs, and the element's own warnings. */
  warnings: readonly string[] = [];

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #rules: ContentRules;
  readonly #fromContext: () => ContentSource | undefined | null;
  #property: unknown;
  /** Once the property has been set, having no content yet is not an error: the framework will bring it. */
  #isAwaitingProperty = false;
  #source: ContentSource | undefined;
  /** Whether content is still coming from the guide, or from a file that the element has yet to request. */
  #isPendingFromContext = false;
  /** The load in progress. */
  #pendingLoad: AbortController | undefined;
  /** Content being decoded by code that is loaded on demand. */
  #decoding: Promise<void> | undefined;
  #lastReported = '';
  #childObserver: MutationObserver | undefined;

  /** `fromContext` returns what the surrounding guide has for this element, or `null` while that is still loading. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    rules: ContentRules,
    fromContext: () => ContentSource | undefined | null,
  ) {
    this.#host = host;
    this.#rules = rules;
    this.#fromContext = fromContext;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing was observed while the element was off the page. Other controllers rely on this update too.
    this.requestRead();
    this.#childObserver ??= new MutationObserver(this.requestRead);
    this.#childObserver.observe(this.#host, { childList: true, characterData: true, subtree: true });
    // While the page is still parsing, a child may be incomplete.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.requestRead, { once: true });
  }

  hostDisconnected(): void {
    this.#childObserver?.disconnect();
    // Start over when the element comes back.
    if (this.#pendingLoad) this.#source = undefined;
    this.#abort();
  }

  hostUpdated(): void {
    // Off the page, there is no guide to get content from.
    if (this.#host.isConnected && document.readyState !== 'loading') this.#report();
  }

  /** Whether content is still coming: from a file, from the surrounding guide, or from the code that decodes it. */
  get isPending(): boolean {
    return this.#isPendingFromContext || !!this.#pendingLoad;
  }

  /** Settles when content that is no plain JSON has been decoded. A file may take as long as it likes. */
  get decoded(): Promise<void> | undefined {
    return this.#pendingLoad && this.#decoding;
  }

  setContent(content: unknown): void {
    this.#property = content;
    // The same object may have been mutated.
    this.#source = undefined;
    this.#isAwaitingProperty = true;
    this.requestRead();
  }

  readonly requestRead = (): void => this.#host.requestUpdate();

  /** Reads the content if it has changed. Call this before each update. */
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
      const mayBeEmpty = this.#isAwaitingProperty || !needsContent;
      // Content removed from the guide must go; content that the page lost by mistake may stay.
      if (source || mayBeEmpty) this.value = needsContent ? undefined : ({} as Content);
      if (mayBeEmpty) return;
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
      // A getter on the page's own object may throw.
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

  /** `null` while the content is still coming; until then, nothing changes. */
  #findSource(): ContentSource | undefined | null {
    const source = findContent(this.#host, this.#property);
    if (!source) return this.#fromContext();
    // Only an element in the page may request a file.
    return 'address' in source && !this.#host.isConnected && !isSame(source, this.#source) ? null : source;
  }

  /**
   * Reports an exception from the page's object, or from the kit itself, like any content error. It never reaches the
   * page.
   */
  reportException(error: unknown): void {
    this.setError({ found: String(error), expected: 'no error', fix: 'report it' });
  }

  setError(issue: ContentIssue): void {
    this.error = { element: this.#host.localName, source: this.#source?.name ?? 'content', ...issue };
  }

  /**
   * Messages about the current content for an editor, one per line. Invisible characters are escaped, so content can't
   * break a line or change its direction.
   */
  get messages(): string[] {
    const lines = this.error
      ? [formatContentError(this.error)]
      : this.warnings.map((warning) => `<${this.#host.localName}> ${warning}`);
    return lines.map((line) => escapeToUnicode(line, /[\p{C}\u2028\u2029]/gu));
  }

  /** Logs each problem once, so a page that keeps setting the same wrong content doesn't flood the console. */
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
