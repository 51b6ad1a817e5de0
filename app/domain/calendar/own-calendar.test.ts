/** What another program reads in the file: ical.js, the reader of Thunderbird, knows nothing of how we write. */
import ICAL from 'ical.js';
import {describe, expect, it} from 'vitest';
import {ownCalendar, type CalendarEntry} from './own-calendar.ts';

const base: CalendarEntry = {
  kind: 'visit',
  id: '5f4b1a52-8a36-4e3c-9d6f-3c1b2a4d5e6f',
  reference: 'W-4KM-7QC',
  place: null,
  startsAt: null,
  endsAt: null,
  onDay: null,
};
const at = {now: new Date('2026-11-29T10:00:00Z'), siteAddress: 'https://help.example'};

function readBy(entries: Partial<CalendarEntry>[]) {
  const file = ownCalendar(
    entries.map((entry) => ({...base, ...entry})),
    at,
  );
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return {file, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))};
}

describe('a calendar of one’s own work', () => {
  it.each([
    ['before the clocks go forward', '2026-03-28T14:00:00Z', '14:00'],
    ['after they have', '2026-03-29T13:00:00Z', '14:00'],
    ['just before they do', '2026-03-29T00:30:00Z', '00:30'],
    ['just after', '2026-03-29T01:00:00Z', '02:00'],
    ['before they go back', '2026-10-24T13:00:00Z', '14:00'],
    ['in the hour that comes twice, the first time', '2026-10-25T00:30:00Z', '01:30'],
    ['in the hour that comes twice, the second time', '2026-10-25T01:30:00Z', '01:30'],
    ['after it', '2026-10-25T02:00:00Z', '02:00'],
  ])('has a visit at its very moment %s', (_when, moment) => {
    const startsAt = new Date(moment);
    const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
    const [event] = readBy([{startsAt, endsAt}]).events;
    expect(event!.startDate.toJSDate()).toEqual(startsAt);
    expect(event!.endDate.toJSDate()).toEqual(endsAt);
  });

  it('says times on the clock of the United Kingdom', () => {
    const {file} = readBy([{startsAt: new Date('2026-07-01T13:00:00Z'), endsAt: new Date('2026-07-01T14:00:00Z')}]);
    expect(file).toContain('DTSTART;TZID=Europe/London:20260701T140000\r\n');
  });

  it('has what is due on a day as a whole day, on which nobody is busy', () => {
    const [event] = readBy([{kind: 'contact', onDay: '2026-10-25'}]).events;
    expect(event!.startDate.isDate).toBe(true);
    expect(event!.startDate.toString()).toBe('2026-10-25');
    expect(event!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('says what it is and of which case, and leads to it behind the sign-in', () => {
    const {events} = readBy([
      {onDay: '2026-12-01', kind: 'review'},
      {startsAt: new Date('2026-12-01T09:00:00Z'), kind: 'mdt', reference: 'Larch; north, and south', place: 'Surgery'},
      {startsAt: new Date('2026-12-01T11:00:00Z'), kind: 'call_back', reference: null},
    ]);
    expect(events.map(({summary}) => summary)).toEqual([
      'Plan review W-4KM-7QC',
      'Meeting Larch; north, and south',
      'Promised to ring back',
    ]);
    expect(events[1]!.location).toBe('Surgery');
    expect(events[0]!.component.getFirstPropertyValue('url')).toBe(
      'https://help.example/caseload/cases/5f4b1a52-8a36-4e3c-9d6f-3c1b2a4d5e6f/plan',
    );
    expect(new Set(events.map(({uid}) => uid)).size).toBe(3);
  });

  it('is a whole calendar with nothing in it', () => {
    expect(readBy([]).events).toEqual([]);
  });
});
