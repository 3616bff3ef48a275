// A digest: sentences picked across articles, each with a number that leads to the article it stands in.

import { articleView } from '../core/address.js';
import { h } from '../core/dom.js';
import * as format from '../core/format.js';

/** Makes the text of a digest and the list of what it cites. */
export function digestOf(digest) {
  const sources = [...new Map(digest.sentences.map((sentence) => [sentence.article, sentence])).values()];
  const numberOf = new Map(sources.map((source, i) => [source.article, i + 1]));
  const stories = groupBy(digest.sentences, (sentence) => sentence.story);
  return h('div', { class: 'digest' },
    stories.map((sentences) => h('p', { dir: 'auto' }, sentences.map((sentence) => [sentence.text, ' ', citation(sentence, numberOf.get(sentence.article)), ' ']))),
    h('ol', { class: 'sources', 'aria-label': 'Sources' }, sources.map((source) => h('li', null, sourceOf(source)))),
    h('p', { class: 'quiet' }, extentOf(digest)));
}

/** A sentence of a digest with its citation, for where there is no list of sources. */
export const citedSentence = (sentence) => h('p', { dir: 'auto' }, sentence.text, ' ', h('a', { class: 'cite-source', href: placeOf(sentence) }, sentence.source ?? sentence.title ?? 'Article'));

const citation = (sentence, number) => h('a', { class: 'cite', href: placeOf(sentence), title: sentence.title, 'aria-label': `Source ${number}: ${sentence.title ?? 'article'}` }, number);

const placeOf = (sentence) => articleView(sentence.article, { at: `${sentence.start}-${sentence.length}` });

function sourceOf(sentence) {
  const copies = sentence.alsoIn?.length ?? 0;
  return [
    h('a', { href: articleView(sentence.article), dir: 'auto' }, sentence.title ?? 'Untitled article'),
    h('span', { class: 'quiet' }, [sentence.source, sentence.date && format.dayShort(sentence.date), copies > 0 && `also in ${format.count(copies, 'other article')}`].filter(Boolean).map((part) => ` · ${part}`)),
  ];
}

function extentOf(digest) {
  const parts = [`Made of ${format.count(digest.articles, 'article')}`];
  if (digest.stories > 1) {
    parts.push(format.count(digest.stories, 'story', 'stories'));
  }

  if (digest.duplicates > 0) {
    parts.push(`${format.count(digest.duplicates, 'reprint')} counted once`);
  }

  return parts.join(', ') + (digest.sampled ? '; there are more, of which a sample was read.' : '.');
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  }

  return [...groups.values()];
}
