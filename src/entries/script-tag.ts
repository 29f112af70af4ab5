/** The script-tag file: one tag in a page, and every element works. */
import { start } from './start.js';

start();
