import {describe, expect, it} from 'vitest';
import {answersNow, isNudgingTime, mayMove, STATES, type OnwardState} from './onward-life.ts';

const states = Object.keys(STATES) as OnwardState[];

describe('the life of an onward referral', () => {
  it('goes from sent to seen, accepted, started and ended', () => {
    const life: OnwardState[] = ['sent', 'seen', 'accepted', 'started', 'started', 'ended'];
    for (const [place, state] of life.slice(1).entries()) expect(mayMove(life[place]!, state)).toBe(true);
  });

  it('is over once it is declined or ended, and never goes back to being sent', () => {
    for (const state of states) {
      expect(mayMove('declined', state)).toBe(false);
      expect(mayMove('ended', state)).toBe(false);
      expect(mayMove(state, 'sent')).toBe(false);
    }
  });

  it('offers as an answer only what may follow, and never that it was seen', () => {
    expect(answersNow('sent')).toEqual(['accepted', 'declined']);
    expect(answersNow('told')).toEqual(['started', 'ended']);
    expect(answersNow('ended')).toEqual([]);
  });
});

describe('reminders', () => {
  it('go out on weekdays in daytime, by the clock of the place', () => {
    for (const moment of ['2026-03-02T08:00:00Z', '2026-07-03T07:00:00Z', '2026-03-06T17:59:00Z'])
      expect(isNudgingTime(new Date(moment)), moment).toBe(true);
    for (const moment of [
      '2026-03-02T07:59:00Z',
      '2026-07-03T17:00:00Z',
      '2026-03-07T12:00:00Z',
      '2026-03-08T12:00:00Z',
    ])
      expect(isNudgingTime(new Date(moment)), moment).toBe(false);
  });
});
