/**
 * What a page pays for the kit, beside what else it could use, in one run: `npm run bench`. Pages take turns, each in a browser
 * context of its own with nothing cached; a first round warms up and does not count. `--runs 9`, `--only "FAQ of 1,000"`.
 * Writes results.json beside this file and the picture of README.md.
 */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../runner/browser-path.mjs';
import { drawChart } from './chart.mjs';
import { makePages } from './pages.mjs';
import { report } from './report.mjs';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, only: { type: 'string' } },
});
const RUNS = Number(options.runs);
const SPEEDS = {
  'as it is': { cpu: 1 },
  '1.6 Mbit/s, CPU 4 times slower': { cpu: 4, bytes: 200_000, latency: 150 },
};
const fileHere = (name) => fileURLToPath(new URL(name, import.meta.url));

const { files, versions, cases } = await makePages();
if (options.only) for (const name of Object.keys(cases)) if (!name.includes(options.only)) delete cases[name];
const pages = Object.entries(cases).flatMap(([name, kinds]) =>
  Object.entries(kinds).map(([kind, page]) => ({ case: name, kind, ...page })),
);

/** Compressed beforehand, as on any server that means to be fast. */
const served = new Map(Object.entries(files).map(([path, text]) => [path, brotliCompressSync(text)]));
for (const [index, { html }] of pages.entries()) served.set(`/page/${index}`, brotliCompressSync(html));
const TYPES = { js: 'text/javascript', css: 'text/css' };
const server = createServer(({ url }, response) => {
  const body = served.get(url);
  if (!body) return response.writeHead(404).end();
  response.setHeader('content-type', `${TYPES[url.split('.')[1]] ?? 'text/html'}; charset=utf-8`);
  response.setHeader('content-encoding', 'br');
  response.end(body);
}).listen(0, '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({
  executablePath: await chromiumPath(),
  args: [...chromiumArguments, '--enable-precise-memory-info'],
});

/** Sums of what the browser has done since it opened the page, in milliseconds and bytes. */
async function countersOf(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  const all = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    script: all.ScriptDuration * 1000,
    style: (all.RecalcStyleDuration + all.LayoutDuration) * 1000,
    main: all.TaskDuration * 1000,
    nodes: all.Nodes,
    heap: all.JSHeapUsedSize,
  };
}

/** In the page, before anything else. */
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

/** In the page: every element is at work, and all is painted, what the kits do later too. */
async function settle() {
  while (document.querySelector(':not(:defined)')) await new Promise((done) => setTimeout(done, 20));
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  for (let quiet = 0, before = -1; quiet < 5; quiet++) {
    await frame();
    const { length } = document.documentElement.innerText;
    if (length !== before) quiet = 0;
    before = length;
  }
  await new Promise((done) => setTimeout(done, 300));
}

async function measure(page, index, { cpu, bytes, latency }, isLast) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 390, height: 844 });
  const client = await tab.createCDPSession();
  await client.send('Performance.enable');
  await client.send('Network.enable');
  if (bytes)
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  if (cpu > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await tab.evaluateOnNewDocument(watch);
  const loaded = [];
  tab.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await tab.goto(`${origin}/page/${index}`, { waitUntil: 'load' });
  await tab.evaluate(settle);
  const { script, style, main, nodes } = await countersOf(client);
  const told = await tab.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { ...globalThis.told, paint: paint.startTime };
  });
  await client.send('HeapProfiler.collectGarbage');
  const { heap } = await countersOf(client);
  const kit = loaded.filter((path) => /\.(js|css)$/.test(path));
  const figures = {
    script,
    style,
    main,
    nodes,
    heap,
    ...told,
    bytes: kit.reduce((sum, path) => sum + served.get(path).length, 0),
  };
  if (page.open && cpu === 1 && page.case === 'FAQ of 1,000') {
    figures.open = await tab.evaluate(`(async () => {
      const start = performance.now();
      (${page.open})();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    })()`);
    const visible = await tab.evaluate(() => document.documentElement.scrollHeight);
    if (isLast && visible < 60_000) throw new Error(`${page.kind}: the answers are not open`);
  }
  if (page.case === 'FAQ of 8') figures.left = await leftBy(tab, client);
  await context.close();
  return figures;
}

/** Bytes that stay in the heap after the page's elements were made anew and removed a hundred times. */
async function leftBy(tab, client) {
  const used = async () => {
    await client.send('HeapProfiler.collectGarbage');
    return (await countersOf(client)).heap;
  };
  const cycle = (times) =>
    tab.evaluate(async (times) => {
      const original = document.body.lastElementChild.matches('script') ? null : document.body.lastElementChild;
      for (let time = 0; time < times; time++) {
        const copy = original.cloneNode(true);
        document.body.append(copy);
        await new Promise((done) => setTimeout(done, 5));
        copy.remove();
      }
      await new Promise((done) => setTimeout(done, 100));
    }, times);
  await cycle(5);
  const before = await used();
  await cycle(100);
  return (await used()) - before;
}

const results = pages.map(({ case: name, kind }) => ({ case: name, kind, speeds: {} }));
for (const [speedName, speed] of Object.entries(SPEEDS)) {
  const runs = pages.map(() => []);
  for (let run = 0; run <= RUNS; run++)
    for (const [index, page] of pages.entries()) {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\x1b[K${speedName}, round ${run} of ${RUNS}: ${page.case}, ${page.kind}`);
      const figures = await measure(page, index, speed, run === RUNS);
      if (run > 0) runs[index].push(figures);
    }
  for (const [index, { speeds }] of results.entries()) speeds[speedName] = summaryOf(runs[index]);
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

/** Of each figure the median, and how far the middle half is spread around it. */
function summaryOf(runs) {
  const at = (sorted, part) => sorted[Math.round((sorted.length - 1) * part)];
  return Object.fromEntries(
    Object.keys(runs[0]).map((key) => {
      const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
      const round = (value) => Math.round(value * 1000) / 1000;
      return [key, { median: round(at(sorted, 0.5)), spread: round(at(sorted, 0.75) - at(sorted, 0.25)) }];
    }),
  );
}

const run = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} x ${cpus()[0].model}`,
  browser: await browser.version(),
  versions,
  runs: RUNS,
  command: 'npm run bench',
  results,
};
await browser.close();
server.close();
console.log(report(run));
if (!options.only) {
  await writeFile(fileHere('results.json'), `${JSON.stringify(run, null, 2)}\n`);
  await writeFile(fileHere('../../demo/pictures/bench.svg'), drawChart(run));
}
