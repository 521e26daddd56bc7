// Parts that need no browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const PAGE = pathToFileURL(`${process.env.PAGE_FILES}/`);
globalThis.localStorage = { getItem: () => 'utc' };
const { plain } = await import(new URL('text.js', PAGE));
const { duration, share, words } = await import(new URL('format.js', PAGE));
const { TimeAxis } = await import(new URL('time-axis.js', PAGE));
const { itemsOf } = await import(new URL('strip-items.js', PAGE));
const { byDomain, CATEGORIES } = await import(new URL('categories.js', PAGE));

test('titles spell out what cannot be seen', () => {
  assert.equal(plain('a\u202Eb\n\uD800'), 'a⟨U+202E⟩b⟨U+000A⟩⟨U+D800⟩');
  assert.equal(plain('ü 中 👩 ok'), 'ü 中 👩 ok');
  assert.equal(plain('x'.repeat(300)).length, 81);
});

test('durations have at most two units', () => {
  const expected = { 0: '0 ms', 999: '999 ms', 1000: '1 s', 2950: '3 s', 10_000: '10 s', 61_000: '1 min 1 s', 3_600_000: '1 h', 90_061_000: '1 d 1 h' };
  for (const [millis, text] of Object.entries(expected)) {
    assert.equal(duration(Number(millis)), text);
  }
});

test('shares and ids in words', () => {
  assert.equal(share(1, 3), '33.3 %');
  assert.equal(share(0, 0), '');
  assert.equal(words('KEEPALIVE_TIMEOUT'), 'Keepalive timeout');
  assert.equal(words('network-outage'), 'Network outage');
});

test('ticks stand at round times, as many as there is room for', () => {
  const from = Date.UTC(2026, 10, 20, 9, 7);
  const axis = new TimeAxis(from, from + 6 * 3_600_000, 0, 500);
  assert.deepEqual(axis.ticks().map((tick) => axis.label(tick)), ['10:00', '11:00', '12:00', '13:00', '14:00']);
  assert.equal(new TimeAxis(from, from + 6 * 3_600_000, 0, 1100).ticks().length, 12);
  assert.equal(axis.at(axis.x(from + 1_000_000)), from + 1_000_000);
});

test('connections that overlap lie in lanes, refusals stand at their time', () => {
  const items = itemsOf({
    connections: [{ from: 10, to: 30, category: 'NORMAL' }, { from: 20, online: true }, { from: 31, to: 40, category: 'SESSION_TAKEN_OVER' }],
    events: [{ type: 'CONNECT_FAILED', occurredAt: 15, category: 'TLS_ERROR' }, { type: 'CONNECTED', occurredAt: 10 }],
  }, 0, 100);
  assert.deepEqual(items.map(({ kind, from, to, lane, domain }) => [kind, from, to, lane, domain]), [
    ['connection', 10, 30, 0, 'planned'], ['refusal', 15, 15, 0, 'credential'],
    ['connection', 20, 100, 1, 'open'], ['connection', 31, 40, 0, 'client']]);
});

test('every category counts once, and one that is new counts as unknown', () => {
  const sums = byDomain(Object.fromEntries([...CATEGORIES, 'NEW_ONE'].map((category) => [category, 1])));
  assert.equal(Object.values(sums).reduce((sum, count) => sum + count), CATEGORIES.length + 1);
  assert.equal(sums.unknown, 2);
});
