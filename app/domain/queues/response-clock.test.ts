import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bankHolidayOn} from '../dates/bank-holidays.ts';
import {clockState, dueAt, dueFor, dueInWords, lengthInWords, sameWorkingDayEnd} from './response-clock.ts';
import {OFFICE_HOURS, WEEKDAYS, type OpeningHours, type OutOfHours} from './opening-hours.ts';

const MINUTE = 60_000;
const wait: OutOfHours = {rule: 'wait', says: '', urgentNeverStops: false};
const always: OutOfHours = {rule: 'round_the_clock', says: ''};
const at = (moment: string) => new Date(moment);
const never: OpeningHours = {...OFFICE_HOURS, mon: [], tue: [], wed: [], thu: [], fri: []};

/** Every test goes by quarters of an hour, so that counting them one by one is quick. */
const QUARTER = 15;
const asTime = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * QUARTER).padStart(2, '0')}`;

/** Up to two openings of a day, from the borders between them. */
const someDay = fc
  .uniqueArray(fc.integer({min: 0, max: 96}), {minLength: 0, maxLength: 4})
  .map((borders) => borders.sort((one, other) => one - other).slice(0, borders.length - (borders.length % 2)))
  .map((borders) =>
    borders.flatMap((border, place): [string, string][] =>
      place % 2 === 0 ? [[asTime(border), asTime(borders[place + 1]!)]] : [],
    ),
  );
const someHours: fc.Arbitrary<OpeningHours> = fc
  .tuple(...[...WEEKDAYS, 'bankHoliday'].map(() => someDay))
  .map(([mon, tue, wed, thu, fri, sat, sun, bankHoliday]) => ({
    ...{mon: mon!, tue: tue!, wed: wed!, thu: thu!, fri: fri!},
    ...{sat: sat!, sun: sun!, bankHoliday: bankHoliday!},
  }))
  // Open for at least an hour a week, so that counting comes to an end.
  .map((hours) => (WEEKDAYS.some((day) => hours[day].length > 0) ? hours : {...hours, wed: [['09:00', '10:00']]}));

/** Moments near what goes wrong: both clock changes, Easter, Christmas; and any other. */
const someMoment = fc
  .tuple(
    fc.constantFrom('2026-03-28', '2026-10-24', '2026-04-02', '2026-12-24', '2027-03-27', '2026-06-15', '2027-12-31'),
    fc.integer({min: 0, max: 4 * 24 * 3}),
  )
  .map(([date, quarters]) => new Date(Date.parse(`${date}T00:00Z`) + quarters * QUARTER * MINUTE));
const someMinutes = fc.integer({min: 0, max: 24}).map((quarters) => quarters * QUARTER);

/** The clock on the wall, asked in a way that nothing else here uses. */
const wall = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short'});
function isOpenByTheWall(hours: OpeningHours, moment: number): boolean {
  const [date = '', time = ''] = wall.format(moment).split(' ');
  const day = bankHolidayOn(date) ? 'bankHoliday' : WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;
  return hours[day].some(([opens, closes]) => time >= opens && time < closes);
}

/** Quarter by quarter, with a pencil. */
function countedOut(hours: OpeningHours, minutes: number, from: Date): number {
  let moment = from.getTime();
  for (let left = minutes; left > 0; moment += QUARTER * MINUTE) if (isOpenByTheWall(hours, moment)) left -= QUARTER;
  if (minutes === 0) while (!isOpenByTheWall(hours, moment)) moment += QUARTER * MINUTE;
  return moment;
}

describe('when something is due', () => {
  it('is what counting the open minutes one by one says', () => {
    fc.assert(
      fc.property(someHours, someMinutes, someMoment, (hours, minutes, from) => {
        expect(dueAt(hours, wait, minutes, from).getTime()).toBe(countedOut(hours, minutes, from));
      }),
      {numRuns: 150},
    );
  });

  it('is never earlier for what came later, nor for what has more time', () => {
    fc.assert(
      fc.property(someHours, someMinutes, someMinutes, someMoment, someMoment, (hours, one, other, early, late) => {
        const [first, last] = early < late ? [early, late] : [late, early];
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(dueAt(hours, wait, one, first) <= dueAt(hours, wait, one, last)).toBe(true);
        expect(dueAt(hours, wait, less, first) <= dueAt(hours, wait, more, first)).toBe(true);
      }),
    );
  });

  it('is never while closed: the minute before was open, or, with no time given, the very moment is', () => {
    fc.assert(
      fc.property(someHours, someMinutes, someMoment, (hours, minutes, from) => {
        const due = dueAt(hours, wait, minutes, from).getTime();
        expect(isOpenByTheWall(hours, minutes === 0 ? due : due - MINUTE)).toBe(true);
      }),
    );
  });

  it('is never earlier for being closed longer', () => {
    fc.assert(
      fc.property(someHours, fc.constantFrom(...WEEKDAYS), someMinutes, someMoment, (hours, day, minutes, from) => {
        const longer = {...hours, [day]: hours[day].slice(1), bankHoliday: [], wed: hours.wed};
        fc.pre(WEEKDAYS.some((open) => longer[open].length > 0));
        expect(dueAt(longer, wait, minutes, from) >= dueAt(hours, wait, minutes, from)).toBe(true);
        expect(dueAt(hours, wait, minutes, from) >= dueAt(hours, always, minutes, from)).toBe(true);
      }),
    );
  });

  it('runs on over the end of a day, a weekend and both clock changes', () => {
    expect(dueAt(OFFICE_HOURS, wait, 240, at('2026-03-02T15:00:00Z'))).toEqual(at('2026-03-03T10:30:00Z'));
    expect(dueAt(OFFICE_HOURS, wait, 120, at('2026-03-27T16:00:00Z'))).toEqual(at('2026-03-30T08:30:00Z'));
    expect(dueAt(OFFICE_HOURS, wait, 120, at('2026-10-23T15:00:00Z'))).toEqual(at('2026-10-26T09:30:00Z'));
    expect(dueAt(OFFICE_HOURS, wait, 120, at('2026-03-02T15:00:00Z'))).toEqual(at('2026-03-02T17:00:00Z'));
  });

  it('is by the clock alone where somebody is there day and night', () => {
    expect(dueAt(OFFICE_HOURS, always, 240, at('2026-10-24T23:00:00Z'))).toEqual(at('2026-10-25T03:00:00Z'));
  });

  it('never hides behind a queue that does not open', () => {
    expect(dueAt(never, wait, 60, at('2026-03-02T15:00:00Z'))).toEqual(at('2026-03-02T16:00:00Z'));
  });

  it('is at once for an emergency, and in two hours by the clock where the settings say so', () => {
    const night = at('2026-03-03T22:00:00Z');
    const queue = {hours: OFFICE_HOURS, outOfHours: wait};
    const urgent = {hours: OFFICE_HOURS, outOfHours: {...wait, urgentNeverStops: true}};
    expect(dueFor(queue, 'emergency', night)).toEqual(night);
    expect(dueFor(queue, 'hours_2', night)).toEqual(at('2026-03-04T10:30:00Z'));
    expect(dueFor(urgent, 'hours_2', night)).toEqual(at('2026-03-04T00:00:00Z'));
    expect(dueFor(urgent, 'hours_4', night)).toEqual(at('2026-03-04T12:30:00Z'));
  });
});

describe('the same working day', () => {
  it('ends when the offices close, for what is raised before that', () => {
    expect(sameWorkingDayEnd(at('2026-03-03T05:00:00Z'))).toEqual(at('2026-03-03T17:00:00Z'));
    expect(sameWorkingDayEnd(at('2026-03-03T16:59:00Z'))).toEqual(at('2026-03-03T17:00:00Z'));
  });

  it('is the next one, for what is raised in the evening, at a weekend or on a bank holiday', () => {
    expect(sameWorkingDayEnd(at('2026-03-03T17:00:00Z'))).toEqual(at('2026-03-04T17:00:00Z'));
    expect(sameWorkingDayEnd(at('2026-03-07T10:00:00Z'))).toEqual(at('2026-03-09T17:00:00Z'));
    expect(sameWorkingDayEnd(at('2026-04-03T10:00:00Z'))).toEqual(at('2026-04-07T16:00:00Z'));
  });

  it('goes by the hours of those who safeguard, and by office hours where they have none', () => {
    expect(sameWorkingDayEnd(at('2026-03-07T10:00:00Z'), {...OFFICE_HOURS, sat: [['09:00', '13:00']]})).toEqual(
      at('2026-03-07T13:00:00Z'),
    );
    expect(sameWorkingDayEnd(at('2026-03-07T10:00:00Z'), never)).toEqual(at('2026-03-09T17:00:00Z'));
  });
});

describe('how a clock stands', () => {
  const due = at('2026-03-03T10:30:00Z');
  it.each([
    ['2026-03-03T08:00:00Z', 'waiting', '2 hours 30 minutes left'],
    ['2026-03-03T10:16:00Z', 'due_soon', '14 minutes left'],
    ['2026-03-03T10:29:30Z', 'due_soon', 'due now'],
    ['2026-03-03T10:30:30Z', 'breached', 'due just now'],
    ['2026-03-03T11:35:00Z', 'breached', '1 hour 5 minutes late'],
    ['2026-03-05T13:45:00Z', 'breached', '2 days 3 hours late'],
  ])('at %s is %s: %s', (now, state, words) => {
    expect(clockState(due, at(now))).toEqual({state, words});
  });

  it('is said as people say it', () => {
    expect(lengthInWords(0)).toBe('less than a minute');
    expect(lengthInWords(61)).toBe('1 hour 1 minute');
    expect(dueInWords(due, at('2026-03-03T08:00:00Z'))).toBe('today at 10:30');
    expect(dueInWords(due, at('2026-03-02T08:00:00Z'))).toBe('tomorrow at 10:30');
    expect(dueInWords(due, at('2026-02-26T08:00:00Z'))).toBe('Tuesday 3 March at 10:30');
  });
});
