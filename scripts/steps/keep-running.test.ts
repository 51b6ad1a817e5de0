import {expect, test} from 'vitest';
import {keepRunning} from './keep-running.mjs';

const WAITS = [1, 1, 1, 1, 1];

/** A program that ends like this as soon as it runs, for so many starts; then it runs on. */
function ending(how: string, times: number) {
  let starts = 0;
  const start = () => {
    const ended = ++starts > times ? new Promise<string>(() => {}) : Promise.resolve(how);
    return Promise.resolve({name: 'It', pid: 1, ended, hasEnded: () => true, stop: async () => {}});
  };
  return {start, count: () => starts};
}

test('what ends by itself each time is given up, with the reason', async () => {
  const {start, count} = ending('ended with code 1', 30);
  const reason = await keepRunning(await start(), start, {waits: WAITS});
  expect(reason).toBe('It ended with code 1, and again each time it was started.');
  expect(count()).toBe(1 + WAITS.length);
});

test('what is ended by force is started again however often', async () => {
  const {start, count} = ending('ended by SIGKILL', 30);
  void keepRunning(await start(), start, {waits: WAITS});
  await expect.poll(count).toBe(31);
});

test('what is never to be given up is started again, whatever it ends with', async () => {
  const {start, count} = ending('did not start (no room)', 30);
  void keepRunning(await start(), start, {waits: WAITS, givesUp: false});
  await expect.poll(count).toBe(31);
});
