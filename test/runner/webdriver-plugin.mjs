/** Commands that the runner has for other browsers, but not for one driven by WebDriver. Before the runner's own. */
export function webdriverPlugin() {
  return {
    name: 'webdriver',
    async executeCommand({ command, payload, session: { browser } }) {
      if (browser.type !== 'webdriver') return undefined;
      if (command === 'set-viewport') await browser.setViewport(payload);
      else if (command === 'send-keys' && payload.down) await browser.keyDown(payload.down);
      else if (command === 'send-keys' && payload.up) await browser.keyUp(payload.up);
      else return undefined;
      return true;
    },
  };
}
