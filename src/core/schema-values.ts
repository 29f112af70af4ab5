/** What some contents have besides texts and lists. */
import * as v from 'valibot';
import { isSafeAddress } from './safe-address.js';

/** Where a link of its own leads. Unlike a link in prose, which keeps its words, it is nothing without its address. */
export const link = v.pipe(
  v.string(),
  v.check(isSafeAddress, 'an address: https:, mailto:, tel:, sms:, or a place on this site'),
);

/** As people write it: `+1 (555) 010-0199`. Star and hash are codes that some phones run at once. */
export const phone = v.pipe(v.string(), v.regex(/^[+\d][\d ().\-/]{2,}$/, 'a telephone number, +1 555 010 0199'));

/** A number of things or people, or a year. */
export const count = v.pipe(v.number(), v.minValue(0, 'a number, 0 or more'));

/** A day, `2026-11-22` (ISO 8601). */
export const date = v.pipe(v.string(), v.check(isDay, 'a day that exists, as "2026-11-22"'));

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
}
