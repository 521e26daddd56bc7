// Alerts: those that are active, and those that were.

import { alertCard } from './alert-card.js';
import { get } from './api.js';
import { element } from './dom.js';
import { choiceField, searchField, segmented } from './fields.js';
import { words } from './format.js';
import { empty, heading } from './layout.js';
import { live } from './live.js';
import { Pages } from './pages.js';
import { parameter } from './router.js';
import { Section } from './section.js';

const PAGE = 50;
const HOUR = 3_600_000;
const SPANS = { '24h': 24 * HOUR, '7d': 168 * HOUR, '30d': 720 * HOUR };
const DETECTORS = ['reconnection-storm', 'reconnect-loop', 'takeover-loop', 'jwt-expiry-cluster', 'keepalive-timeout', 'keepalive-timeout-surge',
  'auth-failure-loop', 'auth-failure-burst', 'mass-disconnect', 'broker-restart', 'capacity-exhausted', 'client-misbehaviour'];

/** Draws the view into its place until the signal ends it. */
export function alertsView(host, { signal }) {
  const pages = new Pages('alerts', (after, turn) => get('/v1/alerts', { ...filters(), limit: PAGE, after }, turn));
  const section = new Section({
    signal, label: 'Loading alerts', load: (turn) => pages.first(turn),
    show: ({ alerts }) => (alerts.length === 0 ? none() : list(pages)),
  });
  const span = choiceField('History of', 'span', [['', '24 h'], ['7d', '7 days'], ['30d', '30 days']], () => changed());
  const changed = () => {
    span.hidden = !isHistory();
    section.reload();
  };
  live.addEventListener('alert', changed, { signal });
  host.append(
    heading('Alerts', { beside: segmented('Which alerts', 'list', ['active', 'history'], 'active', changed) }),
    element('div', { class: 'filters' },
      choiceField('Severity', 'severity', [['', 'Any'], ['CRITICAL', 'Critical'], ['WARNING', 'Warning'], ['INFO', 'Info']], changed),
      choiceField('Detector', 'detector', [['', 'Any'], ...DETECTORS.map((id) => [id, words(id)])], changed),
      searchField('Fleet, its whole name', 'fleet', changed),
      searchField('Device, its whole id', 'device', changed),
      span),
    section.node);
  changed();
}

function isHistory() {
  return parameter('list') === 'history';
}

function filters() {
  const names = ['severity', 'detector', 'fleet', 'device'];
  const given = Object.fromEntries(names.map((name) => [name, parameter(name)]));
  return isHistory() ? { ...given, from: Date.now() - (SPANS[parameter('span')] ?? SPANS['24h']) } : { ...given, state: 'active' };
}

function list(pages) {
  const cards = element('div', { class: 'alerts' }, pages.items.map(alertCard));
  return [cards, pages.more((alerts) => cards.append(...alerts.map(alertCard)))];
}

function none() {
  const filtered = ['severity', 'detector', 'fleet', 'device'].some(parameter);
  if (filtered) {
    return empty('No alert is like this', 'Leave out a filter, or look into the history.');
  }
  return isHistory() ? empty('No alert in this span') : empty('No alert is active', 'All fleets are as they should be, as far as the detectors see.');
}
