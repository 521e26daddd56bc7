// Addresses after the hash: every view, filter and span can be linked to and goes with back and forward.

const VIEWS = [
  [/^\/fleets$/, 'fleets'],
  [/^\/fleets\/([^/]+)$/, 'fleet'],
  [/^\/devices\/([^/]+)$/, 'device'],
  [/^\/alerts$/, 'alerts'],
  [/^\/silences$/, 'silences'],
];

let parameters = new URLSearchParams();

/** Address of a fleet, a device or a list. */
export function link(segments, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value);
  const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
  return `#/${path}${given.length ? `?${new URLSearchParams(given)}` : ''}`;
}

/** Value of a filter in the address. */
export function parameter(name) {
  return parameters.get(name) ?? undefined;
}

/** Keeps a filter in the address, without a step back for each. */
export function keep(name, value) {
  if (value) {
    parameters.set(name, value);
  } else {
    parameters.delete(name);
  }
  const path = location.hash.split('?')[0];
  history.replaceState(null, '', parameters.size ? `${path}?${parameters}` : path);
}

/** The view that the address names: its name and the names within; the fleets where it names none. */
export function current() {
  const [path, query] = location.hash.slice(1).split('?');
  parameters = new URLSearchParams(query);
  for (const [pattern, view] of VIEWS) {
    const match = pattern.exec(path);
    if (match) {
      return { view, subject: match[1] === undefined ? undefined : decoded(match[1]) };
    }
  }
  return { view: path === '' ? 'fleets' : 'missing', subject: undefined };
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
