import { BUBBLING } from '../../base/events.js';

/** `guide-action`: a person pressed a next step. Carries which one, never its words or its address. */
export class GuideActionEvent extends Event {
  /** The action itself, or the telephone number. */
  readonly action: 'link' | 'phone';

  constructor(action: 'link' | 'phone') {
    super('guide-action', BUBBLING);
    this.action = action;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guide-action': GuideActionEvent;
  }
}
