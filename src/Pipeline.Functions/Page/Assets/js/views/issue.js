// An issue over a range of days.

import { API, addressOf as address, issueView, viewOf } from '../core/address.js';
import { read } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { openingRange, readExtent } from '../core/extent.js';
import * as format from '../core/format.js';
import { describe, wholeRangeOf } from '../core/range.js';
import { go } from '../core/router.js';
import { articleList, itemLeft } from '../parts/articleList.js';
import { aside } from '../parts/aside.js';
import { digestOf } from '../parts/digest.js';
import { issueCounts } from '../parts/issueLinks.js';
import { matrix } from '../parts/matrix.js';
import { emptyNotice } from '../parts/notice.js';
import { rangePicker } from '../parts/rangePicker.js';
import { ranking } from '../parts/ranking.js';
import { timeline, unitOf, windowAround } from '../parts/timeline.js';

const LEADING = 10;
const SENTENCES = 10;
const FOLLOW = [['Atom feed', 'feed.atom'], ['JSON feed', 'feed.json'], ['Digest as a document', 'summary']];

/** @param {import('../core/router.js').ViewContext} context */
export async function showIssue({ main, signal, query, parts: [id] }) {
  const path = `issues/${encodeURIComponent(id)}`;
  const narrower = query.get('narrower') === 'true' || undefined;
  const readContent = (range) => contentOf(id, { ...range, narrower }, signal);

  // What the address names need not wait for what is around it.
  const asked = wholeRangeOf(query);
  const [issue, extent, early] = await Promise.all([
    read(path, {}, { signal }),
    readExtent(`${path}/timeline`, { narrower }, signal),
    asked && readContent(asked),
  ]);
  document.title = `${issue.label} – News issues`;
  const head = heading(issue, narrower, query);
  if (!extent) {
    fill(main, head, emptyNotice('No article is about this issue yet.', 'Look at those near it, or ', h('a', { href: viewOf('drop') }, 'drop files'), '.'), placeOf(issue));
    return;
  }

  const range = asked ?? await openingRange(query, extent, `${path}/timeline`, { narrower }, signal);
  const conditions = { ...range, narrower };
  const window = windowAround(range, extent);
  const unit = unitOf(window);
  const [points, [digest, leading, articles]] = await Promise.all([
    read(`${path}/timeline`, { ...window, by: unit, narrower }, { signal }),
    early ?? readContent(range),
  ]);
  const together = leading.issues.length > 0 ? await matrix(issue, leading.issues, conditions, signal) : null;
  const addressOf = (other) => issueView(id, { ...other, narrower });
  fill(main,
    head,
    rangePicker({ range, extent, addressOf, go }),
    timeline({ points: points.points, unit, window, range, signal, onChoose: (chosen) => go(addressOf(chosen)) }),
    h('div', { class: 'columns' },
      aside('About the issue',
        placeOf(issue),
        leadingPart('Actors', leading.actors, (actor) => ({ actor: actor.wikidata ?? actor.name, called: actor.wikidata && actor.name })),
        leadingPart('Sources', leading.sources, (source) => ({ source: source.name })),
        followPart(path)),
      h('div', { class: 'wide' }, inShort(digest, range), together && togetherWith(together), h('section', { 'aria-labelledby': 'articles' }, h('h2', { id: 'articles' }, 'Articles'), articles))));
  return itemLeft();

  function leadingPart(title, items, conditionOf) {
    return items.length > 0 && h('section', { class: 'card' }, h('h2', null, title), ranking(items.map((item) => ({
      name: item.name, href: viewOf('articles', { issue: id, ...conditions, ...conditionOf(item) }), articles: item.articles,
    })), title));
  }
}

function contentOf(id, conditions, signal) {
  const path = `issues/${encodeURIComponent(id)}`;
  return Promise.all([
    read(`${path}/summary`, { ...conditions, sentences: SENTENCES }, { signal }),
    read(`${path}/leading`, { ...conditions, limit: LEADING }, { signal }),
    articleList({ ...conditions, issue: id }, signal, 'h3'),
  ]);
}

function heading(issue, narrower, query) {
  const range = { from: query.get('from'), to: query.get('to') };
  const ids = [
    issue.medtop && ['IPTC', `https://cv.iptc.org/newscodes/mediatopic/${issue.medtop.replace('medtop:', '')}`, issue.medtop],
    issue.wikidata && ['Wikidata', `https://www.wikidata.org/wiki/${issue.wikidata}`, issue.wikidata],
  ].filter(Boolean);
  return h('header', null,
    h('h1', null, issue.label),
    issue.definition && h('p', { class: 'lead' }, issue.definition),
    h('p', { class: 'quiet' }, `${format.count(issue.articles, 'article')} of all time`,
      ids.map(([name, href, text]) => [' · ', name, ' ', h('a', { href, rel: 'noreferrer external' }, text)]),
      issue.cap && ` · Comparative Agendas ${issue.cap}`),
    issue.narrower.length > 0 && h('div', { class: 'presets', role: 'group', 'aria-label': 'What counts' },
      h('a', { class: 'preset', id: 'alone', href: issueView(issue.id, range), 'aria-current': !narrower && 'true' }, 'This issue alone'),
      h('a', { class: 'preset', id: 'narrower', href: issueView(issue.id, { ...range, narrower: true }), 'aria-current': narrower && 'true' }, 'With narrower issues')));
}

const inShort = (digest, range) => h('section', { class: 'card', 'aria-labelledby': 'digest' },
  h('h2', { id: 'digest' }, 'In short'),
  h('p', { class: 'quiet' }, describe(range)),
  digest.articles > 0 ? digestOf(digest) : h('p', null, 'No articles on these days: choose others above.'));

const togetherWith = (table) => h('section', { class: 'card', 'aria-labelledby': 'together' },
  h('h2', { id: 'together' }, 'Together with'),
  h('p', { class: 'quiet' }, 'Articles of these days that are about both.'),
  table);

const placeOf = (issue) => h('section', { class: 'card' }, h('h2', null, 'Nearby issues'),
  [['Broader', issue.broader], ['Narrower', issue.narrower], ['Related', issue.related]].map(([name, issues]) => issues.length > 0 && [
    h('h3', null, name), issueCounts(issues, `${name} issues`),
  ]));

const followPart = (path) => h('section', { class: 'card unprinted' }, h('h2', null, 'Follow'), h('ul', { class: 'plain' }, FOLLOW.map(([name, form]) => h('li', null,
  h('a', { href: address(API, `${path}/${form}`), target: '_blank' }, name)))));
