// Summaries, newest first, of which more come when their end is near.

import { articleView } from '../core/address.js';
import { read } from '../core/api.js';
import { h } from '../core/dom.js';
import * as format from '../core/format.js';
import { keepState } from '../core/router.js';
import { issueTags } from './issueLinks.js';
import { emptyNotice, failedPart } from './notice.js';

const PAGE = 50;
const SHOWN_ISSUES = 5;

// How far below the window the end of the list is when more is asked for.
const AHEAD = '900px';

// Who comes back to a longer list begins with so many at most.
const MOST_RETURNED = 1_000;

/**
 * Makes the list, and shows its first page, or as much of it as the user had seen before going elsewhere.
 * @param {Record<string, unknown>} conditions The conditions of the API's listing of summaries.
 * @param {AbortSignal} signal Ends with the view.
 * @param {string} heading The element of the titles.
 */
export async function articleList(conditions, signal, heading) {
  const seen = Math.min(history.state?.articles ?? 0, MOST_RETURNED);
  const list = h('div', { class: 'articles' });
  const more = h('button', { class: 'more', onclick: () => load() }, 'More articles');
  let cursor;
  let shown = 0;
  let isLoading = false;
  let failed;
  do {
    await append();
  } while (cursor && shown < seen);

  if (shown === 0) {
    return emptyNotice('No articles here.', 'Choose other days or fewer conditions.');
  }

  const end = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), { rootMargin: `0px 0px ${AHEAD} 0px` });
  watchEnd();
  signal.addEventListener('abort', () => end.disconnect());
  return h('div', null, list, more);

  async function load() {
    if (isLoading || more.hidden || signal.aborted) {
      return;
    }

    isLoading = true;
    failed?.remove();
    try {
      await append();
      keepState({ articles: shown });
      watchEnd();
    } catch (error) {
      if (!signal.aborted) {
        end.disconnect();
        failed = failedPart(error);
        more.before(failed);
      }
    } finally {
      isLoading = false;
    }
  }

  // An observer tells of changes alone; where the end is still near, it is to tell again.
  function watchEnd() {
    end.disconnect();
    more.hidden = !cursor;
    if (cursor) {
      end.observe(more);
    }
  }

  async function append() {
    // A page may be empty and still have a next one: what is looked for is rare.
    let page;
    do {
      page = await read('summaries', { ...conditions, limit: PAGE, cursor }, { signal });
      cursor = page.next;
    } while (page.items.length === 0 && cursor);

    if (page.items.length === 0) {
      return;
    }

    // A list a page: what is out of sight is passed over in layout a page at a time, whatever the number of articles.
    list.append(h('ol', {
      class: 'articles-page',
      'aria-label': `Articles ${shown + 1} to ${shown + page.items.length}`,
      start: shown + 1,
      vars: { items: page.items.length },
    }, page.items.map((article) => articleItem(article, heading))));
    shown += page.items.length;
  }
}

/** The item that the user left the list by, where it is shown again; what is out of sight has no height to go by. */
export function itemLeft() {
  const left = history.state?.article;
  keepState({ article: undefined });
  return left && document.getElementById(itemId(left));
}

const itemId = (id) => `article-${id}`;

function articleItem(article, heading) {
  const meta = [
    article.published && format.dayShort(article.published),
    article.source,
    article.language && article.language !== 'en' && format.language(article.language),
  ].filter(Boolean);
  return h('li', { class: 'article-item', id: itemId(article.id), lang: article.language },
    h(heading, { class: 'article-title' }, h('a', { href: articleView(article.id), dir: 'auto', onclick: () => keepState({ article: article.id }) }, article.title ?? 'Untitled article')),
    h('p', { class: 'quiet', lang: 'en' }, meta.join(' · ') || `Arrived on ${format.when(article.firstSeen)}`),
    h('p', { dir: 'auto' }, article.summary.map((sentence) => sentence.text).join(' ')),
    article.issues.length > 0 && h('div', { lang: 'en' }, issueTags(article.issues, SHOWN_ISSUES)));
}
