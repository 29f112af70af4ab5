import type { ContentIssue } from './content-error.js';

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const PLAIN = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const VALUE = 'a value';
const NAME = 'a name in double quotes';
const AFTER_ALL = 'nothing more';
const QUOTES = "“”„«»‘’'`";
/** Beyond this nobody looks for a line, and trying takes long. */
const LONGEST = 1e5;
/** Each goes on where the one before has stopped. */
export const FIXES = [
  replaceOutsideStrings('</?(?:p|br)\\b[^>]*>', ''),
  replaceOutsideStrings(`(?<=[{[,:]\\s*)[${QUOTES}]|[${QUOTES}](?=\\s*[:,}\\]])`, '"'),
  // What is no text's first or last sign is within it: its backslash was eaten. Between two texts a comma may be missing.
  (json: string) => json.replace(/(?<![{[,:\\]\s*)"(?!\s*(?:[:,}\]]|$|"\s*[^\s:,}\]]))/g, '\\"'),
];

/**
 * Finds where a text stops being JSON (RFC 8259). `JSON.parse` tells that in three ways in three engines, or not at all,
 * and an author needs the line. A loop, not recursion: the text may be nested as deep as anyone likes.
 */
export function findJsonSyntaxError(json: string): ContentIssue {
  const closers: string[] = [];
  let expected = VALUE;
  let mayClose = false;
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const matches = pattern.test(json);
    if (matches) at = pattern.lastIndex;
    return matches;
  };
  const takeText = (): boolean => {
    do take(PLAIN);
    while (take(ESCAPE));
    return json[at++] === '"' || !at--;
  };
  const afterValue = () => {
    expected = closers.length ? '","' : AFTER_ALL;
    mayClose = closers.length > 0;
  };

  for (;;) {
    take(SPACE);
    const char = json[at] ?? '';
    const isOpening = expected === VALUE && /[{[]/.test(char);
    if (char && mayClose && char === closers.at(-1)) {
      at++;
      closers.pop();
      afterValue();
    } else if (isOpening) {
      at++;
      closers.push(char === '{' ? '}' : ']');
      expected = char === '{' ? NAME : VALUE;
      mayClose = true;
    } else if (char && expected === `"${char}"`) {
      at++;
      expected = char === ',' && closers.at(-1) === '}' ? NAME : VALUE;
      mayClose = false;
    } else if (char === '"' && (expected === VALUE || expected === NAME)) {
      at++;
      if (!takeText()) return syntaxErrorAt(json, at, 'the rest of the text, with \\n for line breaks, and "');
      if (expected === VALUE) afterValue();
      else [expected, mayClose] = ['":"', false];
    } else if (expected === VALUE && take(SCALAR)) {
      afterValue();
    } else {
      return syntaxErrorAt(json, at, mayClose ? `${expected} or "${closers.at(-1)}"` : expected);
    }
  }
}

function syntaxErrorAt(json: string, at: number, expected: string): ContentIssue {
  const lines = json.slice(0, at).split('\n');
  const line = lines.length;
  const column = lines.at(-1)!.length + 1;
  const [char = ''] = json.slice(at, at + 2);
  const fix =
    (!char && 'the text was cut short, give the rest of it') ||
    (char === '\\' && 'write a backslash itself as \\\\') ||
    (expected === AFTER_ALL && 'remove it and what follows') ||
    (QUOTES.includes(char) && 'type straight double quotes, "') ||
    (char === '<' && 'remove the tags') ||
    (char === '&' && 'write signs for HTML entities') ||
    (/^","/.test(expected) && 'put a comma before it; within a text a double quote is written \\"') ||
    `put ${expected} there`;
  const snippet = char && json.length < LONGEST && suggestFix(json, line, column);
  return {
    line,
    column,
    found: char ? JSON.stringify(char) : 'the end',
    expected,
    fix: snippet ? `${fix}; it should read ${snippet}` : fix,
  };
}

/** The faulty line as it should read, if all that is wrong with the text is what editors and filters do. */
function suggestFix(json: string, line: number, column: number): string | undefined {
  const from = Math.max(0, column - 30);
  for (const mend of FIXES)
    try {
      json = mend(json);
      JSON.parse(json);
      const text = json.split('\n')[line - 1];
      return `${from ? '…' : ''}${text.slice(from, from + 60)}${text.length > from + 60 ? '…' : ''}`;
    } catch {
      // Not that, or not that alone.
    }
  return undefined;
}

/** Replaces what stands between the texts of JSON, and nothing within one. A text that does not end is one up to the end: that saves trying. */
export function replaceOutsideStrings(pattern: string, replacement: string): (json: string) => string {
  const expression = new RegExp(`("(?:[^"\\\\]+|\\\\.)*"?)|${pattern}`, 'gs');
  return (json) => json.replace(expression, (_, text?: string) => text ?? replacement);
}
