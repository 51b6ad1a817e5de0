import {describe, expect, it} from 'vitest';
import {WEEKS_A_MONTH, whatIf} from './what-if.ts';

const team = {open: 100, waiting: 0, room: 200, workers: 4};
const at = (months: number, ...asked: Parameters<typeof whatIf>) =>
  whatIf(...asked).after.find((one) => one.months === months)!;

describe('what if', () => {
  it('stays where it is when as many come as end', () => {
    // 100 open of 10 weeks each: 10 end in a week.
    const same = whatIf(team, {referrals: 10 * WEEKS_A_MONTH, weeks: 10});
    for (const one of same.after) {
      expect(one.open).toBeCloseTo(100);
      expect(one).toMatchObject({openEach: 25, waiting: 0, waitWeeks: 0});
    }
    expect(same.settledEach).toBeCloseTo(25);
  });

  it('settles at Little’s law where there is room: referrals a week × weeks', () => {
    const more = at(12, team, {referrals: 15 * WEEKS_A_MONTH, weeks: 10});
    expect(more.open).toBeCloseTo(150, 0);
    expect(more.waitWeeks).toBe(0);
  });

  it('fills up and then waits, by what it cannot keep up with', () => {
    // Room for 200 of 10 weeks: 20 a week; 25 come, so 5 more wait each week once it is full.
    const answer = whatIf({...team, open: 200}, {referrals: 25 * WEEKS_A_MONTH, weeks: 10});
    const last = answer.after.at(-1)!;
    expect(last.open).toBeCloseTo(200);
    expect(last.waiting).toBeCloseTo(52 * 5);
    expect(last.waitWeeks).toBeCloseTo((52 * 5) / 20);
    expect(answer.sustainable).toBeCloseTo(20 * WEEKS_A_MONTH);
    expect(answer.settledEach).toBeCloseTo(50);
  });

  it('has a longer wait when somebody leaves, and works off a list where it can', () => {
    const flow = {referrals: 18 * WEEKS_A_MONTH, weeks: 10};
    const all = at(6, {open: 180, waiting: 30, room: 200, workers: 4}, flow);
    const less = at(6, {open: 135, waiting: 75, room: 150, workers: 3}, flow);
    expect(all.waitWeeks).toBe(0);
    expect(less.waitWeeks!).toBeGreaterThan(5);
    expect(less.openEach).toBeCloseTo(50);
  });

  it('tells no time where nobody is taken, and holds for a team that is over its room', () => {
    expect(at(3, {open: 0, waiting: 5, room: 0, workers: 0}, {referrals: 10, weeks: 12})).toMatchObject({
      waitWeeks: null,
      openEach: 0,
    });
    const over = whatIf({open: 300, waiting: 0, room: 200, workers: 4}, {referrals: 40, weeks: 12});
    expect(over.after.every(({open}) => open >= 0 && Number.isFinite(open))).toBe(true);
    expect(over.after.at(-1)!.open).toBeLessThanOrEqual(200);
  });

  it('ends within the week what lasts less than one', () => {
    const short = at(3, team, {referrals: 43, weeks: 0.2});
    expect(short.open).toBeLessThanOrEqual(200);
    expect(short.open).toBeGreaterThan(0);
  });
});
