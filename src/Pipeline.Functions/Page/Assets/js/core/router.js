// Shows the view of the address, and follows links within the page without loading it anew.

import { ROOT } from './address.js';
import { announce, fill, h } from './dom.js';
import { problemNotice } from '../parts/notice.js';

let views = [];
let leaving = new AbortController();
let shown;

/**
 * Starts to show views.
 * @param {{ path: RegExp, nav?: string, show: (context: ViewContext) => Promise<void> }[]} table The views by their paths below the root.
 */
export function start(table) {
  views = table;
  document.addEventListener('click', follow);
  window.addEventListener('popstate', (event) => {
    // A step to a place within the view leads to no other view.
    if (addressOfView() !== shown) {
      render({ scroll: event.state?.scroll ?? 0 });
    }
  });
  history.scrollRestoration = 'manual';
  return render({ isFirst: true });
}

/** Goes to an address of the page. */
export function go(address, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', address);
  } else {
    history.replaceState({ scroll: window.scrollY }, '');
    history.pushState(null, '', address);
  }

  return render({ keepsPlace: replace });
}

/** Puts a state into the address without showing the view anew. */
export function remember(address) {
  history.replaceState(null, '', address);
  shown = addressOfView();
}

const addressOfView = () => location.pathname + location.search;

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

async function render({ isFirst = false, keepsPlace = false, scroll = 0 } = {}) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const page = document.documentElement;
  const main = document.getElementById('main');
  const address = new URL(location.href);
  const path = address.pathname.slice(ROOT.length).replace(/\/$/, '');
  const view = views.find((candidate) => candidate.path.test(path));

  // Where conditions alone change, the view stays until it is there anew, and so does the focus on a control that is there again.
  const isSameView = shown?.split('?')[0] === address.pathname;
  const focused = isSameView && document.activeElement.id;
  shown = addressOfView();
  page.dataset.ready = 'false';
  markNavigation(view);
  if (!keepsPlace && !isSameView) {
    fill(main, h('p', { class: 'waiting', role: 'status' }, 'Loading …'));
  }

  try {
    const context = { main, signal, query: address.searchParams, parts: (view?.path.exec(path) ?? []).slice(1).map(decodeURIComponent) };
    await (view?.show ?? showNothing)(context);
  } catch (error) {
    if (signal.aborted) {
      return;
    }

    fill(main, problemNotice(error));
    document.title = 'News issues';
  }

  if (signal.aborted) {
    return;
  }

  page.dataset.ready = 'true';
  const control = focused && main.querySelector(`#${CSS.escape(focused)}`);
  if (control) {
    control.focus({ preventScroll: true });
  } else if (!isFirst && !keepsPlace) {
    main.focus({ preventScroll: true });
    window.scrollTo(0, scroll);
  }

  if (!isFirst && !keepsPlace) {
    announce(document.title);
  }
}

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
  fill(main, h('h1', null, 'There is no such page'), h('p', null, 'The address leads to no view. ', h('a', { href: ROOT }, 'Go to the overview'), '.'));
}

/**
 * @typedef {object} ViewContext
 * @property {HTMLElement} main Where the view is shown.
 * @property {AbortSignal} signal Ends with the view.
 * @property {URLSearchParams} query The parameters of the address.
 * @property {string[]} parts The parts of the path that the view's pattern catches.
 */
