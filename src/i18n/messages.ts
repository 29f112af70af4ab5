import { type Messages, en } from './en.js';
import { es } from './es.js';

const LANGUAGES: Record<string, Messages> = { es };

/** A message in the given language, or in English if the kit doesn't have that language. */
export const messageFor = <Name extends keyof Messages>(name: Name, lang: string): Messages[Name] =>
  (LANGUAGES[lang] ?? en)[name];
