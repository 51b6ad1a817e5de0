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
  timeout: 30_000,
  expect: {timeout: 7_000},
  reporter: report ? [['list'], ['json', {outputFile: report}]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace of every test takes a quarter of the time of all; where a failure is tried again, the second try has one.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      ...(process.env.FINGERPOST_TEST_BROWSER ? {executablePath: process.env.FINGERPOST_TEST_BROWSER} : {}),
      // Chromium's sandbox does not work for root; small containers have too little shared memory for it.
      chromiumSandbox: !isRoot && !process.env.CI,
      args: ['--disable-dev-shm-usage', '--disable-background-networking', '--disable-gpu'],
    },
  },
  projects: [
    {name: 'desktop', use: {viewport: {width: 1280, height: 800}}},
    {name: 'phone', use: {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true}},
    {name: 'no-javascript', use: {viewport: {width: 1280, height: 800}, javaScriptEnabled: false}},
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
