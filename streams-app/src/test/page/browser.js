// A Chromium with one page per test; what a page must never do is collected as its problems.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENCE = 15_000;
const DESKTOP = { width: 1280, height: 860 };

/** Where the preview listens. */
export const ORIGIN = process.env.PAGE_ORIGIN;

let chrome;

/** Reaches the browser before the tests of a file, and leaves it after them. */
export function withBrowser() {
  before(async () => {
    chrome = await chromium.connect(process.env.PAGE_BROWSER);
  });
  after(() => chrome.close());
}

/** Runs a test with a page of its own, and fails it for whatever the page did wrong. */
export async function withPage(options, test) {
  const context = await chrome.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', timezoneId: 'Europe/Berlin', ...options });
  const problems = [];
  try {
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    watch(page, problems, options.tolerated ?? /^$/);
    await test(page, context);
    assert.deepEqual(problems, [], 'the page did what it must not');
  } catch (failure) {
    failure.message += problems.map((problem) => `\n${problem}`).join('');
    throw failure;
  } finally {
    await context.close();
  }
}

function watch(page, problems, tolerated) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !tolerated.test(message.text())) {
      problems.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.stack}`));
  page.on('dialog', (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${ORIGIN}/`) && !request.url().startsWith('blob:')) {
      problems.push(`request to ${request.url()}`);
    }
  });
}

/** Opens a view and waits until everything in it was answered. */
export async function visit(page, address) {
  await page.goto(`${ORIGIN}/${address}`);
  await settled(page);
}

/** Waits until no section waits for an answer. */
export async function settled(page) {
  await page.locator('main h1').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** What axe finds against WCAG 2.2 A and AA, in words. */
export async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), STANDARDS);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}
