// The timeline of a device: the strip, its span and zoom, and the table of events.

import { element, replace } from './dom.js';
import { eventTable } from './event-table.js';
import { segmented } from './fields.js';
import { empty, panel } from './layout.js';
import { parameter } from './router.js';
import { Section } from './section.js';
import { firstMoment, itemsOf } from './strip-items.js';
import { Strip } from './strip.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const SPANS = { '1h': HOUR, '6h': 6 * HOUR, '24h': 24 * HOUR, '7d': 168 * HOUR, all: undefined };

/**
 * The panel, and `mark`, which draws a line at the moment that is diagnosed.
 *
 * @param {(at: number) => void} diagnose shows the diagnosis of a moment
 */
export function timelinePanel(ask, signal, every, diagnose) {
  const strip = new Strip(signal, (item) => diagnose(item.connection?.to ?? item.to));
  const table = element('div');
  let timeline;
  let newest;
  let window;
  const look = () => {
    const end = Date.now();
    const start = Math.min(firstMoment(timeline), end - MINUTE);
    const length = SPANS[parameter('span')];
    window = { from: length ? end - length : start, to: end };
    strip.show(itemsOf(timeline, start, end), Math.min(start, window.from), end, window);
  };
  const followUnlessZoomed = () => {
    if (!window || (strip.from === window.from && strip.to === window.to)) {
      look();
    }
  };
  const section = new Section({
    signal, every, label: 'Loading the timeline',
    load: (turn) => ask('/timeline', {}, turn),
    show: (answer) => {
      timeline = answer;
      const { events } = answer;
      if (events.length === 0) {
        return empty('No event is known', 'The timeline holds the last 200 events of at most 7 days.');
      }
      const now = `${events.at(-1).eventId} ${events.length}`;
      followUnlessZoomed();
      if (now === newest) {
        return undefined;
      }
      newest = now;
      replace(table, eventTable(answer, diagnose));
      return [tools(strip), strip.node, table];
    },
  });
  section.reload();
  const spans = segmented('Span of time', 'span', Object.keys(SPANS), 'all', () => timeline?.events.length && look());
  return { node: panel(['Timeline', spans], section.node), mark: (at) => strip.mark(at) };
}

function tools(strip) {
  const button = (text, label, click) => element('button', { type: 'button', 'aria-label': label, title: label, click }, text);
  return element('div', { class: 'tools' },
    button('−', 'Zoom out', () => strip.zoom(2)),
    button('+', 'Zoom in', () => strip.zoom(0.5)),
    button('Show all', 'Show all of the timeline', () => strip.look(strip.start, strip.end)),
    element('span', { class: 'fine-print' }, 'Drag over the strip to zoom; arrow keys walk through it.'));
}
