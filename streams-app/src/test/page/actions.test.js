// What the reader does: filter, ask, download, silence, choose.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { settled, visit, withBrowser, withPage } from './browser.js';

withBrowser();

test('devices are filtered and paged, and the address says how', () => withPage({}, async (page) => {
  await visit(page, '#/fleets/scooters');
  const rows = page.locator('table.devices tbody tr');
  assert.equal(await rows.count(), 50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await rows.nth(99).waitFor();
  await page.getByLabel('State').selectOption('offline');
  await settled(page);
  assert.match(page.url(), /state=offline/);
  assert.equal(await rows.filter({ hasText: 'Online' }).count(), 0);
  const offline = await rows.count();
  await page.reload();
  await settled(page);
  assert.equal(await rows.count(), offline);
}));

test('alerts are filtered by severity; the history goes on', () => withPage({}, async (page) => {
  await visit(page, '#/alerts?list=history&span=7d');
  assert.ok(await page.getByText('Resolved').count() > 10);
  await page.getByLabel('Severity').selectOption('CRITICAL');
  await page.locator('article.alert.warning').first().waitFor({ state: 'detached' });
  assert.equal(await page.locator('article.alert').count(), 1);
}));

test('was it online: at a moment, and in a span', () => withPage({}, async (page) => {
  await visit(page, '#/devices/scooter-007?fleet=scooters');
  const minute = (millis) => new Date(millis).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T');
  const form = page.locator('section', { has: page.getByRole('heading', { name: 'Was it online?' }) });
  await form.getByLabel('At, or from').fill(minute(Date.now() - 60_000));
  await form.getByRole('button', { name: 'Ask' }).click();
  await form.getByText(/^(Online|Offline) at \d\d:\d\d:\d\d/).waitFor();
  await form.getByLabel('At, or from').fill(minute(Date.now() - 3_600_000));
  await form.getByLabel('Until').fill(minute(Date.now()));
  await form.getByRole('button', { name: 'Ask' }).click();
  await form.getByText(/online .+ %\), offline/).waitFor();
}));

test('the support bundle of a moment is saved, and a refusal is said', () => withPage({ tolerated: /status of 503/ }, async (page) => {
  let ready = false;
  await page.route('**/v1/devices/scooter-007/bundle?fleet=scooters&at=1763600000000', (route) => (ready
    ? route.fulfill({ contentType: 'application/zip', body: 'PK' })
    : route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"title":"Not now"}' })));
  await visit(page, '#/devices/scooter-007?fleet=scooters&at=1763600000000');
  await page.getByRole('button', { name: 'Download the support bundle' }).click();
  await page.getByText('Not now').waitFor();
  ready = true;
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the support bundle' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), 'fleet-health-scooter-007.zip');
  const saved = `${process.env.PAGE_SHOTS}/bundle.zip`;
  await file.saveAs(saved);
  assert.equal(await readFile(saved, 'utf8'), 'PK');
}));

test('a silence is made and ended; that of the configuration cannot be', () => withPage({}, async (page) => {
  await visit(page, '#/silences');
  await page.getByLabel('Fleets').fill('lab, site-*');
  await page.getByLabel('Your name').fill('Olga');
  await page.getByLabel('Why').fill('rebuild of <b>the lab</b>');
  await page.getByRole('button', { name: 'Silence', exact: true }).click();
  const row = page.locator('table.silences tbody tr', { hasText: 'rebuild of <b>the lab</b>' });
  await row.waitFor();
  assert.match(await row.innerText(), /Fleets: lab, site-\*/);
  assert.equal(await page.locator('tr', { hasText: 'in the configuration' }).getByRole('button').count(), 0);
  await row.getByRole('button', { name: 'End now' }).click();
  await row.waitFor({ state: 'detached' });
}));

test('theme and zone are kept', () => withPage({ colorScheme: 'light' }, async (page) => {
  await visit(page, '#/alerts');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const when = page.locator('article time').first();
  const light = await background();
  const local = await when.innerText();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('button', { name: 'Times' }).click();
  await settled(page);
  assert.notEqual(await background(), light);
  assert.notEqual(await when.innerText(), local);
  assert.ok((await when.getAttribute('title')).includes(`${(await when.innerText()).slice(-8)}`), 'UTC is what the title says');
  const dark = await background();
  await page.reload();
  await settled(page);
  assert.equal(await background(), dark);
  assert.match(await page.getByRole('button', { name: 'Times' }).innerText(), /UTC/);
}));

test('a client id in the head leads to its device', () => withPage({}, async (page) => {
  await visit(page, '#/fleets');
  await page.getByLabel('Go to a device').fill('scooter-012');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'scooter-012' }).waitFor();
}));
