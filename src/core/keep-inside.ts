import { Directive, type ElementPart, directive } from 'lit/directive.js';

/** All that would carry what a person chooses and types out of a shadow tree. */
const TELLING =
  'click input beforeinput keydown keypress keyup compositionstart compositionupdate compositionend copy cut paste dragstart drop';

const stop = (event: Event): void => event.stopPropagation();

class KeepInside extends Directive {
  render(): void {}

  override update({ element }: ElementPart): void {
    for (const type of TELLING.split(' ')) element.addEventListener(type, stop);
  }
}

/** `<div ${keepInside()}>`: what is done in there is not for the page's own listeners, analytics among them. */
export const keepInside = directive(KeepInside);
