// Tells that articles have arrived since a view was shown, and shows it anew on demand.

import { apiNow } from '../core/api.js';
import { listen } from '../core/arrivals.js';
import { announce, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { refresh } from '../core/router.js';

// In a burst the number changes all the time; it is told this seldom.
const PAUSE = 3_000;

/**
 * Makes the notice, which is hidden until something arrives.
 * @param {AbortSignal} signal Ends with the view.
 */
export function arrivalsNotice(signal) {
  const since = apiNow();
  const arrived = new Set();
  const number = h('span');
  const notice = h('p', { class: 'arrivals', hidden: true }, number, ' ', h('button', { onclick: refresh }, 'Show'));
  let isTelling = false;
  listen((summary) => {
    // The stream begins a little before it is asked for.
    if (Date.parse(summary.updated ?? summary.firstSeen) < since) {
      return;
    }

    arrived.add(summary.id);
    if (!isTelling) {
      tell();
      isTelling = true;
      setTimeout(() => {
        isTelling = false;
        tell();
      }, PAUSE);
    }
  }, signal);
  return notice;

  function tell() {
    notice.hidden = false;
    number.textContent = `${format.count(arrived.size, 'article')} arrived.`;
    announce(number.textContent);
  }
}
