// Takes the function key that commands want on Azure. It is kept in this tab alone, and sent in a header.

import { functionKey } from '../core/api.js';
import { announce, h } from '../core/dom.js';

/**
 * Makes the form.
 * @param {() => void} [onUse] Is told when a key was given.
 */
export function keyForm(onUse) {
  const input = h('input', { type: 'password', name: 'key', autocomplete: 'new-password', value: functionKey.get() });
  return h('form', {
    class: 'key-form', onsubmit: (event) => {
      event.preventDefault();
      functionKey.set(input.value.trim());
      announce(input.value ? 'The key is used in this tab.' : 'The key is forgotten.');
      onUse?.();
    },
  },
  h('label', null, 'Function key ', input),
  h('button', null, 'Use'),
  h('span', { class: 'quiet' }, 'Needed on Azure; not on your own machine. Kept in this tab only.'));
}
