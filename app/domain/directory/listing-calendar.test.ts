import {describe, expect, it} from 'vitest';
import {listingCalendar} from './listing-calendar.ts';
import {aListing, aPlace, aSchedule} from '../../../test/factories/listings.ts';

const words = {address: 'https://help.example/services/club', today: '2026-11-22', note: 'Please check before you go'};
const lines = (...parts: Parameters<typeof aListing>) =>
  (listingCalendar(aListing(...parts), words) ?? '').replace(/\r\n /g, '').split('\r\n');

describe('the calendar of a listing', () => {
  it('starts at the next session and repeats as the schedule does', () => {
    const made = lines({schedules: [aSchedule()]});
    expect(made).toContain('DTSTART;TZID=Europe/London:20261125T103000');
    expect(made).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE');
    expect(made).toContain('UID:00000000-0000-4000-8000-000000000002@help.example');
    expect(made).toContain('DESCRIPTION:Please check before you go');
  });

  it('keeps in step with every second week and with the weeks of the month', () => {
    const everyOther = lines({schedules: [aSchedule({interval: 2, dtstart: '2026-01-07'})]});
    expect(everyOther).toContain('DTSTART;TZID=Europe/London:20261125T103000');
    expect(everyOther).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE');
    const monthly = lines({schedules: [aSchedule({freq: 'MONTHLY', byday: '1TU,-1TU', until: '2027-03-31'})]});
    expect(monthly).toContain('DTSTART;TZID=Europe/London:20261124T103000');
    expect(monthly).toContain('RRULE:FREQ=MONTHLY;BYDAY=1TU,-1TU;UNTIL=20270331T093000Z');
  });

  it('leaves out bank holidays, also when the next session would be one', () => {
    const friday = aSchedule({byday: 'FR'});
    const made = listingCalendar(aListing({schedules: [friday]}), {...words, today: '2026-12-20'})?.split('\r\n') ?? [];
    expect(made).toContain('DTSTART;TZID=Europe/London:20270108T103000');
    expect(made).toContain('EXDATE;TZID=Europe/London:20270326T103000');
    expect(made.some((line) => line.includes('20261225') || line.includes('20270101'))).toBe(false);
    expect(lines({schedules: [friday], openOnBankHolidays: true}).some((line) => line.startsWith('EXDATE'))).toBe(
      false,
    );
  });

  it('says where, when that is known', () => {
    const made = lines({schedules: [aSchedule()], places: [aPlace()]});
    expect(made).toContain('LOCATION:The Hall\\, High Street\\, Bracknell\\, RG12 1AA');
    expect(made).toContain('GEO:51.4;-0.75');
    const barn = aPlace({id: 'barn', name: 'Barn', address: null, latitude: null, longitude: null});
    expect(
      lines({schedules: [aSchedule()], places: [aPlace(), barn]}).some((line) => line.startsWith('LOCATION')),
    ).toBe(false);
    expect(lines({schedules: [aSchedule({placeId: 'barn'})], places: [aPlace(), barn]})).toContain('LOCATION:Barn');
  });

  it('is none without times, or while it is closed', () => {
    expect(listingCalendar(aListing({schedules: [aSchedule()], isTemporarilyClosed: true}), words)).toBeNull();
    expect(listingCalendar(aListing(), words)).toBeNull();
    expect(listingCalendar(aListing({schedules: [aSchedule({interval: 2})]}), words)).toBeNull();
    expect(listingCalendar(aListing({schedules: [aSchedule({validTo: '2026-01-01'})]}), words)).toBeNull();
  });
});
