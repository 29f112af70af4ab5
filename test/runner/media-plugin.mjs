/** Emulates media features that the runner's own `emulateMedia` drops under puppeteer: forced-colors, prefers-contrast. */
export function mediaPlugin() {
  const sessions = new WeakMap();
  return {
    name: 'media',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media') return undefined;
      // Nothing to end where nothing can be emulated.
      if (session.browser.name !== 'Chrome' && !Object.keys(payload).length) return true;
      const page = session.browser.getPage(session.id);
      // Emulation ends when its session is detached, so the session is kept.
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const { media = '', ...features } = payload;
      await sessions.get(page).send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
      return true;
    },
  };
}
