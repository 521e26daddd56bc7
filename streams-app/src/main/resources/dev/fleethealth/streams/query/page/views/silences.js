// Silences: alerts that are seen here and told to nobody for a time.

import { get, path, remove } from '../api.js';
import { element } from '../dom.js';
import { dayAndTime, time, words } from '../format.js';
import { empty, heading, panel, scrolling } from '../parts/layout.js';
import { silenceForm } from '../parts/silence-form.js';
import { Section } from '../section.js';
import { foreign, foreignShort } from '../text.js';

const MATCHERS = ['fleets', 'detectors', 'severities', 'scopes', 'dedupKeys'];
const HEADS = ['What', 'From', 'Until', 'By', 'Why', 'End'];

/** Draws the view into its place until the signal ends it. */
export function silencesView(host, { signal }) {
  const section = new Section({
    signal, every: 30_000, label: 'Loading silences',
    load: (turn) => get('/v1/silences', {}, turn),
    show: ({ silences }) => (silences.length === 0
      ? empty('No silence holds', 'Everything is told to those who should know.')
      : table(silences, () => section.reload())),
  });
  host.append(heading('Silences'), panel('Now and later', section.node), panel('Silence something', silenceForm(() => section.reload())));
  section.reload();
}

function table(silences, changed) {
  return scrolling('Table of silences', element('table', { class: 'silences' },
    element('caption', { class: 'unseen' }, 'Silences by their beginning'),
    element('thead', {}, element('tr', {}, HEADS.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, silences.map((silence) => element('tr', {},
      element('th', { scope: 'row' }, matchers(silence)),
      element('td', {}, time(silence.from, dayAndTime)),
      element('td', {}, time(silence.until, dayAndTime)),
      element('td', {}, foreignShort(silence.author)),
      element('td', {}, foreign(silence.comment)),
      element('td', {}, silence.origin === 'api' ? endButton(silence, changed) : 'in the configuration'))))));
}

function matchers(silence) {
  const given = MATCHERS.filter((name) => silence[name]?.length > 0);
  return given.length === 0 ? 'Everything' : element('ul', { class: 'plain' }, given.map((name) =>
    element('li', {}, `${words(name)}: `, foreign(silence[name].join(', ')))));
}

function endButton({ id }, changed) {
  const button = element('button', {
    type: 'button', click: async () => {
      button.disabled = true;
      try {
        await remove(`/v1/silences${path(id)}`);
        changed();
      } catch (problem) {
        button.disabled = false;
        button.textContent = `${problem.message}. Try again`;
      }
    },
  }, 'End now');
  return button;
}
