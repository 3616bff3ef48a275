// Uploads a file straight into the storage, by an address that the API gives for it, and follows what becomes of it.

import { command, Problem, read } from './api.js';
import { listen } from './arrivals.js';

// How long one waits where no arrival tells that it is time to ask again: what cannot be read does not arrive.
const PAUSE = 1_500;
const LONGEST_PAUSE = 15_000;

// Past the longest that reading a file takes, five tries included. A version that another has replaced since is never read.
const PATIENCE = 10 * 60_000;

// Problems after which the state of an article is asked for again.
const AGAIN = ['unreachable', 'storage-unavailable', 'rejected', 'failed', 'deleted'];

// Articles of a file that are asked for together.
const PAGE = 20;

/**
 * Uploads a file.
 * @param {File} file
 * @param {{ replaces: boolean, onProgress: (share: number) => void }} options Whether a file of that name is replaced; what is told how much is there, from 0 to 1.
 * @returns {Promise<{ blob: string, etag: string }>} What is there now.
 * @throws {Problem} Of the type `exists` where there is a file of that name, and it is not to be replaced.
 */
export async function upload(file, { replaces, onProgress }) {
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
    if (!replaces) {
      request.setRequestHeader('if-none-match', '*');
    }

    request.upload.addEventListener('progress', (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0));
    request.addEventListener('load', () => {
      if (request.status === 201) {
        resolve({ blob, etag: request.getResponseHeader('etag') });
      } else {
        reject(request.status === 409 || request.status === 412
          ? new Problem(request.status, 'exists', 'There is a file of that name', 'There is a file of that name already.')
          : new Problem(0, 'upload', 'The upload failed', `The storage answered ${request.status}.`));
      }
    });
    request.addEventListener('error', () => reject(new Problem(0, 'upload', 'The upload failed', 'The storage cannot be reached from here, or does not accept uploads from this page.')));
    request.send(file);
  });
}

/**
 * Follows an uploaded file until each of its articles is served, or is known not to be readable.
 * @param {{ blob: string, etag: string }} uploaded
 * @param {(article: any) => void} onArticle Is told of each article: its summary, or what is known of one that has none.
 */
export async function follow({ blob, etag }, onArticle) {
  const following = new AbortController();
  const arrivals = new EventTarget();
  listen((summary) => summary.blob === blob && arrivals.dispatchEvent(new Event('arrival')), following.signal);
  try {
    let cursor;
    do {
      cursor = await followPage({ blob, etag, cursor, limit: PAGE }, arrivals, onArticle);
    } while (cursor);
  } finally {
    following.abort();
  }
}

/** Follows the articles of a page, each of which is told once, and returns the cursor of the next one. */
async function followPage(parameters, arrivals, onArticle) {
  const told = new Set();
  const deadline = performance.now() + PATIENCE;
  for (let pause = PAUSE; performance.now() < deadline; pause = Math.min(pause * 1.2, LONGEST_PAUSE), await arrivalOrPause(arrivals, pause)) {
    const page = await readIfThere('articles', parameters);
    const known = page?.items.filter((article) => article.state !== 'pending' && !told.has(article.id)) ?? [];
    await Promise.all(known.map(async (article) => {
      const outcome = article.state === 'tagged' ? await readIfThere(`summaries/${encodeURIComponent(article.id)}`, {}) : article;
      if (outcome !== null) {
        told.add(article.id);
        onArticle(outcome);
      }
    }));
    if (page?.items.every((article) => told.has(article.id))) {
      return page.next;
    }
  }

  throw new Problem(0, 'not-read', 'Not read yet', 'It is not read yet, or another file has taken its place. The status may tell why.');
}

/** Reads what may not be there yet, or not any more, or while the storage is away: null then, to be asked for again. */
async function readIfThere(path, parameters) {
  try {
    return await read(path, parameters, { fresh: true });
  } catch (problem) {
    if (problem instanceof Problem && AGAIN.includes(problem.type)) {
      return null;
    }

    throw problem;
  }
}

function arrivalOrPause(arrivals, pause) {
  return new Promise((resolve) => {
    arrivals.addEventListener('arrival', resolve, { once: true });
    setTimeout(resolve, pause);
  });
}
