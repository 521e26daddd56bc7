// How fresh what is seen is: one line for the page, of the newest answer.

import { element, replace } from './dom.js';
import { time, whole } from './format.js';

/** As of 12:03:20, 0 behind, 1 of 2 instances. */
export function showFreshness({ newestEvent, behind, instances, missing }) {
  replace(document.getElementById('freshness'),
    element('span', {}, newestEvent === undefined ? 'no event yet' : ['as of ', time(newestEvent)]),
    element('span', { class: behind > 0 && 'late' }, `${whole(behind)} behind`),
    element('span', { class: missing > 0 && 'late' }, `${instances} of ${instances + missing} instances`));
}

/** Below an answer in which something is missing. */
export function missingLine(freshness) {
  return freshness?.missing > 0 && element('p', { class: 'fine-print late' },
    `${freshness.missing} of ${freshness.instances + freshness.missing} instances did not answer: what they hold is not shown here.`);
}
