import {chromium, defineConfig, devices} from '@playwright/test';
import {freePort} from './scripts/engines/ports.mjs';
import {browsersAtHand} from './scripts/steps/browser.mjs';

// This file is read again in every worker; what is chosen the first time is handed down through the environment.
process.env.FINGERPOST_TEST_PORT ??= String(await freePort());
process.env.FINGERPOST_TEST_BROWSER ??= browsersAtHand(() => chromium.executablePath())[0] ?? '';
const address = `http://127.0.0.1:${process.env.FINGERPOST_TEST_PORT}`;
const report = process.env.FINGERPOST_TEST_REPORT;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  // One more than there are processors, as a browser test waits for much of its time.
  workers: 3,
  // Tells a test that hangs from one on a busy machine: the longest look at a page with axe ten times, beside other tests.
  timeout: 60_000,
  expect: {timeout: 15_000},
  reporter: report ? [['list'], ['json', {outputFile: report}]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace of each test takes a third of the time of all, so the whole run has none but of a second try. Whoever runs
    // one file has the trace of what failed.
    trace: report || process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      ...(process.env.FINGERPOST_TEST_BROWSER ? {executablePath: process.env.FINGERPOST_TEST_BROWSER} : {}),
      // Chromium's sandbox does not work for root; small containers have too little shared memory for it.
      chromiumSandbox: !isRoot && !process.env.CI,
      args: ['--disable-dev-shm-usage', '--disable-background-networking', '--disable-gpu'],
    },
  },
  // A test runs on a desktop; its name says where it runs once more, as it would find something else there:
  // - `@phone`: one way through the public pages, which most people see on one, and through what staff do away from a desk,
  //   for layout and touch; besides them what is laid out or pressed differently there. What merely says something else is
  //   not. That a page fits 320 pixels is looked at on the desktop too, of every desk (`expectNoSideways`).
  // - `@plain`, without scripts: all of the public side, signing in, taking a call, and one journey through each other
  //   desk, as its forms are to work by themselves.
  // - neither: what the server decides by itself, such as who may see what; two people at once; paper; the keyboard.
  // - `@not-desktop` with one of them: what there is nowhere else, such as the button that applies filters by hand, and what
  //   a longer journey goes through on the desktop.
  projects: [
    {name: 'desktop', grepInvert: /@not-desktop/, use: {viewport: {width: 1280, height: 800}}},
    {name: 'phone', grep: /@phone/, use: {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true}},
    {name: 'no-javascript', grep: /@plain/, use: {viewport: {width: 1280, height: 800}, javaScriptEnabled: false}},
  ],
  webServer: {
    command: 'exec node --import tsx test/setup/browser-server.ts',
    url: `${address}/health/live`,
    timeout: 180_000,
    gracefulShutdown: {signal: 'SIGTERM', timeout: 20_000},
    stdout: 'pipe',
    stderr: 'pipe',
  },
});
