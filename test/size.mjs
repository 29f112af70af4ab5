/** Prints what each built file weighs and fails when one is over its budget: `npm run size`. */
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expectFreshBuild } from './runner/fresh-build.mjs';

expectFreshBuild();

const chunks = readdirSync('dist/chunks').filter((file) => file.endsWith('.js'));
const chunk = (name) => `chunks/${chunks.find((file) => file.startsWith(`${name}-`))}`;

/** All but what comes only where it is needed. */
const usual = chunks
  .filter((file) => /^(?:core|extras|(?:patient-)?guide)-.*\.js$/.test(file))
  .map((file) => `chunks/${file}`);

/** Brotli bytes of what a page loads. A budget is there to notice growth: what needs more raises it, and says what that buys. */
const BUDGETS = [
  ['script-tag file', ['patient-guide.js'], 28 * 1024],
  ['script-tag file for prerendered pages', ['patient-guide.prerendered.js'], 28.5 * 1024],
  ['loader', ['loader.js'], 2 * 1024],
  ['loader and an FAQ', ['loader.js', chunk('core'), chunk('guide-faq')], 18.5 * 1024],
  // Half a kilobyte over the first budget of 34: server-rendered markup that stays until its successor is rendered.
  ['loader and a whole guide', ['loader.js', ...usual], 34.5 * 1024],
];

const bytesOf = (files, compress) =>
  files.reduce((sum, file) => sum + compress(readFileSync(`dist/${file}`)).length, 0);

for (const [what, files, budget] of BUDGETS) {
  const brotli = bytesOf(files, brotliCompressSync);
  console.log(
    `${what}: ${brotli} bytes brotli of ${budget}, ${bytesOf(files, gzipSync)} gzip, ${bytesOf(files, (code) => code)} as it is`,
  );
  if (brotli > budget) process.exitCode = 1;
}
for (const file of chunks)
  console.log(`  chunks/${file}: ${bytesOf([`chunks/${file}`], brotliCompressSync)} bytes brotli`);
