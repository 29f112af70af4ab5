/** The script-tag file for prerendered pages: the browser paints what the server has rendered before the kit does any work. */
import { start } from './start.js';

requestAnimationFrame(() => setTimeout(start));
