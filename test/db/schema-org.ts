/** What of schema.org we use, as https://schema.org says it: which properties a type has, and what may stand in them. */

type Expected = (value: unknown) => boolean;

const text: Expected = (value) => typeof value === 'string' && value.trim() === value && value !== '';
const number: Expected = (value) => typeof value === 'number' && Number.isFinite(value);
const yesOrNo: Expected = (value) => typeof value === 'boolean';
const matching =
  (pattern: RegExp): Expected =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const date = matching(/^\d{4}-\d\d-\d\d$/);
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/);
const dateTime = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
const currency = matching(/^[A-Z]{3}$/);
const day = matching(/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/);
const attendance = matching(/^https:\/\/schema\.org\/(Offline|Online|Mixed)EventAttendanceMode$/);
/** Whole: what stands alone in a search engine belongs to no page. */
const url: Expected = (value) => matching(/^https?:\/\/[^\s/]+/)(value) && URL.canParse(String(value));

const TYPES: Record<string, Record<string, Expected | string>> = {
  Service: {
    name: text,
    url,
    description: text,
    serviceType: text,
    provider: 'Organization',
    areaServed: text,
    audience: 'PeopleAudience',
    availableChannel: 'ServiceChannel',
    offers: 'Offer',
    hoursAvailable: 'OpeningHoursSpecification',
  },
  Event: {
    name: text,
    url,
    startDate: dateTime,
    endDate: dateTime,
    eventAttendanceMode: attendance,
    location: 'Place',
    organizer: 'Organization',
    isAccessibleForFree: yesOrNo,
  },
  Organization: {name: text, url},
  PeopleAudience: {audienceType: text, suggestedMinAge: number, suggestedMaxAge: number},
  ServiceChannel: {serviceUrl: url, servicePhone: 'ContactPoint', serviceLocation: 'Place', availableLanguage: text},
  ContactPoint: {telephone: text},
  Place: {name: text, address: 'PostalAddress', geo: 'GeoCoordinates'},
  PostalAddress: {streetAddress: text, addressLocality: text, postalCode: text, addressCountry: text},
  GeoCoordinates: {latitude: number, longitude: number},
  Offer: {price: number, priceCurrency: currency, description: text},
  OpeningHoursSpecification: {dayOfWeek: day, opens: time, closes: time, validFrom: date, validThrough: date},
};

/** What is wrong with a block of JSON-LD; nothing where nothing is. */
export function faultsOf(block: {'@context'?: unknown; '@graph'?: unknown}): string[] {
  const parts = Array.isArray(block['@graph']) ? block['@graph'] : [];
  return [
    ...(block['@context'] === 'https://schema.org' ? [] : ['of another vocabulary']),
    ...(parts.length > 0 ? [] : ['nothing in it']),
    ...parts.flatMap((part) => partFaults(part, null, '')),
  ];
}

function partFaults(part: unknown, wanted: string | null, path: string): string[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [`${path} is no ${wanted}`];
  const {'@type': type, '@id': id, ...properties} = part as Record<string, unknown>;
  const known = TYPES[String(type)];
  if (!known || (wanted !== null && type !== wanted)) return [`${path} is a ${type}`];
  const faults = id === undefined || url(id) ? [] : [`${path}@id ${id}`];
  if (Object.keys(properties).length === 0) faults.push(`${path} says nothing`);
  for (const [name, value] of Object.entries(properties)) {
    const expected = known[name];
    const here = `${path}${type}.${name}`;
    const values = Array.isArray(value) ? value : [value];
    if (!expected) faults.push(`${here} is not in schema.org`);
    else if (values.length === 0) faults.push(`${here} is empty`);
    else if (typeof expected === 'string')
      faults.push(...values.flatMap((one) => partFaults(one, expected, `${here} `)));
    else faults.push(...values.filter((one) => !expected(one)).map((one) => `${here}: ${JSON.stringify(one)}`));
  }
  return faults;
}
