// Names that devices chose are text: they run nothing, hide nothing, and break no layout.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, visit, withBrowser, withPage } from './browser.js';

const MARKUP = '<img src=x onerror=alert(1)>';
const UNSEEN = 'a\nb\u202Egnp.exe\u200B';
const LONG = 'L'.repeat(10_240);
const PHONE = { viewport: { width: 360, height: 740 } };

withBrowser();

/** Answers for a device of another name, with everything that the preview says of scooter-001. */
async function rename(page, id) {
  await page.route(/\/v1\/(devices|fleets\/scooters\/devices)/, async (route) => {
    const asked = route.request().url();
    const response = await route.fetch({ url: asked.replace(/devices\/[^/?]+/, 'devices/scooter-001') });
    const text = (await response.text()).replaceAll('"scooter-001"', JSON.stringify(id));
    await route.fulfill({ response, body: text });
  });
}

async function madeElements(page) {
  return page.evaluate(() => document.querySelectorAll('main img, main script, [onerror], [onmouseover]').length);
}

async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const address of ['#/fleets', '#/fleets/scooters', `#/devices/${encodeURIComponent(MARKUP)}`, '#/alerts', '#/silences']) {
  test(`markup is text in ${address}`, () => withPage({}, async (page) => {
    await visit(page, address);
    assert.equal(await madeElements(page), 0);
    assert.match(await page.locator('main').innerText(), /<(img src=x onerror=alert\(1\)|b onmouseover=alert\(1\)|b)>/);
  }));
}

test('a fleet whose name is markup has its own view', () => withPage({}, async (page) => {
  await visit(page, '#/fleets');
  await page.getByRole('link', { name: '<b onmouseover' }).click();
  await page.getByRole('heading', { level: 1, name: '<b onmouseover=alert(1)>fleet</b>' }).waitFor();
  await settled(page);
  assert.equal(await madeElements(page), 0);
}));

for (const id of ['../../etc/passwd', 'büro/Gerät 1+2%', '\u202Eevil']) {
  test(`a device called ${JSON.stringify(id)} is found from the list`, () => withPage({}, async (page) => {
    await visit(page, `#/fleets/scooters?${new URLSearchParams({ search: id.slice(-4) })}`);
    await page.locator('table.devices tbody a').first().click();
    await page.locator('.diagnosis').waitFor();
    await settled(page);
    assert.equal(await page.locator('.problem').count(), 0);
  }));
}

test('what cannot be seen or turns text around is spelled out', () => withPage({}, async (page) => {
  await rename(page, UNSEEN);
  for (const address of ['#/fleets/scooters', `#/devices/${encodeURIComponent(UNSEEN)}?fleet=scooters`]) {
    await visit(page, address);
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('a⟨U+000A⟩b⟨U+202E⟩gnp.exe⟨U+200B⟩'), text.slice(0, 300));
    assert.doesNotMatch(text + await page.title(), /[\u202E\u200B]/u);
  }
}));

test('a name of 10 KB leaves the layout alone, and can be read in full', () => withPage(PHONE, async (page) => {
  await rename(page, LONG);
  await visit(page, '#/fleets/scooters');
  assert.ok(await overflow(page) <= 0);
  await visit(page, `#/devices/${LONG}?fleet=scooters`);
  assert.ok(await overflow(page) <= 0);
  assert.ok((await page.locator('h1').boundingBox()).height < 200);
  await page.getByText('The whole client id').first().click();
  assert.equal((await page.locator('code.whole').innerText()).length, LONG.length);
  assert.ok(await overflow(page) <= 0);
}));
