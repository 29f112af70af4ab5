import type { ContentIssue } from './content-error.js';

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const PLAIN = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const VALUE = 'a value';
const NAME = 'a name in double quotes';
const AFTER_ALL = 'nothing more';
const QUOTES = "“”„«»‘’'`";
/** In a longer text nobody looks for a line, and trying the fixes takes too long. */
const LONGEST = 1e5;
/** Each fix continues where the previous one stopped. */
export const FIXES = [
  replaceOutsideStrings('</?(?:p|br)\\b[^>]*>', ''),
  replaceOutsideStrings(`(?<=[{[,:]\\s*)[${QUOTES}]|[${QUOTES}](?=\\s*[:,}\\]])`, '"'),
  // A quote that can't start or end a string is inside one: its backslash was lost. Between two strings, a comma may be
  // missing.
  (json: string) => json.replace(/(?<![{[,:\\]\s*)"(?!\s*(?:[:,}\]]|$|"\s*[^\s:,}\]]))/g, '\\"'),
];

/**
 * Finds where a text stops being JSON (RFC 8259). Three engines report that in three ways from `JSON.parse`, or not at
 * all, and authors need the line. A loop, not recursion: the text may be nested to any depth.
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

/** The broken line as it should read, if the text has nothing wrong but what editors and filters do. */
function suggestFix(json: string, line: number, column: number): string | undefined {
  const from = Math.max(0, column - 30);
  for (const applyFix of FIXES)
    try {
      json = applyFix(json);
      JSON.parse(json);
      const text = json.split('\n')[line - 1]!;
      return `${from ? '…' : ''}${text.slice(from, from + 60)}${text.length > from + 60 ? '…' : ''}`;
    } catch {
      // Not this one, or not this one alone.
    }
  return undefined;
}

/**
 * Replaces matches outside of JSON strings, never inside one. A string that doesn't end counts as going on to the end,
 * which saves attempts.
 */
export function replaceOutsideStrings(pattern: string, replacement: string): (json: string) => string {
  const expression = new RegExp(`("(?:[^"\\\\]+|\\\\.)*"?)|${pattern}`, 'gs');
  return (json) => json.replace(expression, (_, text?: string) => text ?? replacement);
}
