// What changes on the server is seen without a reload.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ORIGIN, visit, withBrowser, withPage } from './browser.js';

withBrowser();

/** The first value of which the condition holds, within 25 s. */
async function eventually(read, holds) {
  for (let tries = 0; tries < 250; tries++) {
    const value = await read();
    if (holds(value)) {
      return value;
    }
    await pause(100);
  }
  throw new Error(`never held; the last was ${await read()}`);
}

test('numbers change by themselves, and the focus stays where it is', () => withPage({}, async (page) => {
  await visit(page, '#/fleets');
  await page.evaluate(() => { window.sameDocument = true; });
  const link = page.getByRole('link', { name: 'scooters' });
  await link.focus();
  const online = page.locator('tr', { has: link }).locator('td').nth(1);
  const before = await online.innerText();
  await eventually(() => online.innerText(), (text) => text !== before);
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'scooters');
}));

test('a new alert is told to screen readers, and the list is asked for anew', () => withPage({}, async (page) => {
  const { alerts: [alert] } = await (await fetch(`${ORIGIN}/v1/alerts?state=active`)).json();
  const news = { ...alert, severity: 'CRITICAL', state: 'OPEN', summary: 'scooters: all is lost' };
  let told = 0;
  await page.route('**/v1/live', (route) => route.fulfill({
    contentType: 'text/event-stream', body: told++ === 1 ? `event: alert\r\ndata: ${JSON.stringify(news)}\r\n\r\n` : ':\n\n',
  }));
  await visit(page, '#/alerts');
  const again = page.waitForRequest(/\/v1\/alerts/);
  await eventually(() => page.locator('#announcements').innerText(), (text) => text === 'critical: scooters: all is lost');
  await again;
}));

test('a lost connection is said, and comes back', () => withPage({ tolerated: /ERR_|Failed to load/ }, async (page) => {
  let up = false;
  await page.route('**/v1/live', (route) => (up ? route.continue() : route.abort()));
  await visit(page, '#/fleets');
  await eventually(() => page.locator('#connection').innerText(), (text) => /^Not live: next attempt at \d\d:\d\d:\d\d/.test(text));
  up = true;
  await eventually(() => page.locator('#connection').innerText(), (text) => text === 'Live');
}));
