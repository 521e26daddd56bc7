// The frames of a view: heading, panels, tiles, definition lists, empty states.

import { element } from './dom.js';

/** The heading of a view, with what stands above and beside it. */
export function heading(text, { above, beside } = {}) {
  return element('div', { class: 'heading' },
    above && element('nav', { class: 'above', 'aria-label': 'Breadcrumb' }, above),
    element('div', { class: 'heading-row' }, element('h1', { tabindex: -1 }, text), beside));
}

/** A card with a title. */
export function panel(title, ...children) {
  const head = Array.isArray(title) ? title : [title];
  return element('section', { class: 'panel', 'aria-label': head[0] },
    element('div', { class: 'panel-head' }, element('h2', {}, head[0]), head.slice(1)), children);
}

/** A number with its name. */
export function tile(name, value, ...more) {
  return element('div', { class: 'tile' }, element('dt', {}, name), element('dd', {}, element('span', { class: 'value' }, value), more));
}

/** Names and values; pairs without a value are left out. */
export function facts(pairs) {
  return element('dl', { class: 'facts' }, pairs.filter(([, value]) => value).map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}

/** Nothing to show, and why that may be. */
export function empty(title, explanation) {
  return element('div', { class: 'empty' }, element('p', {}, element('strong', {}, title)), explanation && element('p', {}, explanation));
}

/** A wide table in a place of its own to scroll. */
export function scrolling(label, table) {
  return element('div', { class: 'scrolling', tabindex: 0, role: 'region', 'aria-label': label }, table);
}

/** Something that is folded away. */
export function folded(summary, content) {
  return element('details', {}, element('summary', {}, summary), content);
}
