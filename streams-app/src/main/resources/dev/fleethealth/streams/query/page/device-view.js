// One device: what is wrong with it and what to do, in front; then its timeline, its events, and what support asks for.

import { get, path } from './api.js';
import { presence } from './badges.js';
import { bundleButton } from './bundle-button.js';
import { diagnosisCard } from './diagnosis-card.js';
import { element } from './dom.js';
import { duration, time } from './format.js';
import { facts, folded, heading, panel, scrolling } from './layout.js';
import { onlinePanel } from './online-panel.js';
import { keep, link, parameter } from './router.js';
import { Section } from './section.js';
import { foreign, foreignShort, isLong } from './text.js';
import { timelinePanel } from './timeline-panel.js';

const EVERY = 15_000;
const FOR_SUPPORT = 'A zip with the timeline, the diagnosis, the codes and the settings of the detectors. '
  + 'Secrets and personal data are masked.';

/** Draws the view into its place until the signal ends it; all but the state waits until it is clear which device is meant. */
export function deviceView(host, { signal, subject: id }) {
  const fleet = parameter('fleet');
  const ask = (what, parameters, turn) => get(`/v1/devices${path(id)}${what}`, { fleet, ...parameters }, turn);
  const state = stateSection(id, ask, signal, () => host.append(...details(id, fleet, ask, signal)));
  host.append(heading(id === '' ? '(empty client id)' : foreignShort(id), { above: breadcrumb(fleet) }));
  if (isLong(id)) {
    host.append(folded('The whole client id', scrolling('The whole client id', element('code', { class: 'whole' }, foreign(id)))));
  }
  host.append(state.node);
  state.reload();
}

function breadcrumb(fleet) {
  return [
    element('a', { href: link(['fleets']) }, 'Fleets'), ' / ',
    fleet && [element('a', { href: link(['fleets', fleet]) }, foreignShort(fleet)), ' / '], 'device',
  ];
}

function details(id, fleet, ask, signal) {
  const diagnosis = diagnosisSection(ask, signal);
  const diagnose = (at) => {
    keep('at', at === undefined ? '' : String(Math.round(at)));
    timeline.mark(at);
    diagnosis.reload();
    diagnosis.node.closest('section').scrollIntoView({ block: 'nearest' });
  };
  const timeline = timelinePanel(ask, signal, EVERY, diagnose);
  timeline.mark(Number(parameter('at')));
  diagnosis.reload();
  return [
    panel(['Diagnosis', element('button', { type: 'button', click: () => diagnose() }, 'Now')], diagnosis.node),
    timeline.node,
    element('div', { class: 'columns' },
      onlinePanel(ask, signal),
      panel('For support', element('p', {}, FOR_SUPPORT), bundleButton(id, fleet))),
  ];
}

function stateSection(id, ask, signal, found) {
  let isFound = false;
  return new Section({
    signal, every: EVERY, label: 'Loading the device',
    load: async (turn) => {
      try {
        return await ask('', {}, turn);
      } catch (problem) {
        if (problem.status !== 409) {
          throw problem;
        }
        return { fleets: problem.fleets ?? [] };
      }
    },
    show: ({ device, fleets }) => {
      if (fleets) {
        return choice(id, fleets);
      }
      if (!isFound) {
        isFound = true;
        found();
      }
      return summary(device);
    },
  });
}

function summary({ online, since, lastEventAt, fleet, source, node, address }) {
  return facts([
    ['State', [presence(online ? 'online' : 'offline'), since !== undefined && ` for ${duration(Math.max(0, Date.now() - since))}`]],
    ['Since', since !== undefined && time(since)],
    ['Last event', time(lastEventAt)],
    ['Fleet', element('a', { href: link(['fleets', fleet]) }, foreignShort(fleet))],
    ['Dialect', foreign(source)],
    ['Node', node && foreign(node)],
    ['Address', address && foreign(address)],
  ]);
}

function choice(id, fleets) {
  return element('div', { class: 'notice' }, element('h3', {}, 'Several fleets have a device of this id'),
    element('ul', {}, fleets.map((fleet) => element('li', {}, element('a', { href: link(['devices', id], { fleet }) }, foreignShort(fleet))))));
}

function diagnosisSection(ask, signal) {
  let shown = '';
  return new Section({
    signal, every: EVERY, label: 'Looking for what is wrong',
    load: (turn) => ask('/diagnosis', { at: parameter('at') }, turn),
    show: ({ diagnosis }) => {
      const key = JSON.stringify({ ...diagnosis, at: parameter('at') });
      if (key === shown) {
        return undefined;
      }
      shown = key;
      return diagnosisCard(diagnosis, parameter('at') !== undefined);
    },
  });
}
