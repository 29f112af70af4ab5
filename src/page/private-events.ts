/** All that would carry what a person chooses and types out of a shadow tree. Focus and moves come without that, too. */
const PRIVATE_EVENTS =
  'click input beforeinput keydown keypress keyup compositionstart compositionupdate compositionend copy cut paste ' +
  'dragstart drop pointerdown pointerup mousedown mouseup touchstart touchend';

/** Tab and Escape tell nothing, and may mean something to a dialog around. What is done to a link is for the page's router. */
const stop = (event: Event): void => {
  const isForThePage = /^(?:Tab|Escape)$/.test((event as KeyboardEvent).key) || (event.target as Element).closest('a');
  if (!isForThePage) event.stopPropagation();
};

/** What is done in a shadow tree does not bubble to the page's own listeners, analytics among them. */
export function stopPropagationAtRoot<Root extends EventTarget>(root: Root): Root {
  for (const type of PRIVATE_EVENTS.split(' ')) root.addEventListener(type, stop, { passive: true });
  return root;
}
