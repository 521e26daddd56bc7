// The form for a new silence.

import { post } from './api.js';
import { element } from './dom.js';

const HOUR = 3_600_000;
const LENGTHS = [['1', '1 hour'], ['4', '4 hours'], ['24', '1 day'], ['168', '7 days']];
const SEVERITIES = [['', 'Any'], ['INFO', 'Info'], ['WARNING', 'Warning'], ['CRITICAL', 'Critical']];

/** @param {() => void} created is told when the server has taken it */
export function silenceForm(created) {
  const state = element('p', { role: 'status' });
  const form = element('form', { class: 'filters', submit: (event) => { event.preventDefault(); send(form, state, created); } },
    field('Fleets', element('input', { name: 'fleets', placeholder: 'all; names, globs, /expressions/', spellcheck: 'false' })),
    field('Detectors', element('input', { name: 'detectors', placeholder: 'all', spellcheck: 'false' })),
    field('Severity', element('select', { name: 'severities' }, SEVERITIES.map(option))),
    field('For', element('select', { name: 'hours' }, LENGTHS.map(option))),
    field('Your name', element('input', { name: 'author', required: true, maxlength: 200, autocomplete: 'name' })),
    field('Why', element('input', { name: 'comment', required: true, maxlength: 1000 })),
    element('button', { type: 'submit', class: 'primary' }, 'Silence'));
  return [form, state];
}

async function send(form, state, created) {
  const data = Object.fromEntries(new FormData(form));
  const lists = Object.fromEntries(['fleets', 'detectors', 'severities']
    .map((name) => [name, data[name].split(',').map((entry) => entry.trim()).filter(Boolean)])
    .filter(([, entries]) => entries.length > 0));
  try {
    await post('/v1/silences', { ...lists, until: Date.now() + Number(data.hours) * HOUR, author: data.author.trim(), comment: data.comment.trim() });
    state.textContent = 'It holds as soon as every instance has read it.';
    form.reset();
    created();
  } catch (problem) {
    state.textContent = [problem.message, problem.detail].filter(Boolean).join(': ');
  }
}

function field(label, control) {
  return element('label', { class: 'field' }, element('span', {}, label), control);
}

function option([value, text]) {
  return element('option', { value }, text);
}
