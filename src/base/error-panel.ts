import { html, isServer, nothing } from 'lit';

/** What an editor sees of content errors, with `debug` or `?guide-debug` in the page's address. A patient never does. */
export function errorPanel(isDebug: boolean | undefined, messages: readonly string[]): unknown {
  if (isServer || (!isDebug && !/[?&]guide-debug\b/.test(location.search))) return nothing;
  return messages.map((line) => html`<p class="error" part="error">${line}</p>`);
}
