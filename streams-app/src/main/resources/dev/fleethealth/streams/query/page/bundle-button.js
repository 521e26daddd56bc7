// Downloads the support bundle; by hand, for a link cannot send the token.

import { open, path } from './api.js';
import { element } from './dom.js';
import { parameter } from './router.js';

/** A button, and what became of it. */
export function bundleButton(id, fleet) {
  const state = element('span', { role: 'status', class: 'fine-print' });
  const button = element('button', { type: 'button', click: () => download() }, 'Download the support bundle');
  const download = async () => {
    button.disabled = true;
    state.textContent = 'Collecting…';
    try {
      const given = Object.entries({ fleet, at: parameter('at') }).filter(([, value]) => value);
      const response = await open(`/v1/devices${path(id)}/bundle?${new URLSearchParams(given)}`, {});
      save(await response.blob(), fileName(id));
      state.textContent = 'Downloaded.';
    } catch (problem) {
      state.textContent = [problem.message, problem.detail].filter(Boolean).join(': ');
    } finally {
      button.disabled = false;
    }
  };
  return element('p', { class: 'actions' }, button, state);
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function fileName(id) {
  return `fleet-health-${id.replaceAll(/[^A-Za-z0-9._-]+/g, '_').slice(-60)}.zip`;
}
