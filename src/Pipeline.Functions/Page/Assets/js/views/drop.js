// Drops files into the running pipeline, and shows what comes of each.

import { articleView } from '../core/address.js';
import { fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { follow, upload } from '../core/upload.js';
import { issueTags } from '../parts/issueLinks.js';
import { keyForm } from '../parts/keyForm.js';

const AT_ONCE = 4;
const SHOWN_ISSUES = 4;

/** @param {import('../core/router.js').ViewContext} context */
export async function showDrop({ main, signal }) {
  document.title = 'Drop files – News issues';
  const list = h('ol', { class: 'dropped', 'aria-label': 'Dropped files' });
  const input = h('input', { type: 'file', multiple: true, id: 'files', class: 'unseen', onchange: () => { take([...input.files]); input.value = ''; } });
  const zone = h('div', {
    class: 'drop-zone', ondragover: (event) => { event.preventDefault(); zone.classList.add('over'); }, ondragleave: () => zone.classList.remove('over'),
    ondrop: (event) => { event.preventDefault(); zone.classList.remove('over'); take([...event.dataTransfer.files]); },
  }, h('p', { class: 'strong' }, 'Drop news files here'), h('p', null, input, h('label', { class: 'button', for: 'files' }, 'Choose files')),
  h('p', { class: 'quiet' }, 'Web pages, feeds, JSON, mail, PDF, Word, Markdown, text, and archives of them. A file of the same name is replaced.'));
  fill(main, h('h1', null, 'Drop files'), zone, list, h('details', { class: 'card' }, h('summary', null, 'Function key'), keyForm()));

  const waiting = [];
  let running = 0;

  function take(files) {
    for (const file of files) {
      const state = h('p', { class: 'drop-state', role: 'status' }, 'Waiting');
      const bar = h('progress', { max: 1, value: 0, 'aria-label': `Upload of ${file.name}` });
      const results = h('div', { class: 'drop-results' });
      list.prepend(h('li', { class: 'card' }, h('h2', null, file.name, h('span', { class: 'quiet' }, ` ${format.bytes(file.size)}`)), bar, state, results));
      waiting.push({ file, state, bar, results });
    }

    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length > 0) {
      running += 1;
      handle(waiting.shift()).finally(() => {
        running -= 1;
        next();
      });
    }
  }

  async function handle({ file, state, bar, results }) {
    try {
      state.textContent = 'Uploading …';
      const uploaded = await upload(file, (share) => { bar.value = share; }, signal);
      bar.hidden = true;
      state.textContent = 'Reading …';
      let served = 0;
      let refused = 0;
      await follow(uploaded, signal, (article) => {
        article.summary ? (served += 1) : (refused += 1);
        results.append(resultOf(article));
        state.textContent = toldOf(served, refused, true);
      });
      state.textContent = toldOf(served, refused, false);
    } catch (problem) {
      if (!signal.aborted) {
        bar.hidden = true;
        state.classList.add('bad');
        state.textContent = problem.wantsKey ? 'A function key is needed: give it below, and drop the file again.' : problem.message;
      }
    }
  }
}

function toldOf(served, refused, goesOn) {
  const parts = [served > 0 && `${format.count(served, 'article')} served`, refused > 0 && `${refused} not readable`].filter(Boolean);
  return (parts.join(', ') || 'No article in it') + (goesOn ? ' …' : '.');
}

const resultOf = (article) => (article.summary
  ? h('article', { lang: article.language },
    h('h3', null, h('a', { href: articleView(article.id) }, article.title ?? 'Untitled article')),
    h('p', { dir: 'auto' }, article.summary.map((sentence) => sentence.text).join(' ')),
    h('div', { lang: 'en' }, issueTags(article.issues, SHOWN_ISSUES)))
  : h('p', { class: 'bad' }, article.item && `${article.item}: `, h('a', { href: articleView(article.id) }, article.state === 'failed' ? 'Failed' : 'Rejected'), ` – ${article.detail ?? article.reason}`));
