// What views say where something is not there: errors with what to do, and emptiness.

import { viewOf } from '../core/address.js';
import { Problem } from '../core/api.js';
import { h } from '../core/dom.js';

const ADVICE = {
  unreachable: 'Start the pipeline, or check the connection, and try again.',
  'storage-unavailable': 'The storage is unavailable for the moment. Try again in a while.',
  'not-found': 'It may never have been dropped here, or the address is not complete.',
  deleted: 'The file was removed, or no longer holds the article.',
  rejected: 'Mend the file and drop it again.',
  failed: 'Process it again, or look at the status.',
  'invalid-parameter': 'The address asks for something that there is not. Begin anew from the overview.',
};

/**
 * Says what went wrong.
 * @param {Error} error
 * @param {() => void} again Tries again.
 */
export function problemNotice(error, again) {
  if (!(error instanceof Problem)) {
    console.error(error);
  }

  return h('section', { class: 'notice bad', role: 'alert' },
    h('h1', null, error instanceof Problem ? error.title : 'This page has failed'),
    error.detail && h('p', null, error.detail),
    error.reason && h('p', null, 'Reason: ', h('code', null, error.reason)),
    h('p', null, ADVICE[error.type] ?? 'Try again; if it stays, the status may tell why.'),
    h('p', { class: 'buttons' }, h('button', { onclick: again }, 'Try again'), h('a', { class: 'button', href: viewOf('status') }, 'Status')));
}

/** Says that there is nothing, and what to do. */
export const emptyNotice = (title, ...advice) => h('section', { class: 'notice' }, h('p', { class: 'strong' }, title), h('p', null, ...advice));

/** A part that could not be read, within a view that could. */
export const failedPart = (error) => h('p', { class: 'notice bad', role: 'alert' }, `${error.title ?? 'Failed'}: ${error.message}`);
