import {expect, test} from 'vitest';
import {freePort} from './ports.mjs';

test('a port that is kept for something else is not given, free though it is', async () => {
  const kept = await freePort();
  expect(await freePort(kept)).toBe(kept);
  expect(await freePort(kept, kept)).not.toBe(kept);
});
