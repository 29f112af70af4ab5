import { upgradePlaceholders } from '../page/upgrade-placeholders.js';
import { trustedTypesPolicy } from '../page/trusted-types.js';
import { elements, register } from './register.js';

/** What a script-tag file does: every element works, those of `data-guide` too. */
export function start(): void {
  // Else the fallbacks stay: in a browser without custom elements, and where the page's policy lets no template be made.
  if (!window.customElements || !trustedTypesPolicy()) return;
  register();
  upgradePlaceholders(Object.keys(elements));
}
