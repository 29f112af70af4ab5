/** What the package has beside its modules: one that defines each element, and the integrity of each file for a page. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { classOf } from './names.mjs';

mkdirSync('dist/define');
for (const tag of readdirSync('src/elements')) {
  const name = classOf(tag);
  const from = `'../esm/elements/${tag}/${tag}.js'`;
  // A whole guide is made of all the others.
  const work =
    tag === 'patient-guide'
      ? `import { register } from '../esm/register.js';\nregister();\n`
      : `import { define } from '../esm/core/define.js';\nimport { ${name} } from ${from};\ndefine({ '${tag}': ${name} });\n`;
  writeFileSync(`dist/define/${tag}.js`, `${work}export { ${name} } from ${from};\n`);
  writeFileSync(`dist/define/${tag}.d.ts`, `export { ${name} } from ${from};\n`);
}

/** TypeScript's helper for decorators comes with every module, and Rollup warns of its `this`: each call is written out. */
const modules = readdirSync('dist/esm', { recursive: true }).filter((file) => file.endsWith('.js'));
for (const file of modules) {
  const code = readFileSync(`dist/esm/${file}`, 'utf8');
  const plain = code
    .replace(/^var __decorate = [^]*?\n};\n/, '')
    .replace(/__decorate\(\[\s*(\w+\(.*?\))\s*\], (\w+\.prototype), ("\w+"), void 0\)/gs, '$1($2, $3)');
  if (plain.includes('__decorate')) throw new Error(`dist/esm/${file} has a decorator that is not a property’s`);
  if (plain !== code) writeFileSync(`dist/esm/${file}`, plain);
}

const files = ['', 'chunks/'].flatMap((folder) =>
  readdirSync(`dist/${folder}`, { withFileTypes: true })
    .filter((file) => file.isFile() && /^(?!server|cli).*\.js$/.test(file.name))
    .map(({ name }) => folder + name),
);
/** As a page writes it (https://www.w3.org/TR/sri-2/). */
const integrityOf = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64')}`;
writeFileSync(
  'dist/integrity.json',
  `${JSON.stringify(Object.fromEntries(files.sort().map((file) => [file, integrityOf(file)])), null, 2)}\n`,
);
