/** What is wrong with an element's content, for the person who wrote it. */
export interface Fault {
  /** JSON path, `items[2].question`. */
  readonly path?: string;
  /** Place in the JSON text, both from 1; when it could not be read as JSON. */
  readonly line?: number;
  readonly column?: number;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** A fault of one element, as `guide-error`, the console and the debug panel tell it. */
export interface GuideFault extends Fault {
  /** Tag name, `guide-faq`. */
  readonly element: string;
  /** Where the content came from, `content attribute`. */
  readonly source: string;
}

export function faultMessage({ element, source, path, line, column, found, expected, fix }: GuideFault): string {
  const place = line ? `, line ${line}, column ${column}` : path ? `, ${path}` : '';
  return `<${element}> ${source}${place}: found ${found}, expected ${expected}. Fix: ${fix}.`;
}
