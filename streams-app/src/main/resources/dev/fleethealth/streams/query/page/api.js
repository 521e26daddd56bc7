// Requests to the query API, with the token where one is needed.

import { askToken } from './token.js';

/** What was answered instead of what was asked for. Status 0: no server was reached. */
class Problem extends Error {
  constructor(status, title, detail, retryAfterSeconds, fleets) {
    super(title);
    Object.assign(this, { status, detail, retryAfterSeconds, fleets });
  }

  /** Whether the same request may succeed later. */
  get passes() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Answer to a GET, as JSON. Parameters without a value are left out. */
export async function get(path, parameters = {}, signal) {
  return (await request(path + query(parameters), { signal })).json();
}

/** Answer to a GET, as the response itself. */
export function open(path, options) {
  return request(path, options);
}

/** Sends JSON. */
export function post(path, body) {
  return request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
}

/** Deletes. */
export function remove(path) {
  return request(path, { method: 'DELETE' });
}

/** Path of names, each percent-encoded as one segment. */
export function path(...segments) {
  return segments.map((segment) => `/${encodeURIComponent(segment.toWellFormed())}`).join('');
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

async function request(url, options) {
  let token = sessionStorage.getItem('fleet-health.token');
  for (;;) {
    const response = await send(url, options, token);
    if (response.ok) {
      return response;
    }
    const problem = await problemOf(response);
    if (response.status !== 401) {
      throw problem;
    }
    token = await askToken(token);
    if (token === null) {
      throw problem;
    }
  }
}

async function send(url, options, token) {
  const headers = { ...options.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  try {
    return await fetch(url, { ...options, headers, cache: 'no-store' });
  } catch (failure) {
    if (options.signal?.aborted) {
      throw failure;
    }
    throw new Problem(0, 'The server cannot be reached');
  }
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  return new Problem(response.status, body.title ?? `The server answered ${response.status}`, body.detail, retryAfter, body.fleets);
}
