import { isServer } from 'lit';
import { warnOnce } from '../page/page-registry.js';
import { areTemplatesRefused } from '../page/trusted-types.js';
import { version } from '../page/version.js';

/**
 * Defines the elements that aren't defined yet, in a page only. An element of the same version is fine; one warning
 * lists all others that stay as they are.
 */
export function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  if (isServer || !window.customElements || areTemplatesRefused()) return;
  const conflicts: string[] = [];
  for (const [tag, element] of Object.entries(elements)) {
    try {
      if (!customElements.get(tag)) customElements.define(tag, element);
    } catch {
      // The page may have replaced `define` with its own function. What counts is what is registered now.
    }
    const defined = customElements.get(tag) as { version?: string } | undefined;
    if (defined?.version !== version)
      conflicts.push(`<${tag}> (${defined ? (defined.version ?? 'not of this kit') : 'refused'})`);
  }
  if (conflicts.length) warnOnce(`these stay as they are: ${conflicts.join(', ')}`);
}
