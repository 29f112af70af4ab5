/** The script-tag file: one tag in a page, and every element works. */
import { register } from './register.js';

register();
