import type { ContentError } from '../content/content-error.js';

/** Every event of the kit reaches the page, from whatever shadow tree. */
export const BUBBLING = { bubbles: true, composed: true };

/** `guide-ready`: an element shows its content for the first time. */
export class GuideReadyEvent extends Event {
  constructor() {
    super('guide-ready', BUBBLING);
  }
}

/** `guide-error`: an element's content is missing or wrong. What was good before stays on the page. */
export class GuideErrorEvent extends Event {
  /** Element, place, what was found and expected, and the fix. */
  readonly error: ContentError;

  constructor(error: ContentError) {
    super('guide-error', BUBBLING);
    this.error = error;
  }
}

/** `guide-print`: a person asked to print what an element shows. */
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
