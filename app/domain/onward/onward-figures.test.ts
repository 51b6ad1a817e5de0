import {describe, expect, it} from 'vitest';
import {hideSmall} from '../figures/suppress.ts';
import {showOnward, type OnwardCounts} from './onward-figures.ts';

const counts = (fields: Partial<OnwardCounts>): OnwardCounts => ({
  ...{name: 'Lily Hill', passed: 100, tookPart: 60, declined: 20, waiting: 10, answered: 90, medianDays: 3.5},
  ...fields,
});

describe('what came of passing on', () => {
  it('is shown as it is for the whole area', () => {
    expect(showOnward([counts({})], true, hideSmall(7))).toEqual([
      {name: 'Lily Hill', passed: 100, tookPart: 60, tookPartShare: 0.6, declined: 20, waiting: 10, medianDays: 3.5},
    ]);
  });

  it('hides small numbers, and a time that few answers make', () => {
    const [few] = showOnward(
      [counts({passed: 9, tookPart: 5, declined: 2, waiting: 1, answered: 7})],
      false,
      hideSmall(7),
    );
    expect(few).toMatchObject({tookPart: 'hidden', declined: 'hidden', waiting: 'hidden', tookPartShare: null});
    expect(few!.medianDays).toBeNull();
  });
});
