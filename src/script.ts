/** The script-tag file: one tag in a page, and every element works. */
import { mountGuides } from './core/mounts.js';
import { policy } from './core/policy.js';
import { elements, register } from './register.js';

// Else the fallbacks stay: in a browser without custom elements, and where the page's policy lets no template be made.
if (window.customElements && policy()) {
  register();
  mountGuides(Object.keys(elements));
}
