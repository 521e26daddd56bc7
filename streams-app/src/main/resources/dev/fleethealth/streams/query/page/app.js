// The frame: switches, navigation, the live connection, and one view at a time.

import { alertsView } from './alerts-view.js';
import { deviceView } from './device-view.js';
import { element, replace } from './dom.js';
import { fleetView } from './fleet-view.js';
import { fleetsView } from './fleets-view.js';
import { clock } from './format.js';
import { empty, heading } from './layout.js';
import { follow, live } from './live.js';
import { definitions } from './patterns.js';
import { current, link } from './router.js';
import { startSwitches } from './settings.js';
import { silencesView } from './silences-view.js';
import { plain } from './text.js';

const VIEWS = {
  fleets: ['Fleets', fleetsView],
  fleet: ['Fleet', fleetView],
  device: ['Device', deviceView],
  alerts: ['Alerts', alertsView],
  silences: ['Silences', silencesView],
  missing: ['Not found', (host) => host.append(heading('No such page'), empty('Nothing is at this address', 'Choose a view above.'))],
};
const PARENTS = { fleet: 'fleets', device: 'fleets' };
const place = (id) => document.getElementById(id);

let view = new AbortController();

function show({ focus }) {
  view.abort();
  view = new AbortController();
  const { view: name, subject } = current();
  const [title, draw] = VIEWS[name];
  document.title = `${subject === undefined ? title : plain(subject)} · Fleet Health`;
  for (const anchor of document.querySelectorAll('header nav a')) {
    const isCurrent = anchor.getAttribute('href') === `#/${PARENTS[name] ?? name}`;
    isCurrent ? anchor.setAttribute('aria-current', 'page') : anchor.removeAttribute('aria-current');
  }
  const host = element('div', { class: `view ${name}` });
  draw(host, { signal: view.signal, subject });
  replace(place('main'), host);
  if (focus) {
    window.scrollTo(0, 0);
    host.querySelector('h1').focus({ preventScroll: true });
  }
}

function showConnection({ detail }) {
  const line = place('connection');
  line.className = `connection ${detail.live ? 'live' : 'lost'}`;
  replace(line, element('span', { class: 'dot', 'aria-hidden': 'true' }),
    detail.live ? 'Live' : detail.retryAt ? `Not live: next attempt at ${clock(detail.retryAt)}` : `Not live: ${detail.why}`);
}

const activeAlerts = new Map();

function countAlerts({ detail }) {
  detail.fleets.forEach((fleet) => activeAlerts.set(fleet.name, fleet.activeAlerts));
  const count = [...activeAlerts.values()].reduce((sum, alerts) => sum + alerts, 0);
  place('alert-count').hidden = count === 0;
  place('alert-count').textContent = String(count);
}

function announce({ detail }) {
  place('announcements').textContent = `${detail.state === 'RESOLVED' ? 'Resolved' : detail.severity.toLowerCase()}: ${plain(detail.summary)}`;
}

document.body.append(definitions());
startSwitches(place('theme'), place('zone'), () => show({ focus: false }));
window.addEventListener('hashchange', () => show({ focus: true }));
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  place('main').focus();
});
document.querySelector('.find').addEventListener('submit', (event) => {
  event.preventDefault();
  const id = place('find').value;
  if (id !== '') {
    location.hash = link(['devices', id]);
  }
});
live.addEventListener('state', showConnection);
live.addEventListener('fleets', countAlerts);
live.addEventListener('alert', announce);
follow();
