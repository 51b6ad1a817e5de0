import {expect, it} from 'vitest';
import {narrowedQuery} from './narrowing.ts';
import {narrowedIn} from './read-narrowing.ts';

it('is read from an address and written into one, in one order', () => {
  const narrowed = narrowedIn(new URLSearchParams('step=late&area=RG12&need=loneliness&tier=plan&show=open'));
  expect(narrowed).toEqual({need: 'loneliness', tier: 'plan', area: 'RG12', step: 'late'});
  expect(narrowedQuery(narrowed)).toBe('&need=loneliness&tier=plan&area=RG12&step=late');
});

it('leaves out what is empty and what is no such value', () => {
  const asked = new URLSearchParams("need=&tier=gold&area=rg12'--&team=7&step=soon");
  expect(narrowedIn(asked)).toEqual({});
  expect(narrowedQuery({})).toBe('');
});
