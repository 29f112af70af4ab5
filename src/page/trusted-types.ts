import { type Policy, pageRegistry, warnOnce } from './page-registry.js';

const rules: Policy = {
  // The kit's own templates, nothing of what is put into them.
  createHTML: (template) => template,
  // Data only: JSON does nothing.
  createScript(json) {
    JSON.parse(json);
    return json;
  },
};

/**
 * The one policy of the kit (Trusted Types), for all its copies: a page that lists policies allows each name once.
 * `undefined` where the page refuses it.
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
