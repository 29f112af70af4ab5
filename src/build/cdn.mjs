/** How a page loads this version from a CDN, with the integrity hash of each file. */
import { readFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
export const { version } = read('package.json');
export const CDN = `https://cdn.jsdelivr.net/npm/patient-guide@${version}/`;
export const integrity = read('dist/integrity.json');

const at = (file) => `="${CDN}dist/${file}"
  integrity="${integrity[file]}"
  crossorigin="anonymous"`;
export const script = (file) => `<script\n  src${at(file)}\n  defer\n></script>`;
