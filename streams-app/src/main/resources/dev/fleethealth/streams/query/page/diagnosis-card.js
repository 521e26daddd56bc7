// The diagnosis of a device: verdict, cause, evidence, advice, how it tries again, and whether messages can reach it.

import { alertLine, runbook } from './alert-card.js';
import { presence } from './badges.js';
import { element, svg } from './dom.js';
import { duration, time, words } from './format.js';
import { facts } from './layout.js';
import { foreign } from './text.js';

const KINDS = {
  healthy: 'Healthy',
  'self-repair': 'Repaired itself',
  fault: 'Fault',
  'fleet-trouble': 'Trouble of the whole fleet',
  planned: 'Planned',
  unknown: 'Not clear',
};
const FINDINGS = {
  offline: 'It was offline',
  'not-subscribed': 'Online, but without a subscription',
  subscribed: 'Online and subscribed',
  'subscriptions-unknown': 'Online; its broker does not report subscriptions',
};

/** @param {boolean} isPast whether a moment was asked for */
export function diagnosisCard(diagnosis, isPast) {
  const { kind, verdict, cause, evidence, advice, backoff, delivery, alerts, state, at } = diagnosis;
  return element('div', { class: `diagnosis ${kind}` },
    element('div', { class: 'verdict' },
      element('p', { class: 'alert-head' },
        element('span', { class: `badge ${kind}` }, KINDS[kind] ?? words(kind)), presence(state),
        isPast && element('span', { class: 'when' }, 'at ', time(at))),
      element('p', { class: 'sentence' }, foreign(verdict)),
      element('p', { class: 'advice' }, foreign(advice))),
    facts([
      ['Cause', cause === 'none' ? 'None' : words(cause)],
      ['Evidence', evidence.length > 0 && element('ul', {}, evidence.map((fact) => element('li', {}, foreign(fact))))],
      ['How it tries again', backoff && backoffText(backoff)],
      ['Online, but no messages?', delivery && deliveryText(delivery)],
      ['Runbook', runbook(diagnosis)],
      ['Alerts open then', alerts.length > 0 && element('ul', { class: 'alert-lines' }, alerts.map(alertLine))],
    ]));
}

function deliveryText({ finding, advice }) {
  return [element('b', {}, FINDINGS[finding] ?? words(finding)), '. ', foreign(advice)];
}

function backoffText({ pattern, pausesMillis, recommended, good }) {
  return [
    element('b', {}, good ? 'As recommended' : 'Not as recommended'), `: ${pattern}. `,
    pauses(pausesMillis), `Pauses ${pausesMillis.slice(-8).map((pause) => duration(pause)).join(', ')}. `,
    element('span', { class: 'fine-print' }, 'Recommended: ', foreign(recommended)),
  ];
}

/** Pauses as bars: growing ones look like stairs. */
function pauses(millis) {
  const last = millis.slice(-24);
  const most = Math.max(1, ...last);
  return svg('svg', { class: 'pauses-chart', viewBox: `0 0 ${last.length * 5} 20`, width: last.length * 5, height: 20, 'aria-hidden': 'true' },
    last.map((pause, i) => {
      const height = Math.max(2, (20 * pause) / most);
      return svg('rect', { x: i * 5, y: 20 - height, width: 4, height });
    }));
}
