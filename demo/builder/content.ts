import type { Checked } from '../../src/core/check-content.js';
import type { Fault } from '../../src/core/fault.js';
import { decodeContent } from '../../src/core/decode-content.js';
import { readContent } from '../../src/core/read-content.js';
import { elements } from '../../src/register.js';
import type { GuideTag } from '../../src/server/index.js';

/** What the kit says of a content: right, with what an editor should look at, or the one thing to mend first. */
export interface Verdict {
  readonly fault?: Fault;
  readonly warnings: readonly string[];
}

export const tags = Object.keys(elements) as GuideTag[];

export function judge(tag: GuideTag, json: string): Verdict {
  const { schema, warningsFor } = elements[tag];
  let outcome!: Checked;
  readContent(schema, { name: 'JSON', text: json }, (checked) => (outcome = checked));
  if ('fault' in outcome) return { fault: outcome.fault, warnings: [] };
  return { warnings: [...outcome.warnings, ...warningsFor(outcome.content as never)] };
}

/** `undefined` where the text is no JSON, and cannot be mended. */
export function valueOf(json: string): unknown {
  const decoded = decodeContent(json);
  return 'fault' in decoded ? undefined : decoded.value;
}

/** Which element a content is for: what its `$schema` says, or the only one that takes it without a complaint. */
export function tagFor(content: object, otherwise: GuideTag): GuideTag {
  const schema = '$schema' in content ? String(content.$schema) : '';
  const json = JSON.stringify(content);
  const fits = (tag: GuideTag) => {
    const { fault, warnings } = judge(tag, json);
    return !fault && !warnings.length;
  };
  const named = tags.find((tag) => schema.endsWith(`/${tag}.json`));
  return named ?? (fits(otherwise) ? otherwise : (tags.find(fits) ?? otherwise));
}

export const pretty = (content: unknown): string => JSON.stringify(content, null, 2);
