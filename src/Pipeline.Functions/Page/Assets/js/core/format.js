// Numbers, days and moments as people read them. Days are texts like 2024-10-01 and have no time zone.

const LOCALE = 'en-GB';
const numbers = new Intl.NumberFormat(LOCALE);
const longDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayOfMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const languages = new Intl.DisplayNames(LOCALE, { type: 'language' });

const dateOf = (day) => new Date(`${day}T00:00:00Z`);

export const number = (value) => numbers.format(value);
export const day = (text) => longDay.format(dateOf(text));
export const dayShort = (text) => shortDay.format(dateOf(text));
export const dayOfMonthShort = (text) => dayOfMonth.format(dateOf(text));
export const dayWithWeekday = (text) => weekday.format(dateOf(text));
export const monthShort = (text) => shortMonth.format(dateOf(text));
export const when = (text) => moment.format(new Date(text));
export const language = (code) => languages.of(code);
export const percent = (share) => `${Math.round(share * 100)}%`;

/** A number of things: 1 article, 2 articles. */
export const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** A length of bytes. */
export function bytes(length) {
  return length < 1000 ? count(length, 'byte') : length < 1e6 ? `${(length / 1e3).toFixed(0)} KB` : `${(length / 1e6).toFixed(1)} MB`;
}

/** A number with its sign. */
export const signed = (value) => (value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : '±0');
