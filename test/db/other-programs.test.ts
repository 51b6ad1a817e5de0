/** What other programs make of each listing of the demonstration: calendars by ical.js, which Thunderbird reads with, and schema.org. */
import ICAL from 'ical.js';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {jsonLd} from '../../app/components/listing/json-ld.ts';
import {addDays, londonClock} from '../../app/domain/dates/calendar-date.ts';
import {nextDates} from '../../app/domain/directory/dates/next-dates.ts';
import {listAddresses} from '../../app/domain/directory/list-addresses.server.ts';
import {listingCalendar} from '../../app/domain/directory/listing-calendar.ts';
import type {Listing} from '../../app/domain/directory/listing-schema.ts';
import {getListing} from '../../app/domain/directory/listing.server.ts';
import {testDatabase, type TestDatabase} from '../setup/database.ts';
import {faultsOf} from './schema-org.ts';

const TODAY = '2026-11-30';
/** As far as the page itself looks: over Christmas, Easter and both changes of the clocks. */
const DAYS = 400;

let database: TestDatabase;
let listings: Listing[];
/** Of those that have one: as a file, and as ical.js reads it. */
const calendars = new Map<Listing, {file: string; events: ICAL.Event[]}>();
beforeAll(async () => {
  database = await testDatabase({demo: true});
  const addresses = await listAddresses(database.sql, {offset: 0, limit: 1000});
  listings = await Promise.all(
    addresses.map(async ({slug}) => {
      const found = await getListing(database.sql, slug);
      if (!found.ok) throw new Error(`${slug} is ${found.reason}`);
      return found.listing;
    }),
  );
  for (const listing of listings) {
    const file = calendarOf(listing);
    if (file) calendars.set(listing, {file, events: read(file)});
  }
});
afterAll(() => database?.drop());

const addressOf = ({slug}: Listing) => `https://help.example/services/${slug}`;
const calendarOf = (listing: Listing, today = TODAY) =>
  listingCalendar(listing, {address: addressOf(listing), today, note: 'Please check before you go.'});

function read(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
}

/** What is wrong with each listing, by its name; nothing where nothing is. */
function faults(of: (listing: Listing) => string[]): Record<string, string[]> {
  return Object.fromEntries(
    listings.map((listing) => [listing.slug, of(listing)] as const).filter(([, wrong]) => wrong.length > 0),
  );
}

/** When a calendar shows an event within the days that the page looks at, by the clock on the wall in London. */
function shownBy(event: ICAL.Event): string[] {
  const last = `${addDays(TODAY, DAYS)} 99`;
  const shown: string[] = [];
  const turns = event.iterator();
  for (let turn = turns.next(); turn && clockOf(turn) <= last; turn = turns.next()) shown.push(clockOf(turn));
  return shown;
}

function clockOf(moment: ICAL.Time): string {
  if (moment.isDate) return moment.toString();
  const {date, time} = londonClock(moment.toJSDate());
  return `${date} ${time}`;
}

