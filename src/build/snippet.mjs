/**
 * Prints what a web team pastes for this version, from a CDN: `npm run snippet`. With names of elements, it prints the
 * loader and preloads for their files: `npm run snippet guide-faq guide-cta`. `--write` puts the first into README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { integrity, preload, script } from './cdn.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } });
const read = (file) => readFileSync(file, 'utf8');

/** The element's file and the files it loads. */
function filesOf(element) {
  const own = Object.keys(integrity).find((file) => new RegExp(`^chunks/${element}-[\\w-]{6}\\.js$`).test(file));
  if (!own) throw new Error(`there is no element ${element}`);
  return [own, ...[...read(`dist/${own}`).matchAll(/"\.\/([\w-]+\.js)"/g)].map(([, file]) => `chunks/${file}`)];
}

const everything = script('patient-guide.js');
if (values.write)
  writeFileSync(
    'README.md',
    read('README.md').replace(/<script\n {2}src="https:[^>]*\/patient-guide\.js"[^]*?<\/script>/, everything),
  );
else if (positionals.length)
  console.log([...[...new Set(positionals.flatMap(filesOf))].map(preload), script('loader.js')].join('\n'));
else console.log(everything);
