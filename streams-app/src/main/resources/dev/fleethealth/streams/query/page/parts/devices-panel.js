// The devices of a fleet, by state, by how their last connection ended, or by a part of their id.

import { get, path } from '../api.js';
import { CATEGORIES } from '../categories.js';
import { element } from '../dom.js';
import { dayAndTime, time, words } from '../format.js';
import { link, parameter } from '../router.js';
import { Section } from '../section.js';
import { foreignShort } from '../text.js';
import { category, presence } from './badges.js';
import { choiceField, searchField } from './fields.js';
import { empty, panel, scrolling } from './layout.js';
import { Pages } from './pages.js';

const PAGE = 50;
const HEADS = ['Client id', 'State', 'Since', 'Last connection ended', 'Node', 'Address'];

/** Panel with filters, table and paging. */
export function devicesPanel(fleet, signal) {
  const pages = new Pages('devices', (after, turn) => get(`/v1/fleets${path(fleet)}/devices`, {
    state: parameter('state'), category: parameter('category'), search: parameter('search'), limit: PAGE, after,
  }, turn));
  const section = new Section({
    signal, label: 'Loading devices', load: (turn) => pages.first(turn),
    show: ({ devices }) => (devices.length === 0 ? none() : table(fleet, pages)),
  });
  const changed = () => section.reload();
  section.reload();
  return panel('Devices', element('div', { class: 'filters' },
    searchField('Search', 'search', changed),
    choiceField('State', 'state', [['', 'Any'], ['online', 'Online'], ['offline', 'Offline']], changed),
    choiceField('Last connection ended', 'category', [['', 'Any way'], ...CATEGORIES.map((name) => [name, words(name)])], changed)), section.node);
}

function table(fleet, pages) {
  const body = element('tbody', {}, pages.items.map((device) => row(fleet, device)));
  return [
    scrolling('Table of devices', element('table', { class: 'devices' },
      element('caption', { class: 'unseen' }, 'Devices by client id'),
      element('thead', {}, element('tr', {}, HEADS.map((head) => element('th', { scope: 'col' }, head)))), body)),
    pages.more((devices) => body.append(...devices.map((device) => row(fleet, device)))),
  ];
}

function row(fleet, { id, online, since, lastCategory, node, address }) {
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: link(['devices', id], { fleet }) }, id === '' ? '(empty)' : foreignShort(id))),
    element('td', {}, presence(online ? 'online' : 'offline')),
    element('td', {}, since === undefined ? '–' : time(since, dayAndTime)),
    element('td', {}, lastCategory ? category(lastCategory) : '–'),
    element('td', {}, node ? foreignShort(node) : '–'),
    element('td', {}, address ? foreignShort(address) : '–'));
}

function none() {
  return parameter('search') || parameter('state') || parameter('category')
    ? empty('No device is like this', 'Leave out a filter, or search for a part of the id; * stands for anything.')
    : empty('No device is known', 'Devices that are offline are forgotten 24 h after their last event.');
}
