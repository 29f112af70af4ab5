/** Draws the chart of README.md: what an FAQ of 1,000 questions costs, hand-written and with each kit. */
const MEASURES = [
  ['bytes', 'Size, kB', (value) => value / 1000],
  ['script', 'Script time, ms', (value) => value],
  ['main', 'Main thread, ms', (value) => value],
  ['heap', 'Heap, MB', (value) => value / 1e6],
];
const [WIDTH, ROW, BAR, LEFT] = [760, 22, 14, 190];

export function drawChart({ results, date }) {
  const rows = results.filter((result) => result.case === 'FAQ of 1,000');
  const column = (WIDTH - LEFT) / MEASURES.length;
  const parts = MEASURES.map(([key, title, scale], index) => {
    const x = LEFT + index * column;
    const values = rows.map(({ speeds }) => scale(speeds['as it is'][key].median));
    const most = Math.max(...values);
    const bars = values.map((value, row) => {
      const y = 44 + row * ROW;
      const own = rows[row].kind.startsWith('patient-guide') ? ' class="own"' : '';
      const width = Math.max(1, (value / most) * (column - 62));
      return `<rect${own} x="${x}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/><text x="${(x + width + 5).toFixed(1)}" y="${y + 11}">${value.toFixed(value < 10 ? 1 : 0)}</text>`;
    });
    return `<text class="title" x="${x}" y="30">${title}</text>${bars.join('')}`;
  });
  const names = rows.map(
    ({ kind }, row) => `<text x="${LEFT - 10}" y="${55 + row * ROW}" text-anchor="end">${kind}</text>`,
  );
  const height = 60 + rows.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="What an FAQ of 1,000 questions costs a page, measured ${date}">
<style>text{font:12px system-ui,sans-serif;fill:#333}.title{font-weight:600}rect{fill:#9aa5ab}.own{fill:#0b6e79}@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#6b767c}.own{fill:#5cc8d2}}</style>
${[...parts, ...names].join('\n')}
</svg>
`;
}
