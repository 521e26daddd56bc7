// Filters that keep themselves in the address.

import { element } from './dom.js';
import { keep, parameter } from './router.js';

const TYPING = 250;

/** A search box; tells of the text a moment after the last key. */
export function searchField(label, name, onChange) {
  let timer;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep(name, input.value.trim());
      onChange();
    }, TYPING);
  };
  const input = element('input', {
    type: 'search', value: parameter(name), maxlength: 200, spellcheck: 'false', autocomplete: 'off', input: changed,
  });
  return element('label', { class: 'field' }, element('span', {}, label), input);
}

/** A choice; the first of the options, a pair of value and text, stands for no filter. */
export function choiceField(label, name, options, onChange) {
  const select = element('select', { change: () => { keep(name, select.value); onChange(); } },
    options.map(([value, text]) => element('option', { value, selected: value === (parameter(name) ?? '') }, text)));
  return element('label', { class: 'field' }, element('span', {}, label), select);
}

/** A row of a few choices, of which one is on. */
export function segmented(label, name, options, fallback, onChange) {
  const chosen = options.includes(parameter(name)) ? parameter(name) : fallback;
  return element('fieldset', { class: 'segmented' }, element('legend', { class: 'unseen' }, label),
    options.map((option) => element('label', {},
      element('input', { type: 'radio', name, value: option, checked: option === chosen, change: () => { keep(name, option); onChange(option); } }),
      element('span', {}, option))));
}
