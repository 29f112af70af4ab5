import { readFile, readdir } from 'node:fs/promises';

const ROOT = new URL('../../', import.meta.url);

/** The text of every file in a folder of the project, by its path. */
export async function filesIn(folder) {
  const entries = await readdir(new URL(`${folder}/`, ROOT), { recursive: true, withFileTypes: true });
  const own = entries.filter(
    (entry) => entry.isFile() && !/\/(node_modules|frameworks\/build)\b/.test(entry.parentPath),
  );
  const files = own.map((entry) => `${entry.parentPath}/${entry.name}`);
  const texts = files.map(async (file) => [file.slice(ROOT.pathname.length), await readFile(file, 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}
