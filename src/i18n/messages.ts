import { type Messages, en } from './en.js';
import { es } from './es.js';

const LANGUAGES: Record<string, Messages> = { es };

/** A word in a language; English stands in for those that the kit does not have. */
export const messageFor = <Name extends keyof Messages>(name: Name, lang: string): Messages[Name] =>
  (LANGUAGES[lang] ?? en)[name];
