/** Scrolls an element into view and focuses it, as a link to it would. */
export function scrollAndFocus(element: HTMLElement | null | undefined): void {
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}
