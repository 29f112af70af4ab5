/** One problem in an element's content, worded for the person who wrote the content. */
export interface ContentIssue {
  /** JSON path, `items[2].question`. */
  readonly path?: string;
  /** Line and column in the JSON text, both from 1, when the text could not be parsed as JSON. */
  readonly line?: number;
  readonly column?: number;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** A problem in one element's content, as reported by the `guide-error` event, the console and the debug output. */
export interface ContentError extends ContentIssue {
  /** Tag name, `guide-faq`. */
  readonly element: string;
  /** Where the content came from, `content attribute`. */
  readonly source: string;
}

export function formatContentError({
  element,
  source,
  path,
  line,
  column,
  found,
  expected,
  fix,
}: ContentError): string {
  const place = line ? `, line ${line}, column ${column}` : path ? `, ${path}` : '';
  return `<${element}> ${source}${place}: found ${found}, expected ${expected}. Fix: ${fix}.`;
}
