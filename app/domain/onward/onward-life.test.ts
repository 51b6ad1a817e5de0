import {describe, expect, it} from 'vitest';
import {answersNow, mayMove, STATES, type OnwardState} from './onward-life.ts';

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
