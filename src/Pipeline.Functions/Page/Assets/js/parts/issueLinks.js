// Links to issues.

import { issueView } from '../core/address.js';
import { h } from '../core/dom.js';
import * as format from '../core/format.js';

/** The links of an article's issues, the most about it first. */
export const issueTags = (issues, limit = issues.length) => h('ul', { class: 'tags', 'aria-label': 'Issues' }, issues.slice(0, limit).map((issue) => h('li', null,
  h('a', { class: 'tag', href: issueView(issue.id), title: `Score ${issue.score.toFixed(2)}` }, issue.label ?? issue.id))));

/** The links of issues with the numbers of their articles. */
export const issueCounts = (issues, label) => h('ul', { class: 'tags', 'aria-label': label }, issues.map((issue) => h('li', null,
  h('a', { class: 'tag', href: issueView(issue.id) }, issue.label ?? issue.id, issue.articles > 0 && h('span', { class: 'tag-count' }, ` ${format.number(issue.articles)}`)))));
