// Shows the view of the address, and follows links within the page without loading it anew.

import { ROOT } from './address.js';
import { announce, fill, h } from './dom.js';
import { problemNotice } from '../parts/notice.js';

let views = [];
let leaving = new AbortController();
let shown = { path: null, address: null };

/**
 * Starts to show views.
 * @param {{ path: RegExp, nav?: string, show: (context: ViewContext) => Promise<HTMLElement | void> }[]} table The views by their
 * paths below the root. What a view returns is what its address points to.
 */
export function start(table) {
  views = table;
  history.scrollRestoration = 'manual';
  document.addEventListener('click', follow);
  window.addEventListener('scrollend', () => keepState({ scroll: window.scrollY }));
  window.addEventListener('popstate', () => {
    // A fragment alone is no other view.
    if (location.pathname + location.search !== shown.address) {
      render({ scroll: history.state?.scroll ?? 0 });
    }
  });
  return render({ scroll: history.state?.scroll ?? 0, isFirst: true });
}

/** Goes to an address of the page. */
export function go(address) {
  keepState({ scroll: window.scrollY });
  history.pushState(null, '', address);
  return render({ scroll: 0 });
}

/** Shows the view anew, in its place. */
export const refresh = () => render({ scroll: window.scrollY });

/** Puts what the user chose within a view into the address, without showing the view anew. */
export function remember(address) {
  history.replaceState(history.state, '', address);
  shown.address = location.pathname + location.search;
}

/** Keeps something with the entry of the history, for when the user comes back to it. */
export const keepState = (state) => history.replaceState({ ...history.state, ...state }, '');

function follow(event) {
  const link = event.target.closest?.('a[href]');
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return;
  }

  const address = new URL(link.href);
  const isHere = address.pathname === location.pathname && address.search === location.search;
  if (address.origin !== location.origin || !address.pathname.startsWith(ROOT) || (isHere && address.hash)) {
    return;
  }

  event.preventDefault();
  go(address.href);
}

async function render({ scroll, isFirst = false }) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const main = document.getElementById('main');
  const focused = document.activeElement;
  const path = location.pathname.slice(ROOT.length).replace(/\/$/, '');
  const view = views.find((candidate) => candidate.path.test(path));

  // The same view of something else stays until that is there, so that nothing jumps.
  const staysInPlace = path === shown.path;
  shown = { path, address: location.pathname + location.search };
  document.documentElement.dataset.ready = 'false';
  markNavigation(view);
  main.setAttribute('aria-busy', 'true');
  if (!staysInPlace && !isFirst) {
    fill(main, h('p', { class: 'waiting' }, 'Loading …'));
  }

  const target = await show(view, { main, signal, query: new URLSearchParams(location.search), path });
  if (signal.aborted) {
    return;
  }

  main.removeAttribute('aria-busy');
  if (target) {
    target.scrollIntoView({ block: 'center' });
  } else if (!staysInPlace) {
    window.scrollTo(0, scroll);
  }

  // What has the focus keeps it, where it is still there: a view may be shown anew without the user's doing.
  if (!isFirst && (!staysInPlace || !focused.isConnected)) {
    announce(document.title);
    ((staysInPlace && focused.id && document.getElementById(focused.id)) || main).focus({ preventScroll: true });
  }

  document.documentElement.dataset.ready = 'true';
}

async function show(view, { main, signal, query, path }) {
  try {
    return await (view?.show ?? showNothing)({ main, signal, query, parts: partsOf(view, path) });
  } catch (error) {
    if (!signal.aborted) {
      document.title = 'News issues';
      fill(main, error instanceof URIError ? nothing() : problemNotice(error, refresh));
    }

    return null;
  }
}

const partsOf = (view, path) => (view?.path.exec(path) ?? []).slice(1).map(decodeURIComponent);

function markNavigation(view) {
  for (const link of document.querySelectorAll('.masthead nav a')) {
    const isCurrent = new URL(link.href).pathname.slice(ROOT.length) === view?.nav;
    if (isCurrent) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

async function showNothing({ main }) {
  document.title = 'Not found – News issues';
  fill(main, nothing());
}

const nothing = () => [
  h('h1', null, 'There is no such page'),
  h('p', null, 'The address leads to no view. ', h('a', { href: ROOT }, 'Go to the overview'), '.'),
];

/**
 * @typedef {object} ViewContext
 * @property {HTMLElement} main Where the view is shown.
 * @property {AbortSignal} signal Ends with the view.
 * @property {URLSearchParams} query The parameters of the address.
 * @property {string[]} parts The parts of the path that the view's pattern catches.
 */
