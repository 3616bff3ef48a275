// Live updates: the API's stream of summaries, open once for all who listen, as long as anybody does.

import { API } from './address.js';

const listeners = new Set();
let source;

/**
 * Listens to articles that arrive.
 * @param {(summary: any) => void} listener
 * @param {AbortSignal} signal Ends it.
 */
export function listen(listener, signal) {
  listeners.add(listener);
  source ??= open();
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      source?.close();
      source = undefined;
    }
  });
}

function open() {
  // A browser takes the stream up again by itself where it ended; where the API refuses it, views ask instead.
  const stream = new EventSource(`${API}summaries/stream`);
  stream.addEventListener('summary', (event) => {
    const summary = JSON.parse(event.data);
    listeners.forEach((listener) => listener(summary));
  });
  return stream;
}
