// Which issues occur together, as a table shaded by how many articles have both.

import { issueView, viewOf } from '../core/address.js';
import { read } from '../core/api.js';
import { h } from '../core/dom.js';
import * as format from '../core/format.js';

const ISSUES = 6;

// The most that the API tells of what occurs with an issue.
const MOST_LEADING = 50;

/**
 * Makes the table of an issue and those that occur most often with it.
 * @param {{ id: string, label: string }} issue
 * @param {{ id: string, label: string }[]} together Those that occur with it, the most often first.
 * @param {{ from: string, to: string, narrower?: boolean }} conditions Which articles count.
 * @param {AbortSignal} signal Ends with the view.
 */
export async function matrix(issue, together, conditions, signal) {
  const issues = [issue, ...together.slice(0, ISSUES)];
  const counts = await Promise.all(issues.map(async ({ id }) => {
    const leading = await read(`issues/${encodeURIComponent(id)}/leading`, { ...conditions, limit: MOST_LEADING }, { signal });
    return new Map(leading.issues.map((other) => [other.id, other.articles]));
  }));
  const most = Math.max(1, ...counts.flatMap((row) => issues.map((other) => row.get(other.id) ?? 0)));
  return h('div', { class: 'scrolls', role: 'region', 'aria-label': 'Issues that occur together', tabindex: 0 }, h('table', { class: 'matrix' },
    h('thead', null, h('tr', null, h('td', null), issues.map((column, i) => h('th', { scope: 'col' }, h('span', null, i + 1), h('span', { class: 'unseen' }, ` ${labelOf(column)}`))))),
    h('tbody', null, issues.map((row, i) => h('tr', null,
      h('th', { scope: 'row' }, h('span', { class: 'matrix-number' }, i + 1), ' ', h('a', { href: issueView(row.id, conditions) }, labelOf(row))),
      issues.map((column, j) => (i === j ? h('td', { class: 'matrix-same' }) : cell(i, j, row, column))))))));

  function cell(i, j, row, column) {
    // Of those behind the last that is told, the number is not known.
    const isKnown = counts[i].size < MOST_LEADING || counts[j].size < MOST_LEADING;
    const articles = counts[i].get(column.id) ?? counts[j].get(row.id) ?? (isKnown ? 0 : undefined);
    if (!articles) {
      return h('td', { class: 'matrix-none' }, articles === 0 ? '0' : '–');
    }

    return h('td', { vars: { share: articles / most } }, h('a', {
      href: viewOf('articles', { issue: [row.id, column.id], ...conditions }),
      'aria-label': `${format.count(articles, 'article')} about ${labelOf(row)} and ${labelOf(column)}`,
    }, format.number(articles)));
  }
}

const labelOf = (issue) => issue.label ?? issue.id;
