// Asks before something is done that cannot be undone.

import { h } from '../core/dom.js';

/**
 * Asks in a dialog; Escape is no.
 * @param {string} question
 * @param {string} verb What the button says that does it.
 * @returns {Promise<boolean>} Whether it is to be done.
 */
export function confirmed(question, verb) {
  const dialog = h('dialog', { 'aria-labelledby': 'question' },
    h('p', { id: 'question' }, question),
    h('form', { method: 'dialog' }, h('button', { value: '' }, 'Cancel'), h('button', { class: 'danger', value: 'yes' }, verb)));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
