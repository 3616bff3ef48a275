// Summaries, newest first, of which more come when their end is near.

import { articleView } from '../core/address.js';
import { read } from '../core/api.js';
import { announce, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { issueTags } from './issueLinks.js';
import { emptyNotice, failedPart } from './notice.js';

const PAGE = 50;
const SHOWN_ISSUES = 5;

// How far below the window the end of the list is when more is asked for.
const AHEAD = '900px';

/**
 * Makes the list, and shows its first page.
 * @param {Record<string, unknown>} conditions The conditions of the API's listing of summaries.
 * @param {AbortSignal} signal Ends with the view.
 */
export async function articleList(conditions, signal) {
  const list = h('ol', { class: 'articles', 'aria-label': 'Articles' });
  const more = h('button', { class: 'more', onclick: load }, 'More articles');
  const part = h('div', null, list, more);
  let cursor;
  let isLoading = false;
  let failed;
  await load();
  if (list.childElementCount === 0) {
    return emptyNotice('No articles here.', 'Choose other days or fewer conditions.');
  }

  const end = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), { rootMargin: `0px 0px ${AHEAD} 0px` });
  end.observe(more);
  signal.addEventListener('abort', () => end.disconnect());
  return part;

  async function load() {
    if (isLoading || more.hidden || signal.aborted) {
      return;
    }

    isLoading = true;
    try {
      // A page may be empty and still have a next one: what is looked for is rare.
      let page;
      do {
        page = await read('summaries', { ...conditions, limit: PAGE, cursor }, { signal });
        cursor = page.next;
      } while (page.items.length === 0 && cursor);

      const isMore = list.childElementCount > 0;
      failed?.remove();
      list.append(...page.items.map(articleItem));
      more.hidden = !cursor;
      if (isMore) {
        announce(`${format.count(list.childElementCount, 'article')} shown`);
        rewatch();
      }
    } catch (error) {
      if (list.childElementCount === 0) {
        throw error;
      }

      if (!signal.aborted) {
        failed?.remove();
        failed = failedPart(error);
        more.before(failed);
      }
    } finally {
      isLoading = false;
    }
  }

  // An observer tells of changes alone; where the end is still near, it is to tell again.
  function rewatch() {
    end.unobserve(more);
    end.observe(more);
  }
}

/** One summary, as an item of a list. */
export function articleItem(article) {
  const meta = [article.published && format.dayShort(article.published), article.source, article.language && article.language !== 'en' && format.language(article.language)].filter(Boolean);
  return h('li', { class: 'article-item', lang: article.language },
    h('h3', null, h('a', { href: articleView(article.id) }, article.title ?? 'Untitled article')),
    h('p', { class: 'quiet', lang: 'en' }, meta.join(' · ') || `Came on ${format.when(article.firstSeen)}`),
    h('p', { dir: 'auto' }, article.summary.map((sentence) => sentence.text).join(' ')),
    article.issues.length > 0 && h('div', { lang: 'en' }, issueTags(article.issues, SHOWN_ISSUES)));
}
