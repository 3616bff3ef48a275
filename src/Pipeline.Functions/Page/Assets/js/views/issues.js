// All issues with the numbers of their articles, to find one by its name.

import { issueView, viewOf } from '../core/address.js';
import { read } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { remember } from '../core/router.js';

/** @param {import('../core/router.js').ViewContext} context */
export async function showIssues({ main, signal, query }) {
  const { issues } = await read('issues', {}, { signal });
  const sorted = [...issues].sort((a, b) => b.articles - a.articles || labelOf(a).localeCompare(labelOf(b), 'en'));
  const list = h('ol', { class: 'issue-index' });
  const told = h('p', { class: 'quiet', role: 'status' });
  const search = h('input', { type: 'search', value: query.get('q') ?? '', placeholder: 'inflation, strike, vaccines …', oninput: filter, 'aria-label': 'Find an issue by its name' });
  document.title = 'Issues – News issues';
  fill(main, h('h1', null, 'Issues'), h('p', null, h('label', { class: 'find' }, 'Find ', search)), told, list);
  filter();

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = sorted.filter((issue) => words.every((word) => labelOf(issue).toLowerCase().includes(word)));
    remember(viewOf('issues', { q: search.value }));
    told.textContent = found.length === sorted.length ? `${format.count(sorted.length, 'issue')}, those with most articles first.` : `${format.count(found.length, 'issue')} found.`;
    fill(list, found.map((issue) => h('li', { class: issue.articles === 0 && 'none' }, h('a', { href: issueView(issue.id) }, labelOf(issue)), h('span', { class: 'count' }, format.number(issue.articles)))));
  }
}

const labelOf = (issue) => issue.label ?? issue.id;
