/** Collects garbage at once, by Chromium's protocol: a test can then see what is still held. */
export function memoryPlugin() {
  return {
    name: 'memory',
    async executeCommand({ command, session }) {
      if (command !== 'collect-garbage') return undefined;
      const protocol = await session.browser.getPage(session.id).createCDPSession();
      await protocol.send('HeapProfiler.collectGarbage');
      await protocol.detach();
      return true;
    },
  };
}
