/** Prints what each built file weighs and fails when one is over its budget: `npm run size`. */
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const chunks = readdirSync('dist/chunks');
const chunk = (name) => `chunks/${chunks.find((file) => file.startsWith(`${name}-`))}`;

/** All but what comes only where it is needed. */
const usual = chunks.filter((file) => /^(?:core|more|(?:patient-)?guide)-/.test(file)).map((file) => `chunks/${file}`);

/** Brotli bytes of what a page loads. */
const BUDGETS = [
  ['script-tag file', ['patient-guide.js'], 21_000],
  ['the same, for prerendered pages', ['patient-guide.prerendered.js'], 21_500],
  ['loader', ['loader.js'], 2_000],
  ['loader and an FAQ', ['loader.js', chunk('core'), chunk('guide-faq')], 11_000],
  ['loader and a whole guide', ['loader.js', ...usual], 28_000],
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
