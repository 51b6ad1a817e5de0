import {describe, expect, it} from 'vitest';
import {readCover} from './read-cover.ts';

const TODAY = '2026-12-01';
const [SELF, OTHER] = ['5f4b1a52-8a36-4e3c-9d6f-3c1b2a4d5e6f', '6f4b1a52-8a36-4e3c-9d6f-3c1b2a4d5e6f'];
const whole = {cover: OTHER, from: '2026-12-07', until: '18/12/2026'};
const read = (typed: Record<string, string>) => readCover({...whole, ...typed}, SELF, TODAY);

describe('cover during leave', () => {
  it('is for oneself, or for whoever is chosen', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {staffId: SELF, coverId: OTHER, from: '2026-12-07', until: '2026-12-18'},
    });
    expect(read({away: OTHER, cover: SELF})).toMatchObject({value: {staffId: OTHER, coverId: SELF}});
    // Somebody who has fallen ill has been away since yesterday.
    expect(read({from: '2026-11-30'})).toMatchObject({ok: true});
  });

  it.each([
    [{cover: ''}, 'cover'],
    [{cover: SELF}, 'cover'],
    [{away: 'everybody'}, 'away'],
    [{from: ''}, 'from'],
    [{from: 'soon'}, 'from'],
    [{until: ''}, 'until'],
    [{until: '2026-12-06'}, 'until'],
    [{from: '2026-11-01', until: '2026-11-20'}, 'until'],
    [{until: '2028-12-06'}, 'until'],
  ])('says beside the field what is wrong: %j', (typed, field) => {
    const outcome = read(typed as Record<string, string>);
    expect(outcome.ok ? [] : Object.keys(outcome.problems)).toEqual([field]);
  });
});
