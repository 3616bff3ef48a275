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
  const list = h('ol', { class: 'issue-index', 'aria-label': 'Issues' });
  const told = h('p', { class: 'quiet', role: 'status' });
  const all = h('button', { onclick: () => { showsAll = true; filter(); } }, `Show all ${format.number(sorted.length)} issues`);
  const search = h('input', { type: 'search', id: 'find', value: query.get('q') ?? '', placeholder: 'inflation, strike, vaccines …', oninput: filter });
  let showsAll = query.get('all') === 'true';
  document.title = 'Issues – News issues';
  fill(main, h('h1', null, 'Issues'), h('p', { class: 'find' }, h('label', { for: 'find' }, 'Find an issue by its name'), ' ', search), told, list, h('p', null, all));
  filter();

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = sorted.filter((issue) => words.every((word) => labelOf(issue).toLowerCase().includes(word)));

    // Those without articles are many: they show where one looks for them.
    const shown = words.length > 0 || showsAll ? found : found.filter((issue) => issue.articles > 0);
    remember(viewOf('issues', { q: search.value, all: showsAll }));
    told.textContent = words.length > 0 ? `${format.count(found.length, 'issue')} found.` : `${format.count(shown.length, 'issue')}${showsAll ? '' : ' with articles'}, those with most first.`;
    all.hidden = shown.length === sorted.length || words.length > 0;
    fill(list, shown.map((issue) => h('li', null, h('a', { href: issueView(issue.id) }, labelOf(issue)), h('span', { class: 'count' }, format.number(issue.articles)))));
  }
}

const labelOf = (issue) => issue.label ?? issue.id;
