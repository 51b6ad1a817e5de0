import {expect, test} from 'vitest';
import {isWithinRate} from './rate-limits.server.ts';

test('someone who searches for people far too fast is asked to wait, and nobody else is', async () => {
  const answers = await Promise.all(Array.from({length: 91}, () => isWithinRate('find-people', 'one account')));
  expect(answers.filter(Boolean)).toHaveLength(90);
  expect(await isWithinRate('find-people', 'another account')).toBe(true);
});

test('a surgery behind one address may sign in, all of it, again and again', async () => {
  const answers = await Promise.all(Array.from({length: 200}, () => isWithinRate('sign-in', '192.0.2.50')));
  expect(answers.every(Boolean)).toBe(true);
});
