// Processes an article again, or deletes it.

import { articleView } from '../core/address.js';
import { command } from '../core/api.js';
import { announce, fill, h } from '../core/dom.js';
import { confirmed } from './confirm.js';
import { keyForm } from './keyForm.js';

/**
 * Makes the buttons.
 * @param {{ id: string, blob: string, item?: string }} article
 * @param {AbortSignal} signal Ends with the view.
 */
export function articleCommands(article, signal) {
  const told = h('p', { role: 'status' });
  const path = `articles/${encodeURIComponent(article.id)}`;
  const what = article.item ? 'this article, one of several in its file' : `the file ${article.blob}`;
  return h('details', { class: 'card commands' }, h('summary', null, 'Commands'),
    h('p', { class: 'buttons' },
      h('button', { onclick: () => run('POST', `${path}/reprocess`, 'Processing it again; look again in a moment.') }, 'Process again'),
      h('button', { class: 'danger', onclick: remove }, 'Delete …')),
    told);

  async function remove() {
    if (await confirmed(`Delete ${what}? Its tags, summary and counts go with it.`, 'Delete', signal)) {
      await run('DELETE', path, 'Deleted.');
    }
  }

  async function run(method, address, done) {
    try {
      await command(method, address);
      fill(told, done, ' ', h('a', { href: articleView(article.id) }, 'Look again'));
      announce(done);
    } catch (problem) {
      fill(told, problem.wantsKey ? ['The key is missing or wrong.', keyForm(() => run(method, address, done))] : problem.message);
    }
  }
}
