// The table of fleets, sorted by the column that the reader chose.

import { severity } from './badges.js';
import { element, replace, svg } from './dom.js';
import { rate, share, whole } from './format.js';
import { link } from './router.js';
import { sparkline } from './sparkline.js';
import { cells, row as tableRow, table, tableBody } from './table.js';
import { foreignShort } from './text.js';

const SEVERITIES = ['CRITICAL', 'WARNING', 'INFO', undefined];
const byName = (a, b) => a.name.localeCompare(b.name, 'en');
const byNumber = (key) => (a, b) => b[key] - a[key];

const COLUMNS = [
  { key: 'name', title: 'Fleet', order: byName },
  { key: 'state', title: 'State', order: (a, b) => SEVERITIES.indexOf(a.worst) - SEVERITIES.indexOf(b.worst) },
  { key: 'online', title: 'Online', order: byNumber('online') },
  { key: 'connects', title: 'Connects, last hour', order: byNumber('connectsPerMinute') },
  { key: 'endings', title: 'Endings/min', order: byNumber('endingsPerMinute') },
  { key: 'failures', title: 'Refused/min', order: byNumber('failuresPerMinute') },
];
const TITLES = COLUMNS.map(({ title }) => title);

/** Rows stay the same elements while their numbers change, so that focus and pointer do not lose them. */
export class FleetTable {
  /** @param {(by: string) => void} onSort is told which column's button was pressed */
  constructor(onSort) {
    this.rows = new Map();
    this.heads = COLUMNS.map((column) => head(column, onSort));
    this.body = tableBody();
    this.node = table('Fleets as they are now; the buttons in the head sort', this.heads, this.body, 'fleet-table');
  }

  /** @param {{by: string, down: boolean}} sort down turns the natural order of the column around */
  show(fleets, sort) {
    const { order } = COLUMNS.find(({ key }) => key === sort.by) ?? COLUMNS[1];
    const sorted = fleets.toSorted((a, b) => (sort.down ? -1 : 1) * order(a, b) || byName(a, b));
    this.heads.forEach((node, i) => mark(node, COLUMNS[i].key === sort.by, sort.down));
    const rows = sorted.map((fleet) => this.row(fleet));
    const sameRows = rows.length === this.body.children.length && rows.every((row) => row.parentNode === this.body);
    const sameSort = this.sort?.by === sort.by && this.sort.down === sort.down;
    this.sort = sort;
    if (sameRows && sameSort && this.body.matches(':hover, :focus-within')) {
      return; // nothing moves away from under a pointer
    }
    if (!sameRows || rows.some((row, i) => row !== this.body.children[i])) {
      replace(this.body, ...rows);
    }
  }

  row(fleet) {
    if (!this.rows.has(fleet.name)) {
      this.rows.set(fleet.name, tableRow([], element('a', { href: link(['fleets', fleet.name]) }, foreignShort(fleet.name))));
    }
    const row = this.rows.get(fleet.name);
    row.classList.toggle('burning', fleet.worst === 'CRITICAL');
    [...row.children].slice(1).forEach((cell) => cell.remove());
    row.append(...cells(TITLES.slice(1), values(fleet)));
    return row;
  }
}

function head({ key, title }, onSort) {
  return element('th', { scope: 'col', role: 'columnheader' },
    element('button', { type: 'button', class: 'sort', click: () => onSort(key) },
      title, element('span', { 'aria-hidden': 'true', class: 'arrow' })));
}

function mark(head, isOn, isDown) {
  head.querySelector('.arrow').textContent = isOn ? (isDown ? '▲' : '▼') : '';
  if (isOn) {
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
  } else {
    head.removeAttribute('aria-sort');
  }
}

function values(fleet) {
  return [
    [severity(fleet.worst), fleet.activeAlerts > 1 && element('span', { class: 'fine-print' }, ` ${fleet.activeAlerts} alerts`)],
    online(fleet),
    element('span', { class: 'spark' }, sparkline(fleet.recent), element('span', { class: 'fine-print' }, `${rate(fleet.connectsPerMinute)}/min`)),
    rate(fleet.endingsPerMinute),
    element('span', { class: fleet.failuresPerMinute > 0 && 'hot' }, rate(fleet.failuresPerMinute)),
  ];
}

/** Online of known, with a bar. */
export function online({ online: count, known }) {
  const width = known === 0 ? 0 : Math.min(100, (100 * count) / known);
  return element('span', { class: 'share' },
    element('span', {}, element('b', {}, whole(count)), ` of ${whole(known)}`, element('span', { class: 'fine-print' }, ` ${share(count, known)}`)),
    svg('svg', { class: 'meter', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { width: 100, height: 4, class: 'all' }), svg('rect', { width, height: 4, class: 'part' })));
}