describe('the calendar file of each listing', () => {
  it('keeps to the letter of RFC 5545', () => {
    const letter = (listing: Listing) => {
      const {file, events} = calendars.get(listing) ?? {};
      return file === undefined
        ? []
        : [...letterFaults(file), ...events!.flatMap(({component}) => partFaults(component))];
    };
    expect(faults(letter)).toEqual({});
    expect(calendars.size).toBeGreaterThan(250);
  });

  it('shows the very days and hours of its page, over both changes of the clocks and without the bank holidays', () => {
    const seen = {inSummer: 0, inWinter: 0, leftOut: 0};
    const wrong = faults((listing) =>
      listing.schedules.flatMap((schedule) => {
        const {openOnBankHolidays} = listing;
        const {dates, closures} = nextDates(
          [schedule],
          {date: TODAY, time: '00:00'},
          {count: 10_000, openOnBankHolidays},
        );
        const event = eventOf(listing, schedule.id);
        const onPage = listing.isTemporarilyClosed
          ? []
          : dates.map(({date, from}) => [date, from].filter(Boolean).join(' '));
        const inCalendar = event ? shownBy(event) : [];
        seen.inSummer += onPage.filter((date) => /^2027-0[4-9]/.test(date)).length;
        seen.inWinter += onPage.filter((date) => /^2027-(01|02|11)/.test(date)).length;
        seen.leftOut += closures.length;
        const differ = inCalendar.join() !== onPage.join();
        return differ ? [`the page has ${onPage.slice(0, 9)}, the calendar ${inCalendar.slice(0, 9)}`] : [];
      }),
    );
    expect(wrong).toEqual({});
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
  });

  it('ends each session after it began, and on the hour of the page', () => {
    const wrong = faults((listing) =>
      listing.schedules.flatMap(({id, closesAt}) => {
        const event = eventOf(listing, id);
        if (!event?.component.hasProperty('dtend')) return [];
        const {startDate, endDate} = event;
        const {time} = londonClock(endDate.toJSDate());
        const isRight = endDate.toJSDate() > startDate.toJSDate() && time === closesAt?.replace('24:00', '00:00');
        return isRight ? [] : [`${startDate} to ${endDate}`];
      }),
    );
    expect(wrong).toEqual({});
  });

  it('is the same when it is made again, and another day has the same sessions under the same names', () => {
    const namesIn = (file: string | null | undefined): string[] =>
      file?.replace(/\r\n /g, '').match(/^UID:.+$/gm) ?? [];
    const wrong = faults((listing) => {
      const file = calendars.get(listing)?.file ?? null;
      const names = namesIn(file);
      return [
        ...(file === calendarOf(listing) ? [] : ['it is another when made again']),
        ...(new Set(names).size === names.length ? [] : ['two have one name']),
        ...namesIn(calendarOf(listing, addDays(TODAY, 30))).filter((name) => !names.includes(name)),
      ];
    });
    expect(wrong).toEqual({});
  });
});

const eventOf = (listing: Listing, schedule: string) =>
  calendars.get(listing)?.events.find(({uid}) => uid === `${schedule}@help.example`);

/** Where a file breaks the letter of the standard, which readers forgive and calendars of some makers do not. */
function letterFaults(file: string): string[] {
  const wrong: string[] = [];
  if (!file.endsWith('END:VCALENDAR\r\n')) wrong.push('no end');
  if (/[^\r]\n|\r[^\n]/.test(file)) wrong.push('a line that does not end with CR and LF');
  if (/\p{Cc}/u.test(file.replaceAll('\r\n', ''))) wrong.push('a control character');
  for (const line of file.split('\r\n')) if (Buffer.byteLength(line) > 75) wrong.push(`longer than 75 octets: ${line}`);
  return wrong;
}

function partFaults(part: ICAL.Component): string[] {
  const wrong: string[] = [];
  const count = (name: string) => part.getAllProperties(name).length;
  for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'rrule'])
    if (count(name) !== 1) wrong.push(`${count(name)} ${name}`);
  for (const name of ['dtend', 'location', 'description', 'url', 'geo'])
    if (count(name) > 1) wrong.push(`${count(name)} ${name}`);
  const start = part.getFirstPropertyValue('dtstart') as ICAL.Time;
  const stamp = part.getFirstPropertyValue('dtstamp') as ICAL.Time;
  const {until} = part.getFirstPropertyValue('rrule') as ICAL.Recur;
  if (stamp.zone.tzid !== 'UTC') wrong.push('a stamp that is not in UTC');
  const zone = part.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  if (!start.isDate && zone !== 'Europe/London') wrong.push('a beginning without its zone');
  // 3.3.10: the end of a series is a day where its beginning is, and otherwise a moment in UTC.
  if (until && until.isDate !== start.isDate) wrong.push('an end of another kind than its beginning');
  if (until && !start.isDate && until.zone.tzid !== 'UTC') wrong.push('an end that is not in UTC');
  const leftOut = part.getAllProperties('exdate').map((day) => day.getFirstValue() as ICAL.Time);
  if (leftOut.some(({isDate}) => isDate !== start.isDate)) wrong.push('a day left out that is of another kind');
  if (clockOf(new ICAL.Event(part).iterator().next()) !== clockOf(start))
    wrong.push('a beginning that is no day of the series');
  return wrong;
}

it('tells search engines of each listing in the words of schema.org, with nothing empty', () => {
  const now = {date: TODAY, time: '09:00'};
  expect(faults((listing) => faultsOf(JSON.parse(JSON.stringify(jsonLd(listing, addressOf(listing), now)))))).toEqual(
    {},
  );
  const events = listings.filter((listing) =>
    JSON.stringify(jsonLd(listing, addressOf(listing), now)).includes('"Event"'),
  );
  expect(events.length).toBeGreaterThan(100);
});
