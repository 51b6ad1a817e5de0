/** `npx playwright test -c test/bench/poor-line.config.ts`: a telephone on a poor line. Wants the pages built. */
import {resolve} from 'node:path';
import {defineConfig} from '@playwright/test';
import config from '../../playwright.config.ts';

export default defineConfig({
  ...config,
  testDir: '.',
  testMatch: 'poor-line.spec.ts',
  webServer: config.webServer && {...config.webServer, cwd: resolve(import.meta.dirname, '../..')},
  timeout: 180_000,
  workers: 1,
  projects: config.projects?.filter(({name}) => name === 'phone').map((phone) => ({...phone, grep: /./})) ?? [],
});
