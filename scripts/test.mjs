/**
 * `npm test`: everything, also on a fresh clone. Installs what it needs, then format, lint, types, build, unit and
 * database tests on real engines, and the browser tests. Ends with one line: `N passed, N failed`.
 */
import {ensureBrowser} from './steps/browser.mjs';
import {buildIsCurrent, buildPages} from './steps/build.mjs';
import {countPlaywright, countVitest, runQuietCheck, runTests, total} from './steps/checks.mjs';
import {commandRoot, runCommand} from './steps/command.mjs';
import {failure} from './steps/failures.mjs';
import {startTestEngines} from './steps/test-engines.mjs';
import {say, seconds} from './steps/report.mjs';

await runCommand(commandRoot(), 'test-run', async (place) => {
  say('Checks');
  // Tests wait for engines and pages much of their time, so both kinds begin as soon as there are pages, and what is left of
  // the quiet checks goes on beside them. What was found is said again at the end.
  const quiet = oneAfterTheOther(place);
  const engines = startTestEngines(place);
  const built = await runBuild(place);
  const environment = await engines.ready;
  say('\nUnit and database tests');
  const vitest = runTests(
    place,
    {name: 'vitest', program: 'vitest/vitest.mjs', words: ['run', '--config', 'vitest.config.ts'], environment},
    countVitest,
  );
  say('\nBrowser tests');
  const [checked, ...tests] = await Promise.all([quiet, vitest, runBrowserTests(place, environment)]);
  await engines.stop();
  return total([built, ...checked, ...tests]);
});

/** @param {import('./steps/checks.mjs').Place} place */
async function oneAfterTheOther(place) {
  return [
    await runQuietCheck(place, 'Types'),
    await runQuietCheck(place, 'Lint'),
    await runQuietCheck(place, 'Format'),
  ];
}

/**
 * @param {import('./steps/checks.mjs').Place} place
 * @returns {Promise<import('./steps/checks.mjs').Tally>}
 */
async function runBuild({root, dataFolder}) {
  const begin = Date.now();
  try {
    if (!buildIsCurrent(root)) await buildPages(root, dataFolder);
    say(`  ${'Build'.padEnd(14)}passed (${seconds(Date.now() - begin)})`);
    return {passed: 1, failed: 0};
  } catch (error) {
    say(`  ${'Build'.padEnd(14)}FAILED (${seconds(Date.now() - begin)})\n${/** @type {Error} */ (error).message}`);
    return {passed: 0, failed: 1, failures: [failure('Build', /** @type {Error} */ (error).message)]};
  }
}

/**
 * @param {import('./steps/checks.mjs').Place} place
 * @param {Record<string, string>} environment
 * @returns {Promise<import('./steps/checks.mjs').Tally>}
 */
async function runBrowserTests(place, environment) {
  const browser = await ensureBrowser({...place, say});
  if (!browser) {
    const words = 'No browser could be found or installed. Install Chromium or Google Chrome and try again.';
    return {passed: 0, failed: 1, failures: [failure('Browser tests', words)]};
  }
  return runTests(
    place,
    {
      name: 'playwright',
      program: '@playwright/test/cli.js',
      words: ['test', '--pass-with-no-tests'],
      // Both runners write to one terminal, so neither may rewrite its lines.
      environment: {...environment, FINGERPOST_TEST_BROWSER: browser, PLAYWRIGHT_FORCE_TTY: '0'},
    },
    countPlaywright,
  );
}
