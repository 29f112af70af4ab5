/**
 * Measures what the kit costs a page, compared to alternatives: `npm run bench`. Pages take turns, each in its own browser
 * context with nothing cached; the first round is a warm-up and does not count. `--runs 9`, `--only "FAQ of 1,000"`.
 * Writes results.json next to this file, and the chart and tables of README.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { SPEEDS, openBrowser, openTab, serve } from './browser.mjs';
import { drawChart } from './chart.mjs';
import { makePages } from './pages.mjs';
import { markdown, report } from './report.mjs';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, only: { type: 'string' } },
});
const RUNS = Number(options.runs);
const fileHere = (name) => fileURLToPath(new URL(name, import.meta.url));

const { files, versions, cases } = await makePages();
if (options.only) for (const name of Object.keys(cases)) if (!name.includes(options.only)) delete cases[name];
const pages = Object.entries(cases).flatMap(([name, kinds]) =>
  Object.entries(kinds).map(([kind, page]) => ({ case: name, kind, ...page })),
);

const pathOf = (index) => `/page/${index}`;
const server = await serve({ ...files, ...Object.fromEntries(pages.map(({ html }, index) => [pathOf(index), html])) });
const browser = await openBrowser('--enable-precise-memory-info');

/** Totals since the browser opened the page, in milliseconds and bytes. */
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

/** Runs in the page: waits until every element is defined and everything is painted, including late work. */
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

async function measure(page, index, speed, isLast) {
  const { context, tab, client } = await openTab(browser, speed);
  await client.send('Performance.enable');
  const loaded = [];
  tab.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await tab.goto(server.origin + pathOf(index), { waitUntil: 'load' });
  await tab.evaluate(settle);
  const { script, style, main, nodes } = await countersOf(client);
  const told = await tab.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const elementsIn = (root) =>
      [...root.querySelectorAll('*')].reduce(
        (sum, { localName, shadowRoot }) => sum + localName.includes('-') + (shadowRoot ? elementsIn(shadowRoot) : 0),
        0,
      );
    return { ...globalThis.told, paint: paint.startTime, elements: elementsIn(document) };
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
    bytes: kit.reduce((sum, path) => sum + server.sizeOf(path), 0),
  };
  if (page.open && speed.cpu === 1 && page.case === 'FAQ of 1,000') {
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

/** The bytes left in the heap after the page's elements were cloned and removed a hundred times. */
async function leftBy(tab, client) {
  const used = async () => {
    await client.send('HeapProfiler.collectGarbage');
    return (await countersOf(client)).heap;
  };
  const cycle = (times) =>
    tab.evaluate(async (times) => {
      const original = document.body.lastElementChild;
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

/** The median and interquartile range of each figure. */
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
  const readme = fileHere('../../README.md');
  const text = (await readFile(readme, 'utf8')).replace(
    /(<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/,
    (_, start) => `${start}\n${markdown(run)}\n\n`,
  );
  await writeFile(readme, await format(text, { parser: 'markdown', ...(await resolveConfig(readme)) }));
}
