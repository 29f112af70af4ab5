import { BUBBLING } from '../../base/events.js';

/** `guide-dismiss`: a person closed the disclaimer for this view of the page. */
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
