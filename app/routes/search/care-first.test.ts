import {expect, test} from 'vitest';
import {careFirst} from './care-first.ts';

test('someone who may be in danger is first told whom to ring', () => {
  expect(careFirst(['low-mood', 'mental-health-crisis'])).toBe('crisis');
  expect(careFirst(['domestic-abuse'])).toBe('abuse');
});
test('a search for anything else is not', () => {
  expect(careFirst(['loneliness'])).toBeNull();
  expect(careFirst(['constructor'])).toBeNull();
});
