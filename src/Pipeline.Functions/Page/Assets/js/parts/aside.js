// What stands beside a list that has no end: in front of it, since what is behind it cannot be come to; folded where there is no room beside.

import { h } from '../core/dom.js';

// As in layout.css, where columns stand beside each other.
const BESIDE = '(min-width: 60rem)';

/**
 * Makes the part.
 * @param {string} title
 * @param {...any} children
 */
export const aside = (title, ...children) => h('aside', { class: 'beside', 'aria-label': title },
  h('details', { open: matchMedia(BESIDE).matches }, h('summary', null, title), h('div', { class: 'side' }, children)));
