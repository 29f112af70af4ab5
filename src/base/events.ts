import type { ContentError } from '../content/content-error.js';

/** All of the kit's events reach the page, from any shadow tree. */
export const BUBBLING = { bubbles: true, composed: true };

/** `guide-ready`: an element renders its content for the first time. */
export class GuideReadyEvent extends Event {
  constructor() {
    super('guide-ready', BUBBLING);
  }
}

/** `guide-error`: an element's content is missing or invalid. The last valid content stays on the page. */
export class GuideErrorEvent extends Event {
  /** The element, where the problem is, what was found, what was expected, and the fix. */
  readonly error: ContentError;

  constructor(error: ContentError) {
    super('guide-error', BUBBLING);
    this.error = error;
  }
}

/** `guide-print`: the reader asked to print what an element shows. */
export class GuidePrintEvent extends Event {
  constructor() {
    super('guide-print', BUBBLING);
  }
}

declare global {
  interface HTMLElementEventMap {
    'guide-print': GuidePrintEvent;
    'guide-ready': GuideReadyEvent;
    'guide-error': GuideErrorEvent;
  }
}
