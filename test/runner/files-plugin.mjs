import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { filesIn } from './project-files.mjs';

const ROOT = new URL('../../', import.meta.url);

/**
 * Gives tests in the browser access to the project: `/__files?folder=src` is a JSON object of its text files by path,
 * and `/__other-origin` is the URL of the same files on another origin. The command `serve-page` adds a page there,
 * with its own headers, and returns its URL. A demo page with `?heard` calls `onPageInFrame` of the test
 * around it before anything else in it runs.
 */
export function filesPlugin() {
  let other;
  const pages = [];
  const origin = () => `http://127.0.0.1:${other.address().port}`;
  return {
    name: 'files',
    async serverStart() {
      other = createServer(async (request, response) => {
        const { pathname, searchParams } = new URL(request.url, 'http://localhost');
        const { page, headers } = pages[searchParams.get('page') ?? -1] ?? {};
        const body = page ?? (await readFile(new URL(`.${pathname}`, ROOT)).catch(() => undefined));
        const type = page || pathname.endsWith('.html') ? 'text/html' : 'text/javascript';
        response.writeHead(body ? 200 : 404, {
          'content-type': `${type}; charset=utf-8`,
          'access-control-allow-origin': '*',
          ...headers,
        });
        response.end(body);
      });
      await new Promise((listening) => other.listen(0, '127.0.0.1', listening));
    },
    serverStop: () => void other.close(),
    executeCommand({ command, payload }) {
      if (command !== 'serve-page') return undefined;
      return `${origin()}/?page=${pages.push(payload) - 1}`;
    },
    transform({ path, query, body }) {
      if (!path.startsWith('/demo/') || !('heard' in query)) return undefined;
      return body.replace('<head>', '<head><script>parent.onPageInFrame(window)</script>');
    },
    async serve({ path, query }) {
      if (path === '/__other-origin') return { body: origin(), type: 'text' };
      if (path !== '/__files') return undefined;
      return { body: JSON.stringify(await filesIn(String(query.folder).replaceAll('..', ''))), type: 'json' };
    },
  };
}
