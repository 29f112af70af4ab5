/** Measures how many guides a server renders per second, and whether its memory grows: `npm run bench:render`. */
import { readFile } from 'node:fs/promises';
import { renderToHtml } from '../../dist/server.js';

const GUIDES = 1_000;
const guide = JSON.parse(await readFile(new URL('../../demo/content/spinal-fusion.json', import.meta.url), 'utf8'));
const heap = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
/** Each guide has a unique title, so nothing can be cached. */
const render = (number) => renderToHtml('patient-guide', { ...guide, title: `Guide ${number}` });

for (let number = 0; number < 100; number++) render(number);
const before = heap();
const start = performance.now();
let bytes = 0;
for (let number = 0; number < GUIDES; number++) bytes += render(number).length;
const seconds = (performance.now() - start) / 1000;
console.log(
  `${GUIDES} guides in ${seconds.toFixed(1)} s: ${(GUIDES / seconds).toFixed(0)} guides a second, ` +
    `${(bytes / GUIDES / 1000).toFixed(0)} kB each; heap ${before.toFixed(1)} MB before, ${heap().toFixed(1)} MB after`,
);
