import { BUBBLING } from './events.js';

/** `guide-print`: a person asked to print what an element shows. */
export class GuidePrintEvent extends Event {
  constructor() {
    super('guide-print', BUBBLING);
  }
}

declare global {
  interface HTMLElementEventMap {
    'guide-print': GuidePrintEvent;
  }
}
