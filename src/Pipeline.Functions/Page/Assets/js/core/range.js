// Ranges of days, both ends included: { from, to } as texts like 2024-10-01, either undefined where the range has no such end.

import * as format from './format.js';

const MILLISECONDS = 86_400_000;

/** The day as a number of days, for reckoning. */
export const toNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS);

/** The day of such a number. */
export const toDay = (value) => new Date(value * MILLISECONDS).toISOString().slice(0, 10);

export const addDays = (day, days) => toDay(toNumber(day) + days);

/** The number of days of a range. */
export const lengthOf = ({ from, to }) => toNumber(to) - toNumber(from) + 1;

/** Whether a text is a day of the calendar. */
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && toDay(toNumber(text)) === text;

/** Reads the range of an address; null where it names none. */
export function rangeOf(query) {
  const [from, to] = ['from', 'to'].map((name) => query.get(name) ?? undefined);
  if (!isDay(from) && !isDay(to)) {
    return null;
  }

  const range = { from: isDay(from) ? from : undefined, to: isDay(to) ? to : undefined };
  return range.from && range.to && range.from > range.to ? { from: range.to, to: range.from } : range;
}

/** The range of an address that names both ends; null where it does not. */
export function wholeRangeOf(query) {
  const range = rangeOf(query);
  return range?.from && range.to ? range : null;
}

/** The range of the same length just before; null where the calendar has none. */
export function before({ from, to }) {
  const earlier = { from: addDays(from, -lengthOf({ from, to })), to: addDays(from, -1) };
  return isDay(earlier.from) ? earlier : null;
}

/** A range as people write it. */
export function describe({ from, to }) {
  if (!from && !to) {
    return 'All time';
  }

  if (!from || !to) {
    return from ? `Since ${format.day(from)}` : `Until ${format.day(to)}`;
  }

  return from === to ? format.dayWithWeekday(from) : `${format.day(from)} – ${format.day(to)}`;
}

/** The ranges that a click gives, the shortest first; each ends with a day. */
export const PRESETS = [
  { name: 'Day', days: 1 },
  { name: 'Week', days: 7 },
  { name: 'Month', days: 30 },
  { name: 'Year', days: 365 },
];

/** The days of a preset that end with a day. */
export const endingWith = (to, days) => ({ from: addDays(to, 1 - days), to });
