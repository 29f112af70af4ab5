import { BUBBLING } from '../../base/events.js';

/** `guide-dismiss`: the reader closed the disclaimer for this page view. */
export class GuideDismissEvent extends Event {
  constructor() {
    super('guide-dismiss', BUBBLING);
  }
}

declare global {
  interface HTMLElementEventMap {
    'guide-dismiss': GuideDismissEvent;
  }
}
