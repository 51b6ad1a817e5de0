/** A browser for the tests: one that is installed, else Playwright's own, else one from the system's packages. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {runToEnd} from '../engines/background.mjs';
import {findOnPath} from '../engines/run-user.mjs';

/** From the smallest to the one with most in it. */
const names = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * The browsers that may be on this machine, without trying whether they run.
 *
 * @param {() => string} [playwrightsOwn] where Playwright keeps the one it downloads
 * @returns {string[]}
 */
export function browsersAtHand(playwrightsOwn) {
  const installed = [...names.map(findOnPath), ...elsewhere, playwrightsOwn?.()];
  return installed.filter((file) => file != null).filter((file) => existsSync(file));
}

/**
 * Finds a browser that really runs here, and installs one if there is none.
 *
 * @param {{root: string, dataFolder: string, say: (line: string) => void}} options
 * @returns {Promise<string | null>} null when none could be had
 */
export async function ensureBrowser({root, dataFolder, say}) {
  const {chromium} = await import('@playwright/test');
  /** @type {(command: string, words: string[], environment?: Record<string, string>) => Promise<boolean>} */
  const run = async (command, words, environment = {}) => {
    try {
      const options = {cwd: root, env: {...process.env, ...environment}};
      const start = {name: 'Getting a browser', dataFolder, marker: '', command, words, options};
      return (await runToEnd(start)).code === 0;
    } catch {
      return false;
    }
  };
  const runs = (/** @type {string} */ file) =>
    run(file, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--dump-dom', 'about:blank']);
  const firstThatRuns = async () => {
    for (const file of browsersAtHand(() => chromium.executablePath())) if (await runs(file)) return file;
    return null;
  };
  const playwright = (/** @type {string[]} */ ...words) =>
    run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), ...words], {
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    });
  const asRoot = await rightsToInstall(run);

  const atHand = await firstThatRuns();
  if (atHand) return atHand;
  say('No browser that runs is installed: fetching Playwright’s …');
  await playwright('install', 'chromium');
  const fetched = await firstThatRuns();
  if (fetched || !asRoot) return fetched;
  say('That did not do: installing one from the system’s packages …');
  await asRoot('apt-get', 'update');
  for (const name of names.slice(0, 2)) {
    await asRoot('apt-get', 'install', '--yes', '--no-install-recommends', name);
    const installed = await firstThatRuns();
    if (installed) return installed;
  }
  await playwright('install-deps', 'chromium');
  return firstThatRuns();
}

/**
 * @param {(command: string, words: string[], environment?: Record<string, string>) => Promise<boolean>} run
 * @returns {Promise<((...words: string[]) => Promise<boolean>) | null>} null when we may not install anything
 */
async function rightsToInstall(run) {
  const quietly = {DEBIAN_FRONTEND: 'noninteractive'};
  if (!findOnPath('apt-get')) return null;
  if (process.getuid?.() === 0) return (command = '', ...words) => run(command, words, quietly);
  if (findOnPath('sudo') && (await run('sudo', ['--non-interactive', 'true']))) {
    return (...words) => run('sudo', ['--non-interactive', ...words], quietly);
  }
  return null;
}
