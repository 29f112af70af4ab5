import { ResizeController } from './resize-controller.js';

/** Tracks whether a box scrolls. Only then does it have to be focusable, and only then does it need a name. */
export class Overflow extends ResizeController {
  isScrolling = false;

  protected override onResize(box: HTMLElement): void {
    const isScrolling = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (isScrolling === this.isScrolling) return;
    this.isScrolling = isScrolling;
    this.host.requestUpdate();
  }
}
