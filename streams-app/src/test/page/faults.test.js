// No token, no server, no answer yet: each is said in words, and the page goes on by itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, violations, visit, withBrowser, withPage } from './browser.js';

const SECRET = 'open-sesame';

withBrowser();

async function demandToken(page) {
  const asked = [];
  await page.route('**/v1/**', (route) => {
    const given = route.request().headers().authorization;
    asked.push({ url: route.request().url(), given });
    return given === `Bearer ${SECRET}` ? route.continue()
      : route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401,"title":"A token is needed"}' });
  });
  return asked;
}

test('503: says why, counts down, and goes on', () => withPage({ tolerated: /status of (503|404)/ }, async (page) => {
  let moved = false;
  await page.route(/\/v1\/fleets\/moving(\/|\?|$)/, (route) => (moved
    ? route.continue({ url: route.request().url().replace('/moving', '/scooters') }) : route.continue()));
  await visit(page, '#/fleets/moving');
  await page.getByText(/Trying again in [0-2] s/).first().waitFor();
  assert.match(await page.locator('.problem').first().innerText(), /partitions move/i);
  assert.deepEqual(await violations(page), []);
  moved = true;
  await page.getByText('108').or(page.getByText('120')).first().waitFor();
  await page.locator('.tiles').waitFor();
}));

test('401: asks for the token, asks again after a wrong one, and keeps the right one', () => withPage({ tolerated: /status of 401/ }, async (page) => {
  const asked = await demandToken(page);
  await page.goto(new URL('#/fleets', `${process.env.PAGE_ORIGIN}/`).href);
  const dialog = page.getByRole('dialog', { name: 'A token is needed' });
  await dialog.waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByLabel('Token').fill('wrong');
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await dialog.getByLabel('Token').fill(SECRET);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'scooters' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  assert.ok(asked.some(({ url, given }) => url.endsWith('/v1/live') && given === `Bearer ${SECRET}`), 'the live stream has the token');
  assert.ok(asked.every(({ url }) => !url.includes(SECRET)), 'no address has the token');
  await page.reload();
  await page.getByRole('link', { name: 'scooters' }).waitFor();
  assert.equal(await dialog.isVisible(), false);
}));

test('401: who has no token can cancel and try later', () => withPage({ tolerated: /status of 401/ }, async (page) => {
  await demandToken(page);
  await page.goto(new URL('#/alerts', `${process.env.PAGE_ORIGIN}/`).href);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Enter a token' }).click();
  await page.getByRole('dialog').getByLabel('Token').fill(SECRET);
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.locator('article.alert').first().waitFor();
}));

test('offline: keeps what it has, says so, and comes back', () => withPage({ tolerated: /ERR_INTERNET_DISCONNECTED|Failed to load/ }, async (page, context) => {
  await visit(page, '#/alerts');
  await context.setOffline(true);
  await page.getByRole('radio', { name: 'history' }).check();
  await page.getByText('The server cannot be reached').waitFor();
  assert.match(await page.locator('.problem').innerText(), /What you see is from \d\d:\d\d:\d\d/);
  assert.ok(await page.locator('article.alert').count() > 0, 'the alerts are still there');
  await context.setOffline(false);
  await page.locator('.problem').waitFor({ state: 'detached' });
  await settled(page);
  assert.ok(await page.getByText('Resolved').count() > 0);
}));

test('409: asks which fleet is meant, and nothing else', () => withPage({ tolerated: /status of 409/ }, async (page) => {
  await visit(page, '#/devices/gateway');
  assert.equal(await page.locator('main section').count(), 0);
  await page.getByRole('link', { name: 'pumps' }).click();
  await page.locator('.diagnosis').waitFor();
}));

test('404: says what is not known', () => withPage({ tolerated: /status of 404/ }, async (page) => {
  await visit(page, '#/devices/nobody');
  assert.match(await page.locator('.problem').first().innerText(), /nobody/);
  assert.equal(await page.getByText(/Trying again/).count(), 0);
}));
