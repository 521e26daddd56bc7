// The numbers of the activity chart in words: of one step, or of all.

import { swatch } from './badges.js';
import { byDomain, DOMAINS, domainOf } from './categories.js';
import { element } from './dom.js';
import { dayAndTime, hourAndMinute, time, whole, words } from './format.js';
import { row, table, tableBody } from './table.js';

/** What stands below the chart: the step under the cursor, or the whole span. */
export function readout(steps, stepMillis, cursor) {
  const chosen = cursor === null ? steps : [steps[cursor]];
  const categories = added(chosen);
  const connects = chosen.reduce((sum, step) => sum + step.connects, 0);
  return [
    element('p', { class: 'readout-head' },
      element('strong', {}, cursor === null ? 'Whole span' : span(steps[cursor].start, stepMillis)),
      element('span', {}, `${whole(connects)} connects`),
      element('span', {}, `${whole(total(categories))} ended or refused`),
      cursor !== null && element('span', {}, `${whole(steps[cursor].online)} online at its end`)),
    element('ul', { class: 'legend' }, Object.entries(byDomain(categories)).filter(([, sum]) => sum > 0).map(([domain, sum]) =>
      element('li', {}, swatch(domain), element('span', {}, element('b', {}, words(domain)), ` ${whole(sum)}`,
        element('span', { class: 'fine-print' }, of(domain, categories)))))),
  ];
}

/** The same numbers as a table. */
export function activityTable(steps) {
  const used = DOMAINS.filter((domain) => steps.some((step) => byDomain(step.categories)[domain] > 0));
  const heads = ['From', 'Connects', 'Online', ...used.map(words)];
  return table('Activity by step', heads, tableBody(steps.map((step) => {
    const sums = byDomain(step.categories);
    return row(heads, time(step.start), ...[step.connects, step.online, ...used.map((domain) => sums[domain])].map(whole));
  })), 'numbers');
}

function span(start, stepMillis) {
  return `${dayAndTime(start).slice(0, -3)} – ${hourAndMinute(start + stepMillis)}`;
}

function added(steps) {
  const sums = {};
  for (const [category, count] of steps.flatMap((step) => Object.entries(step.categories))) {
    sums[category] = (sums[category] ?? 0) + count;
  }
  return sums;
}

function total(categories) {
  return Object.values(categories).reduce((sum, count) => sum + count, 0);
}

function of(domain, categories) {
  const list = Object.entries(categories).filter(([category, count]) => count > 0 && domainOf(category) === domain);
  return list.sort(([, a], [, b]) => b - a).map(([category, count]) => ` ${words(category).toLowerCase()} ${whole(count)}`).join(',');
}
