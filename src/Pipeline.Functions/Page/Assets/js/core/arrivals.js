// Live updates: the API's stream of summaries, open once for all who listen, as long as anybody does and the page is seen. Browsers
// keep six connections to a host that has no HTTP/2, for all tabs: one that nobody looks at takes none.

import { API } from './address.js';

// Where the API refuses the stream, as when too many have one.
const AGAIN = 15_000;

const listeners = new Set();
let source;

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    close();
  } else if (listeners.size > 0) {
    open();
  }
});

/**
 * Listens to articles that arrive.
 * @param {(summary: any) => void} listener
 * @param {AbortSignal} signal Ends it.
 */
export function listen(listener, signal) {
  if (signal.aborted) {
    return;
  }

  listeners.add(listener);
  open();
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      close();
    }
  });
}

function open() {
  if (source || document.hidden) {
    return;
  }

  // A browser takes a stream up again by itself where it ended, but not one that was refused.
  source = new EventSource(`${API}summaries/stream`);
  source.addEventListener('summary', (event) => {
    const summary = JSON.parse(event.data);
    listeners.forEach((listener) => listener(summary));
  });
  source.addEventListener('error', () => {
    if (source?.readyState === EventSource.CLOSED) {
      source = undefined;
      setTimeout(() => listeners.size > 0 && open(), AGAIN);
    }
  });
}

function close() {
  source?.close();
  source = undefined;
}
