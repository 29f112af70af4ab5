/** As text: a style sheet belongs to the window that made it, and the sheet's window comes later. */
export const sheetStyles = `
  @page {
    margin: 18mm;
  }
  body {
    margin: 0;
    font-size: 11pt;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  h1 {
    margin: 0;
    font-size: 17pt;
    line-height: 1.25;
  }
  p {
    margin: 0;
  }
  ul {
    margin: 16pt 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    margin-block-end: 9pt;
    padding-inline-start: 20pt;
    break-inside: avoid;
  }
  svg {
    position: absolute;
    inset: 2pt auto auto 0;
    inline-size: 11pt;
    fill: none;
    stroke: #000;
  }
  [dir='rtl'] svg {
    inset-inline: 0 auto;
  }
  li p {
    min-block-size: 22pt;
    border-block-end: 0.5pt solid #767676;
    white-space: pre-wrap;
  }
  footer {
    font-size: 9pt;
    break-inside: avoid;
  }
`;
