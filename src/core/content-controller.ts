import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Checked } from './check-content.js';
import { type ContentSource, findContent, hasContent } from './content-source.js';
import { escape } from './escape.js';
import { GuideErrorEvent } from './events.js';
import { type Fault, type GuideFault, faultMessage } from './fault.js';
import { readContent } from './read-content.js';
import type { ContentSchema } from './schema.js';

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
  good: Content | undefined;
  fault: GuideFault | undefined;
  /** Keys that were left out because nothing is known of them. */
  warnings: readonly string[] = [];

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #rules: ContentRules;
  readonly #fromGuide: () => ContentSource | undefined | null;
  #given: unknown;
  /** Once the property has been used, having no content yet is no fault: a framework will bring it. */
  #isAwaited = false;
  #source: ContentSource | undefined;
  /** Whether content is on its way from the guide, or from a file that the element will ask for. */
  #isComing = false;
  /** What is being read, until it has been. */
  #reading: AbortController | undefined;
  #told = '';
  #childObserver: MutationObserver | undefined;

  /** `fromGuide`: what the guide around the element has for it; `null` while that is on its way. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    rules: ContentRules,
    fromGuide: () => ContentSource | undefined | null,
  ) {
    this.#host = host;
    this.#rules = rules;
    this.#fromGuide = fromGuide;
    host.addController(this);
  }

  hostConnected(): void {
    // What happened while the element was on no page was not observed. Other controllers count on this update too.
    this.readAgain();
    this.#childObserver ??= new MutationObserver(this.readAgain);
    this.#childObserver.observe(this.#host, { childList: true, characterData: true, subtree: true });
    // While the page is still being read, a child may be half there.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.readAgain, { once: true });
  }

  hostDisconnected(): void {
    this.#childObserver?.disconnect();
    // It begins again where the element comes back.
    if (this.#reading) this.#source = undefined;
    this.#giveUp();
  }

  hostUpdated(): void {
    // Off the page there is no guide to have content from.
    if (this.#host.isConnected && document.readyState !== 'loading') this.#tell();
  }

  /** Whether content is on its way: from a file, from the guide around the element, or from what reads it. */
  get isPending(): boolean {
    return this.#isComing || !!this.#reading;
  }

  give(content: unknown): void {
    this.#given = content;
    // The same object may have changed.
    this.#source = undefined;
    this.#isAwaited = true;
    this.readAgain();
  }

  readonly readAgain = (): void => this.#host.requestUpdate();

  /** Reads the content if it has changed; to be called before each update. */
  read(): void {
    const { needsContent } = this.#rules;
    const source = this.#find();
    this.#isComing = source === null;
    if ((source === null && needsContent) || isSame(source, this.#source)) return;
    this.#giveUp();
    this.#source = source ?? undefined;
    this.fault = undefined;
    this.warnings = [];
    if (!hasContent(source)) {
      const mayLack = this.#isAwaited || !needsContent;
      // What is not in the guide any more must not stay; what the page has lost by mistake may.
      if (source || mayLack) this.good = needsContent ? undefined : ({} as Content);
      if (mayLack) return;
    }
    const { signal } = (this.#reading = new AbortController());
    try {
      const take = (outcome: Checked) => signal.aborted || this.#take(outcome);
      readContent(this.#rules.schema, this.#source, take, signal);
    } catch (error) {
      // An object may do anything when it is read.
      this.#giveUp();
      this.failBy(error);
    }
    if (this.#reading && !needsContent) this.good ??= {} as Content;
  }

  #giveUp(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  #take(outcome: Checked): void {
    this.#reading = undefined;
    this.readAgain();
    if ('fault' in outcome) return this.fail(outcome.fault);
    this.good = outcome.content as Content;
    this.warnings = [...outcome.warnings, ...this.#rules.warningsFor(outcome.content as never)];
  }

  /** `null` while it is on its way: until then everything stays as it is. */
  #find(): ContentSource | undefined | null {
    const source = findContent(this.#host, this.#given);
    if (!source) return this.#fromGuide();
    // Only an element in the page asks for a file.
    return 'address' in source && !this.#host.isConnected && !isSame(source, this.#source) ? null : source;
  }

  /** An error of the page's object, or of the kit itself, is told like any fault, and does not reach the page. */
  failBy(error: unknown): void {
    this.fail({ found: String(error), expected: 'no error', fix: 'report it' });
  }

  fail(fault: Fault): void {
    this.fault = { element: this.#host.localName, source: this.#source?.name ?? 'content', ...fault };
  }

  /** What an editor should know of the content in effect, a line each: nothing in the content breaks it or turns it around. */
  get report(): string[] {
    const lines = this.fault
      ? [faultMessage(this.fault)]
      : this.warnings.map((warning) => `<${this.#host.localName}> ${warning}`);
    return lines.map((line) => escape(line, /[\p{C}\u2028\u2029]/gu));
  }

  /** One line a fault: a page that sets the same wrong content again and again does not fill the console. */
  #tell(): void {
    const line = this.report.join('; ');
    if (line === this.#told) return;
    this.#told = line;
    if (this.fault) {
      console.error(line, this.#host);
      this.#host.dispatchEvent(new GuideErrorEvent(this.fault));
    } else if (line) {
      console.warn(line, this.#host);
    }
  }
}

function isSame(a: ContentSource | undefined | null, b: ContentSource | undefined): boolean {
  const valueOf = (source: ContentSource) => ('text' in source ? source.text : 'value' in source && source.value);
  return a && b ? a.name === b.name && valueOf(a) === valueOf(b) : false;
}
