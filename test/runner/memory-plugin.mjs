/** Collects garbage at once with Chromium's protocol, so that a test can see what is still referenced. */
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
