import { BUBBLING } from '../../base/events.js';

/** `guide-toggle`: a question was opened or closed. Carries its id and index, never its text. */
export class GuideToggleEvent extends Event {
  /** The question's id, as in a link to it. */
  readonly id: string;
  /** The question's index, from 0. */
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

declare global {
  interface HTMLElementEventMap {
    'guide-toggle': GuideToggleEvent;
  }
}
