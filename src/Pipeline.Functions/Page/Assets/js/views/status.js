// How the pipeline is: what is wrong, queues, what failed, the taxonomy in force.

import { articleView } from '../core/address.js';
import { command, read } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { refresh } from '../core/router.js';
import { confirmed } from '../parts/confirm.js';
import { keyForm } from '../parts/keyForm.js';

const LISTED = 50;
const AGAIN = 5_000;

/** @param {import('../core/router.js').ViewContext} context */
export async function showStatus({ main, signal }) {
  document.title = 'Status – News issues';
  const parts = h('div', { class: 'after' });
  const stale = h('p', { class: 'notice bad', hidden: true });
  let shown = await readAll(signal);
  fill(parts, partsOf(shown, signal));
  fill(main, h('h1', null, 'Status'), stale, parts, h('section', { class: 'card unprinted' }, h('h2', null, 'Function key'), keyForm()));
  keepFresh();

  async function keepFresh() {
    while (!signal.aborted) {
      await new Promise((resolve) => { setTimeout(resolve, AGAIN); });
      if (signal.aborted || document.hidden) {
        continue;
      }

      try {
        const now = await readAll(signal);
        stale.hidden = true;

        // What has not changed stays, and so does what the user is at.
        if (JSON.stringify(now) !== JSON.stringify(shown) && !parts.contains(document.activeElement)) {
          shown = now;
          fill(parts, partsOf(now, signal));
        }
      } catch (problem) {
        if (!signal.aborted) {
          fill(stale, `${problem.title}: what stands below was so before.`);
          stale.hidden = false;
        }
      }
    }
  }
}

async function readAll(signal) {
  const [status, health, rejected, failed] = await Promise.all([
    read('status', {}, { signal, fresh: true }),
    readHealth(signal),
    read('articles', { state: 'rejected', limit: LISTED }, { signal, fresh: true }),
    read('articles', { state: 'failed', limit: LISTED }, { signal, fresh: true }),
  ]);
  return { status, health, rejected, failed };
}

const partsOf = ({ status, health, rejected, failed }, signal) => [
  h('div', null, facts(status, health)),
  poisonPart(status, signal),
  listPart('Rejected', rejected, 'Files that cannot be read as articles. Mend them and drop them again.'),
  listPart('Failed', failed, 'Articles whose processing failed five times. Look at the poison messages, mend the cause, and put them back to work.'),
  taxonomyPart(status),
];

// What needs looking at stands in an answer of 200. Without storage the answer is a problem, which has no checks.
async function readHealth(signal) {
  try {
    return await read('health', {}, { signal, fresh: true });
  } catch (problem) {
    if (signal.aborted) {
      throw problem;
    }

    return { status: 'unhealthy', checks: [{ name: problem.title, problem: problem.message }] };
  }
}

function facts(status, health) {
  const problems = health.checks.filter((check) => check.problem);
  return [
    h('section', { class: `notice ${health.status === 'healthy' ? 'good' : 'bad'}` }, h('p', { class: 'strong' }, health.status === 'healthy' ? 'All is well.' : 'Something needs looking at.'),
      problems.length > 0 && h('ul', null, problems.map((check) => h('li', null, h('strong', null, check.name), ': ', check.problem)))),
    h('dl', { class: 'figures' }, [
      ['Tagged', status.articles.tagged], ['Rejected', status.articles.rejected], ['Failed', status.articles.failed],
      ...status.queues.map((queue) => [`Waiting in ${queue.queue}`, queue.messages]),
      ['Poison messages', sumOf(status.poisonKept) + sumOf(status.poisonQueues)],
    ].map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, format.number(value))))),
    status.oldestWaiting && h('p', null, `The oldest message waits since ${format.when(status.oldestWaiting)}.`),
    status.index.rebuild && h('p', null, `The index is built anew since ${format.when(status.index.rebuild.since)}.`),
    status.reprocess && h('p', null, tellReprocess(status.reprocess)),
    status.reconcile?.last && h('p', { class: 'quiet' }, `Container and tables were last compared ${format.when(status.reconcile.last.ended)}: ${format.number(status.reconcile.last.checked)} looked at, `,
      status.reconcile.last.repaired.length === 0 ? 'nothing to repair.' : status.reconcile.last.repaired.map((one) => `${one.finding} ×${one.times}`).join(', ')),
  ];
}

