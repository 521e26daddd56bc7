// Was it online at a moment, or for how long in a span?

import { presence } from './badges.js';
import { element, replace } from './dom.js';
import { duration, share, time } from './format.js';
import { panel } from './layout.js';
import { isUtc } from './settings.js';

/** A form; the answer stands below it. */
export function onlinePanel(ask, signal) {
  const at = element('input', { type: 'datetime-local', step: 1, required: true });
  const until = element('input', { type: 'datetime-local', step: 1 });
  const answer = element('div', { class: 'answer', role: 'status' });
  const asked = async (event) => {
    event.preventDefault();
    try {
      const parameters = until.value === '' ? { at: millis(at.value) } : { from: millis(at.value), to: millis(until.value) };
      replace(answer, sentence((await ask('/online', parameters, signal)).online));
    } catch (problem) {
      replace(answer, element('p', { class: 'hot' }, [problem.message, problem.detail].filter(Boolean).join(': ')));
    }
  };
  const zone = isUtc() ? 'UTC' : 'local time';
  return panel('Was it online?', element('form', { class: 'filters', submit: asked },
    element('label', { class: 'field' }, element('span', {}, `At, or from (${zone})`), at),
    element('label', { class: 'field' }, element('span', {}, 'Until, for a span'), until),
    element('button', { type: 'submit' }, 'Ask')), answer);
}

function sentence({ answer, at, from, to, onlineMillis, offlineMillis, unknownMillis, connection }) {
  if (at !== undefined) {
    return element('p', {}, presence(answer), ' at ', time(at),
      connection?.from !== undefined && [', in a connection since ', time(connection.from)]);
  }
  const all = to - from;
  return element('p', {}, time(from), ' – ', time(to),
    `: online ${duration(onlineMillis)} (${share(onlineMillis, all)}), offline ${duration(offlineMillis)}`,
    unknownMillis > 0 && `, not known ${duration(unknownMillis)}`, '. At the end: ', presence(answer));
}

function millis(text) {
  return new Date(isUtc() ? `${text}Z` : text).getTime();
}
