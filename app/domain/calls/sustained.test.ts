import {describe, expect, it} from 'vitest';
import {sustainedOf} from './sustained.ts';

const startedAt = new Date('2026-03-24T10:00:00Z');
const over = new Date('2026-03-31T10:00:00Z');
const call = {isEligible: true, isResolved: true, personId: 'somebody', startedAt, cameBackAt: null};

describe('whether a call held', () => {
  it('is pending until 7 × 24 hours have passed, over a change of the clocks too', () => {
    expect(sustainedOf(call, new Date(over.getTime() - 1))).toEqual({kind: 'pending', at: over});
    expect(sustainedOf(call, over)).toEqual({kind: 'held', at: over});
  });

  it('is settled at once by a further contact', () => {
    const cameBackAt = new Date('2026-03-25T09:00:00Z');
    expect(sustainedOf({...call, cameBackAt}, cameBackAt)).toEqual({kind: 'came_back', at: cameBackAt});
  });

  it('cannot be told of a call about nobody known, and is not asked of one that was passed on', () => {
    expect(sustainedOf({...call, personId: null}, over)).toEqual({kind: 'not_followed'});
    expect(sustainedOf({...call, isResolved: false}, over)).toBeNull();
    expect(sustainedOf({...call, isEligible: false}, over)).toBeNull();
  });
});
