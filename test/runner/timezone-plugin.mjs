/** Moves the page to another time zone until the next call: `America/Los_Angeles`; an empty name resets. Chromium only. */
export function timezonePlugin() {
  const sessions = new WeakMap();
  return {
    name: 'timezone',
    async executeCommand({ command, payload: timezoneId, session: { browser, id } }) {
      if (command !== 'timezone') return undefined;
      const page = browser.getPage(id);
      // The override ends when its session is detached, so keep the session.
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      await sessions.get(page).send('Emulation.setTimezoneOverride', { timezoneId });
      return true;
    },
  };
}
