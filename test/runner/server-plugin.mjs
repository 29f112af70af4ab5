import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const CLI = fileURLToPath(new URL('dist/cli.js', ROOT));

/** Runs code in Node for tests in the browser: `render` is `renderToHtml` of the built file, `cli` the command line. */
export function serverPlugin() {
  return {
    name: 'server',
    async executeCommand({ command, payload }) {
      if (command === 'render') {
        const { renderToHtml } = await import(new URL('dist/server.js', ROOT));
        const { tag, content, options } = payload;
        return { html: renderToHtml(tag, content, options) };
      }
      if (command === 'cli') return run(payload);
      return undefined;
    },
  };
}

/** Runs the command line as a person would, in the project's folder. */
function run({ args, input = '' }) {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: fileURLToPath(ROOT), maxBuffer: 2 ** 26 },
      (error, output, errors) => done({ code: error?.code ?? 0, output, errors }),
    );
    child.stdin.end(input);
  });
}
