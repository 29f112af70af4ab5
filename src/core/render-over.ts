import { adopt } from './adopt.js';

/** An element of Lit, as far as it counts here. */
interface Host {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly isWaiting: boolean;
}

/**
 * Renders an element that a server has rendered before. What is there stays as long as the element waits for its content:
 * `true` then. Else it is taken over, or, where it is not the same, replaced before anybody sees a difference.
 */
export function renderOver(host: Host, render: () => void): boolean {
  const { renderRoot } = host;
  const writable = host as { renderRoot: HTMLElement | DocumentFragment };
  const fresh = document.createElement('div');
  try {
    writable.renderRoot = fresh;
    render();
  } finally {
    writable.renderRoot = renderRoot;
  }
  if (host.isWaiting) return true;
  renderRoot.querySelector('style')?.remove();
  if (!adopt(renderRoot, fresh)) {
    renderRoot.replaceChildren();
    render();
  }
  return false;
}
