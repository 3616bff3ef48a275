// A bar chart of articles over time, of which a range is chosen by dragging, by two sliders, or by a click on a bar.

import { h } from '../core/dom.js';
import * as format from '../core/format.js';
import { addDays, lengthOf, toDay, toNumber } from '../core/range.js';

const MOST_DAYS = 120;
const MOST_DAYS_BY_WEEK = 900;
const AXIS_LABELS = 5;

// Who moves a slider by keys chooses when the keys rest.
const REST = 800;

// From this share of the width on a label has no room on a telephone.
const LATE = 0.75;

/** What a bar counts, so that a range has a number of bars that can be told apart: day, week or month. */
export const unitOf = (range) => (lengthOf(range) <= MOST_DAYS ? 'day' : lengthOf(range) <= MOST_DAYS_BY_WEEK ? 'week' : 'month');

/**
 * The days around a range that its timeline shows: four times as many, at least 45, but none in front of all articles or behind them.
 * @param {{ from: string, to: string }} range
 * @param {{ from: string, to: string }} extent The days of all articles.
 */
export function windowAround(range, extent) {
  const first = Math.min(toNumber(extent.from), toNumber(range.from));
  const last = Math.max(toNumber(extent.to), toNumber(range.to));
  const days = Math.min(Math.max(lengthOf(range) * 4, 45), last - first + 1);
  const end = Math.min(last, toNumber(range.to) + Math.floor((days - lengthOf(range)) / 2));
  const start = Math.max(first, end - days + 1);
  return { from: toDay(start), to: toDay(Math.min(last, start + days - 1)) };
}

/**
 * Makes the chart.
 * @param {object} options
 * @param {{ start: string, articles: number }[]} options.points The counts, without the spans that have none.
 * @param {'day' | 'week' | 'month'} options.unit
 * @param {{ from: string, to: string }} options.window The days that it shows.
 * @param {{ from: string, to: string }} options.range The days that are chosen.
 * @param {(range: { from: string, to: string }) => void} options.onChoose Is told what the user chooses.
 * @param {AbortSignal} options.signal Ends with the view.
 */
export function timeline({ points, unit, window, range, onChoose, signal }) {
  const spans = spansOf(window, unit, points);
  const most = Math.max(1, ...spans.map((span) => span.articles));
  const chosen = { first: indexOf(spans, range.from), last: indexOf(spans, range.to) };
  const sum = spans.reduce((all, span) => all + span.articles, 0);

  const shade = h('div', { class: 'timeline-chosen' });
  const caption = h('p', { class: 'timeline-caption', 'aria-hidden': 'true' });
  let resting;
  signal.addEventListener('abort', () => clearTimeout(resting));
  const sliders = ['first', 'last'].map((end) => h('input', {
    type: 'range', id: `range-${end}`, min: 0, max: spans.length - 1, value: chosen[end], 'aria-label': end === 'first' ? 'First day of the range' : 'Last day of the range',
    oninput: (event) => mark(end === 'first'
      ? { ...chosen, first: Math.min(Number(event.target.value), chosen.last) }
      : { ...chosen, last: Math.max(Number(event.target.value), chosen.first) }),
    onpointerup: choose,

    // What adjusts a slider without pointer or key, as a screen reader does, tells of it by this alone.
    onchange: () => {
      clearTimeout(resting);
      resting = setTimeout(choose, REST);
    },
  }));
  const plot = h('div', { class: 'timeline-plot', onpointerdown: drag, onpointermove: point, onpointerleave: () => tell(chosen) }, shade, bars(spans, most));
  mark(chosen);

  return h('figure', { class: 'timeline', 'aria-label': `Articles by ${unit}: ${format.count(sum, 'article')} from ${format.day(window.from)} to ${format.day(window.to)}` },
    h('div', { class: 'timeline-head' }, h('span', { class: 'timeline-scale' }, `${format.count(most, 'article')} a ${unit} at most`), caption),
    plot,
    axis(spans, unit),
    h('div', { class: 'timeline-sliders' }, sliders),
    numbersOf(spans));

  function mark({ first, last }) {
    [chosen.first, chosen.last] = [Math.min(first, last), Math.max(first, last)];
    shade.style.setProperty('left', `${(100 * chosen.first) / spans.length}%`);
    shade.style.setProperty('width', `${(100 * (chosen.last - chosen.first + 1)) / spans.length}%`);
    sliders.forEach((slider, i) => {
      slider.value = i === 0 ? chosen.first : chosen.last;
      slider.setAttribute('aria-valuetext', i === 0 ? format.day(spans[chosen.first].start) : format.day(spans[chosen.last].end));
    });
    tell(chosen);
  }

  function tell({ first, last }) {
    const articles = spans.slice(first, last + 1).reduce((all, span) => all + span.articles, 0);
    const days = spans[first].start === spans[last].end ? format.day(spans[first].start) : `${format.dayShort(spans[first].start)} – ${format.dayShort(spans[last].end)}`;
    caption.textContent = `${days}: ${format.count(articles, 'article')}`;
  }

  function choose() {
    clearTimeout(resting);
    if (chosen.first !== indexOf(spans, range.from) || chosen.last !== indexOf(spans, range.to)) {
      onChoose({ from: spans[chosen.first].start, to: spans[chosen.last].end });
    }
  }

  function at(event) {
    const { left, width } = plot.getBoundingClientRect();
    return Math.min(spans.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * spans.length)));
  }

  function point(event) {
    if (event.buttons === 0) {
      tell({ first: at(event), last: at(event) });
    }
  }

  function drag(event) {
    if (event.button !== 0) {
      return;
    }

    event.preventDefault();
    plot.setPointerCapture(event.pointerId);
    const start = at(event);
    const before = { ...chosen };
    const move = (moved) => mark({ first: start, last: at(moved) });
    const end = (ended) => {
      plot.removeEventListener('pointermove', move);
      plot.removeEventListener('pointerup', end);
      plot.removeEventListener('pointercancel', end);
      if (ended.type === 'pointerup') {
        choose();
      } else {
        mark(before);
      }
    };
    mark({ first: start, last: start });
    plot.addEventListener('pointermove', move);
    plot.addEventListener('pointerup', end);
    plot.addEventListener('pointercancel', end);
  }
}

