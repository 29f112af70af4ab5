import { STEPS, decodeContent } from '../../src/content/decode.lazy.js';
import { findContent } from '../../src/content/source.js';
import { FIXES } from '../../src/content/json-syntax-error.js';
import type { GuideTag } from '../../src/server/index.js';
import { judge, pretty, tagFor, tags } from './content.js';
import { at, type Keyed, withValue } from './schema.js';

/** What was wrong with the pasted code, in plain words, and what it should have been. */
export interface Diagnosis {
  readonly findings: readonly string[];
  readonly tag: GuideTag;
  /** `undefined` if it cannot be repaired. */
  readonly json: string | undefined;
  readonly isSnippet: boolean;
}

/** Explanations for what the decoder repaired, by the kit’s name for it. */
const REPAIRS: Readonly<Record<string, string>> = {
  'HTML entities': 'Its quotes had become HTML entities (&quot;): an editor or a filter encoded the code once more.',
  'a byte order mark': 'It had an invisible byte order mark in it, as some editors on Windows put into a file.',
  'non-breaking spaces':
    'It had non-breaking spaces between its parts, as word processors and visual editors make them.',
  'a trailing comma': 'It had a comma after the last entry of a list, which JSON does not allow.',
};
/** In the order of the kit’s fixes. */
const MENDED = [
  'It had <p> or <br> tags in it: a visual editor took line breaks in the code for paragraphs.',
  'It had curly quotes in place of straight ones: an editor or a word processor changed them.',
  'Backslashes were missing before quotes within a text: a form took them away.',
];
const SNIPPET = /<(?:guide-\w+|patient-guide)\b|\bdata-guide\s*=/;
const CURLY = '[“”„‟″«»‘’‚]';

export function diagnose(pasted: string, current: GuideTag): Diagnosis {
  const findings: string[] = [];
  let text = pasted.trim();
  if (!SNIPPET.test(text) && /&lt;(?:guide-|patient-guide|div)/.test(text)) {
    findings.push(
      'The whole code was encoded, so that a page shows it as text: it was pasted into a visual editor, not into its HTML view.',
    );
    text = plainText(text);
  }
  const isSnippet = SNIPPET.test(text);
  const named = isSnippet ? tagIn(text) : undefined;
  const source = isSnippet ? contentIn(text, findings) : text;
  const value = source === undefined ? undefined : mended(source, named ?? current, findings);
  const tag = named ?? (isObject(value) ? tagFor(value, current) : current);
  if (value === undefined) return { findings, tag, json: undefined, isSnippet };

  const content = renamed(tag, withLetters(value, findings), findings);
  const { error, warnings } = judge(tag, JSON.stringify(content));
  if (error)
    findings.push(`${error.path || 'The whole'}: found ${error.found}, expected ${error.expected}. Fix: ${error.fix}.`);
  findings.push(...warnings.map((warning) => `To look at: ${warning}.`));
  return { findings, tag, json: pretty(content), isSnippet };
}

const isObject = (value: unknown): value is object => !!value && typeof value === 'object';

/** Parses HTML without running its scripts or loading its images or styles. */
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plainText = (html: string): string => parse(html).body.textContent;

function tagIn(html: string): GuideTag | undefined {
  const [, tag, kind = ''] = /<(guide-\w+|patient-guide)\b|\bdata-guide\s*=\s*\W?([\w-]+)/.exec(html) ?? [];
  return tags.find((each) => each === tag || each === kind || each === `guide-${kind}`);
}

