// Every view in both themes and on a phone: drawn, without complaints of the browser, and accessible.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { settled, violations, visit, withBrowser, withPage } from './browser.js';

const SHOTS = process.env.PAGE_SHOTS;
const VIEWS = {
  fleets: '#/fleets',
  fleet: '#/fleets/scooters?span=1h',
  'fleet-empty': '#/fleets/empty',
  device: '#/devices/scooter-007?fleet=scooters',
  'device-in-two-fleets': '#/devices/gateway',
  alerts: '#/alerts',
  'alerts-history': '#/alerts?list=history',
  silences: '#/silences',
  missing: '#/nowhere',
};
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: { colorScheme: 'light', viewport: { width: 360, height: 740 }, hasTouch: true },
};

withBrowser();
mkdirSync(SHOTS, { recursive: true });

for (const [look, options] of Object.entries(LOOKS)) {
  for (const [name, address] of Object.entries(VIEWS)) {
    test(`${name}, ${look}: shown as it should be`, () => withPage({ ...options, tolerated: /status of 409/ }, async (page) => {
      await visit(page, address);
      await page.screenshot({ path: `${SHOTS}/${name}-${look}.png`, fullPage: true });
      const { wide, view } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, view: document.documentElement.clientWidth }));
      assert.ok(wide <= view, `${wide} px wide in a window of ${view} px`);
      const cut = look === 'phone' ? await page.evaluate(() => [...document.querySelectorAll('.scrolling')]
        .filter((place) => place.querySelector('table:not(.numbers)') && place.scrollWidth > place.clientWidth).length) : 0;
      assert.equal(cut, 0, 'rows are cards that need no scrolling');
      if (look === 'phone') {
        return; // its colors and markup are those of the light theme
      }
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
      await settled(page);
      assert.deepEqual(await violations(page), []);
    }));
  }
}
