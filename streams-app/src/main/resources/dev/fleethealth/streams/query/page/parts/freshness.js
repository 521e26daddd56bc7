// How fresh an answer is: it stands below everything that was asked.

import { element } from '../dom.js';
import { clock, dayAndTime, time, whole } from '../format.js';

const DAY = 86_400_000;

/** As of 12:03:20, 0 behind, 1 of 2 instances. */
export function freshnessLine({ newestEvent, behind, instances, missing }, answeredAt) {
  const write = answeredAt - newestEvent < DAY ? clock : dayAndTime;
  return element('p', { class: 'freshness' },
    newestEvent === undefined ? 'No event yet' : ['As of ', time(newestEvent, write)],
    element('span', { class: behind > 0 ? 'late' : undefined }, `${whole(behind)} behind`),
    element('span', { class: missing > 0 ? 'late' : undefined }, `${instances} of ${instances + missing} instances`),
    missing > 0 && element('strong', {}, 'What the others hold is not shown'));
}
