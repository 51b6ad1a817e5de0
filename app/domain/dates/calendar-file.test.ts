import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {calendarFile, escapeText, fold, type CalendarEvent} from './calendar-file.ts';

const event: CalendarEvent = {
  uid: '1@help.example',
  changedAt: '2026-11-22T12:00:00.000Z',
  date: '2026-11-25',
  from: '10:30',
  to: '12:00',
  rule: 'FREQ=WEEKLY;BYDAY=WE',
  until: null,
  exceptions: [],
  summary: 'Knit, natter & tea; all welcome',
  description: 'First line\nSecond line',
  location: 'The Hall, High Street',
  position: {latitude: 51.4, longitude: -0.75},
  url: 'https://help.example/services/knit',
};
const linesOf = (parts: Partial<CalendarEvent>) =>
  calendarFile('Knit', {events: [{...event, ...parts}]})
    .replace(/\r\n /g, '')
    .split('\r\n');

describe('a calendar file', () => {
  it('has the time on the wall with its zone, and the zone itself', () => {
    const lines = linesOf({});
    expect(lines).toContain('DTSTART;TZID=Europe/London:20261125T103000');
    expect(lines).toContain('DTEND;TZID=Europe/London:20261125T120000');
    expect(lines).toContain('TZID:Europe/London');
    expect(lines).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE');
    expect(lines).toContain('DTSTAMP:20261122T120000Z');
  });

  it('escapes what means something in the format', () => {
    const lines = linesOf({});
    expect(lines).toContain('SUMMARY:Knit\\, natter & tea\\; all welcome');
    expect(lines).toContain('DESCRIPTION:First line\\nSecond line');
    expect(escapeText('a\\b\r\nBEGIN:VEVENT\u0000')).toBe('a\\\\b\\nBEGIN:VEVENT ');
  });

  it('ends a series at its last day in UTC, before and after a clock change', () => {
    expect(linesOf({until: '2026-07-01'})).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260701T093000Z');
    expect(linesOf({until: '2026-12-02'})).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261202T103000Z');
    expect(linesOf({until: '2026-12-02', from: null})).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261202');
  });

  it('leaves out bank holidays at the time of the session', () => {
    expect(linesOf({exceptions: ['2026-12-25']})).toContain('EXDATE;TZID=Europe/London:20261225T103000');
    expect(linesOf({exceptions: ['2026-12-25'], from: null})).toContain('EXDATE;VALUE=DATE:20261225');
  });

  it('ends at midnight on the next day, and has no end when none is known', () => {
    expect(linesOf({to: '24:00'})).toContain('DTEND;TZID=Europe/London:20261126T000000');
    expect(linesOf({to: null}).some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  it('has no line over 75 bytes, and unfolds to what went in', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 400}), (words) => {
        const line = `SUMMARY:${escapeText(words)}`;
        const folded = fold(line);
        for (const part of folded.split('\r\n')) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
        expect(folded.replace(/\r\n /g, '')).toBe(line);
      }),
      {numRuns: 40},
    );
  });

  it('cannot be broken out of by what a publisher writes', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 100}), (words) => {
        expect(escapeText(words)).not.toMatch(/[\r\n]/);
      }),
      {numRuns: 40},
    );
  });
});
