// Tables that stay tables for screen readers when narrow screens show each row as a card.

import { element } from './dom.js';
import { scrolling } from './layout.js';

/**
 * A table in a place of its own to scroll.
 *
 * @param {string} caption what it lists
 * @param {(string | HTMLElement)[]} heads titles of the columns, or cells of one's own
 * @param {HTMLElement} body made with tableBody
 */
export function table(caption, heads, body, kind = '') {
  return scrolling(caption, element('table', { class: kind, role: 'table' },
    element('caption', { class: 'unseen' }, caption),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, heads.map((head) =>
      (head instanceof Node ? head : element('th', { scope: 'col', role: 'columnheader' }, head))))),
    body));
}

/** Holds rows. */
export function tableBody(rows = []) {
  return element('tbody', { role: 'rowgroup' }, rows);
}

/** A row; its first cell names it. */
export function row(heads, name, ...values) {
  return element('tr', { role: 'row' }, element('th', { scope: 'row', role: 'rowheader' }, name), cells(heads.slice(1), values));
}

/** Cells with the titles of their columns, for cards. */
export function cells(heads, values) {
  return values.map((value, i) => element('td', { role: 'cell', 'data-head': heads[i] }, value));
}
