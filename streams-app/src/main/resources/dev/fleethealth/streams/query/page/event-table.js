// The events of a device as a table, newest first: what the strip shows, for everybody.

import { category } from './badges.js';
import { element } from './dom.js';
import { time, words } from './format.js';
import { folded } from './layout.js';
import { row, table, tableBody } from './table.js';
import { foreign, foreignShort } from './text.js';

const FIRST = 20;
const HEADS = ['Time', 'Event', 'Why', 'The broker said', 'Node', 'Address', 'At that time'];

/** @param {(at: number) => void} diagnose shows the diagnosis of a moment */
export function eventTable({ events, complete }, diagnose) {
  const newestFirst = events.toReversed();
  const body = tableBody(newestFirst.slice(0, FIRST).map((event) => eventRow(event, diagnose)));
  const all = element('button', {
    type: 'button', class: 'more', click: () => {
      body.append(...newestFirst.slice(FIRST).map((event) => eventRow(event, diagnose)));
      all.remove();
    },
  }, `Show all ${events.length}`);
  return [
    element('h3', {}, 'Events'),
    table('Events, newest first', HEADS, body, 'events'),
    events.length > FIRST && all,
    !complete && element('p', { class: 'fine-print' }, 'Older events were dropped: the timeline holds the last 200 of at most 7 days.'),
  ];
}

function eventRow(event, diagnose) {
  const reason = [event.rawReason && foreignShort(event.rawReason), event.rawReasonCode !== undefined && ` (${event.rawReasonCode})`];
  return row(HEADS,
    time(event.occurredAt),
    [words(event.type), attributes(event)],
    event.category ? [category(event.category), event.categorySource === 'DERIVED' && element('span', { class: 'fine-print' }, ' derived')] : '–',
    reason.some(Boolean) ? reason : '–',
    event.node ? foreignShort(event.node) : '–',
    event.peerAddress ? foreignShort(event.peerAddress) : '–',
    element('button', { type: 'button', class: 'quiet', click: () => diagnose(event.occurredAt) }, 'Diagnose'));
}

function attributes({ attributes: map = {} }) {
  const entries = Object.entries(map);
  return entries.length > 0 && folded(`${entries.length} more`, element('ul', { class: 'attributes' },
    entries.map(([name, value]) => element('li', {}, foreign(name), ': ', foreign(value)))));
}
