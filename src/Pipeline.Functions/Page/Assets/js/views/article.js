// An article: its text with the evidence of what it is tagged with.

import { articleView, viewOf } from '../core/address.js';
import { read } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { refresh, remember } from '../core/router.js';
import { articleCommands } from '../parts/articleCommands.js';
import { articleTags, faqMarksOf, issueKey, marksOf } from '../parts/articleTags.js';
import { marked, markedText, marksWith } from '../parts/evidence.js';
import { emptyNotice } from '../parts/notice.js';

const AGAIN = 2_000;
const STATES = { rejected: 'The file cannot be read as an article.', failed: 'Processing it failed.', deleted: 'It was removed.' };

/** @param {import('../core/router.js').ViewContext} context */
export async function showArticle({ main, signal, query, parts: [id] }) {
  const path = `articles/${encodeURIComponent(id)}`;
  const article = await read(path, {}, { signal, fresh: true });
  if (article === null) {
    document.title = 'An article – News issues';
    fill(main, h('h1', null, 'Not tagged yet'), emptyNotice('The article is being read.', 'It shows here in a moment.'));
    setTimeout(() => signal.aborted || refresh(), AGAIN);
    return;
  }

  const title = article.title ?? 'Untitled article';
  document.title = `${title} – News issues`;
  if (article.state !== 'tagged') {
    fill(main, headOf(article, title), unread(article), articleCommands(article, signal));
    return;
  }

  const [summary, text, faq, tags, duplicates] = await Promise.all([
    read(`summaries/${encodeURIComponent(id)}`, {}, { signal }),
    ...['text', 'faq', 'tags', 'duplicates'].map((part) => read(`${path}/${part}`, {}, { signal })),
  ]);
  const active = new Set(query.has('tag') ? query.getAll('tag') : tags.issues.slice(0, 1).map(issueKey));
  const place = placeOf(query);
  const nextOf = new Map();
  let marksSummary = query.get('summary') !== 'false';
  const body = h('div', { class: 'text', lang: article.language });
  const questions = h('section', { class: 'faq', lang: article.language });
  mark();
  fill(main, h('article', { class: 'article' },
    headOf(article, title),
    summaryPart(summary, article.language, marksSummary, (isOn) => {
      marksSummary = isOn;
      change();
    }),
    h('div', { class: 'side' }, articleTags(tags, active, { onChange: change, showNext })),
    h('div', { class: 'article-text' }, body, questions),
    h('div', { class: 'after' }, duplicatesOf(duplicates), about(article), articleCommands(article, signal))));
  return body.querySelector('.in-place');

  function change() {
    mark();
    remember(articleView(id, { tag: active.size > 0 ? [...active] : ['none'], summary: marksSummary ? undefined : 'false', at: query.get('at') }));
  }

  function mark() {
    const sentences = marksSummary ? summary.summary.map(({ start, length }) => ({ start, length, kind: 'summary' })) : [];
    fill(body, markedText(text.text, text.blocks, [...marksOf(tags, active), ...sentences, ...place]));
    fill(questions, faq.faq.length > 0 && [h('h2', null, 'Questions and answers'), h('dl', null, faq.faq.map((pair, i) => [
      h('dt', { dir: 'auto' }, marked(pair.question, faqMarksOf(tags, active, i, 'question'))),
      h('dd', { dir: 'auto' }, marked(pair.answer, faqMarksOf(tags, active, i, 'answer'))),
    ]))]);
  }

  function showNext(key) {
    const mentions = marksWith(body, key);
    const number = (nextOf.get(key) ?? 0) % mentions.length;
    nextOf.set(key, number + 1);
    mentions[number].scrollIntoView({ block: 'center' });
    return `${number + 1} of ${mentions.length}`;
  }
}

const summaryPart = (summary, language, isOn, onChange) => h('section', { class: 'card summary', 'aria-labelledby': 'summary' },
  h('h2', { id: 'summary' }, 'Summary'),
  h('div', { lang: language }, summary.summary.map((sentence) => h('p', { dir: 'auto' }, sentence.text))),
  h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: isOn, onchange: (event) => onChange(event.target.checked) }), ' Underline these sentences in the text'));

function headOf(article, title) {
  const meta = [
    article.published && format.day(article.published.day), article.source, article.authors?.join(', '),
    article.language && format.language(article.language),
  ].filter(Boolean);
  return h('header', null,
    h('h1', { lang: article.language, dir: 'auto' }, title),
    h('p', { class: 'quiet' }, meta.join(' · '), isWeb(article.url) && [' · ', h('a', { href: article.url, rel: 'noreferrer external' }, 'Original')]));
}

const unread = (article) => h('section', { class: 'notice bad' },
  h('p', { class: 'strong' }, STATES[article.state] ?? article.state),
  article.reason && h('p', null, h('code', null, article.reason), ' ', article.detail),
  h('p', null, 'File ', h('code', null, article.item ? `${article.blob}: ${article.item}` : article.blob)));

const duplicatesOf = ({ items }) => items.length > 0 && h('section', { class: 'card' }, h('h2', null, 'Nearly the same'), h('ul', { class: 'plain' }, items.map((item) => h('li', null,
  h('a', { href: articleView(item.id), dir: 'auto' }, item.title ?? 'Untitled article'),
  h('span', { class: 'quiet' }, [item.source, item.published && format.dayShort(item.published), `${format.percent(item.resemblance)} alike`].filter(Boolean).map((part) => ` · ${part}`))))));

function about(article) {
  const facts = [
    ['File', article.item ? `${article.blob}: ${article.item}` : article.blob],
    ['Format', article.format],
    ['Language', article.language && `${format.language(article.language)}${article.languageConfidence ? `, ${format.percent(article.languageConfidence)} sure` : ''}`],
    ['Published', article.published && [format.day(article.published.day), article.published.time?.slice(0, 5), article.published.offset?.replace(/:00$/, '')].filter(Boolean).join(' ')],
    ['First seen', format.when(article.firstSeen)],
    ['Updated', article.updated && format.when(article.updated)],
    ['Publisher’s subjects', article.subjects?.map((subject) => subject.name ?? subject.code).filter(Boolean).join(', ')],
    ['Taxonomy', article.taxonomyVersion],
  ].filter(([, value]) => value);
  return h('details', { class: 'card' }, h('summary', null, 'About the file'), h('dl', { class: 'facts' }, facts.map(([name, value]) => [h('dt', null, name), h('dd', null, value)])),
    article.source && h('p', null, h('a', { href: viewOf('articles', { source: article.source }) }, `More of ${article.source}`)));
}

/** The sentence that the address points to, as a digest's citation does. */
function placeOf(query) {
  const [, start, length] = /^(\d{1,9})-(\d{1,9})$/.exec(query.get('at') ?? '') ?? [];
  return start ? [{ start: Number(start), length: Number(length), kind: 'place' }] : [];
}

const isWeb = (url) => /^https?:\/\//i.test(url ?? '');
