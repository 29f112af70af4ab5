import { runInFirefoxWindow } from './firefox-window.mjs';

/** Returns keyboard focus to the page: in Firefox, Tab moves from the last stop to the browser's own buttons. */
export function focusPlugin() {
  return {
    name: 'focus',
    async executeCommand({ command, session: { browser, id } }) {
      if (command !== 'focus-page') return undefined;
      if (browser.name === 'Firefox') await runInFirefoxWindow(browser.getPage(id), 'gBrowser.selectedBrowser.focus()');
      return true;
    },
  };
}
