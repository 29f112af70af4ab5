import { BUBBLING } from '../../base/events.js';

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

declare global {
  interface HTMLElementEventMap {
    'guide-toggle': GuideToggleEvent;
  }
}
