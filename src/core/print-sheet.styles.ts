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
  h1,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 17pt;
    line-height: 1.3;
  }
  li {
    display: grid;
    grid-template-columns: 20pt 1fr;
    margin-block: 9pt;
    font-weight: 600;
    break-inside: avoid;
  }
  svg {
    inline-size: 11pt;
    margin-block-start: 2pt;
    fill: none;
    stroke: #000;
  }
  li p {
    grid-column: 2;
    min-block-size: 22pt;
    border-block-end: 1px solid #767676;
    font-weight: 400;
    white-space: pre-wrap;
  }
  footer {
    font-size: 9pt;
  }
`;
