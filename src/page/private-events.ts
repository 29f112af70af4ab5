/**
 * Every event that would carry what a reader chooses or types out of a shadow tree. Focus and pointer-move events
 * aren't listed: they happen without any choice, too.
 */
const PRIVATE_EVENTS =
  'click input beforeinput keydown keypress keyup compositionstart compositionupdate compositionend copy cut paste ' +
  'dragstart drop pointerdown pointerup mousedown mouseup touchstart touchend';

/**
 * Tab and Escape reveal nothing, and a surrounding dialog may need them. Events on a link are for the page's router.
 */
const stop = (event: Event): void => {
  const isForThePage = /^(?:Tab|Escape)$/.test((event as KeyboardEvent).key) || (event.target as Element).closest('a');
  if (!isForThePage) event.stopPropagation();
};

/** Keeps interactions inside a shadow tree from bubbling to the page's own listeners, such as analytics. */
export function stopPropagationAtRoot<Root extends EventTarget>(root: Root): Root {
  for (const type of PRIVATE_EVENTS.split(' ')) root.addEventListener(type, stop, { passive: true });
  return root;
}
