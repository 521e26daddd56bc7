// All fleets: who is online, how many come and go, and where it burns. Numbers change by themselves.

import { get } from './api.js';
import { element, replace } from './dom.js';
import { searchField } from './fields.js';
import { FleetTable } from './fleet-table.js';
import { whole } from './format.js';
import { empty, heading, tile } from './layout.js';
import { live } from './live.js';
import { Pages } from './pages.js';
import { keep, parameter } from './router.js';
import { Section } from './section.js';

const PAGE = 500;

/** Draws the view into its place until the signal ends it. */
export function fleetsView(host, { signal }) {
  const pages = new Pages('fleets', (after, turn) => get('/v1/fleets', { search: parameter('search'), limit: PAGE, after }, turn));
  const tiles = element('dl', { class: 'tiles' });
  const table = new FleetTable((by) => {
    const turned = by === sorting().by && !sorting().down;
    keep('sort', by);
    keep('down', turned ? 'yes' : '');
    table.show(pages.items, sorting());
  });
  const draw = () => {
    replace(tiles, ...totals(pages));
    table.show(pages.items, sorting());
    return pages.items.length > 0 ? [tiles, table.node] : [tiles, none()];
  };
  const section = new Section({
    signal, label: 'Loading fleets', load: (turn) => pages.first(turn),
    show: (answer) => [...draw(), answer.next !== undefined && pages.more(draw)],
  });
  live.addEventListener('fleets', ({ detail }) => {
    if (section.answeredAt > 0) {
      take(pages, detail.fleets);
      section.succeed(detail);
    }
  }, { signal });
  host.append(heading('Fleets', { beside: searchField('Search fleets', 'search', () => section.reload()) }), section.node);
  section.reload();
}

/** Puts new numbers in; a fleet that was not there is shown where nothing is searched for and no page is missing. */
function take(pages, changed) {
  for (const fleet of changed) {
    const known = pages.items.findIndex(({ name }) => name === fleet.name);
    if (known >= 0) {
      pages.items[known] = fleet;
    } else if (!parameter('search') && pages.next === undefined) {
      pages.items.push(fleet);
    }
  }
}

function sorting() {
  return { by: parameter('sort') ?? 'state', down: parameter('down') === 'yes' };
}

function totals({ items, next }) {
  const sum = (key) => items.reduce((total, fleet) => total + fleet[key], 0);
  const burning = items.filter(({ worst }) => worst === 'CRITICAL').length;
  return [
    tile('Fleets', `${whole(items.length)}${next === undefined ? '' : '+'}`),
    tile('Devices online', whole(sum('online')), ` of ${whole(sum('known'))} known`),
    tile('Active alerts', whole(sum('activeAlerts')),
      burning > 0 && element('span', { class: 'hot' }, ` ${burning} ${burning === 1 ? 'fleet' : 'fleets'} critical`)),
    tile('Connects', whole(Math.round(sum('connectsPerMinute'))), ' a minute'),
  ];
}

function none() {
  return parameter('search')
    ? empty('No fleet has this in its name', '* stands for anything.')
    : empty('No fleet yet', 'A fleet is here as soon as the bridge has translated an event of one of its devices.');
}
