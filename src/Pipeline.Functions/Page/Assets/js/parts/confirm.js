// Asks before something is done that cannot be undone.

import { h } from '../core/dom.js';

/**
 * Asks in a dialog; Escape is no, and so is leaving the view.
 * @param {string} question
 * @param {string} verb What the button says that does it.
 * @param {AbortSignal} signal Ends with the view.
 * @returns {Promise<boolean>} Whether it is to be done.
 */
export function confirmed(question, verb, signal) {
  const dialog = h('dialog', { 'aria-labelledby': 'question' },
    h('p', { id: 'question' }, question),
    h('form', { method: 'dialog' }, h('button', { value: '' }, 'Cancel'), h('button', { class: 'danger', value: 'yes' }, verb)));
  document.body.append(dialog);
  dialog.showModal();
  signal.addEventListener('abort', () => dialog.close(''));
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
