/** The checks that `npm run check` and `npm test` share: what they run and how what they found is counted. */
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {runToEnd, startInBackground} from '../engines/background.mjs';
import {readJson} from '../engines/settings-store.mjs';
import {failure, failuresOfPlaywright, failuresOfVitest, flakyOfPlaywright} from './failures.mjs';
import {say, seconds} from './report.mjs';

/**
 * @typedef {{passed: number, failed: number, failures?: string[]}} Tally `failures`: what failed, in a few lines each
 * @typedef {{root: string, dataFolder: string}} Place
 */

const stop = /** @type {import('../engines/processes.mjs').Request[]} */ ([
  ['SIGTERM', 5000],
  ['SIGKILL', 500],
]);

/** What did not change since is not looked at again. */
const cacheIn = (/** @type {string} */ name) => ['--cache', `--cache-location=.cache/${name}`];

/** The quiet checks, as the programs they run one after the other. Each check counts as one. */
const quietChecks = {
  // Read by a native parser, and by Prettier's newer way of going through files: half the work, and the same format. Editors
  // and `npm run format` do without them.
  Format: [
    [
      ...['prettier/bin/prettier.cjs', '--experimental-cli', '--check', '--log-level=warn'],
      '--plugin=@prettier/plugin-oxc',
      ...cacheIn('prettier'),
      '.',
    ],
  ],
  Lint: [
    ['eslint/bin/eslint.js', '--cache-strategy=content', ...cacheIn('eslint'), '.'],
    [
      ...['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs'],
      ...['app', 'db', 'search', 'scripts', 'test'],
    ],
  ],
  // The types, and the rules that need them: .oxlintrc.json.
  Types: [['oxlint/bin/oxlint']],
};

/**
 * Runs one check and shows what it says only when it failed or has something to say.
 *
 * @param {Place} place
 * @param {keyof typeof quietChecks} name
 * @returns {Promise<Tally>}
 */
export async function runQuietCheck({root, dataFolder}, name) {
  const begin = Date.now();
  let failed = false;
  const said = [];
  for (const [program = '', ...words] of quietChecks[name]) {
    const file = join(root, 'node_modules', program);
    const start = {name, dataFolder, marker: program, command: process.execPath, words: [file, ...words]};
    const {code, output} = await runToEnd({...start, options: {cwd: root}});
    failed ||= code !== 0;
    // Without a complaint the programs still say "all is well" in a line or so, which nobody needs to read.
    if (code !== 0 || /warning/.test(output.replace(/\b0 warnings/g, ''))) said.push(output);
  }
  say(`  ${name.padEnd(14)}${failed ? 'FAILED' : 'passed'} (${seconds(Date.now() - begin)})`);
  if (said.length > 0) say(said.join('\n'));
  return failed ? {passed: 0, failed: 1, failures: [failure(name, said.join('\n'))]} : {passed: 1, failed: 0};
}

/**
 * Runs a test runner, its words going straight to the terminal, and counts what it found.
 *
 * @param {Place} place
 * @param {{name: string, program: string, words: string[], environment?: Record<string, string>}} runner
 * @param {(report: Record<string, any>) => Tally} count
 * @returns {Promise<Tally>}
 */
export async function runTests({root, dataFolder}, {name, program, words, environment}, count) {
  const report = join(dataFolder, `${name}.json`);
  mkdirSync(dataFolder, {recursive: true});
  rmSync(report, {force: true});
  const runner = startInBackground({
    name,
    dataFolder,
    marker: program,
    order: 0,
    stop,
    command: process.execPath,
    words: [join(root, 'node_modules', program), ...words],
    options: {
      cwd: root,
      env: {...process.env, ...environment, FINGERPOST_TEST_REPORT: report},
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  });
  const how = await runner.ended;
  const tally = count(readJson(report));
  // A runner that broke down before or after its tests has failed, whatever it counted.
  if (how !== 'ended with code 0' && tally.failed === 0) {
    return {...tally, failed: 1, failures: [failure(name, `It ${how}, though no test failed.`)]};
  }
  return tally;
}

/**
 * @param {Record<string, any>} report of vitest
 * @returns {Tally}
 */
export function countVitest(report) {
  /** @type {{status: string, assertionResults: unknown[]}[]} */
  const files = report.testResults ?? [];
  const unreadable = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = (report.numFailedTests ?? 0) + unreadable.length;
  return {passed: report.numPassedTests ?? 0, failed, failures: failuresOfVitest(report)};
}

/**
 * @param {Record<string, any>} report of Playwright
 * @returns {Tally}
 */
export function countPlaywright(report) {
  const {stats = {}, errors = []} = report;
  if (stats.flaky) {
    say(['', 'Passed only at the second attempt; at the first:', ...flakyOfPlaywright(report)].join('\n\n'));
  }
  const passed = (stats.expected ?? 0) + (stats.flaky ?? 0);
  return {passed, failed: (stats.unexpected ?? 0) + errors.length, failures: failuresOfPlaywright(report)};
}

/**
 * @param {Tally[]} tallies
 * @returns {Required<Tally>}
 */
export function total(tallies) {
  return {
    passed: tallies.reduce((sum, {passed}) => sum + passed, 0),
    failed: tallies.reduce((sum, {failed}) => sum + failed, 0),
    failures: tallies.flatMap(({failures = []}) => failures),
  };
}
