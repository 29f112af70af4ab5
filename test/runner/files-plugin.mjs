import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';

const ROOT = new URL('../../', import.meta.url);

/**
 * What a test in the browser must know of the project: `/__files?folder=src` is a JSON object of its text files by path,
 * and `/__other-origin` is the address of the same files on another origin.
 */
export function filesPlugin() {
  let other;
  return {
    name: 'files',
    async serverStart() {
      other = createServer(async (request, response) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const body = await readFile(new URL(`.${pathname}`, ROOT)).catch(() => undefined);
        const type = pathname.endsWith('.html') ? 'text/html' : 'text/javascript';
        response.writeHead(body ? 200 : 404, {
          'content-type': `${type}; charset=utf-8`,
          'access-control-allow-origin': '*',
        });
        response.end(body);
      });
      await new Promise((listening) => other.listen(0, '127.0.0.1', listening));
    },
    serverStop: () => void other.close(),
    async serve({ path, query }) {
      if (path === '/__other-origin') return { body: `http://127.0.0.1:${other.address().port}`, type: 'text' };
      if (path !== '/__files') return undefined;
      const folder = String(query.folder).replaceAll('..', '');
      const entries = await readdir(new URL(`${folder}/`, ROOT), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
      const texts = files.map(async (file) => [file.slice(ROOT.pathname.length), await readFile(file, 'utf8')]);
      return { body: JSON.stringify(Object.fromEntries(await Promise.all(texts))), type: 'json' };
    },
  };
}
