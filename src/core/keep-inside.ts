import { Directive, type ElementPart, directive } from 'lit/directive.js';

/** All that would carry what a person chooses and types out of a shadow tree. Focus and moves come without that, too. */
const TELLING =
  'click input beforeinput keydown keypress keyup compositionstart compositionupdate compositionend copy cut paste ' +
  'dragstart drop pointerdown pointerup mousedown mouseup touchstart touchend';

/** Tab and Escape tell nothing, and may mean something to a dialog that the element stands in. */
const stop = (event: Event): void => {
  if (!/^(?:Tab|Escape)$/.test((event as KeyboardEvent).key)) event.stopPropagation();
};

class KeepInside extends Directive {
  render(): void {}

  override update({ element }: ElementPart): void {
    for (const type of TELLING.split(' ')) element.addEventListener(type, stop, { passive: true });
  }
}

/** `<div ${keepInside()}>`: what is done in there does not bubble to the page's own listeners, analytics among them. */
export const keepInside = directive(KeepInside);
