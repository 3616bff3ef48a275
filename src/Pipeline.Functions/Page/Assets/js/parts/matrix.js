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
 * @param {{ from: string, to: string }} range
 * @param {AbortSignal} signal Ends with the view.
 */
export async function matrix(issue, together, range, signal) {
  const issues = [issue, ...together.slice(0, ISSUES)];
  const counts = await Promise.all(issues.map(async ({ id }) => {
    const leading = await read(`issues/${encodeURIComponent(id)}/leading`, { ...range, limit: MOST_LEADING }, { signal });
    return new Map(leading.issues.map((other) => [other.id, other.articles]));
  }));
  const most = Math.max(1, ...counts.flatMap((row) => issues.map((other) => row.get(other.id) ?? 0)));
  return h('div', { class: 'scrolls', role: 'region', 'aria-label': 'Issues that occur together', tabindex: 0 }, h('table', { class: 'matrix' },
    h('thead', null, h('tr', null, h('td', null), issues.map((column, i) => h('th', { scope: 'col' }, h('span', null, i + 1), h('span', { class: 'unseen' }, ` ${labelOf(column)}`))))),
    h('tbody', null, issues.map((row, i) => h('tr', null,
      h('th', { scope: 'row' }, h('span', { class: 'matrix-number' }, i + 1), ' ', h('a', { href: issueView(row.id, range) }, labelOf(row))),
      issues.map((column, j) => cell(i === j ? null : (counts[i].get(column.id) ?? counts[j].get(row.id) ?? 0), row, column)))))));

  function cell(articles, row, column) {
    return articles === null ? h('td', { class: 'matrix-same' })
      : articles === 0 ? h('td', { class: 'matrix-none' }, '0')
        : h('td', { vars: { share: articles / most } }, h('a', {
          href: viewOf('articles', { issue: [row.id, column.id], ...range }), 'aria-label': `${format.count(articles, 'article')} about ${labelOf(row)} and ${labelOf(column)}`,
        }, format.number(articles)));
  }
}

const labelOf = (issue) => issue.label ?? issue.id;
