// A list of what has most articles, each with a bar of its share.

import { h } from '../core/dom.js';
import * as format from '../core/format.js';

/**
 * Makes the list.
 * @param {{ name: string, href: string, articles: number, change?: number | 'new' }[]} items The most first; `change` against the time before, where it is known.
 * @param {string} [label] What it ranks, where no heading says so.
 */
export function ranking(items, label) {
  const most = Math.max(1, ...items.map((item) => item.articles));
  return h('ol', { class: 'ranking', 'aria-label': label }, items.map((item) => h('li', { vars: { share: item.articles / most } },
    h('a', { href: item.href }, item.name),
    h('span', { class: 'count' }, format.number(item.articles), h('span', { class: 'unseen' }, item.articles === 1 ? ' article' : ' articles')),
    item.change !== undefined && changeOf(item.change))));
}

function changeOf(change) {
  const [kind, text, meaning] = change === 'new' ? ['up', 'new', 'none in the time before']
    : [change > 0 ? 'up' : change < 0 ? 'down' : 'same', format.signed(change), 'against the time before'];
  return h('span', { class: `change ${kind}`, title: meaning }, text, h('span', { class: 'unseen' }, `, ${meaning}`));
}
