/**
 * Hydration. An element that a server has rendered renders anew in its place, in one task, and gets back what the reader
 * did before the script arrived. Controls are found again by their names, so neither marks in the HTML nor white space and
 * comments, which minifiers change, make a difference.
 */

/** Puts back, into a fresh tree, what a reader did in the one before. What the fresh tree does not have is dropped. */
export type RestoreReaderState = (root: ShadowRoot) => void;

/** The `nth` element, from 0, of those that have the same name. */
interface Place {
  readonly name: string;
  readonly nth: number;
}

interface Change {
  readonly checked?: boolean;
  readonly value?: string;
  /** An answer that find-in-page has opened. */
  readonly isOpen?: boolean;
  readonly hasFocus?: boolean;
  readonly caret?: Parameters<HTMLInputElement['setSelectionRange']> | undefined;
}

/** How many characters, white space aside, stand behind the start and the end of selected text. */
type Selected = readonly [start: number, end: number];

/** An element that puts a reader's state back together with its first content. */
type Host = HTMLElement & { restoreWithContent?(restore: RestoreReaderState): void; updateComplete?: Promise<boolean> };
type Field = HTMLInputElement | HTMLTextAreaElement;

const CONTROLS = 'input, textarea, button, a, [tabindex], [part~=panel]';

/** Remembers what a reader did in a shadow tree, and in those inside it. */
export function captureReaderState(root: ShadowRoot): RestoreReaderState {
  const changes = placesOf(root, CONTROLS, nameOf, (element) => changeOf(element, root.activeElement === element));
  const nested = placesOf(
    root,
    '*',
    hostName,
    ({ shadowRoot }) => shadowRoot && { restore: captureReaderState(shadowRoot) },
  );
  const selected = selectionIn(root);
  return (fresh) => {
    for (const change of changes) {
      const element = findPlace(fresh, CONTROLS, nameOf, change);
      if (element) applyChange(element, change);
    }
    for (const { restore, ...place } of nested)
      (findPlace(fresh, '*', hostName, place) as Host | undefined)?.restoreWithContent?.(restore);
    if (selected) select(fresh, selected);
  };
}

const nameOf = (element: Element): string => {
  const label = element.getAttribute('aria-label') ?? (element.closest('label') ?? element).textContent;
  return element.localName + label.replace(/\s+/g, '');
};
const hostName = ({ localName }: Element): string => localName;

function placesOf<Found extends object>(
  root: ShadowRoot,
  selector: string,
  nameOf: (element: Element) => string,
  find: (element: HTMLElement) => Found | null | undefined,
): (Place & Found)[] {
  const elements = [...root.querySelectorAll<HTMLElement>(selector)];
  return elements.flatMap((element, index) => {
    const found = find(element);
    if (!found) return [];
    const name = nameOf(element);
    return { name, nth: elements.slice(0, index).filter((other) => nameOf(other) === name).length, ...found };
  });
}

const findPlace = (root: ShadowRoot, selector: string, nameOf: (element: Element) => string, { name, nth }: Place) =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => nameOf(element) === name)[nth];

function changeOf(element: HTMLElement, hasFocus: boolean): Change | undefined {
  const { checked, defaultChecked, value, defaultValue } = element as HTMLInputElement;
  const isText = element.matches('textarea, input:not([type=checkbox])');
  const change: Change = {
    ...(checked !== defaultChecked && { checked }),
    ...(isText && value !== defaultValue && { value }),
    ...(element.matches('[part~=panel]:not([hidden])') && { isOpen: true }),
    ...(hasFocus && { hasFocus, caret: caretOf(element as Field) }),
  };
  return Object.keys(change).length ? change : undefined;
}

const caretOf = ({ selectionStart, selectionEnd, selectionDirection }: Field): Change['caret'] =>
  typeof selectionStart === 'number' ? [selectionStart, selectionEnd, selectionDirection ?? 'none'] : undefined;

/**
 * By defaults and events, as a person's own doing would: the element hears of it, and a session recorder, which patches
 * the setters of `value` and `checked`, does not.
 */
function applyChange(element: HTMLElement, { checked, value, isOpen, hasFocus, caret }: Change): void {
  const field = element as HTMLInputElement;
  if (checked !== undefined) field.defaultChecked = checked;
  if (value !== undefined) field.defaultValue = value;
  if (checked !== undefined || value !== undefined)
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  if (isOpen && element.hidden) element.dispatchEvent(new Event('beforematch', { bubbles: true }));
  if (hasFocus) element.focus({ preventScroll: true });
  // The update that the event leads to writes the text once more, and the caret would be lost.
  const { updateComplete } = (element.getRootNode() as ShadowRoot).host as Host;
  if (caret) void updateComplete?.then(() => field.setSelectionRange(...caret));
}

/** Text that the reader has selected, if all of it is in this tree. */
function selectionIn(root: ShadowRoot): Selected | undefined {
  const [range] = getSelection()?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (!range || range.collapsed) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!root.contains(startContainer) || !root.contains(endContainer)) return undefined;
  return [charactersAfter(root, startContainer, startOffset), charactersAfter(root, endContainer, endOffset)];
}

function select(root: ShadowRoot, [start, end]: Selected): void {
  const [from, to] = [positionOf(root, start, 0), positionOf(root, end + 1, 1)];
  if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
}

/** Counted from the end: style elements, which stand first, don't matter then. */
function charactersAfter(root: ShadowRoot, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(root, root.childNodes.length);
  return range.toString().replace(/\s/g, '').length;
}

/** Where the `count`th character from the end is, or `shift` from there. */
function positionOf(root: ShadowRoot, count: number, shift: number): [node: Text, offset: number] | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.lastChild());
  let seen = 0;
  for (let node: Node | null = walker.currentNode; node; node = walker.previousNode())
    for (let text = node as Text, index = text.length; index--;)
      if (/\S/.test(text.data.charAt(index)) && ++seen === count) return [text, index + shift];
  return undefined;
}
