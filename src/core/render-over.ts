/** An element of Lit, as far as it counts here. */
interface Host {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly isWaiting: boolean;
}

/** Makes what a server has rendered the element's own; `false` where it is not the same as what is rendered now. */
type Adopt = (served: Node, fresh: Node) => boolean;

let adopt: Adopt = () => false;

/** Without it what a server has rendered is replaced: three hundred bytes that most pages do without. */
export const takeOverBy = (way: Adopt): void => void (adopt = way);

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
  if (!adopt(renderRoot, fresh)) {
    renderRoot.replaceChildren();
    render();
  }
  return false;
}
