import {bankHolidayOn} from '../dates/bank-holidays.ts';
import {calendarFile, type CalendarEvent} from '../dates/calendar-file.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';
import {dayRule, occurrences, type DayRule} from './dates/recurrence.ts';
import type {Listing, ListingPlace, ListingSchedule} from './listing-schema.ts';

/** Bank holidays are left out this far ahead; nobody keeps a group in the calendar for longer without looking again. */
const HOLIDAY_DAYS = 2 * 366;

interface CalendarWords {
  /** The address of the listing's page. */
  address: string;
  today: CalendarDate;
  /** Stands at the end of each entry's description. */
  note: string;
}

/** A calendar file with one repeating entry for each regular time, or null when no time can be put in a calendar, or it is closed for now. */
export function listingCalendar(listing: Listing, words: CalendarWords): string | null {
  if (listing.isTemporarilyClosed) return null;
  const events = listing.schedules.flatMap((schedule) => eventFor(listing, schedule, words) ?? []);
  return events.length > 0 ? calendarFile(listing.name, {events}) : null;
}

function eventFor(
  listing: Listing,
  schedule: ListingSchedule,
  {address, today, note}: CalendarWords,
): CalendarEvent | null {
  const rule = dayRule(schedule);
  const days = occurrences(schedule, today, addDays(today, HOLIDAY_DAYS));
  const isHoliday = (date: CalendarDate) => !listing.openOnBankHolidays && bankHolidayOn(date) !== null;
  const first = days.find((date) => !isHoliday(date));
  if (!rule || !first) return null;
  const place = placeOf(listing, schedule);
  const parts = [
    listing.summary,
    schedule.notes ?? schedule.description,
    listing.scheduleNote,
    listing.phones[0]?.number,
    note,
  ];
  return {
    uid: `${schedule.id}@${new URL(address).host}`,
    changedAt: listing.updatedAt,
    date: first,
    from: schedule.opensAt,
    to: schedule.closesAt,
    rule: ruleParts(rule),
    until: [schedule.until, schedule.validTo].filter((date) => date !== null).sort()[0] ?? null,
    exceptions: days.filter((date) => date > first && isHoliday(date)),
    summary: listing.name,
    description: parts.filter(Boolean).join('\n\n'),
    location: place ? [place.name, ...(place.address?.lines ?? [])].filter(Boolean).join(', ') || null : null,
    position:
      place && place.latitude !== null && place.longitude !== null
        ? {latitude: place.latitude, longitude: place.longitude}
        : null,
    url: address,
  };
}

/** The place the schedule names, or the only one there is. */
function placeOf(listing: Listing, schedule: ListingSchedule): ListingPlace | null {
  if (schedule.placeId) return listing.places.find(({id}) => id === schedule.placeId) ?? null;
  return listing.places.length === 1 ? (listing.places[0] ?? null) : null;
}

function ruleParts({freq, interval, byday, bymonthday}: DayRule): string {
  const parts = [`FREQ=${freq}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (byday.length > 0) parts.push(`BYDAY=${byday.map(({day, week}) => `${week ?? ''}${day}`).join(',')}`);
  if (bymonthday.length > 0) parts.push(`BYMONTHDAY=${bymonthday.join(',')}`);
  return parts.join(';');
}
