/** What the package has beside its modules: one that defines each element, and the integrity of each file for a page. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

mkdirSync('dist/define');
const tags = readdirSync('src/elements');
for (const tag of tags) {
  const name = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const from = `'../esm/elements/${tag}/${tag}.js'`;
  // A whole guide is made of all the others.
  const work =
    tag === 'patient-guide'
      ? `import { register } from '../esm/register.js';\nregister();\n`
      : `import { define } from '../esm/core/define.js';\nimport { ${name} } from ${from};\ndefine({ '${tag}': ${name} });\n`;
  writeFileSync(`dist/define/${tag}.js`, `${work}export { ${name} } from ${from};\n`);
  writeFileSync(`dist/define/${tag}.d.ts`, `export { ${name} } from ${from};\n`);
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
