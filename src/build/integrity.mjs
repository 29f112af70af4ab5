/**
 * What `patient-guide snippet` needs to know of the files for a page: integrity.json has the hash of each
 * (https://www.w3.org/TR/sri-2/), chunks.json the files that each element loads.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { init, parse } from 'es-module-lexer';

await init;
const read = (file) => readFileSync(`dist/${file}`, 'utf8');
const write = (file, data) => writeFileSync(`dist/${file}`, `${JSON.stringify(data, null, 2)}\n`);
const scripts = (folder) =>
  readdirSync(`dist/${folder}`)
    .filter((file) => file.endsWith('.js'))
    .map((file) => folder + file);

const chunks = scripts('chunks/');
const files = [...chunks, 'loader.js', 'patient-guide.js', 'patient-guide.prerendered.js'];
const hashOf = (file) => `sha384-${createHash('sha384').update(read(file)).digest('base64')}`;
write('integrity.json', Object.fromEntries(files.sort().map((file) => [file, hashOf(file)])));

/** A file and all that it imports before it runs. */
const closureOf = (file) => {
  const imported = parse(read(file))[0].filter(({ type }) => type === 'static');
  return [file, ...imported.flatMap(({ specifier }) => closureOf(specifier.replace('./', 'chunks/')))];
};
const tagOf = (file) => /^chunks\/(.*)-[\w-]{8}\.js$/.exec(file)[1];
const elements = chunks.filter((file) => /\/(?:guide-|patient-guide)/.test(file));
write('chunks.json', Object.fromEntries(elements.map((file) => [tagOf(file), [...new Set(closureOf(file))]])));
