/** Brings something into view and moves the focus there, as a link to it would. */
export function scrollAndFocus(element: HTMLElement | null | undefined): void {
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}
