import { relative } from 'node:path';
import { closingLine } from './closing-line.mjs';

/** Prints each failed test of Node's runner, and the same closing line as the browsers' reporter. */
export default async function* nodeReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite fails with its tests, which count, or with a hook, which counts.
    const cause = data.details.error?.failureType;
    if (data.details.type === 'suite' && cause !== 'hookFailed') continue;
    const outcome = data.skip !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    counts[outcome]++;
    if (outcome === 'failed') yield failure(data);
  }
  closingLine(counts);
}

function failure({ name, file, details }) {
  const { cause } = details.error;
  return `\n${relative(process.cwd(), file ?? '')} ${name}\n${cause?.stack ?? cause ?? details.error.message}\n`;
}
