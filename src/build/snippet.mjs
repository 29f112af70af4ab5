/** Puts the script element of this version, with the hash of the built file, into README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { script } from './cdn.mjs';

const readme = readFileSync('README.md', 'utf8');
const pasted = /<script\n {2}src="https:[^>]*\/patient-guide\.js"[^]*?<\/script>/;
writeFileSync('README.md', readme.replace(pasted, script('patient-guide.js')));
