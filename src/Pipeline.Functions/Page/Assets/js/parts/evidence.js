// An article's text with stretches of it marked. Offsets count UTF-16 code units, as those of JavaScript's strings do.

import { h } from '../core/dom.js';

/** @typedef {{ start: number, length: number, kind: 'issue' | 'actor' | 'summary' | 'place', key?: string, label?: string }} Mark */

/**
 * Makes the text, block by block.
 * @param {string} text
 * @param {{ kind: string, span: { start: number, length: number } }[]} blocks
 * @param {Mark[]} marks They may overlap.
 */
export function markedText(text, blocks, marks) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const parts = [];
  let list = null;
  for (const { kind, span } of blocks) {
    const inner = segments(text, span, sorted);
    if (kind !== 'listItem') {
      list = null;
      parts.push(blockOf(kind, inner));
    } else if (list) {
      list.append(h('li', { dir: 'auto' }, inner));
    } else {
      list = h('ul', null, h('li', { dir: 'auto' }, inner));
      parts.push(list);
    }
  }

  return parts;
}

/** Marks stretches of a text that has no blocks. */
export const marked = (text, marks) => segments(text, { start: 0, length: text.length }, [...marks].sort((a, b) => a.start - b.start));

function blockOf(kind, inner) {
  switch (kind) {
    case 'heading': return h('h3', { dir: 'auto' }, inner);
    case 'quote': return h('blockquote', null, h('p', { dir: 'auto' }, inner));
    case 'tableRow': return h('p', { class: 'row', dir: 'auto' }, inner);
    default: return h('p', { dir: 'auto' }, inner);
  }
}

/** Cuts a block where marks begin and end, and wraps what lies within some. */
function segments(text, { start, length }, sorted) {
  const end = start + length;
  const within = sorted.filter((mark) => mark.start < end && mark.start + mark.length > start);
  const cuts = new Set([start, end]);
  for (const mark of within) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.start + mark.length));
  }

  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const piece = text.slice(from, places[i + 1]);
    const covering = within.filter((mark) => mark.start <= from && mark.start + mark.length >= places[i + 1]);
    return covering.length === 0 ? piece : wrap(piece, covering, from, start);
  });
}

/** The elements in which marks of something begin, in their order: where marks overlap, one is several elements. */
export const marksWith = (body, key) => [...body.querySelectorAll('mark')].filter((element) => element.begins.has(key));

function wrap(piece, covering, from, start) {
  const kinds = new Set(covering.map((mark) => mark.kind));
  const labels = [...new Set(covering.map((mark) => mark.label).filter(Boolean))];
  const isMark = kinds.has('issue') || kinds.has('actor') || kinds.has('place');
  const element = h(isMark ? 'mark' : 'span', { class: [...kinds].map((kind) => `in-${kind}`).join(' '), title: labels.join(', ') || null }, piece);
  element.begins = new Set(covering.filter((mark) => Math.max(mark.start, start) === from).map((mark) => mark.key));
  return element;
}
