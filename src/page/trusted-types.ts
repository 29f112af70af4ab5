import { type Policy, pageRegistry, warnOnce } from './page-registry.js';

const rules: Policy = {
  // Only the kit's own templates, never the values inserted into them.
  createHTML: (template) => template,
  // Data only: JSON can't execute.
  createScript(json) {
    JSON.parse(json);
    return json;
  },
};

/**
 * The kit's one Trusted Types policy, shared by all of its copies: a page that lists policies allows each name once.
 * `undefined` if the page refuses it.
 */
export function trustedTypesPolicy(): Policy | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  try {
    return (pageRegistry().policy ??= trustedTypes?.createPolicy('patient-guide', rules) ?? rules);
  } catch {
    warnOnce('add to the Content-Security-Policy: trusted-types patient-guide');
    return undefined;
  }
}
