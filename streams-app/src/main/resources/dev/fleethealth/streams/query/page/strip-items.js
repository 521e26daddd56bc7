// What a timeline strip shows: connections as bars, refusals as ticks, in the order of time.

import { domainOf } from './categories.js';

/** Bars and ticks, oldest first. A bar that overlaps another lies one lane below it. */
export function itemsOf(timeline, start, end) {
  const laneEnds = [];
  const bars = timeline.connections.map((connection) => {
    const from = connection.from ?? start;
    const to = connection.to ?? end;
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = to;
    return { kind: 'connection', from, to, lane: Math.min(lane, 2), connection, domain: connection.online ? 'open' : domainOf(connection.category) };
  });
  const ticks = timeline.events.filter((event) => event.type === 'CONNECT_FAILED').map((event) =>
    ({ kind: 'refusal', from: event.occurredAt, to: event.occurredAt, lane: 0, event, domain: domainOf(event.category) }));
  return [...bars, ...ticks].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The first moment that a timeline knows of. */
export function firstMoment(timeline) {
  const moments = [...timeline.connections.flatMap(({ from, to }) => [from, to]), ...timeline.events.map(({ occurredAt }) => occurredAt)];
  return Math.min(...moments.filter((moment) => moment !== undefined));
}
