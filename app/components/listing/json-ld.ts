import type {Listing, ListingPlace} from '../../domain/directory/listing-schema.ts';
import {londonTimestamp, type CalendarDate, type ClockTime} from '../../domain/dates/calendar-date.ts';
import {nextDates} from '../../domain/directory/dates/next-dates.ts';
import {dayRule, type Weekday} from '../../domain/directory/dates/recurrence.ts';
import {safeUrl} from './plain-text.ts';

type Now = {date: CalendarDate; time: ClockTime};

const DAYS: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** The listing as search engines read it (schema.org). */
export function jsonLd(listing: Listing, address: string, now: Now): object {
  const service = {
    '@type': 'Service',
    '@id': `${address}#service`,
    name: listing.name,
    url: address,
    description: listing.summary ?? listing.description ?? undefined,
    serviceType: listing.types.map(({name}) => name),
    provider: listing.organisation
      ? {
          '@type': 'Organization',
          name: listing.organisation.name,
          url: safeUrl(listing.organisation.website) ?? undefined,
        }
      : undefined,
    areaServed: listing.areas,
    audience: audienceOf(listing),
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: safeUrl(listing.url) ?? undefined,
      servicePhone: listing.phones[0] ? {'@type': 'ContactPoint', telephone: listing.phones[0].number} : undefined,
      serviceLocation: listing.places.filter((place) => !place.isVirtual).map(placeOf),
      availableLanguage: listing.languages.map(({name}) => name),
    },
    offers: listing.costs
      .filter(({amount}) => amount !== null)
      .map(({amount, currency, option, description}) => ({
        '@type': 'Offer',
        price: amount,
        priceCurrency: currency,
        description: [option, description].filter(Boolean).join(', ') || undefined,
      })),
    hoursAvailable: weeklyHours(listing),
  };
  const graph = [service, ...nextEvent(listing, address, now)];
  return {'@context': 'https://schema.org', '@graph': graph.map(withoutEmpty)};
}

function audienceOf({minimumAge, maximumAge, audiences}: Listing) {
  if (minimumAge === null && maximumAge === null && audiences.length === 0) return undefined;
  return {
    '@type': 'PeopleAudience',
    audienceType: audiences.map(({name}) => name).join(', ') || undefined,
    suggestedMinAge: minimumAge ?? undefined,
    suggestedMaxAge: maximumAge ?? undefined,
  };
}

function placeOf({name, address, latitude, longitude}: ListingPlace) {
  return {
    '@type': 'Place',
    name: name ?? undefined,
    address: address
      ? {
          '@type': 'PostalAddress',
          streetAddress:
            address.lines.filter((line) => line !== address.town && line !== address.postcode).join(', ') || undefined,
          addressLocality: address.town ?? undefined,
          postalCode: address.postcode ?? undefined,
          addressCountry: 'GB',
        }
      : undefined,
    geo: latitude !== null ? {'@type': 'GeoCoordinates', latitude, longitude} : undefined,
  };
}

/** Only what is on every week: schema.org's opening hours know no 'first Tuesday of the month'. */
function weeklyHours({schedules}: Listing) {
  return schedules.flatMap((schedule) => {
    const rule = dayRule(schedule);
    if (!rule || rule.freq !== 'WEEKLY' || rule.interval > 1 || !schedule.opensAt || !schedule.closesAt) return [];
    return {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: rule.byday.map(({day}) => DAYS[day]),
      opens: schedule.opensAt,
      closes: schedule.closesAt === '24:00' ? '23:59' : schedule.closesAt,
      validFrom: schedule.validFrom ?? undefined,
      validThrough: schedule.validTo ?? schedule.until ?? undefined,
    };
  });
}

/** The next session of a group or activity, as an event of its own. */
function nextEvent(listing: Listing, address: string, now: Now) {
  const isGathering = listing.kind === 'group' || listing.kind === 'activity';
  const schedules = listing.schedules.map((schedule) => ({...schedule, place: schedule.placeId}));
  const [next] = nextDates(schedules, now, {count: 1, openOnBankHolidays: listing.openOnBankHolidays}).dates;
  const places = listing.places.filter(({isVirtual}) => !isVirtual);
  const place = places.find(({id}) => id === next?.place) ?? places[0];
  if (!isGathering || !next?.from || !place || listing.isTemporarilyClosed) return [];
  return [
    {
      '@type': 'Event',
      name: listing.name,
      url: address,
      startDate: londonTimestamp(next.date, next.from),
      endDate: next.to && next.to !== '24:00' ? londonTimestamp(next.date, next.to) : undefined,
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: placeOf(place),
      organizer: listing.organisation ? {'@type': 'Organization', name: listing.organisation.name} : undefined,
      isAccessibleForFree: listing.costs.length > 0 ? listing.costs.every(({amount}) => amount === 0) : undefined,
    },
  ];
}

/** Empty lists and channels say nothing and only make validators complain. */
function withoutEmpty(value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (part === undefined || (Array.isArray(part) && part.length === 0)) return [];
      if (Array.isArray(part))
        return [[key, part.map((item: unknown) => (isObject(item) ? withoutEmpty(item) : item))]];
      if (!isObject(part)) return [[key, part]];
      const filled = withoutEmpty(part);
      return Object.keys(filled).some((name) => name !== '@type') ? [[key, filled]] : [];
    }),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
