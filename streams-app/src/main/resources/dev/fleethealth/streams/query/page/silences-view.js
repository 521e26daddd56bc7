// Silences: alerts that are seen here and told to nobody for a time.

import { get, path, remove } from './api.js';
import { element } from './dom.js';
import { time, words } from './format.js';
import { empty, heading, panel } from './layout.js';
import { Section } from './section.js';
import { silenceForm } from './silence-form.js';
import { row, table, tableBody } from './table.js';
import { foreign, foreignShort } from './text.js';

const MATCHERS = ['fleets', 'detectors', 'severities', 'scopes', 'dedupKeys'];
const HEADS = ['What', 'From', 'Until', 'By', 'Why', 'End'];

/** Draws the view into its place until the signal ends it. */
export function silencesView(host, { signal }) {
  const section = new Section({
    signal, every: 30_000, label: 'Loading silences',
    load: (turn) => get('/v1/silences', {}, turn),
    show: ({ silences }) => (silences.length === 0
      ? empty('No silence holds', 'Everything is told to those who should know.')
      : list(silences, () => section.reload())),
  });
  host.append(heading('Silences'), panel('Now and later', section.node), panel('Silence something', silenceForm(() => section.reload())));
  section.reload();
}

function list(silences, changed) {
  return table('Silences by their beginning', HEADS, tableBody(silences.map((silence) => row(HEADS,
    matchers(silence),
    time(silence.from),
    time(silence.until),
    foreignShort(silence.author),
    foreign(silence.comment),
    silence.origin === 'api' ? endButton(silence, changed) : 'in the configuration'))), 'silences');
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