/** The content’s text in a snippet: where the browser finds it, or where its author meant to put it. */
function contentIn(html: string, findings: string[]): string | undefined {
  const curly = new RegExp(`(\\b(?:content|data-content|data-guide)\\s*=\\s*)${CURLY}(.*?)${CURLY}(?=\\s|>)`, 'gs');
  const straight = html.replace(
    curly,
    (_, name: string, value: string) => `${name}'${value.replaceAll("'", '&#39;')}'`,
  );
  if (straight !== html) findings.push('The quotes around an attribute were curly: an editor changed them.');
  const element = parse(straight).querySelector('[data-guide], patient-guide, ' + tags.join());
  const [, quote = '', rest = ''] = /\b(?:data-)?content\s*=\s*(["'])(.*)/s.exec(straight) ?? [];
  // To the browser, a tag that does not end is not a tag.
  if (!element) return plainText(rest.replaceAll('<', '&lt;'));
  if (element.matches('div:empty'))
    findings.push(
      'The div has no text in it: some editors drop an empty div. The repaired code has one, which is also what is seen without JavaScript.',
    );
  if (element.querySelector('p:empty, br, p > script'))
    findings.push('An editor put <p> or <br> around the code. That does no harm.');
  const source = findContent(element, undefined);
  const found = source && 'text' in source ? source.text : undefined;
  if (found !== undefined && !('error' in decodeContent(found))) return found;

  const end = new RegExp(`^(.*)${quote}\\s*(?:[\\w-]+\\s*=\\s*(["'])[^"']*\\2\\s*)*/?>`, 's').exec(rest);
  if (quote && end && end[1] !== found) {
    const whole = plainText(end[1].replaceAll('<', '&lt;'));
    if (!('error' in decodeContent(whole))) {
      findings.push(
        `A ${quote} within the content ended the attribute too early: it must be written as ${quote === '"' ? '&quot;' : '&#39;'}.`,
      );
      return whole;
    }
  }
  if (found !== undefined) return found;
  if (/^\s*[{[]/.test(element.textContent)) {
    findings.push(
      'The content stood as text in the element, where the kit does not read it: its attribute or its script was taken away.',
    );
    return element.textContent;
  }
  findings.push(
    'The content is gone: a filter took the attribute or the script away. Use the code for “Any CMS”, which filters leave alone; the content itself has to come from where you made it.',
  );
  return undefined;
}

/** The value of text that may be broken; adds what was wrong to `findings`. */
function mended(text: string, tag: GuideTag, findings: string[]): unknown {
  const decoded = decodeContent(text);
  if ('value' in decoded) {
    findings.push(...decoded.repairs.map((repair) => REPAIRS[repair]));
    return decoded.value;
  }
  let json = text;
  for (const [step, name] of STEPS) {
    const stepped = tried(() => step(json)) ?? json;
    if (name && stepped !== json) findings.push(REPAIRS[name]);
    json = stepped;
  }
  for (const [index, mend] of FIXES.entries()) {
    const better = mend(json);
    if (better !== json) findings.push(MENDED[index]);
    json = better;
    const again = decodeContent(json);
    if ('value' in again) return again.value;
  }
  const { line, column, found, expected, fix } = decoded.error;
  const value = withBeginning(json, tag) ?? withEnd(json, tag);
  if (value === undefined)
    findings.push(
      `It is no JSON at line ${line}, column ${column}: found ${found}, expected ${expected}. Fix: ${fix}.`,
    );
  else if (json.startsWith('{'))
    findings.push(
      'It was cut short: the end is missing. What is whole was kept; the rest has to come from where you made it.',
    );
  else
    findings.push(
      'Its beginning was cut off up to a colon: a filter took the attribute for an address. Use data-content, which filters leave alone.',
    );
  return value;
}

const tried = <Value>(action: () => Value): Value | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** A filter cuts a URL up to its colon, so what came before it can only be one of the element’s keys. */
function withBeginning(json: string, tag: GuideTag): unknown {
  if (json.startsWith('{')) return undefined;
  const fits = (value: unknown) => value !== undefined && !judge(tag, JSON.stringify(value)).error;
  return ['items', 'title', 'text', 'body', 'heading', 'label', 'options', 'findings']
    .map((key) => tried(() => JSON.parse(`{"${key}":${json}`) as unknown))
    .find(fits);
}

/** The longest beginning that is valid content once its brackets are closed. */
function withEnd(json: string, tag: GuideTag): unknown {
  const closers: string[] = [];
  const ends: string[] = [];
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{') closers.unshift('}');
    else if (token === '[') closers.unshift(']');
    else if (/[}\]]/.test(token)) closers.shift();
    if (!/[{[]/.test(token)) ends.push(json.slice(0, index + token.length) + closers.join(''));
  }
  for (const end of ends.reverse()) {
    const value = tried(() => JSON.parse(end) as unknown);
    if (value !== undefined && !judge(tag, end).error) return value;
  }
  return undefined;
}

/** `u00e9` was `\u00e9` before a form removed the backslash: no word contains that. */
function withLetters(value: unknown, findings: string[]): unknown {
  const json = JSON.stringify(value);
  const better = json.replace(/u(00[a-f][\da-f]|20[12][\da-f])/g, (_, code: string) =>
    JSON.stringify(String.fromCharCode(parseInt(code, 16))).slice(1, -1),
  );
  if (better === json) return value;
  findings.push(
    'Letters had become codes, as u00e9 for é: a form took a backslash away. Look whether they are right now.',
  );
  return JSON.parse(better) as unknown;
}

/** Renames a misspelled key to the one that the kit suggests. */
function renamed(tag: GuideTag, content: unknown, findings: string[]): unknown {
  for (;;) {
    const { error } = judge(tag, JSON.stringify(content));
    const [, wrong, right] = /^rename "(.*)" to "(.*)"$/.exec(error?.fix ?? '') ?? [];
    if (!wrong) return content;
    const path = error!
      .path!.split(/[.[\]]+/)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
      .slice(0, -1);
    const { [wrong]: value, ...others } = at(content, path) as Keyed;
    content = withValue(content, path, { ...others, [right]: value });
    findings.push(`${error!.path}: “${wrong}” should be “${right}”.`);
  }
}
