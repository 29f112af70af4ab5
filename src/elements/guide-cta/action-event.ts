import { BUBBLING } from '../../base/events.js';

/** `guide-action`: the reader pressed a next step. Carries which one, never its label or URL. */
export class GuideActionEvent extends Event {
  /** `link` for the action itself, `phone` for the phone number. */
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
