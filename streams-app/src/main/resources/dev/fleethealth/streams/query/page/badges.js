// Small marks that say a state in a word, a shape and a color, never in a color alone.

import { domainOf } from './categories.js';
import { element, svg } from './dom.js';
import { words } from './format.js';

const SHAPES = {
  CRITICAL: 'M7 0.8 13.2 7 7 13.2 0.8 7Z',
  WARNING: 'M7 1.2 13.4 12.4 0.6 12.4Z',
  INFO: 'M7 1A6 6 0 1 1 7 13 6 6 0 1 1 7 1Z',
  fine: 'M2 7.5 5.6 11 12 3.5',
};

/** INFO, WARNING or CRITICAL; without one, fine. */
export function severity(level) {
  const kind = level ?? 'fine';
  return element('span', { class: `badge ${kind.toLowerCase()}` },
    svg('svg', { viewBox: '0 0 14 14', width: 12, height: 12, 'aria-hidden': 'true' }, svg('path', { d: SHAPES[kind] })),
    level ? words(level) : 'Fine');
}

/** online, offline or unknown. */
export function presence(state) {
  return element('span', { class: `presence ${state}` }, words(state));
}

/** A category with the swatch of its domain. */
export function category(name) {
  return element('span', { class: 'category' }, swatch(domainOf(name)), words(name));
}

/** The color and pattern of a domain. */
export function swatch(domain) {
  return svg('svg', { class: 'swatch', viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true' },
    svg('rect', { width: 14, height: 14, rx: 3, fill: `url(#pattern-${domain})` }));
}
