// The devices of a fleet, by state, by how their last connection ended, or by a part of their id.

import { get, path } from './api.js';
import { category, presence } from './badges.js';
import { CATEGORIES } from './categories.js';
import { element } from './dom.js';
import { choiceField, searchField } from './fields.js';
import { time, words } from './format.js';
import { empty, panel } from './layout.js';
import { Pages } from './pages.js';
import { link, parameter } from './router.js';
import { Section } from './section.js';
import { row, table, tableBody } from './table.js';
import { foreignShort } from './text.js';

const PAGE = 50;
const HEADS = ['Client id', 'State', 'Since', 'Last connection ended', 'Node', 'Address'];

/** Panel with filters, table and paging. */
export function devicesPanel(fleet, signal) {
  const pages = new Pages('devices', (after, turn) => get(`/v1/fleets${path(fleet)}/devices`, {
    state: parameter('state'), category: parameter('category'), search: parameter('search'), limit: PAGE, after,
  }, turn));
  const section = new Section({
    signal, label: 'Loading devices', load: (turn) => pages.first(turn),
    show: ({ devices }) => (devices.length === 0 ? none() : list(fleet, pages)),
  });
  const changed = () => section.reload();
  section.reload();
  return panel('Devices', element('div', { class: 'filters' },
    searchField('Search', 'search', changed),
    choiceField('State', 'state', [['', 'Any'], ['online', 'Online'], ['offline', 'Offline']], changed),
    choiceField('Last connection ended', 'category', [['', 'Any way'], ...CATEGORIES.map((name) => [name, words(name)])], changed)), section.node);
}

function list(fleet, pages) {
  const body = tableBody(pages.items.map((device) => deviceRow(fleet, device)));
  return [
    table('Devices by client id', HEADS, body, 'devices'),
    pages.more((devices) => body.append(...devices.map((device) => deviceRow(fleet, device)))),
  ];
}

function deviceRow(fleet, { id, online, since, lastCategory, node, address }) {
  return row(HEADS,
    element('a', { href: link(['devices', id], { fleet }) }, id === '' ? '(empty)' : foreignShort(id)),
    presence(online ? 'online' : 'offline'),
    since === undefined ? '–' : time(since),
    lastCategory ? category(lastCategory) : '–',
    node ? foreignShort(node) : '–',
    address ? foreignShort(address) : '–');
}

function none() {
  return parameter('search') || parameter('state') || parameter('category')
    ? empty('No device is like this', 'Leave out a filter, or search for a part of the id; * stands for anything.')
    : empty('No device is known', 'Devices that are offline are forgotten 24 h after their last event.');
}