function bars(spans, most) {
  return h('svg:svg', { viewBox: `0 0 ${spans.length} 100`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    spans.map((span, i) => span.articles > 0 && h('svg:rect', {
      x: i + 0.1, width: 0.8, y: 100 - (98 * span.articles) / most - 2, height: (98 * span.articles) / most + 2,
    })));
}

function axis(spans, unit) {
  const step = Math.max(1, Math.ceil(spans.length / AXIS_LABELS));
  const label = unit === 'month' ? format.monthShort : unit === 'week' ? format.dayShort : format.dayOfMonthShort;
  return h('div', { class: 'timeline-axis', 'aria-hidden': 'true' },
    spans.map((span, i) => i % step === 0 && h('span', { class: i / spans.length > LATE && 'late', vars: { at: i / spans.length } }, label(span.start))));
}

function numbersOf(spans) {
  const rows = spans.filter((span) => span.articles > 0);
  return h('details', { class: 'numbers' }, h('summary', null, 'Numbers'),
    h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'From'), h('th', { scope: 'col', class: 'count' }, 'Articles'))),
      h('tbody', null, rows.map((span) => h('tr', null, h('td', null, format.day(span.start)), h('td', { class: 'count' }, format.number(span.articles)))))));
}

/** All spans of a window, with their counts. */
function spansOf(window, unit, points) {
  const counts = new Map(points.map((point) => [point.start, point.articles]));
  const spans = [];
  for (let start = startOf(window.from, unit); start <= window.to; start = spans.at(-1).next) {
    const next = nextOf(start, unit);
    spans.push({ start, next, end: addDays(next, -1), articles: counts.get(start) ?? 0 });
  }

  return spans;
}

function indexOf(spans, day) {
  const index = spans.findIndex((span) => day <= span.end);
  return index < 0 ? spans.length - 1 : index;
}

function startOf(day, unit) {
  // The first of January 1970, from which days are numbered, was a Thursday.
  return unit === 'month' ? `${day.slice(0, 7)}-01` : unit === 'week' ? addDays(day, -((((toNumber(day) + 3) % 7) + 7) % 7)) : day;
}

function nextOf(start, unit) {
  if (unit === 'month') {
    const [year, month] = start.split('-').map(Number);
    return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  }

  return addDays(start, unit === 'week' ? 7 : 1);
}
