/**
 * What a `*.node.test.ts` file finds in Node: TypeScript, Mocha's words, and the project's files by `fetch('/README.md')`,
 * as in a browser. Such a file can also run in a browser, unless it imports from `node:`.
 */
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { register } from 'tsx/esm/api';
import { filesIn } from './project-files.mjs';

register({ tsconfig: 'tsconfig.json' });
Object.assign(globalThis, { after, afterEach, before, beforeEach, describe, it });

const { fetch } = globalThis;
globalThis.fetch = async (address, options) => {
  if (!String(address).startsWith('/')) return fetch(address, options);
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  if (pathname === '/__files') return Response.json(await filesIn(searchParams.get('folder')));
  return new Response(await readFile(new URL(`../..${pathname}`, import.meta.url)));
};
