import type { GuideFault } from './fault.js';

const BUBBLING = { bubbles: true, composed: true };

/** `guide-ready`: an element shows its content for the first time. */
export class GuideReadyEvent extends Event {
  constructor() {
    super('guide-ready', BUBBLING);
  }
}

/** `guide-error`: an element's content is missing or wrong. What was good before stays on the page. */
export class GuideErrorEvent extends Event {
  /** Element, place, what was found and expected, and the fix. */
  readonly fault: GuideFault;

  constructor(fault: GuideFault) {
    super('guide-error', BUBBLING);
    this.fault = fault;
  }
}

/** `guide-toggle`: a person opened or closed a question. Carries its id and position, never its text. */
export class GuideToggleEvent extends Event {
  /** The question's id, as in a link to it. */
  readonly id: string;
  /** The question's position, from 0. */
  readonly index: number;
  /** Whether it is open now. */
  readonly open: boolean;

  constructor(id: string, index: number, open: boolean) {
    super('guide-toggle', BUBBLING);
    this.id = id;
    this.index = index;
    this.open = open;
  }
}

/** `guide-dismiss`: a person closed the disclaimer for this view of the page. */
export class GuideDismissEvent extends Event {
  constructor() {
    super('guide-dismiss', BUBBLING);
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
    'guide-ready': GuideReadyEvent;
    'guide-error': GuideErrorEvent;
    'guide-toggle': GuideToggleEvent;
    'guide-dismiss': GuideDismissEvent;
    'guide-print': GuidePrintEvent;
  }
}
