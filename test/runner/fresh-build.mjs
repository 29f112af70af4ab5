import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'demo/builder', 'rollup.config.mjs', 'package-lock.json'];
const BUILT = ['dist', 'demo/built'];

/** Ends the process with one line if the build is missing or older than its sources: tests would pass on old code. */
export function expectFreshBuild() {
  const built = Math.min(...BUILT.map((folder) => Math.min(...timesIn(folder, (entry) => entry.isFile()))));
  // A folder is newer when a file in it was removed.
  const source = SOURCES.find((path) => Math.max(...timesIn(path)) > built);
  if (!source && built < Infinity) return;
  const why = source && built < Infinity ? `${source} has changed since the last build` : 'nothing is built yet';
  console.error(`${why}: run "npm run build" first`);
  process.exit(1);
}

function timesIn(path, isCounted = () => true) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status ? [status.mtimeMs] : [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter(isCounted);
  return entries.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs);
}
