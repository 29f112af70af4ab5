/** Copies the builder's dependencies next to its own files, so that a static folder is all it needs. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { script } from '../../src/build/cdn.mjs';

const copies = {
  'axe.js': 'node_modules/axe-core/axe.min.js',
  'bootstrap.css': 'node_modules/bootstrap/dist/css/bootstrap.min.css',
  'block-theme.css': 'test/pages/block-theme.css',
};
for (const [name, file] of Object.entries(copies)) copyFileSync(file, `demo/built/${name}`);

const scripts = ['patient-guide.js', 'patient-guide.prerendered.js'].map((file) => [file, script(file)]);
writeFileSync('demo/built/scripts.json', JSON.stringify(Object.fromEntries(scripts)));
// For the renderer, which runs in a worker: all that Lit's code for Node does with a buffer.
writeFileSync(
  'demo/built/buffer.js',
  'export const Buffer = { from: (bytes) => ({ toString: () => btoa(bytes) }) };\n',
);
