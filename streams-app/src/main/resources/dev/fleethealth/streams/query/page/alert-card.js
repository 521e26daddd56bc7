// An alert as a person needs it: what, why, what to do, and the facts behind it.

import { category, severity } from './badges.js';
import { element } from './dom.js';
import { clock, duration, rate, time, whole, words } from './format.js';
import { facts, folded } from './layout.js';
import { link } from './router.js';
import { foreign, foreignShort } from './text.js';

/** @param {object} alert as the API gives it */
export function alertCard(alert) {
  return element('article', { class: `alert ${alert.severity.toLowerCase()}${alert.state === 'RESOLVED' ? ' resolved' : ''}` },
    element('div', { class: 'alert-head' },
      severity(alert.severity),
      alert.state === 'RESOLVED' && element('span', { class: 'badge resolved' }, 'Resolved'),
      element('span', { class: 'detector' }, alert.detector),
      element('span', { class: 'when' }, lasting(alert))),
    element('div', { class: 'alert-main' },
      element('h3', {}, foreign(alert.summary)),
      element('p', { class: 'advice' }, foreign(alert.advice)),
      element('p', { class: 'subject' }, subject(alert)),
      folded('Evidence', evidence(alert))),
    facts([
      ['Probable cause', words(alert.probableCause)],
      ['Seen', `${rate(alert.observed)}, fires at ${rate(alert.threshold)}${alert.baseline === undefined ? '' : `, usual ${rate(alert.baseline)}`}`],
      ['Connections ended', categories(alert.categories ?? {})],
      ['Runbook', runbook(alert)],
    ]));
}

/** An alert in one line, which leads to all of it. */
export function alertLine(alert) {
  const { severity: level, fleet, detector, summary, openedAt } = alert;
  const address = link(['alerts'], { list: 'history', span: '30d', fleet, detector });
  return element('li', {}, severity(level), element('a', { href: address }, foreign(summary)),
    element('span', { class: 'when' }, 'since ', time(openedAt)));
}

function lasting({ openedAt, resolvedAt }) {
  return resolvedAt
    ? [time(openedAt), ' – ', time(resolvedAt, clock), ` (${duration(Math.max(0, resolvedAt - openedAt))})`]
    : ['since ', time(openedAt), ` (${duration(Math.max(0, Date.now() - openedAt))})`];
}

function subject({ fleet, clientId, node, sampleDevices = [], deviceCount }) {
  const names = clientId ? [clientId] : sampleDevices;
  return [
    element('span', {}, 'Fleet ', element('a', { href: link(['fleets', fleet]) }, foreignShort(fleet))),
    node && element('span', {}, 'Node ', foreignShort(node)),
    names.length > 0 && element('span', {}, names.length > 1 ? 'Devices ' : 'Device ',
      names.slice(0, 5).flatMap((name, i) => [i > 0 && ', ', element('a', { href: link(['devices', name], { fleet }) }, foreignShort(name))]),
      deviceCount > Math.min(5, names.length) && ` and ${whole(deviceCount - Math.min(5, names.length))} more`),
  ];
}

function evidence({ evidence: given = {}, windowStart, windowEnd }) {
  return facts([
    ...Object.entries(given).map(([name, value]) => [words(name.replaceAll(/([A-Z])/g, ' $1')), foreign(value)]),
    ['Looked at', [time(windowStart), ' – ', time(windowEnd, clock)]],
  ]);
}

function categories(counts) {
  const list = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return list.length > 0 && element('ul', { class: 'counts' }, list.map(([name, count]) => element('li', {}, category(name), ` ${whole(count)}`)));
}

/** A link where the server knows where runbooks are published, else the path of the page in the documentation. */
export function runbook({ runbook: path, runbookUrl }) {
  if (/^https?:\/\//.test(runbookUrl ?? '')) {
    return element('a', { href: runbookUrl, rel: 'noreferrer', target: '_blank' }, 'What to do, step by step');
  }
  return path && element('code', {}, path);
}
