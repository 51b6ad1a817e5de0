import {expect, test} from 'vitest';
import {soundOf} from './sounds.ts';

test.each([
  ['assburgers', 'aspergers'],
  ['fizio', 'physio'],
  ['numonia', 'pneumonia'],
  ['nitting', 'knitting'],
])('%s sounds like %s', (heard, meant) => {
  expect(soundOf(heard)).toBe(soundOf(meant));
});

test.each([
  ['walking', 'talking'],
  ['bereavement', 'befriending'],
  ['cancer', 'carers'],
  ['vanished', 'finished'],
  ['evidence', 'avoidance'],
])('%s does not sound like %s', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other));
});
