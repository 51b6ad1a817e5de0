/**
 * `npm test`: everything, also on a fresh clone. Installs what it needs, then format, lint, types, build, unit and
 * database tests on real engines, and the browser tests. Ends with one line: `N passed, N failed`.
 */
import {ensureBrowser} from './steps/browser.mjs';
import {buildIsCurrent, buildPages} from './steps/build.mjs';
import {countPlaywright, countVitest, runQuietCheck, runTests, total} from './steps/checks.mjs';
import {commandRoot, runCommand} from './steps/command.mjs';
import {say, seconds} from './steps/report.mjs';

await runCommand(commandRoot(), 'test-run', async (place) => {
  say('Checks');
  // Two at a time: the build keeps one processor busy while the others take turns on the second.
  const [built, ...quiet] = await Promise.all([runBuild(place), oneAfterTheOther(place)]);
  say('\nUnit and database tests');
  const vitest = await runTests(
    place,
    {name: 'vitest', program: 'vitest/vitest.mjs', words: ['run', '--config', 'vitest.config.ts']},
    countVitest,
  );
  say('\nBrowser tests');
  return total([built, ...quiet.flat(), vitest, await runBrowserTests(place)]);
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
    return {passed: 0, failed: 1};
  }
}

/**
 * @param {import('./steps/checks.mjs').Place} place
 * @returns {Promise<import('./steps/checks.mjs').Tally>}
 */
async function runBrowserTests(place) {
  const browser = await ensureBrowser({...place, say});
  if (!browser) {
    say('No browser could be found or installed. Install Chromium or Google Chrome and try again.');
    return {passed: 0, failed: 1};
  }
  return runTests(
    place,
    {
      name: 'playwright',
      program: '@playwright/test/cli.js',
      words: ['test', '--pass-with-no-tests'],
      environment: {FINGERPOST_TEST_BROWSER: browser},
    },
    countPlaywright,
  );
}