// An order of all counts files; one that was called off has ended too.
const tellReprocess = ({ filter, started, ended, isCancelled, asked }) =>
  `Reprocessing, begun ${format.when(started)}: ${format.count(asked, Object.keys(filter).length === 0 ? 'file' : 'article')} asked for${isCancelled ? ', called off.' : ended ? ', ended.' : ' so far.'}`;

const sumOf = (depths) => depths.reduce((sum, depth) => sum + depth.messages, 0);

function poisonPart(status, signal) {
  if (status.poison.length === 0) {
    return null;
  }

  const told = h('div', { role: 'status' });
  const kept = sumOf(status.poisonKept);
  return h('section', { class: 'card' }, h('h2', null, 'Poison messages'),
    h('p', { class: 'quiet' }, `What failed too often${kept > status.poison.length ? `: the newest ${status.poison.length} of ${format.number(kept)}` : ', the newest first'}. Requeued, a message goes back to work byte for byte.`),
    h('p', { class: 'buttons' },
      h('button', { id: 'requeue-all', onclick: () => run('POST', 'poison/requeue') }, 'Requeue all'),
      h('button', { class: 'danger', onclick: () => drop('poison', `Drop all ${format.count(kept, 'message')}? What they asked for is not done any more.`) }, 'Drop all …')),
    told,
    h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': 'Poison messages' }, h('table', null,
      h('thead', null, h('tr', null, ['Queue', 'Since', 'Article', 'Last error', 'Commands'].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', null, status.poison.map((message) => h('tr', null,
        h('td', null, message.queue),
        h('td', null, format.when(message.insertedOn)),
        h('td', null, message.articleId && h('a', { href: articleView(message.articleId) }, message.articleId.slice(0, 8))),
        h('td', null, message.lastError ?? 'not known'),
        h('td', null, h('div', { class: 'buttons' },
          h('button', { onclick: () => run('POST', `${pathOf(message)}/requeue`), 'aria-label': `Requeue message ${message.id}` }, 'Requeue'),
          h('button', { class: 'danger', onclick: () => drop(pathOf(message), 'Drop this message? What it asked for is not done any more.'), 'aria-label': `Drop message ${message.id}` }, 'Drop …')))))))));

  async function drop(path, question) {
    if (await confirmed(question, 'Drop', signal)) {
      await run('DELETE', path);
    }
  }

  async function run(method, path) {
    try {
      // Of many messages the API takes some at a time. Where it took none, it would take none again.
      let answer;
      do {
        answer = await command(method, path);
      } while (answer.more && answer.messages > 0 && !signal.aborted);
      await refresh();
    } catch (problem) {
      fill(told, problem.wantsKey ? ['The key is missing or wrong.', keyForm(() => run(method, path))] : problem.message);
    }
  }
}

const pathOf = (message) => `poison/${encodeURIComponent(message.queue)}/${encodeURIComponent(message.id)}`;

const listPart = (title, page, advice) => page.items.length > 0 && h('section', { class: 'card' }, h('h2', null, title), h('p', { class: 'quiet' }, advice),
  h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': `${title} articles` }, h('table', null,
    h('thead', null, h('tr', null, ['File', 'Reason', 'Since'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', null, page.items.map((article) => h('tr', null,
      h('td', null, h('a', { href: articleView(article.id) }, article.item ? `${article.blob}: ${article.item}` : article.blob)),
      h('td', null, article.reason && h('code', null, article.reason), ' ', article.detail),
      h('td', null, format.when(article.firstSeen))))))),
  page.next && h('p', { class: 'quiet' }, `The newest ${LISTED}; there are more.`));

function taxonomyPart(status) {
  const own = status.ownTaxonomy;
  return h('section', { class: 'card' }, h('h2', null, 'Taxonomy'),
    h('p', null, 'In force: version ', h('code', null, status.taxonomyVersion), own?.state === 'inForce' ? `, your own (${own.blob}).` : ', the built-in one.'),
    own?.state === 'refused' && h('p', { class: 'bad' }, `${own.blob} was refused ${format.when(own.checked)}: the one before it stays in force.`),
    own?.problems.length > 0 && h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Line'), h('th', { scope: 'col' }, 'Problem'))),
      h('tbody', null, own.problems.map((problem) => h('tr', null, h('td', { class: 'count' }, problem.line), h('td', null, problem.isWarning && 'Warning: ', problem.message))))),
    own && own.problemCount > own.problems.length && h('p', { class: 'quiet' }, `${own.problemCount} problems in all; the whole report is beside the file.`));
}
