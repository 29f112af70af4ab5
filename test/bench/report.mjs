/** Formats the results as a table for the terminal, and compares them to the project's targets. */
const FAST = 'as it is';
const SLOW = '1.6 Mbit/s, CPU 4 times slower';
const WRITTEN = 'hand-written HTML';

const COLUMNS = [
  ['kB', ({ bytes }) => (bytes.median / 1000).toFixed(1)],
  ['script ms', ({ script }) => script.median.toFixed(1)],
  ['style ms', ({ style }) => style.median.toFixed(1)],
  ['main ms', ({ main }) => `${main.median.toFixed(0)} ±${main.spread.toFixed(0)}`],
  ['paint ms', ({ paint }) => paint.median.toFixed(0)],
  ['shift', ({ shift }) => shift.median.toFixed(3)],
  ['longest ms', ({ longest }) => longest.median.toFixed(0)],
  ['heap MB', ({ heap }) => (heap.median / 1e6).toFixed(2)],
  ['nodes', ({ nodes }) => nodes.median.toFixed(0)],
  ['open ms', ({ open }) => open?.median.toFixed(0) ?? ''],
  ['left kB', ({ left }) => (left ? (left.median / 1000).toFixed(0) : '')],
];

function table(results, speed) {
  const rows = results.map(({ kind, speeds }) => [kind, ...COLUMNS.map(([, text]) => text(speeds[speed]))]);
  const all = [['', ...COLUMNS.map(([name]) => name)], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row.map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[0]))).join('  ');
  return all.map(line).join('\n');
}

/** The project's targets: what each is, the measured value, and whether it is met. */
export function targetsOf({ results }) {
  const figures = (name, kind, speed = FAST) =>
    results.find((result) => result.case === name && result.kind === kind)?.speeds[speed];
  const of = (key, name, kind, speed) => figures(name, kind, speed)?.[key].median ?? NaN;
  const peers = [...new Set(results.map(({ kind }) => kind))].filter(
    (kind) => kind !== WRITTEN && !kind.startsWith('patient-guide'),
  );
  const least = (key) => Math.min(...peers.map((kind) => of(key, 'FAQ of 1,000', kind)));
  const TAG = 'patient-guide, script tag';
  const ratio = (key, name, kind, base) => of(key, name, kind) / of(key, name, base);
  const worst = (key, kind, speed) =>
    Math.max(
      ...new Set(results.map((result) => of(key, result.case, kind, speed)).filter((value) => !Number.isNaN(value))),
    );
  const rows = [
    ['script-tag file, brotli kB', of('bytes', 'FAQ of 8', TAG) / 1000, 20],
    ['loader and an FAQ, brotli kB', of('bytes', 'FAQ of 8', 'patient-guide, loader') / 1000, 11],
    ['script time at 1,000, of the fastest peer’s', of('script', 'FAQ of 1,000', TAG) / least('script'), 1 / 6],
    ['main-thread time at 1,000, of hand-written', ratio('main', 'FAQ of 1,000', TAG, WRITTEN), 1],
    ['main-thread time of 2,000 to 1,000', of('main', 'FAQ of 2,000', TAG) / of('main', 'FAQ of 1,000', TAG), 2.1],
    ['layout shift, script tag in head', worst('shift', TAG, SLOW), 0],
    ['layout shift, prerendered', worst('shift', 'patient-guide, prerendered', SLOW), 0],
    [
      'first paint, prerendered guide, of hand-written',
      ratio('paint', 'whole guide', 'patient-guide, prerendered', WRITTEN),
      1.05,
    ],
    ['heap at 1,000, of hand-written', ratio('heap', 'FAQ of 1,000', TAG, WRITTEN), 1.7],
    ['heap at 1,000, of the smallest peer’s', of('heap', 'FAQ of 1,000', TAG) / least('heap'), 1],
    [
      'longest task, whole guide, slow, ms for each element',
      of('longest', 'whole guide', TAG, SLOW) / of('elements', 'whole guide', TAG, SLOW),
      50,
    ],
  ];
  return rows
    .filter(([, value]) => !Number.isNaN(value))
    .map(([what, value, target]) => ({ what, value, target, isMet: value <= target }));
}

/** What the README shows: the most common case, the hardest case, and the whole kit. */
const SHOWN = [
  ['FAQ of 8', SLOW],
  ['FAQ of 1,000', FAST],
  ['whole guide', SLOW],
];
const SHOWN_COLUMNS = ['kB', 'script ms', 'main ms', 'paint ms', 'shift', 'heap MB'];

export function markdown(run) {
  const columns = COLUMNS.filter(([name]) => SHOWN_COLUMNS.includes(name));
  const tables = SHOWN.map(([name, speed]) => {
    const rows = run.results
      .filter((result) => result.case === name)
      .map(({ kind, speeds }) => [kind, ...columns.map(([, text]) => text(speeds[speed]))]);
    const heads = [`${name}, ${speed}`, ...columns.map(([head]) => head)];
    return [heads, heads.map((_, index) => (index ? '--:' : '---')), ...rows]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n');
  });
  const peers = Object.entries(run.versions).map(([name, version]) => `${name} ${version}`);
  const head = `\`${run.command}\` on ${run.date}: ${run.browser}, ${run.machine}, medians of ${run.runs} runs in turns, nothing cached; ± is what the middle half of the runs spans. Beside ${peers.join(', ')}.`;
  return [head, ...tables].join('\n\n');
}

export function report(run) {
  const cases = [...new Set(run.results.map((result) => result.case))];
  const parts = [FAST, SLOW].flatMap((speed) =>
    cases.map(
      (name) =>
        `${name}, ${speed}\n${table(
          run.results.filter((result) => result.case === name),
          speed,
        )}`,
    ),
  );
  const targets = targetsOf(run).map(
    ({ what, value, target, isMet }) =>
      `${isMet ? 'met   ' : 'MISSED'}  ${what.padEnd(52)} ${value.toFixed(3).padStart(8)} of at most ${target.toFixed(3)}`,
  );
  const head = `${run.date}, ${run.browser}, ${run.machine}, medians of ${run.runs} (± the middle half)`;
  return [head, ...parts, `Targets\n${targets.join('\n')}`].join('\n\n');
}
