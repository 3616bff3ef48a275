// What views say where something is not there: errors with what to do, and emptiness.

import { viewOf } from '../core/address.js';
import { h } from '../core/dom.js';
import { Problem } from '../core/api.js';

const ADVICE = {
  unreachable: 'Start the pipeline, or check the connection, and reload.',
  'storage-unavailable': 'The storage is away for the moment. Reload in a while.',
  'not-found': 'It may never have been dropped here, or the address is not whole.',
  deleted: 'The file was removed, or holds the article no longer.',
  rejected: 'Mend the file and drop it again.',
  failed: 'Reprocess it, or look at the status.',
};

/** Says what went wrong. */
export function problemNotice(error) {
  if (!(error instanceof Problem)) {
    console.error(error);
  }

  const title = error instanceof Problem ? error.title : 'This page has failed';
  return h('section', { class: 'notice bad', role: 'alert' },
    h('h1', null, title),
    error.detail && h('p', null, error.detail),
    error.reason && h('p', null, 'Reason: ', h('code', null, error.reason)),
    h('p', null, ADVICE[error.type] ?? 'Reload the page; if it stays, the status may tell why.', ' ', h('a', { href: viewOf('status') }, 'Status')));
}

/** Says that there is nothing, and what to do. */
export const emptyNotice = (title, ...advice) => h('section', { class: 'notice' }, h('p', { class: 'strong' }, title), h('p', null, ...advice));

/** A part that could not be read, within a view that could. */
export const failedPart = (error) => h('p', { class: 'notice bad', role: 'alert' }, `${error.title ?? 'Failed'}: ${error.message}`);
