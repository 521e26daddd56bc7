// One fleet: its numbers now, why its connections end, its alerts, its devices.

import { activityChart } from './activity-chart.js';
import { activityTable } from './activity-readout.js';
import { alertCard } from './alert-card.js';
import { get, path } from './api.js';
import { severity } from './badges.js';
import { devicesPanel } from './devices-panel.js';
import { element, replace } from './dom.js';
import { segmented } from './fields.js';
import { online } from './fleet-table.js';
import { rate, whole } from './format.js';
import { empty, folded, heading, panel, tile } from './layout.js';
import { live } from './live.js';
import { link, parameter } from './router.js';
import { Section } from './section.js';
import { foreignShort } from './text.js';

const MINUTE = 60_000;
const SPANS = {
  '1h': { length: 60 * MINUTE, step: '1m', stepMillis: MINUTE },
  '6h': { length: 360 * MINUTE, step: '5m', stepMillis: 5 * MINUTE },
  '24h': { length: 1440 * MINUTE, step: '15m', stepMillis: 15 * MINUTE },
  '7d': { length: 10_080 * MINUTE, step: '2h', stepMillis: 120 * MINUTE },
};

/** Draws the view into its place until the signal ends it. */
export function fleetView(host, { signal, subject: name }) {
  const numbers = numbersSection(name, signal);
  const activity = activitySection(name, signal);
  const alerts = alertsSection(name, signal);
  host.append(
    heading(foreignShort(name), { above: [element('a', { href: link(['fleets']) }, 'Fleets'), ' / fleet'] }),
    numbers.node,
    panel(['Why connections end', segmented('Span of time', 'span', Object.keys(SPANS), '6h', () => activity.reload())], activity.node),
    panel('Active alerts', alerts.node),
    devicesPanel(name, signal));
  numbers.reload();
  activity.reload();
  alerts.reload();
}

function numbersSection(name, signal) {
  const tiles = element('dl', { class: 'tiles' });
  const section = new Section({
    signal, label: 'Loading the fleet',
    load: (turn) => get(`/v1/fleets${path(name)}`, {}, turn),
    show: ({ fleet }) => {
      replace(tiles,
        tile('State', severity(fleet.worst)),
        tile('Online', online(fleet)),
        tile('Connects', rate(fleet.connectsPerMinute), ' a minute'),
        tile('Endings', rate(fleet.endingsPerMinute), ' a minute'),
        tile('Refused', rate(fleet.failuresPerMinute), ' a minute'));
      return tiles;
    },
  });
  live.addEventListener('fleets', ({ detail }) => {
    const fleet = detail.fleets.find((one) => one.name === name);
    if (fleet && section.answeredAt > 0) {
      section.succeed({ fleet, freshness: detail.freshness });
    }
  }, { signal });
  return section;
}

function activitySection(name, signal) {
  let chart = new AbortController();
  const chosen = () => SPANS[parameter('span')] ?? SPANS['6h'];
  return new Section({
    signal, every: MINUTE, label: 'Loading what happened',
    load: (turn) => {
      const { length, step, stepMillis } = chosen();
      const to = Date.now();
      const from = Math.ceil((to - length) / stepMillis) * stepMillis;
      return get(`/v1/fleets${path(name)}/activity`, { from, to, step }, turn);
    },
    show: ({ steps }) => {
      chart.abort();
      chart = new AbortController();
      if (steps.length === 0) {
        return empty('Nothing is known of this span');
      }
      const { stepMillis } = chosen();
      return [
        activityChart(steps, stepMillis, AbortSignal.any([signal, chart.signal])),
        folded('The same as a table', activityTable(steps)),
      ];
    },
  });
}

function alertsSection(name, signal) {
  const section = new Section({
    signal, label: 'Loading alerts',
    load: (turn) => get('/v1/alerts', { state: 'active', fleet: name }, turn),
    show: ({ alerts, next }) => (alerts.length === 0
      ? empty('No alert is active')
      : [element('div', { class: 'alerts' }, alerts.map(alertCard)),
        next && element('p', {}, element('a', { href: link(['alerts'], { fleet: name }) }, `More than ${whole(alerts.length)}: see all`))]),
  });
  live.addEventListener('alert', ({ detail }) => { if (detail.fleet === name) { section.reload(); } }, { signal });
  return section;
}
