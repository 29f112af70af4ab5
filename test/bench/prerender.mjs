/**
 * What a page pays for a prerendered guide, beside the same text as hand-written HTML: first contentful paint and layout
 * shift, as it is and on a slow phone, in turns. `npm run bench:prerender`.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { renderToHtml } from '../../dist/server.js';
import { chromiumArguments, chromiumPath } from '../runner/browser-path.mjs';

const RUNS = 15;
const script = await readFile(new URL('../../dist/patient-guide.js', import.meta.url));
const guide = await readFile(new URL('../../demo/content/spinal-fusion.json', import.meta.url), 'utf8');
const plain = renderToHtml('patient-guide', guide, { form: 'plain' });
const written = plain.slice(plain.indexOf('>') + 1, plain.lastIndexOf('<'));

const page = (body, end) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A clinic</title><style>body{font:17px/1.5 sans-serif;margin:1em}</style></head><body><h1>A clinic</h1>${body}${end}</body></html>`;
const tag = '<script src="/patient-guide.js" defer></script>';
const PAGES = {
  'hand-written HTML': page(written, ''),
  'prerendered guide': page(renderToHtml('patient-guide', guide), tag),
};
const SPEEDS = { 'as it is': undefined, '1.6 Mbit/s, CPU 4 times slower': { bytes: 200_000, latency: 150, cpu: 4 } };

const server = createServer(({ url }, response) => {
  const isScript = url === '/patient-guide.js';
  const body = isScript ? script : Object.values(PAGES)[Number(url.slice(1))];
  if (!body) return response.writeHead(404).end();
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.setHeader('content-encoding', 'br');
  response.setHeader('cache-control', 'no-store');
  response.end(brotliCompressSync(body));
}).listen(0, '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const browser = await puppeteer.launch({ executablePath: await chromiumPath(), args: chromiumArguments });

async function measure(address, speed) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 390, height: 844 });
  if (speed) {
    const client = await tab.createCDPSession();
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: speed.latency,
      downloadThroughput: speed.bytes,
      uploadThroughput: speed.bytes,
    });
    await client.send('Emulation.setCPUThrottlingRate', { rate: speed.cpu });
  }
  await tab.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.goto(address, { waitUntil: 'networkidle0' });
  const figures = await tab.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const isLive = !!document.querySelector('patient-guide:defined');
    return { paint: paint.startTime, shift: globalThis.shift, isLive };
  });
  await context.close();
  return figures;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
for (const [speedName, speed] of Object.entries(SPEEDS)) {
  const paints = Object.keys(PAGES).map(() => []);
  const shifts = Object.keys(PAGES).map(() => 0);
  for (let run = -1; run < RUNS; run++)
    for (const index of paints.keys()) {
      const { paint, shift } = await measure(`http://127.0.0.1:${server.address().port}/${index}`, speed);
      if (run < 0) continue;
      paints[index].push(paint);
      shifts[index] = Math.max(shifts[index], shift);
    }
  console.log(`\n${speedName}, medians of ${RUNS} runs in turns`);
  for (const [index, name] of Object.keys(PAGES).entries()) {
    const ratio = median(paints[index]) / median(paints[0]);
    console.log(
      `  ${name.padEnd(20)} first contentful paint ${median(paints[index]).toFixed(0).padStart(5)} ms (${ratio.toFixed(2)} x), ` +
        `layout shift ${shifts[index]}, ${brotliCompressSync(PAGES[name]).length} bytes brotli`,
    );
  }
}
await browser.close();
server.close();
