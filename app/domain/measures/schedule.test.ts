import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addDays} from '../dates/calendar-date.ts';
import {shippedMeasures} from './own-measures.ts';
import type {Occasion} from './occasions.ts';
import {addMonths, askedNow, listDue, readSchedules, SCHEDULES} from './schedule.ts';

const opened = {openedOn: '2026-03-02', closedOn: null, needs: ['loneliness']};
const due = (today: string, taken: {scale: string; occasion: Occasion}[] = [], days: object = {}) =>
  listDue(SCHEDULES, {...opened, ...days}, taken, today);
const one = (list: ReturnType<typeof due>, scale: string, occasion: Occasion) =>
  list.find((item) => item.scale === scale && item.occasion === occasion);

describe('schedules', () => {
  it('ask for scales that there are', () => {
    const {scales} = shippedMeasures();
    for (const key of SCHEDULES.flatMap((schedule) => schedule.scales)) expect(scales.has(key), key).toBe(true);
    expect(() => readSchedules([{key: 'x', name: 'X', scales: [], occasions: []}])).toThrow();
  });
});

describe('what is due', () => {
  it('is a start at once, a review half-way, and no end before there is one', () => {
    const list = due('2026-03-02');
    expect(one(list, 'swemwbs', 'start')).toMatchObject({dueOn: '2026-03-02', state: 'due'});
    expect(one(list, 'swemwbs', 'review')).toMatchObject({dueOn: '2026-04-13', state: 'later'});
    expect(one(list, 'swemwbs', 'close')).toBeUndefined();
    expect(one(due('2026-06-10', [], {closedOn: '2026-06-01'}), 'swemwbs', 'close')).toMatchObject({
      dueOn: '2026-06-01',
      state: 'overdue',
    });
  });

  it.each([
    ['2026-03-02', 'due'],
    ['2026-03-09', 'due'],
    ['2026-03-10', 'overdue'],
    ['2026-03-30', 'overdue'],
    ['2026-03-31', 'missed'],
  ])('on %s stands at %s for the start', (today, state) => {
    expect(one(due(today), 'ons4', 'start')?.state).toBe(state);
  });

  it('may be asked somewhat early, and is done once taken', () => {
    expect(one(due('2026-03-29'), 'ons4', 'review')?.state).toBe('later');
    expect(one(due('2026-03-30'), 'ons4', 'review')?.state).toBe('open');
    expect(one(due('2026-04-20', [{scale: 'ons4', occasion: 'review'}]), 'ons4', 'review')?.state).toBe('taken');
  });

  it('drops the review of a case that ended before it', () => {
    expect(one(due('2026-05-01', [], {closedOn: '2026-04-01'}), 'ons4', 'review')).toBeUndefined();
    expect(one(due('2026-05-01', [], {closedOn: '2026-04-20'}), 'ons4', 'review')).toBeDefined();
  });

  it('goes on for the loneliness contract at 6 and 18 months, the case being over or not', () => {
    const list = due('2026-09-05', [], {closedOn: '2026-06-01'});
    expect(one(list, 'ucla3', 'month_6')).toMatchObject({dueOn: '2026-09-02', state: 'due'});
    expect(one(list, 'lonely', 'month_18')).toMatchObject({dueOn: '2027-09-02', state: 'later'});
    expect(one(due('2026-09-05', [], {needs: ['debt']}), 'ucla3', 'month_6')).toBeUndefined();
  });

  it('asks once for what two schedules want on the same occasion', () => {
    const twice = [...SCHEDULES, {...SCHEDULES[0]!, key: 'again'}];
    const list = listDue(twice, opened, [], '2026-03-02');
    expect(list.filter(({scale, occasion}) => scale === 'ons4' && occasion === 'start')).toHaveLength(1);
  });

  it('stands in the order of its days, and never goes back from missed', () => {
    const order = ['later', 'open', 'due', 'overdue', 'missed'];
    fc.assert(
      fc.property(fc.nat(800), (days) => {
        const [today, next] = [addDays('2026-03-02', days), addDays('2026-03-02', days + 1)];
        const [now, then] = [due(today), due(next)];
        expect(now.map(({dueOn}) => dueOn)).toEqual(now.map(({dueOn}) => dueOn).sort());
        for (const [place, item] of now.entries()) {
          expect(order.indexOf(then[place]!.state)).toBeGreaterThanOrEqual(order.indexOf(item.state));
        }
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2026-03-02', 6, '2026-09-02'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 18, '2028-06-30'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s and %d months is %s', (date, months, then) => {
    expect(addMonths(date, months)).toBe(then);
  });
});

describe('which cases can have something due at all', () => {
  it('are all in which something is, on any day and whenever they began', () => {
    const needs = ['loneliness', 'carers-support'];
    for (let day = 0; day < 760; day += 97) {
      const today = addDays('2026-01-31', day);
      const asked = askedNow(SCHEDULES, today);
      for (let back = 0; back < 700; back += 3) {
        const openedOn = addDays(today, -back);
        for (const closedOn of [null, addDays(openedOn, Math.floor(back / 2))]) {
          const due = listDue(SCHEDULES, {openedOn, closedOn, needs}, [], today).filter(
            ({state}) => state === 'due' || state === 'overdue',
          );
          for (const {scale, occasion} of due)
            if (
              !asked.some(
                (one) =>
                  one.scale === scale &&
                  one.occasion === occasion &&
                  (one.from === 'opened' ? openedOn : closedOn!) >= one.since &&
                  (one.from === 'opened' ? openedOn : closedOn!) <= one.until,
              )
            )
              expect.fail(`${scale} ${occasion}, opened ${openedOn}, asked on ${today}`);
        }
      }
    }
  });
});
