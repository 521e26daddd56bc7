// Everything can be reached and done with keys alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, visit, withBrowser, withPage } from './browser.js';

withBrowser();

const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);

test('the first Tab skips to the content', () => withPage({}, async (page) => {
  await visit(page, '#/fleets');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.match(page.url(), /#\/fleets$/, 'the address stays');
}));

test('Tab reaches every control of the frame in the order of reading', () => withPage({}, async (page) => {
  await visit(page, '#/silences');
  const seen = [];
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none', `focus is seen on ${seen.at(-1)}`);
  }
  assert.deepEqual(seen.map((text) => text.replace(/\s+\d+$/, '')),
    ['Skip to content', 'Fleet Health', 'Fleets', 'Alerts', 'Silences', 'find', 'Go', 'Times: local', 'Theme: auto']);
}));

test('Enter on a head sorts, again turns around, and the focus stays', () => withPage({}, async (page) => {
  await visit(page, '#/fleets');
  const head = page.getByRole('columnheader', { name: 'Online' });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  const first = page.locator('table tbody tr').first();
  assert.match(await first.innerText(), /^scooters/);
  await page.keyboard.press('Enter');
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.match(await first.innerText(), /^empty/);
  assert.match(await focused(page), /^Online/);
  assert.match(page.url(), /sort=online&down=yes/);
}));

test('arrow keys walk through the strip, Enter diagnoses, plus zooms', () => withPage({}, async (page) => {
  await visit(page, '#/devices/scooter-007?fleet=scooters');
  await page.locator('.strip').focus();
  const readout = page.locator('.chart .readout');
  await page.keyboard.press('Home');
  const first = await readout.innerText();
  assert.match(first, /Session taken over/);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await readout.innerText(), first);
  const bars = page.locator('.session');
  const all = await bars.count();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  assert.ok(await bars.count() < all, 'fewer are within the window');
  await page.keyboard.press('0');
  assert.equal(await bars.count(), all);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(page.url(), /at=\d{13}/);
  assert.match(await page.locator('.verdict').innerText(), /at /);
}));

test('arrow keys walk through the activity of a fleet', () => withPage({}, async (page) => {
  await visit(page, '#/fleets/scooters?span=1h');
  await page.locator('.canvas').focus();
  const readout = page.locator('.chart .readout');
  assert.match(await readout.innerText(), /^Whole span/);
  await page.keyboard.press('End');
  const last = await readout.innerText();
  assert.match(last, /\d\d:\d\d – \d\d:\d\d/);
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await readout.innerText(), last);
}));

test('a new view is announced by its heading, which has the focus', () => withPage({}, async (page) => {
  await visit(page, '#/fleets');
  await page.getByRole('link', { name: 'Alerts' }).press('Enter');
  await settled(page);
  assert.equal(await focused(page), 'Alerts');
  assert.equal(await page.title(), 'Alerts · Fleet Health');
}));
