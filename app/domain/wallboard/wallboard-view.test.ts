import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {WallboardCounts} from './read-wallboard.server.ts';
import {boardShare, viewWallboard, waitInWords} from './wallboard-view.ts';

const NOW = new Date('2026-11-28T14:05:00Z');
const COUNTS: WallboardCounts = {
  partnerName: 'The desk',
  today: [
    {domain: 'adult_social_care', calls: 62, eligible: 60, claimed: 43},
    {domain: 'health', calls: 9, eligible: 9, claimed: 2},
    {domain: 'none', calls: 3, eligible: 2, claimed: 1},
  ],
  held: [{domain: 'health', settled: 200, sustained: 41}],
  heldDays: {from: '2026-11-14', to: '2026-11-20'},
  queues: [
    {discipline: 'nursing', waiting: 3, breached: 1, waitingSince: new Date('2026-11-28T13:00:00Z')},
    {discipline: 'therapy', waiting: 0, breached: 0, waitingSince: null},
  ],
  countedAt: new Date('2026-11-28T14:04:50Z'),
};

describe('a wallboard', () => {
  it('adds up the desk, and keeps shares of a few calls to itself', () => {
    expect(viewWallboard(COUNTS, NOW, 7)).toMatchObject({
      calls: 74,
      // 46 of 71.
      claimed: 65,
      domains: [
        {name: 'Adult social care', claimed: 72, sustained: null, beside: 73},
        {name: 'Health', claimed: 'few', sustained: 21, beside: 26},
        {name: 'Mental health', claimed: null, sustained: null, beside: 67},
      ],
      heldDays: '14 to 20 November',
      waiting: 3,
      breached: 1,
      longest: '1 h 05 min',
      queues: [
        {name: 'Nursing', waiting: 3, breached: 1, longest: '1 h 05 min'},
        {name: 'Therapy', waiting: 0, breached: 0, longest: null},
      ],
      time: '14:05',
      day: 'Saturday 28 November',
      behindSince: null,
    });
  });

  it('says since when its counts have stood still', () => {
    const countedAt = new Date('2026-11-28T13:40:00Z');
    expect(viewWallboard({...COUNTS, countedAt}, NOW, 7).behindSince).toBe('13:40');
  });

  it('names days of two months in full', () => {
    const heldDays = {from: '2026-11-28', to: '2026-12-04'};
    expect(viewWallboard({...COUNTS, heldDays}, NOW, 7).heldDays).toBe('28 November to 4 December');
  });

  it('shows a share only where both sides are none or more than a small number', () => {
    expect(boardShare(0, 0, 7)).toBeNull();
    expect(boardShare(0, 8, 7)).toBe(0);
    expect(boardShare(8, 8, 7)).toBe(100);
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (resolved, others) => {
        const isSmall = [resolved, others, resolved + others].some((count) => count > 0 && count <= 7);
        const share = boardShare(resolved, resolved + others, 7);
        if (resolved + others === 0) expect(share).toBeNull();
        else if (isSmall) expect(share).toBe('few');
        else expect(Math.abs(Number(share) - (resolved * 100) / (resolved + others))).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('a wait', () => {
  it.each([
    ['14:04:59', '0 min'],
    ['13:06:00', '59 min'],
    ['13:05:00', '1 h 00 min'],
    ['00:01:00', '14 h 04 min'],
  ])('since %s is %s', (clock, words) => {
    expect(waitInWords(new Date(`2026-11-28T${clock}Z`), NOW)).toBe(words);
  });

  it('of days is said in days, and one from the future is none', () => {
    expect(waitInWords(new Date('2026-11-25T10:00:00Z'), NOW)).toBe('3 days');
    expect(waitInWords(new Date('2026-11-28T14:05:30Z'), NOW)).toBe('0 min');
  });
});
