/** The engines that both runners of `npm test` share. */
import {join} from 'node:path';
import {startInBackground} from '../engines/background.mjs';

/**
 * Starts them. `ready` gives what tells the runners where the engines are; nothing when they could not be started: then
 * each runner starts its own, and says what is wrong.
 *
 * @param {import('./checks.mjs').Place} place
 * @returns {{ready: Promise<Record<string, string>>, stop: () => Promise<void>}}
 */
export function startTestEngines({root, dataFolder}) {
  const {child, ended, stop} = startInBackground({
    name: 'The engines of the tests',
    dataFolder,
    marker: 'shared-engines.ts',
    // After the runners.
    order: 1,
    stop: [
      ['SIGTERM', 15_000],
      ['SIGKILL', 500],
    ],
    command: process.execPath,
    words: ['--import', 'tsx', join(root, 'test/setup/shared-engines.ts')],
    options: {cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc']},
  });
  const said = new Promise((resolve) => {
    child.once('message', (/** @type {{engines: string}} */ {engines}) => resolve({FINGERPOST_TEST_ENGINES: engines}));
  });
  return {ready: Promise.race([said, ended.then(() => ({}))]), stop};
}
