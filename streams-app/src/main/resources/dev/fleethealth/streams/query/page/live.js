// Follows /v1/live. EventSource cannot send a token, so the stream is read by hand.

import { open } from './api.js';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** The server writes at least every 15 s; a connection that is silent for longer is dead. */
const SILENCE = 40_000;

/** Sends `fleets` and `alert` with the data as detail, and `state` with live, or the time of the next attempt. */
export const live = new EventTarget();

/** Follows for as long as the page lives, and comes back with backoff and jitter, as devices should. */
export async function follow() {
  let pause = FIRST_PAUSE;
  for (;;) {
    try {
      await read(() => { pause = FIRST_PAUSE; });
    } catch (failure) {
      if (failure.status === 401) {
        tell('state', { live: false, why: failure.message });
        await new Promise((resolve) => { window.addEventListener('token', resolve, { once: true }); });
        continue;
      }
    }
    const wait = pause / 2 + (Math.random() * pause) / 2;
    pause = Math.min(2 * pause, LONGEST_PAUSE);
    tell('state', { live: false, retryAt: Date.now() + wait });
    await elapsedOrBackOnline(wait);
  }
}

async function read(onData) {
  const silence = new AbortController();
  const response = await open('/v1/live', { signal: silence.signal });
  tell('state', { live: true });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENCE);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) {
      return;
    }
    onData();
    const messages = (rest + value.replaceAll('\r\n', '\n')).split('\n\n');
    rest = messages.pop();
    messages.forEach(take);
  }
}

function take(message) {
  const fields = { event: 'message', data: [] };
  for (const line of message.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') {
      fields.event = value;
    } else if (name === 'data') {
      fields.data.push(value);
    }
  }
  if (fields.data.length > 0) {
    tell(fields.event, JSON.parse(fields.data.join('\n')));
  }
}

function tell(name, detail) {
  live.dispatchEvent(new CustomEvent(name, { detail }));
}

function elapsedOrBackOnline(millis) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    window.addEventListener('online', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
