// An article's issues and actors: each a switch for its evidence in the text, with the reasons for it.

import { issueView, viewOf } from '../core/address.js';
import { h } from '../core/dom.js';
import * as format from '../core/format.js';

const SHOWN_ACTORS = 12;
const SHOWN_TERMS = 8;

// Where the tags stand beside the text; else the many actors would keep the text from being seen.
const WIDE = '(min-width: 60rem)';

/**
 * Makes the switches.
 * @param {any} tags The API's answer.
 * @param {Set<string>} active The keys of those that are switched on; is changed.
 * @param {{ onChange: () => void, showNext: (key: string) => string }} actions Is told of each change; shows the next mention of one, and says which it is.
 */
export function articleTags(tags, active, { onChange, showNext }) {
  const actors = tags.actors.map(actorItem);
  return [
    h('section', { class: 'card', 'aria-labelledby': 'tags-issues' }, h('h2', { id: 'tags-issues' }, 'Issues'),
      tags.issues.length > 0
        ? switches(tags.issues.map((issue) => issueItem(issue, tags.issues)))
        : h('p', { class: 'quiet' }, tags.languageCovered ? 'None that is sure enough.' : 'The taxonomy has no terms of this language.')),
    actors.length > 0 && h('section', { class: 'card' }, h('details', { open: matchMedia(WIDE).matches },
      h('summary', null, h('h2', null, 'Actors')),
      switches(actors.slice(0, SHOWN_ACTORS)),
      actors.length > SHOWN_ACTORS && h('details', null, h('summary', null, `${actors.length - SHOWN_ACTORS} more`), switches(actors.slice(SHOWN_ACTORS))))),
  ];

  function switches(items) {
    return h('ul', { class: 'switches' }, items.map((item) => {
      const place = h('span', { class: 'quiet', role: 'status' });
      const why = h('div', { class: 'why', hidden: !active.has(item.key) },
        item.why,
        h('p', { class: 'buttons unprinted' },
          item.isInText && h('button', { class: 'small', onclick: () => { place.textContent = showNext(item.key); } }, 'Next mention'),
          item.more,
          place));
      const button = h('button', { class: `switch ${item.kind}`, 'aria-pressed': String(active.has(item.key)), vars: { share: item.score }, onclick: toggle },
        h('span', null, item.name, item.note && h('span', { class: 'quiet' }, ` ${item.note}`)),
        h('span', { class: 'count', title: 'Score, from 0 to 1' }, item.score.toFixed(2)));
      return h('li', null, button, why);

      function toggle() {
        const isOn = !active.has(item.key);
        active[isOn ? 'add' : 'delete'](item.key);
        button.setAttribute('aria-pressed', String(isOn));
        why.hidden = !isOn;
        onChange();
      }
    }));
  }
}

/** The key of an issue among the switches, as addresses have it. */
export const issueKey = (issue) => `issue:${issue.id}`;

const actorKey = (actor) => `actor:${actor.wikidata ?? actor.name}`;

/** The marks in the text of those that are switched on. */
export function marksOf(tags, active) {
  return [
    ...tags.issues.filter((issue) => active.has(issueKey(issue))).flatMap((issue) => issue.evidence.map(({ start, length, term }) => ({
      start, length, kind: 'issue', key: issueKey(issue), label: term ? `${issue.label}: ${term}` : issue.label,
    }))),
    ...activeActors(tags, active).flatMap((actor) => actor.evidence.map(({ start, length }) => actorMark(actor, start, length))),
  ];
}

/** The marks of those that are switched on in a question or an answer. */
export const faqMarksOf = (tags, active, index, part) => activeActors(tags, active).flatMap((actor) => (actor.faqEvidence ?? [])
  .filter((mention) => mention.index === index && mention.part === part)
  .map(({ start, length }) => actorMark(actor, start, length)));

const activeActors = (tags, active) => tags.actors.filter((actor) => active.has(actorKey(actor)));

const actorMark = (actor, start, length) => ({ start, length, kind: 'actor', key: actorKey(actor), label: actor.name });

const issueItem = (issue, issues) => ({
  key: issueKey(issue),
  kind: 'issue',
  name: issue.label,
  score: issue.score,
  isInText: true,
  why: reasonsOf(issue, issues),
  more: h('a', { href: issueView(issue.id) }, 'All about it'),
});

const actorItem = (actor) => ({
  key: actorKey(actor),
  kind: 'actor',
  name: actor.name,
  note: actor.role ?? actor.type,
  score: actor.score,
  isInText: actor.evidence.length > 0,
  why: mentionsOf(actor),
  more: h('a', { href: viewOf('articles', { actor: actor.wikidata ?? actor.name, called: actor.wikidata && actor.name }) }, 'Other articles'),
});

/** The terms that carried an issue, the one that carried most first. */
function reasonsOf(issue, issues) {
  const terms = new Map();
  for (const evidence of issue.evidence) {
    const term = evidence.term ?? 'words that such articles often have';
    const known = terms.get(term) ?? { times: 0, share: 0, issue: evidence.issue };
    terms.set(term, { ...known, times: known.times + 1, share: known.share + evidence.share });
  }

  const sorted = [...terms].sort(([, a], [, b]) => b.share - a.share);
  return h('ul', { class: 'plain' },
    sorted.slice(0, SHOWN_TERMS).map(([term, { times, share, issue: narrower }]) => h('li', null,
      h('span', { class: 'term' }, term),
      times > 1 && ` ×${times}`,
      h('span', { class: 'quiet', title: 'Of all that speaks for the issue' }, ` ${format.percent(share)}`),
      narrower && h('span', { class: 'quiet' }, ` of ${issues.find((other) => other.id === narrower)?.label ?? narrower}`))),
    sorted.length > SHOWN_TERMS && h('li', { class: 'quiet' }, `and ${sorted.length - SHOWN_TERMS} more`));
}

function mentionsOf(actor) {
  const inFaq = actor.faqEvidence?.length ?? 0;
  return h('p', null, [
    actor.evidence.length > 0 && format.count(actor.evidence.length, 'mention'),
    inFaq > 0 && `${inFaq} in the questions`,
    actor.type,
    actor.country && `country ${actor.country}`,
  ].filter(Boolean).join(' · '));
}
