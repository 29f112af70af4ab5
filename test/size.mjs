/** Prints what each built file weighs and fails when one is over its budget: `npm run size`. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Brotli bytes. */
const BUDGETS = { 'dist/patient-guide.js': 21_000, 'dist/patient-guide.prerendered.js': 21_500 };

for (const [file, budget] of Object.entries(BUDGETS)) {
  const code = readFileSync(file);
  const brotli = brotliCompressSync(code).length;
  console.log(
    `${file}: ${brotli} bytes brotli of ${budget}, ${gzipSync(code, { level: 9 }).length} gzip, ${code.length} as it is`,
  );
  if (brotli > budget) process.exitCode = 1;
}
