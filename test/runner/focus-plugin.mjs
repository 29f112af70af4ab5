import { runInFirefoxWindow } from './firefox-window.mjs';

/** Gives the keyboard back to the page: in Firefox, Tab goes on from its last stop to the browser's own buttons. */
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
