// Drops files into the running pipeline, and shows what comes of each. Uploads go on while other views are shown.

import { articleView } from '../core/address.js';
import { announce, fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { follow, upload } from '../core/upload.js';
import { issueTags } from '../parts/issueLinks.js';
import { keyForm } from '../parts/keyForm.js';

const AT_ONCE = 4;
const SHOWN_ISSUES = 4;
const REFUSALS = { rejected: 'Rejected', failed: 'Failed', deleted: 'Deleted before' };

const list = h('ol', { class: 'dropped', 'aria-label': 'Dropped files' });
const waiting = [];
let running = 0;

window.addEventListener('beforeunload', (event) => running + waiting.length > 0 && event.preventDefault());

/** @param {import('../core/router.js').ViewContext} context */
export async function showDrop({ main, signal }) {
  document.title = 'Drop files – News issues';
  const input = h('input', {
    type: 'file', multiple: true, id: 'files', class: 'unseen', onchange: () => {
      take([...input.files]);
      input.value = '';
    },
  });
  const zone = h('div', {
    class: 'drop-zone',
    ondragover: (event) => {
      event.preventDefault();
      zone.classList.add('over');
    },
    ondragleave: () => zone.classList.remove('over'),
    ondrop: (event) => {
      event.preventDefault();
      zone.classList.remove('over');
      take(filesOf(event.dataTransfer));
    },
  },
  h('h2', null, 'Drop news files here'),
  h('p', null, input, h('label', { class: 'button', for: 'files' }, 'Choose files')),
  h('p', { class: 'quiet' }, 'Web pages, feeds, JSON, mail, PDF, Word, Markdown, text, and archives of them.'));
  // Beside the zone a browser would open the file in place of the page.
  ['dragover', 'drop'].forEach((type) => window.addEventListener(type, (event) => event.preventDefault(), { signal }));
  fill(main, h('h1', null, 'Drop files'), zone, list);
}

// A folder comes as a file that cannot be read.
function filesOf(transfer) {
  const folders = new Set([...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry?.isDirectory).map((entry) => entry.name));
  if (folders.size > 0) {
    list.prepend(h('li', { class: 'card' }, h('p', { class: 'bad' }, `Folders are not taken (${[...folders].join(', ')}): drop the files in them.`)));
  }

  return [...transfer.files].filter((file) => !folders.has(file.name));
}

function take(files) {
  for (const file of files) {
    const item = {
      file,
      replaces: false,
      bar: h('progress', { max: 1, value: 0, 'aria-label': `Upload of ${file.name}` }),
      state: h('p', { class: 'drop-state' }, 'Waiting'),
      results: h('div', { class: 'drop-results' }),
    };
    list.prepend(h('li', { class: 'card' }, h('h3', null, file.name, h('span', { class: 'quiet' }, ` ${format.bytes(file.size)}`)), item.bar, item.state, item.results));
    waiting.push(item);
  }

  next();
}

function next() {
  while (running < AT_ONCE && waiting.length > 0) {
    running += 1;
    const item = waiting.shift();
    send(item)
      .catch((problem) => tell(item, problem))
      .finally(() => {
        running -= 1;
        next();
      });
  }
}

async function send(item) {
  const { file, state, bar } = item;
  state.classList.remove('bad');
  if (!item.uploaded) {
    bar.hidden = false;
    state.textContent = 'Uploading …';
    item.uploaded = await upload(file, { replaces: item.replaces, onProgress: (share) => { bar.value = share; } });
    bar.hidden = true;
  }

  watch(item).catch((problem) => tell(item, problem));
}

async function watch({ file, state, results, uploaded }) {
  let served = 0;
  let refused = 0;
  state.textContent = 'Reading …';
  await follow(uploaded, (article) => {
    if (article.summary) {
      served += 1;
    } else {
      refused += 1;
    }

    results.append(resultOf(article));
    state.textContent = `${toldOf(served, refused)} …`;
  });
  state.textContent = `${toldOf(served, refused)}.`;
  announce(`${file.name}: ${state.textContent}`);
}

/** Says what went wrong with a file, and offers what can be done about it. */
function tell(item, problem) {
  const again = (changes) => {
    fill(item.results);
    waiting.push(Object.assign(item, changes));
    next();
  };
  item.bar.hidden = true;
  item.state.classList.add('bad');
  item.state.textContent = problem.message;
  announce(`${item.file.name}: ${problem.message}`);
  if (problem.type === 'exists') {
    fill(item.results, h('p', { class: 'buttons' }, h('button', { onclick: () => again({ replaces: true }) }, 'Replace it')));
  } else if (problem.wantsKey) {
    item.state.textContent = 'Uploading needs a function key.';
    fill(item.results, keyForm(() => again({})));
  } else {
    fill(item.results, h('p', { class: 'buttons' }, h('button', { onclick: () => again({}) }, 'Try again')));
  }
}

function toldOf(served, refused) {
  const parts = [served > 0 && `${format.count(served, 'article')} served`, refused > 0 && `${refused} not readable`].filter(Boolean);
  return parts.join(', ') || 'No article in it';
}

function resultOf(article) {
  if (!article.summary) {
    return h('p', { class: 'bad' }, article.item && `${article.item}: `, h('a', { href: articleView(article.id) }, REFUSALS[article.state]), article.reason && ` – ${article.detail ?? article.reason}`);
  }

  return h('article', { lang: article.language },
    h('h4', null, h('a', { href: articleView(article.id), dir: 'auto' }, article.title ?? 'Untitled article')),
    h('p', { dir: 'auto' }, article.summary.map((sentence) => sentence.text).join(' ')),
    h('div', { lang: 'en' }, issueTags(article.issues, SHOWN_ISSUES)));
}
