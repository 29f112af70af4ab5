/**
 * Writes the metadata of the elements for editors, frameworks and docs, all of it from the doc comments, types and
 * schemas in `src`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { CDN, script, version } from './cdn.mjs';
import { readElements } from './elements.mjs';
import { manifestOf, vsCodeCss, vsCodeHtml, webTypes } from './manifest.mjs';
import { llmsText, pageOf } from './reference.mjs';
import { schemasOf } from './schemas.mjs';
import { FRAMEWORKS, listOfTypes } from './types.mjs';

const write = (file, content) =>
  writeFileSync(`dist/${file}`, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);

const elements = readElements();
const schemas = await schemasOf(elements, CDN);
for (const folder of ['schema', 'reference', 'types']) mkdirSync(`dist/${folder}`, { recursive: true });

write('custom-elements.json', manifestOf(elements));
write('vscode.html-data.json', vsCodeHtml(elements, CDN));
write('vscode.css-data.json', vsCodeCss(elements));
write('web-types.json', webTypes(elements, version));
write('types/elements.d.ts', listOfTypes(elements));
for (const [name, text] of Object.entries(FRAMEWORKS)) write(`types/${name}.d.ts`, text);
for (const element of elements) {
  write(`schema/${element.tag}.json`, schemas[element.tag]);
  write(`reference/${element.tag}.md`, pageOf(element, schemas[element.tag]));
}
write('llms.txt', llmsText(elements, schemas, CDN, script('patient-guide.js')));
