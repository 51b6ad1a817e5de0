import {describe, expect, it} from 'vitest';
import {hoursShape, isOpen, nextOpening, OFFICE_HOURS, type OpeningHours} from './opening-hours.ts';

const at = (moment: string) => new Date(moment);
const never: OpeningHours = {mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], bankHoliday: []};
const always = hoursShape.parse(Object.fromEntries(Object.keys(never).map((day) => [day, [['00:00', '24:00']]])));

describe('opening hours', () => {
  it('are those of the clock on the wall, summer and winter', () => {
    expect(isOpen(OFFICE_HOURS, at('2026-03-03T08:29:59Z'))).toBe(false);
    expect(isOpen(OFFICE_HOURS, at('2026-03-03T08:30:00Z'))).toBe(true);
    expect(isOpen(OFFICE_HOURS, at('2026-07-07T07:30:00Z'))).toBe(true);
    expect(isOpen(OFFICE_HOURS, at('2026-07-07T16:00:00Z'))).toBe(false);
  });

  it('are others on a bank holiday', () => {
    expect(isOpen(OFFICE_HOURS, at('2026-04-06T10:00:00Z'))).toBe(false);
    expect(isOpen({...OFFICE_HOURS, bankHoliday: [['10:00', '14:00']]}, at('2026-04-06T10:00:00Z'))).toBe(true);
  });

  it('pass over the hour that does not exist and go twice through the one that comes again', () => {
    const night: OpeningHours = {...never, sun: [['01:00', '02:00']]};
    expect(nextOpening(night, at('2026-03-29T00:00:00Z'))).toEqual(at('2026-04-05T00:00:00Z'));
    expect(nextOpening(night, at('2026-10-24T12:00:00Z'))).toEqual(at('2026-10-25T00:00:00Z'));
    expect(isOpen(night, at('2026-10-25T01:59:00Z'))).toBe(true);
    expect(isOpen(night, at('2026-10-25T02:00:00Z'))).toBe(false);
  });

  it('are open without a break where midnight splits them', () => {
    expect(isOpen(always, at('2026-03-03T23:59:59Z'))).toBe(true);
    expect(nextOpening(always, at('2026-03-04T00:00:00Z'))).toEqual(at('2026-03-04T00:00:00Z'));
  });

  it('find the next opening over a long weekend, and none where nothing ever opens', () => {
    expect(nextOpening(OFFICE_HOURS, at('2026-04-02T17:00:00Z'))).toEqual(at('2026-04-07T07:30:00Z'));
    expect(nextOpening(never, at('2026-04-02T17:00:00Z'))).toBeNull();
  });

  it('are refused when they close before they open, or overlap', () => {
    const monday = (mon: unknown) => hoursShape.safeParse({...never, mon}).success;
    expect(monday([['08:30', '12:00']])).toBe(true);
    expect(monday([['12:00', '12:00']])).toBe(false);
    expect(monday([['22:00', '06:00']])).toBe(false);
    expect(
      monday([
        ['08:00', '12:00'],
        ['11:00', '13:00'],
      ]),
    ).toBe(false);
    expect(monday([['25:00', '26:00']])).toBe(false);
  });
});
