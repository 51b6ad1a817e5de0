/** A production server for browser tests: the built pages, a database of its own and an index of its own. */
import {join, resolve} from 'node:path';
import {connect} from '../../db/client.ts';
import {startInBackground} from '../../scripts/engines/background.mjs';
import {freePort} from '../../scripts/engines/ports.mjs';
import {readJson} from '../../scripts/engines/settings-store.mjs';
import {ROOM_FOR_PAGES} from '../../scripts/steps/site.mjs';

const root = resolve(import.meta.dirname, '../..');

/** What the browser tests share: written by `browser-server.ts`, read by a test that needs a site of its own. */
interface BrowserState {
  dataFolder: string;
  environment: Record<string, string>;
  /** The database as its owner sees it. */
  ownerUrl: string;
}

/** Where that stands, for the run whose server has this port. */
export const browserStateFile = (port: string) => join(root, '.data', 'test', `browser-${port}.json`);

/** The engines and data of the running browser tests. */
export function browserState(): BrowserState {
  return readJson(browserStateFile(process.env.FINGERPOST_TEST_PORT ?? '')) as BrowserState;
}

/**
 * Starts one more site on the same data, with some settings changed: `startSite({...browserState(), port: 0,
 * settings: {MEILI_URL: 'http://127.0.0.1:9'}})` is one whose search engine is gone.
 */
export async function startSite(
  state: Omit<BrowserState, 'ownerUrl'> & {port?: number; settings?: Record<string, string>},
): Promise<{url: string; stop: () => Promise<void>; kill: () => Promise<void>}> {
  const port = state.port || (await freePort());
  const server = startInBackground({
    name: 'The web server',
    dataFolder: state.dataFolder,
    marker: 'serve.ts',
    order: 1,
    stop: [
      ['SIGTERM', 15_000],
      ['SIGKILL', 500],
    ],
    command: process.execPath,
    words: [ROOM_FOR_PAGES, '--import', 'tsx', join(root, 'scripts/serve.ts')],
    options: {
      cwd: root,
      env: {...process.env, LOG_LEVEL: 'error', ...state.environment, ...state.settings, PORT: String(port)},
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  });
  const listening = new Promise<string>((resolve) => {
    server.child.on('message', (message: {listening?: string}) => message.listening && resolve(message.listening));
  });
  const failed = server.ended.then((how) => Promise.reject(new Error(`The web server ${how}.`)));
  failed.catch(() => {});
  const url = await Promise.race([listening, failed]);
  return {
    url,
    stop: server.stop,
    // As a power cut ends it: without a word.
    kill: async () => {
      server.child.kill('SIGKILL');
      await server.ended;
    },
  };
}

/** The database of the running browser tests, for a test that changes something behind the site's back. */
export const browserDatabase = () => connect(browserState().ownerUrl, {max: 2});
