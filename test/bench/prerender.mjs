/**
 * Measures what a prerendered guide costs, compared to the same text as hand-written HTML: first paint and layout
 * shift, at full speed and on a slow phone, in turns. `npm run bench:prerender`.
 */
import { readFile } from 'node:fs/promises';
import { renderToHtml } from '../../dist/server.js';
import { SPEEDS, openBrowser, openTab, serve } from './browser.mjs';

const RUNS = 15;
const SCRIPTS = ['patient-guide.js', 'patient-guide.prerendered.js'];
const guide = await readFile(new URL('../../demo/content/spinal-fusion.json', import.meta.url), 'utf8');
const plain = renderToHtml('patient-guide', guide, { form: 'plain' });
const written = plain.slice(plain.indexOf('>') + 1, plain.lastIndexOf('<'));

const page = (body, end) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A clinic</title><style>body{font:17px/1.5 sans-serif;margin:1em}</style></head><body><h1>A clinic</h1>${body}${end}</body></html>`;
const PAGES = {
  'hand-written HTML': page(written, ''),
  ...Object.fromEntries(
    SCRIPTS.map((file) => [
      `prerendered, ${file}`,
      page(renderToHtml('patient-guide', guide), `<script src="/${file}" defer></script>`),
    ]),
  ),
};
const files = Object.fromEntries(Object.values(PAGES).map((html, index) => [`/${index}`, html]));
for (const file of SCRIPTS) files[`/${file}`] = await readFile(new URL(`../../dist/${file}`, import.meta.url));
const server = await serve(files);
const browser = await openBrowser();

async function measure(path, speed) {
  const { context, tab } = await openTab(browser, speed);
  await tab.goto(server.origin + path, { waitUntil: 'load' });
  const figures = await tab.evaluate(async () => {
    const paint = await new Promise((seen) => {
      new PerformanceObserver((list) => {
        const [entry] = list.getEntriesByName('first-contentful-paint');
        if (entry) seen(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    // Late shifts count too, because readers see them.
    await new Promise((done) => setTimeout(done, 500));
    const isLive = !!document.querySelector('patient-guide:defined');
    return { paint, shift: globalThis.told.shift, isLive };
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
      const { paint, shift, isLive } = await measure(`/${index}`, speed);
      if (isLive === (index === 0)) throw new Error(`${Object.keys(PAGES)[index]}: the script did not do its work`);
      if (run < 0) continue;
      paints[index].push(paint);
      shifts[index] = Math.max(shifts[index], shift);
    }
  console.log(`\n${speedName}, medians of ${RUNS} runs in turns`);
  for (const [index, name] of Object.keys(PAGES).entries()) {
    const ratio = median(paints[index]) / median(paints[0]);
    console.log(
      `  ${name.padEnd(41)} first contentful paint ${median(paints[index]).toFixed(0).padStart(5)} ms (${ratio.toFixed(2)} x), ` +
        `layout shift ${shifts[index]}, ${server.sizeOf(`/${index}`)} bytes brotli`,
    );
  }
}
await browser.close();
server.close();
