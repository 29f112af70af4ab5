/** The script-tag file: one tag in a page, and every element works. */
import { mountGuides } from './core/mounts.js';
import { elements, register } from './register.js';

register();
mountGuides(Object.keys(elements));
