// One connection or refusal in words, and the legend of the strip.

import { category, swatch } from './badges.js';
import { DOMAINS } from './categories.js';
import { element } from './dom.js';
import { clock, duration, time, words } from './format.js';
import { foreign } from './text.js';

/** What stands below the strip: the chosen item, or what the colors mean. */
export function describe(item, items, diagnose) {
  if (!item) {
    return legend(items);
  }
  return [
    element('p', { class: 'readout-head' }, item.kind === 'refusal' ? refusal(item.event) : connection(item.connection),
      element('button', { type: 'button', click: diagnose }, 'Diagnose this moment')),
  ];
}

function connection({ from, to, category: name, derived, rawReason, node, address, subscribed }) {
  return [
    element('strong', {}, from === undefined ? 'before the timeline begins' : time(from), ' – ', to === undefined ? 'still open' : time(to, clock)),
    from !== undefined && to !== undefined && element('span', {}, duration(to - from)),
    name && element('span', {}, category(name), derived && ' (derived)'),
    rawReason && element('span', {}, 'said: ', foreign(rawReason)),
    ...where(node, address),
    element('span', {}, subscribed ? 'subscribed' : 'no subscription reported'),
  ];
}

function refusal({ occurredAt, category: name, rawReason, node, peerAddress }) {
  return [
    element('strong', {}, time(occurredAt), ' refused'),
    category(name ?? 'UNKNOWN'),
    rawReason && element('span', {}, 'said: ', foreign(rawReason)),
    ...where(node, peerAddress),
  ];
}

function where(node, address) {
  return [node && element('span', {}, 'node ', foreign(node)), address && element('span', {}, 'from ', foreign(address))];
}

function legend(items) {
  const used = DOMAINS.filter((domain) => items.some((item) => item.domain === domain));
  return element('ul', { class: 'legend' },
    items.some((item) => item.domain === 'open') && element('li', {}, element('span', { class: 'open-swatch' }), 'Open now'),
    element('li', {}, 'Ended or refused:'),
    used.map((domain) => element('li', {}, swatch(domain), words(domain))));
}
