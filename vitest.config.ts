import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

/** Where `npm test` wants to find the count of passed and failed tests. */
const report = process.env.FINGERPOST_TEST_REPORT;
const needsEngines = '**/*.db.test.{ts,tsx}';

/** They start whole sites, kill processes or judge hundreds of searches: begun last, they would be waited for alone. The longest first. */
const longest = [
  ...['doors/doors', 'scripts/up', 'import/shared-feeds', 'people/unmerge', 'search/search', 'scripts/recount'],
  ...['second-level/claim-handoff', 'doors/five-times', 'calls/desk-indexes', 'doors/typed-before'],
  ...['relevance/relevance', 'index/sync', 'scripts/engines'],
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({moduleId}: TestSpecification) => longest.findIndex((name) => moduleId.includes(`/${name}.`));
    const sorted = await super.sort(files);
    const long = sorted.filter((file) => place(file) >= 0).sort((one, other) => place(one) - place(other));
    return [...long, ...sorted.filter((file) => place(file) < 0)];
  }
}

export default defineConfig({
  test: {
    sequence: {sequencer: LongestFirst},
    // Dates are shown in British time; a test must not depend on where it runs.
    env: {TZ: 'Europe/London'},
    restoreMocks: true,
    // The built site is run as Node runs it: made ready for tests first, its three megabytes cost seconds in each file.
    server: {deps: {external: [/\/build\/server\//]}},
    // Tells a test that hangs from one on a busy machine, where all processors may be taken by others for seconds.
    testTimeout: 20_000,
    expect: {poll: {timeout: 15_000}},
    // One less than there are processors, but two on a small machine: the browser tests go on beside them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    ...(report
      ? {
          reporters: [
            ['default', {summary: false}],
            ['json', {outputFile: report}],
          ],
        }
      : {}),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Pure rules leave nothing behind, so files may share a process: three times as fast.
          isolate: false,
          include: ['{app,search,db,scripts}/**/*.test.{ts,tsx}'],
          exclude: [needsEngines, '**/node_modules/**'],
          setupFiles: ['test/setup/no-console-errors.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          // Each file has a database of its own, so these may share a process too, which then reads the product once. What a
          // test changes in its process (the environment, the clock) it puts back.
          isolate: false,
          include: ['{app,search,db,scripts}/**/*.db.test.{ts,tsx}', 'test/{db,relevance,scripts}/**/*.test.{ts,tsx}'],
          globalSetup: ['test/setup/start-engines.ts'],
          setupFiles: ['test/setup/no-console-errors.ts'],
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'doors',
          // A whole site each, which counts how often an address has asked: they may not count together.
          include: ['test/doors/**/*.test.ts'],
          globalSetup: ['test/setup/start-engines.ts'],
          setupFiles: ['test/setup/no-console-errors.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
