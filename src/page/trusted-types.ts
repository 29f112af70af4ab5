import { type Policy, pageRegistry, warnOnce } from './page-registry.js';

const rules: Policy = {
  // Lit calls this with the kit's own templates only, never with content.
  createHTML: (template) => template,
  // For JSON-LD. JSON can't do anything.
  createScript(json) {
    JSON.parse(json);
    return json;
  },
};

let isRefused = false;

/** Whether the page's policy lets no template be made: then no element may be defined, and the fallbacks stay. */
export const areTemplatesRefused = (): boolean => isRefused;

/**
 * The kit's one Trusted Types policy, shared by all its copies: a page that lists its policies allows each name once.
 * `undefined` where the page refuses it.
 *
 * In the files for a script tag lit-html uses it too. By itself lit-html creates a policy of its own, unguarded, while it
 * loads: a page that refuses the name, or has a second copy of Lit, would stop the whole file there. rollup.config.mjs
 * puts a call of this function in the place of lit-html's.
 */
export function trustedTypesPolicy(): Policy | undefined {
  // Asking again would only be a second violation.
  if (isRefused) return undefined;
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  try {
    return (pageRegistry().policy ??= trustedTypes?.createPolicy('patient-guide', rules) ?? rules);
  } catch {
    isRefused = true;
    warnOnce('add to the Content-Security-Policy: trusted-types patient-guide');
    return undefined;
  }
}
