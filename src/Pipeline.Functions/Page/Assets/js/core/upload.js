// Uploads a file straight into the storage, by an address that the API gives for it, and follows what becomes of it.

import { command, Problem, read } from './api.js';
import { listen } from './arrivals.js';

// How long one waits where no arrival tells that it is time to ask again: what cannot be read does not arrive.
const PAUSE = 1_500;

// Articles of one file that are asked for at the same time.
const AT_ONCE = 8;

/**
 * Uploads a file.
 * @param {File} file
 * @param {(share: number) => void} onProgress Is told how much is there, from 0 to 1.
 * @param {AbortSignal} signal
 * @returns {Promise<{ blob: string, etag: string }>} What is there now.
 */
export async function upload(file, onProgress, signal) {
  const { address, blob, maxBytes } = await command('POST', 'uploads', { name: file.name });
  if (file.size > maxBytes) {
    throw new Problem(413, 'too-large', 'The file is too large', `Files may have at most ${maxBytes} bytes.`);
  }

  return new Promise((resolve, reject) => {
    // Only this interface tells how far an upload is.
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('x-ms-blob-type', 'BlockBlob');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0));
    request.addEventListener('load', () => (request.status === 201
      ? resolve({ blob, etag: request.getResponseHeader('etag') })
      : reject(new Problem(request.status, 'upload', 'The upload failed', `The storage answered ${request.status}.`))));
    request.addEventListener('error', () => reject(new Problem(0, 'upload', 'The upload failed', 'The storage does not answer, or does not let this page in.')));
    request.addEventListener('abort', () => reject(new DOMException('The view was left.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/**
 * Follows an uploaded file until each of its articles is served, or is known not to be readable.
 * @param {{ blob: string, etag: string }} uploaded
 * @param {AbortSignal} signal
 * @param {(article: any) => void} onArticle Is told of each article: its summary, or what is known of one that has none.
 */
export async function follow({ blob, etag }, signal, onArticle) {
  // Stays open between the waits below.
  const following = new AbortController();
  listen(() => {}, AbortSignal.any([following.signal, signal]));
  let cursor;
  do {
    const page = await untilThere('articles', { blob, etag, cursor, limit: 100 }, signal);
    for (let i = 0; i < page.items.length; i += AT_ONCE) {
      await Promise.all(page.items.slice(i, i + AT_ONCE).map(async (article) => onArticle(await outcomeOf(article, signal))));
    }

    cursor = page.next;
  } while (cursor);
  following.abort();
}

async function outcomeOf(article, signal) {
  try {
    return article.state === 'rejected' ? article : await untilThere(`summaries/${encodeURIComponent(article.id)}`, {}, signal);
  } catch (problem) {
    if (problem instanceof Problem && ['rejected', 'failed', 'deleted', 'not-found'].includes(problem.type)) {
      return { ...article, state: problem.type, reason: problem.reason ?? problem.type, detail: problem.detail };
    }

    throw problem;
  }
}

/** Asks until the answer is there, and again while the storage is away. */
async function untilThere(path, parameters, signal) {
  for (;;) {
    try {
      const answer = await read(path, parameters, { signal, fresh: true });
      if (answer !== null) {
        return answer;
      }
    } catch (problem) {
      if (!(problem instanceof Problem) || !['unreachable', 'storage-unavailable'].includes(problem.type)) {
        throw problem;
      }
    }

    await arrivalOrPause(signal);
    signal.throwIfAborted();
  }
}

function arrivalOrPause(signal) {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      done.abort();
      resolve();
    };
    listen(end, AbortSignal.any([done.signal, signal]));
    setTimeout(end, PAUSE);
  });
}
