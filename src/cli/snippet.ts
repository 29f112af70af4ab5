import { readFile } from 'node:fs/promises';
import { version } from '../page/version.js';
import type { GuideTag } from '../server/index.js';

/** Files for a page, `loader.js` or `chunks/core-….js`, with the hash that a browser may hold them to. */
type Integrity = Readonly<Record<string, string>>;

const readJson = async <Type>(file: string): Promise<Type> =>
  JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8')) as Type;

/** Where a CDN has this version. */
export const cdn = `https://cdn.jsdelivr.net/npm/patient-guide@${version}/dist/`;

/**
 * What a page pastes to load the kit from `base`. Without elements: the script-tag file. With some: the loader, and a head
 * start for their files. An import map holds every chunk to its hash where browsers support that (2026: Chromium and
 * Safari); elsewhere the preload lines do for the files that they name.
 */
export async function snippet(elements: readonly GuideTag[], base = cdn): Promise<string> {
  const integrity = await readJson<Integrity>('./integrity.json');
  const attributes = (name: string, file: string): string =>
    `${name}="${base}${file}"\n  integrity="${integrity[file]}"\n  crossorigin="anonymous"`;
  const script = (file: string): string => `<script\n  ${attributes('src', file)}\n  defer\n></script>`;
  if (!elements.length) return script('patient-guide.js');

  const chunks = await readJson<Record<GuideTag, readonly string[]>>('./chunks.json');
  const hashes = Object.entries(integrity).filter(([file]) => file.startsWith('chunks/'));
  const map = { integrity: Object.fromEntries(hashes.map(([file, hash]) => [base + file, hash])) };
  const files = [...new Set(elements.flatMap((tag) => chunks[tag]))];
  return [
    `<script type="importmap">\n${JSON.stringify(map, null, 2)}\n</script>`,
    ...files.map((file) => `<link\n  rel="modulepreload"\n  ${attributes('href', file)}\n/>`),
    script('loader.js'),
  ].join('\n');
}
