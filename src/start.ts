import { mountGuides } from './core/mounts.js';
import { elements, register } from './register.js';

/** What a script-tag file does: every element works, those of `data-guide` too. */
export function start(): void {
  if (register()) mountGuides(Object.keys(elements));
}
