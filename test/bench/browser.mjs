/** What each benchmark needs: a fast server, and a tab with nothing cached, at one of two speeds. */
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../runner/browser-path.mjs';

export const SPEEDS = {
  'as it is': { cpu: 1 },
  '1.6 Mbit/s, CPU 4 times slower': { cpu: 4, bytes: 200_000, latency: 150 },
};
const TYPES = { js: 'text/javascript', css: 'text/css' };

/** Serves texts by path, compressed in advance; `sizeOf` is the transfer size of one. */
export async function serve(texts) {
  const bodies = new Map(Object.entries(texts).map(([path, text]) => [path, brotliCompressSync(text)]));
  const server = createServer(({ url }, response) => {
    const body = bodies.get(url);
    if (!body) return response.writeHead(404).end();
    response.setHeader('content-type', `${TYPES[url.split('.').pop()] ?? 'text/html'}; charset=utf-8`);
    response.setHeader('content-encoding', 'br');
    response.end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    sizeOf: (path) => bodies.get(path).length,
    close: () => server.close(),
  };
}

export const openBrowser = async (...more) =>
  puppeteer.launch({ executablePath: await chromiumPath(), args: [...chromiumArguments, ...more] });

/** Opens a phone-sized tab in its own context. `told` in its page has the layout shift and longest task so far. */
export async function openTab(browser, { cpu, bytes, latency }) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 390, height: 844 });
  const client = await tab.createCDPSession();
  await client.send('Network.enable');
  if (bytes)
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await tab.evaluateOnNewDocument(watch);
  return { context, tab, client };
}

/** Runs in the page before anything else. */
function watch() {
  const told = { shift: 0, longest: 0 };
  globalThis.told = told;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) told.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) told.longest = Math.max(told.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}
