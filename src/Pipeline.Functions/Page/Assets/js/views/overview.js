// What the news of a range of days is about.

import { articleView, issueView, viewOf } from '../core/address.js';
import { read } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { openingRange, readExtent } from '../core/extent.js';
import * as format from '../core/format.js';
import { before, describe, wholeRangeOf } from '../core/range.js';
import { go, refresh } from '../core/router.js';
import { arrivalsNotice } from '../parts/arrivalsNotice.js';
import { citedSentence, digestOf } from '../parts/digest.js';
import { emptyNotice } from '../parts/notice.js';
import { rangePicker } from '../parts/rangePicker.js';
import { ranking } from '../parts/ranking.js';
import { timeline, unitOf, windowAround } from '../parts/timeline.js';

const LEADING = 10;

// The most of each kind that the API tells; an issue that is not among them in the time before had fewer articles than the last of them.
const MOST_LEADING = 50;
const SENTENCES = 7;

// Articles are counted some seconds after they are tagged.
const AGAIN = 3_000;

/** @param {import('../core/router.js').ViewContext} context */
export async function showOverview({ main, signal, query }) {
  // What the address names need not wait for what is around it.
  const asked = wholeRangeOf(query);
  const [extent, early] = await Promise.all([readExtent('timeline', {}, signal), asked && readNews(asked, signal)]);
  if (!extent) {
    document.title = 'News issues';
    fill(main, h('h1', null, 'Nothing here yet'), emptyNotice('No article has been tagged yet.', h('a', { href: viewOf('drop') }, 'Drop files'), ' to begin; what they are about shows here a moment later.'));
    setTimeout(() => signal.aborted || refresh(), AGAIN);
    return;
  }

  const range = asked ?? await openingRange(query, extent, 'timeline', {}, signal);
  const window = windowAround(range, extent);
  const unit = unitOf(window);
  const [points, news] = await Promise.all([read('timeline', { ...window, by: unit }, { signal }), early ?? readNews(range, signal)]);
  const addressOf = (other) => viewOf('', other);
  document.title = `${describe(range)} – News issues`;
  fill(main,
    h('h1', null, describe(range)),
    arrivalsNotice(signal),
    rangePicker({ range, extent, addressOf, go }),
    timeline({ points: points.points, unit, window, range, signal, onChoose: (chosen) => go(addressOf(chosen)) }),
    articlesOf(news) === 0
      ? emptyNotice('No articles on these days.', `There are some from ${format.day(extent.from)} to ${format.day(extent.to)}: choose others above.`)
      : content(range, news));
}

async function readNews(range, signal) {
  const earlierRange = before(range);
  const [leading, earlier, digest] = await Promise.all([
    read('leading', { ...range, limit: MOST_LEADING }, { signal }),
    earlierRange ? read('leading', { ...earlierRange, limit: MOST_LEADING }, { signal }) : { articles: 0, issues: [] },
    read('digest', { ...range, sentences: SENTENCES }, { signal }),
  ]);
  return { leading, earlier, earlierRange, digest };
}

// The digest is made of the articles themselves; counts follow some seconds later.
const articlesOf = ({ leading, digest }) => Math.max(leading.articles, digest.articles);

const content = (range, { leading, earlier, earlierRange, digest }) => [
  h('div', { class: 'columns' },
    h('section', { class: 'card wide', 'aria-labelledby': 'digest' }, h('h2', { id: 'digest' }, 'In short'), digestOf(digest)),
    h('section', { class: 'card', 'aria-labelledby': 'leading' },
      h('h2', { id: 'leading' }, 'Leading issues'),
      ranking(leading.issues.slice(0, LEADING).map((issue) => ({
        name: issue.label ?? issue.id, href: issueView(issue.id, range), articles: issue.articles, change: changeOf(issue, earlier),
      }))),
      h('p', { class: 'quiet' }, earlier.articles > 0
        ? `Changes are against ${describe(earlierRange)}: ${format.count(earlier.articles, 'article')}.`
        : 'There is nothing before these days to compare them with.'))),
  h('div', { class: 'columns even' },
    card('Actors', leading.actors.map((actor) => ({
      name: actor.name,
      href: viewOf('articles', { actor: actor.wikidata ?? actor.name, called: actor.wikidata && actor.name, ...range }),
      articles: actor.articles,
    }))),
    card('Sources', leading.sources.map((source) => ({
      name: source.name, href: viewOf('articles', { source: source.name, ...range }), articles: source.articles,
    })))),
  h('section', { 'aria-labelledby': 'issues' },
    h('h2', { id: 'issues' }, 'Issue by issue'),
    h('div', { class: 'tiles' }, digest.issues.map((one) => issueCard(one, range)))),
  h('p', null, h('a', { class: 'onward', href: viewOf('articles', range) }, `All ${format.count(articlesOf({ leading, digest }), 'article')} of these days`)),
];

function changeOf(issue, earlier) {
  const then = earlier.issues.find((other) => other.id === issue.id)?.articles;
  if (then !== undefined) {
    return issue.articles - then;
  }

  // Of an issue behind the last that is told, the number is not known; where all are told, it had none.
  return earlier.issues.length === MOST_LEADING || earlier.articles === 0 ? undefined : 'new';
}

const card = (title, items) => items.length > 0 && h('section', { class: 'card' }, h('h2', null, title), ranking(items.slice(0, LEADING), title));

const issueCard = ({ issue, articles, sentences, leading }, range) => h('article', { class: 'card' },
  h('h3', null, h('a', { href: issueView(issue.id, range) }, issue.label ?? issue.id), h('span', { class: 'quiet' }, ` ${format.count(articles, 'article')}`)),
  sentences.map(citedSentence),
  leading.length > 1 && h('ul', { class: 'plain' }, leading.map((article) => h('li', null,
    h('a', { href: articleView(article.id) }, article.title ?? 'Untitled article')))));
