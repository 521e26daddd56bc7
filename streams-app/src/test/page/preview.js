// Serves the page with made-up fleets on a free port, starts one browser, runs the tests with both, and ends them. Arguments: the class path.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const START_SECONDS = 30;

const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const server = spawn('java', ['-cp', process.argv[2], 'dev.fleethealth.streams.query.PagePreview', String(port)],
  { stdio: ['ignore', 'ignore', 'inherit'] });
const browser = await chromium.launchServer({ executablePath: process.env.CHROMIUM, args: FLAGS });
try {
  await answering();
  const tests = spawn(process.execPath, ['--test', '--test-concurrency=2', '--test-reporter=spec', '--test-timeout=180000'],
    { stdio: 'inherit', env: { ...process.env, PAGE_ORIGIN: origin, PAGE_BROWSER: browser.wsEndpoint() } });
  [process.exitCode] = await once(tests, 'exit');
} finally {
  await browser.close();
  server.kill();
}

async function freePort() {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port: free } = socket.address();
  socket.close();
  await once(socket, 'close');
  return free;
}

async function answering() {
  for (let tries = 0; tries < 10 * START_SECONDS; tries++) {
    if (server.exitCode !== null) {
      throw new Error(`the preview ended with ${server.exitCode}`);
    }
    const answer = await fetch(`${origin}/openapi.yaml`).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await pause(100);
  }
  throw new Error(`the preview did not answer within ${START_SECONDS} s`);
}
