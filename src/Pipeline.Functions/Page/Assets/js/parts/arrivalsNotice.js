// Tells that articles have arrived since a view was shown, and shows it anew on demand.

import { listen } from '../core/arrivals.js';
import { fill, h } from '../core/dom.js';
import * as format from '../core/format.js';
import { go } from '../core/router.js';

/**
 * Makes the notice, which is hidden until something arrives.
 * @param {AbortSignal} signal Ends with the view.
 */
export function arrivalsNotice(signal) {
  const since = Date.now();
  const arrived = new Set();
  const notice = h('p', { class: 'arrivals', role: 'status', hidden: true });
  listen((summary) => {
    // The stream begins a little before it is asked for.
    if (Date.parse(summary.updated ?? summary.firstSeen) >= since) {
      arrived.add(summary.id);
      notice.hidden = false;
      fill(notice, `${format.count(arrived.size, 'article')} arrived. `, h('button', { onclick: () => go(location.href, { replace: true }) }, 'Show'));
    }
  }, signal);
  return notice;
}
