// The days that articles are of, and the range of them that a view opens with.

import { read } from './api.js';
import { addDays, endingWith, lengthOf, PRESETS, rangeOf, toDay } from './range.js';

// So many articles make a range worth opening with.
const ENOUGH = 10;

/**
 * The first and the last day with articles; null where there are none.
 * @param {string} timeline The path of a timeline of the API.
 * @param {Record<string, unknown>} parameters Its parameters.
 * @param {AbortSignal} signal
 */
export async function readExtent(timeline, parameters, signal) {
  const months = (await read(timeline, { ...parameters, by: 'month' }, { signal })).points.filter((point) => point.articles > 0);
  if (months.length === 0) {
    return null;
  }

  const [first, last] = await Promise.all([months[0], months.at(-1)].map(async ({ start }) =>
    (await read(timeline, { ...parameters, from: start, to: lastOfMonth(start), by: 'day' }, { signal })).points.filter((point) => point.articles > 0)));
  return { from: first[0]?.start ?? months[0].start, to: last.at(-1)?.start ?? lastOfMonth(months.at(-1).start), months };
}

/**
 * The range of a view: what the address says, else the shortest preset up to the newest day that has some articles, else all days.
 * @param {URLSearchParams} query
 * @param {{ from: string, to: string, months: { start: string, articles: number }[] }} extent
 * @param {string} timeline The path of a timeline of the API.
 * @param {Record<string, unknown>} parameters Its parameters.
 * @param {AbortSignal} signal
 */
export async function openingRange(query, extent, timeline, parameters, signal) {
  const asked = rangeOf(query);
  if (asked) {
    const { from = extent.from < asked.to ? extent.from : asked.to, to = extent.to > asked.from ? extent.to : asked.from } = asked;
    return { from, to };
  }

  const longest = endingWith(extent.to, PRESETS.at(-1).days);
  const days = (await read(timeline, { ...parameters, ...longest, by: 'day' }, { signal })).points;
  const preset = PRESETS.map(({ days: length }) => endingWith(extent.to, length))
    .find((range) => days.filter((point) => point.start >= range.from).reduce((sum, point) => sum + point.articles, 0) >= ENOUGH);
  return preset && lengthOf(preset) < lengthOf(extent) ? preset : { from: extent.from, to: extent.to };
}

const lastOfMonth = (first) => addDays(toDay(Date.parse(`${addDays(first, 31).slice(0, 7)}-01T00:00:00Z`) / 86_400_000), -1);
