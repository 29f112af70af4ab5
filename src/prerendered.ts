/** The script-tag file for pages that a server has rendered: their nodes stay, and are painted before any of its work. */
import { adopt } from './core/adopt.js';
import { takeOverBy } from './core/render-over.js';
import { start } from './start.js';

takeOverBy(adopt);
requestAnimationFrame(() => setTimeout(start));
