import type { ContentIssue } from '../../src/content/content-error.js';
import { decodeAndValidate, decodeContent } from '../../src/content/decode.lazy.js';
import { elements } from '../../src/entries/register.js';
import type { GuideTag } from '../../src/server/index.js';

/** What the kit says about content: valid, with warnings for an editor, or the one thing to fix first. */
export interface Verdict {
  readonly error?: ContentIssue;
  readonly warnings: readonly string[];
}

export const tags = Object.keys(elements) as GuideTag[];

export function judge(tag: GuideTag, json: string): Verdict {
  const { schema, warningsFor } = elements[tag];
  const result = decodeAndValidate(schema, { name: 'JSON', text: json });
  if ('error' in result) return { error: result.error, warnings: [] };
  return { warnings: [...result.warnings, ...warningsFor(result.content as never)] };
}

/** `undefined` if the text is not JSON and cannot be repaired. */
export function valueOf(json: string): unknown {
  const decoded = decodeContent(json);
  return 'error' in decoded ? undefined : decoded.value;
}

/** Which element the content is for: the one in its `$schema`, or the only one that accepts it without an error. */
export function tagFor(content: object, otherwise: GuideTag): GuideTag {
  const schema = '$schema' in content ? String(content.$schema) : '';
  const json = JSON.stringify(content);
  const fits = (tag: GuideTag) => {
    const { error, warnings } = judge(tag, json);
    return !error && !warnings.length;
  };
  const named = tags.find((tag) => schema.endsWith(`/${tag}.json`));
  return named ?? (fits(otherwise) ? otherwise : (tags.find(fits) ?? otherwise));
}

export const pretty = (content: unknown): string => JSON.stringify(content, null, 2);
