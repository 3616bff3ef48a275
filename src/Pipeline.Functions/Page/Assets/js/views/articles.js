// The articles that fulfil the conditions of the address, newest first, and what more conditions there are.

import { viewOf } from '../core/address.js';
import { read } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { describe, rangeOf } from '../core/range.js';
import { articleList, itemLeft } from '../parts/articleList.js';
import { aside } from '../parts/aside.js';
import { ranking } from '../parts/ranking.js';

const LEADING = 8;
const MOST_ISSUES = 5;

/** @param {import('../core/router.js').ViewContext} context */
export async function showArticles({ main, signal, query }) {
  const range = rangeOf(query) ?? {};
  const issues = query.getAll('issue');
  const conditions = {
    issue: issues, narrower: query.get('narrower'), source: query.get('source'), actor: query.get('actor'), language: query.get('language'), minScore: query.get('minScore'), ...range,
  };
  const leadingPath = issues.length > 0 ? `issues/${encodeURIComponent(issues[0])}/leading` : 'leading';
  const [list, labels, leading] = await Promise.all([
    articleList(conditions, signal, 'h2'),
    labelsOf(issues, signal),
    read(leadingPath, { ...range, narrower: issues.length > 0 ? conditions.narrower : undefined, limit: LEADING }, { signal }),
  ]);
  const called = query.get('called');
  // Of these the API counts none: what leads is that of an issue and of days.
  const hasMore = issues.length > 1 || ['actor', 'source', 'language', 'minScore'].some((name) => query.has(name));
  const addressWith = (changes) => viewOf('articles', { ...conditions, called, ...changes });
  const chips = [
    ...issues.map((id) => ['Issue', labels.get(id), { issue: issues.filter((other) => other !== id) }]),
    conditions.narrower === 'true' && ['', 'Narrower issues too', { narrower: undefined }],
    conditions.actor && ['Actor', called ?? conditions.actor, { actor: undefined, called: undefined }],
    conditions.source && ['Source', conditions.source, { source: undefined }],
    conditions.language && ['Language', format.language(conditions.language), { language: undefined }],
    conditions.minScore && ['Score from', conditions.minScore, { minScore: undefined }],
    rangeOf(query) && ['', describe(range), { from: undefined, to: undefined }],
  ].filter(Boolean);
  document.title = `${chips.length > 0 ? chips.map(([, text]) => text).join(', ') : 'All articles'} – News issues`;
  fill(main,
    h('h1', null, chips.length > 0 ? 'Articles' : 'All articles'),
    chips.length > 0 && h('ul', { class: 'tags', 'aria-label': 'Conditions' }, chips.map(([kind, text, without]) => h('li', null,
      h('span', { class: 'tag condition' }, kind && `${kind}: `, text, ' ',
        h('a', { href: addressWith(without), 'aria-label': `Remove the condition ${kind} ${text}` }, '×'))))),
    h('div', { class: 'columns' },
      aside('More conditions',
        hasMore && h('p', { class: 'quiet' }, `Numbers are of all articles${issues.length > 0 ? ` about ${labels.get(issues[0])}` : ''}${rangeOf(query) ? ' of these days' : ''}.`),
        issues.length < MOST_ISSUES && more('Also about', leading.issues.filter((issue) => !issues.includes(issue.id)), (issue) => ({ name: issue.label ?? issue.id, href: addressWith({ issue: [...issues, issue.id] }) })),
        !conditions.actor && more('With the actor', leading.actors, (actor) => ({ name: actor.name, href: addressWith({ actor: actor.wikidata ?? actor.name, called: actor.wikidata && actor.name }) })),
        !conditions.source && more('From the source', leading.sources, (source) => ({ name: source.name, href: addressWith({ source: source.name }) }))),
      h('div', null, list)));
  return itemLeft();
}

const more = (title, items, describeItem) => items.length > 0 && h('section', { class: 'card' }, h('h2', null, title), ranking(items.map((item) => ({ ...describeItem(item), articles: item.articles })), title));

async function labelsOf(ids, signal) {
  return new Map(await Promise.all(ids.map(async (id) => [id, (await read(`issues/${encodeURIComponent(id)}`, {}, { signal })).label])));
}
