// The events of a device as a table, newest first: what the strip shows, for everybody.

import { element } from '../dom.js';
import { dayAndTime, time, words } from '../format.js';
import { foreign, foreignShort } from '../text.js';
import { category } from './badges.js';
import { folded, scrolling } from './layout.js';

const FIRST = 20;
const HEADS = ['Time', 'Event', 'Why', 'The broker said', 'Node', 'Address', ''];

/** @param {(at: number) => void} diagnose shows the diagnosis of a moment */
export function eventTable({ events, complete }, diagnose) {
  const newestFirst = events.toReversed();
  const body = element('tbody', {}, newestFirst.slice(0, FIRST).map((event) => row(event, diagnose)));
  const all = element('button', {
    type: 'button', class: 'more', click: () => {
      body.append(...newestFirst.slice(FIRST).map((event) => row(event, diagnose)));
      all.remove();
    },
  }, `Show all ${events.length}`);
  return [
    element('h3', {}, 'Events'),
    scrolling('Table of events', element('table', { class: 'events' },
      element('caption', { class: 'unseen' }, 'Events, newest first'),
      element('thead', {}, element('tr', {}, HEADS.map((head) => (head ? element('th', { scope: 'col' }, head) : element('td'))))), body)),
    events.length > FIRST && all,
    !complete && element('p', { class: 'fine-print' }, 'Older events were dropped: the timeline holds the last 200 of at most 7 days.'),
  ];
}

function row(event, diagnose) {
  const reason = [event.rawReason && foreignShort(event.rawReason), event.rawReasonCode !== undefined && ` (${event.rawReasonCode})`];
  return element('tr', {},
    element('th', { scope: 'row' }, time(event.occurredAt, dayAndTime)),
    element('td', {}, words(event.type), attributes(event)),
    element('td', {}, event.category ? [category(event.category), event.categorySource === 'DERIVED' && element('span', { class: 'fine-print' }, ' derived')] : '–'),
    element('td', {}, reason.some(Boolean) ? reason : '–'),
    element('td', {}, event.node ? foreignShort(event.node) : '–'),
    element('td', {}, event.peerAddress ? foreignShort(event.peerAddress) : '–'),
    element('td', {}, element('button', { type: 'button', class: 'quiet', click: () => diagnose(event.occurredAt) }, 'Diagnose')));
}

function attributes({ attributes: map = {} }) {
  const entries = Object.entries(map);
  return entries.length > 0 && folded(`${entries.length} more`, element('ul', { class: 'attributes' },
    entries.map(([name, value]) => element('li', {}, foreign(name), ': ', foreign(value)))));
}
