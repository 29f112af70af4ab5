import { isServer } from 'lit';
import { warnOnce } from '../page/page-registry.js';
import { areTemplatesRefused } from '../page/trusted-types.js';
import { version } from '../page/version.js';

/** Defines what is not defined yet, in a page only. The same version twice is no fault; what stays as it is, is told in one line. */
export function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  if (isServer || !window.customElements || areTemplatesRefused()) return;
  const others: string[] = [];
  for (const [tag, element] of Object.entries(elements)) {
    try {
      if (!customElements.get(tag)) customElements.define(tag, element);
    } catch {
      // A page may have put its own function in place of `define`. What counts is what is there now.
    }
    const there = customElements.get(tag) as { version?: string } | undefined;
    if (there?.version !== version)
      others.push(`<${tag}> (${there ? (there.version ?? 'not of this kit') : 'refused'})`);
  }
  if (others.length) warnOnce(`these stay as they are: ${others.join(', ')}`);
}
