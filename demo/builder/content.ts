import type { ContentIssue } from '../../src/content/content-error.js';
import { decodeAndValidate, decodeContent } from '../../src/content/decode.lazy.js';
import { elements } from '../../src/entries/register.js';
import type { GuideTag } from '../../src/server/index.js';

/** What the kit says of a content: right, with what an editor should look at, or the one thing to mend first. */
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

/** `undefined` where the text is no JSON, and cannot be mended. */
export function valueOf(json: string): unknown {
  const decoded = decodeContent(json);
  return 'error' in decoded ? undefined : decoded.value;
}

/** Which element a content is for: what its `$schema` says, or the only one that takes it without a complaint. */
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
