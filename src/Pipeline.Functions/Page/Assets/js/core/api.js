// Asks the API. What it answers with an error becomes a Problem, so that views can say what to do.

import { API, addressOf } from './address.js';

const KEY = 'function-key';

/** An answer of the API that is no success, or no answer at all (status 0). */
export class Problem extends Error {
  constructor(status, type, title, detail, reason) {
    super(detail || title);
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
    this.reason = reason;
  }

  /** Whether the API wants a key that was not given, or another one. */
  get wantsKey() {
    return this.status === 401 || this.status === 403;
  }
}

/** The function key that the user gave for this tab; empty where there is none. */
export const functionKey = {
  get: () => sessionStorage.getItem(KEY) ?? '',
  set: (key) => (key ? sessionStorage.setItem(KEY, key) : sessionStorage.removeItem(KEY)),
};

// How much the API's clock is ahead of this one, by the latest answer: answers of a cache are older.
let ahead = Number.NEGATIVE_INFINITY;

/** The time by the API's clock, in milliseconds. */
export const apiNow = () => Date.now() + (Number.isFinite(ahead) ? ahead : 0);

/**
 * Reads from the API.
 * @param {string} path The path below the API's root.
 * @param {Record<string, unknown>} [parameters]
 * @param {{ signal?: AbortSignal, fresh?: boolean }} [options] `fresh` asks past the browser's cache; else the API is asked whether what that has still holds.
 * @returns {Promise<any>} The answer; null where it is not there yet (202).
 */
export async function read(path, parameters, { signal, fresh = false } = {}) {
  const answer = await ask(addressOf(API, path, parameters), { signal, cache: fresh ? 'no-store' : 'no-cache' });
  return answer.status === 202 ? null : answer.json();
}

/**
 * Gives the API a command, with the user's key.
 * @param {'POST' | 'DELETE'} method
 * @param {string} path The path below the API's root.
 * @param {Record<string, unknown>} [parameters]
 * @param {AbortSignal} [signal]
 */
export async function command(method, path, parameters, signal) {
  const key = functionKey.get();
  const answer = await ask(addressOf(API, path, parameters), { method, signal, headers: key ? { 'x-functions-key': key } : {} });
  return answer.json();
}

async function ask(address, { headers, ...options }) {
  let answer;
  try {
    answer = await fetch(address, { ...options, headers: { accept: 'application/json', ...headers } });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }

    throw new Problem(0, 'unreachable', 'The pipeline does not answer', 'It may have stopped, or the connection to it.');
  }

  ahead = Math.max(ahead, Date.parse(answer.headers.get('date') ?? '') - Date.now() || Number.NEGATIVE_INFINITY);
  if (!answer.ok) {
    throw await problemOf(answer);
  }

  return answer;
}

async function problemOf(answer) {
  const body = await answer.json().catch(() => ({}));
  const type = body.type?.split(':').pop() ?? 'unknown';
  const wantsKey = answer.status === 401 || answer.status === 403;
  const title = body.title ?? (wantsKey ? 'This needs a function key' : `Error ${answer.status}`);
  return new Problem(answer.status, type, title, body.detail, body.reason);
}
