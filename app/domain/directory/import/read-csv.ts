import {readDays} from './clean-days.ts';
import {clock, readTimeRange} from './clean-time.ts';
import type {Loose} from './loose-values.ts';

/** One row of a CSV file: its columns by the names of docs/import.md. */
export type CsvRow = Record<string, string>;

/** Puts a row into the shape of an ORUK 3.0 service. Nothing is cleaned here: that is done once, for every format. */
export function fromCsv(row: CsvRow): Loose {
  const value = (column: string) => (row[column]?.trim() ? row[column] : undefined);
  const times = readOpeningTimes(value('opening_times'));
  const stated = withContent({
    byday: value('days'),
    opens_at: value('opens_at'),
    closes_at: value('closes_at'),
    valid_from: value('starts_on'),
    valid_to: value('ends_on'),
  });
  return {
    ...plainFields(value),
    organization: withContent({
      id: value('organisation_id'),
      name: value('organisation'),
      description: value('organisation_description'),
      website: value('organisation_website'),
      organization_identifiers: value('charity_number') && [
        {identifier_scheme: 'GB-CHC', identifier_type: 'Charity number', identifier: value('charity_number')},
      ],
    }),
    phones: value('phone') && [{number: value('phone')}],
    contacts: listOf(withContent({name: value('contact_name'), title: value('contact_role')})),
    accessibility: split(value('access')).map((description) => ({description})),
    attributes: [
      ...split(value('types')).map((name) => ({taxonomy_term: {name, taxonomy: 'types'}})),
      ...split(value('needs')).map((name) => ({taxonomy_term: {name, taxonomy: 'needs'}})),
    ],
    languages: split(value('languages')).map((name) => ({name})),
    service_areas: split(value('areas')).map((name) => ({name})),
    schedules: [...(stated ? [stated] : []), ...times.schedules],
    schedule_note: [value('schedule_note'), ...times.unread].filter(Boolean).join('\n'),
    cost_options: listOf(withContent({amount: value('cost'), amount_description: value('cost_description')})),
    funding: value('funding') && [{source: value('funding')}],
    service_at_locations: listOf(placeOf(value)),
  };
}

const SAME_NAME = [
  'id',
  'name',
  'summary',
  'description',
  'kind',
  'audiences',
  'delivery',
  'status',
  'email',
  'fees',
  'minimum_age',
  'maximum_age',
  'how_to_join',
  'space',
  'space_note',
  'accreditations',
  'keywords',
  'alert',
  'checked_on',
  'checked_by',
  'last_modified',
];
const OTHER_NAME: Record<string, string> = {
  website: 'url',
  self_referral: 'accepts_self_referral',
  professional_referral: 'accepts_professional_referral',
  personal_budget: 'accepts_personal_budget',
  direct_payment: 'accepts_direct_payment',
};

function plainFields(value: (column: string) => string | undefined): Loose {
  const fields = Object.fromEntries(SAME_NAME.map((column) => [column, value(column)]));
  for (const [column, field] of Object.entries(OTHER_NAME)) fields[field] = value(column);
  const holidays = value('bank_holidays')?.trim().toLowerCase();
  // A spreadsheet rarely has a status for what simply runs.
  return {
    ...fields,
    status: fields.status ?? 'active',
    open_on_bank_holidays: holidays === 'open' ? 'yes' : holidays === 'closed' ? 'no' : holidays,
  };
}

function placeOf(value: (column: string) => string | undefined): Loose | null {
  const address = withContent({
    address_1: value('address_1'),
    address_2: value('address_2'),
    city: value('town'),
    state_province: value('county'),
    postal_code: value('postcode'),
  });
  const location = withContent({
    id: value('venue_id'),
    name: value('venue'),
    latitude: value('latitude'),
    longitude: value('longitude'),
    external_identifier: value('uprn'),
    external_identifier_type: value('uprn') && 'UPRN',
    addresses: address && [{...address, country: 'GB', address_type: 'physical'}],
  });
  return location && {location: {...location, location_type: 'physical'}};
}

/** 'Mon-Fri 9am-5pm; Sat 10:00-12:00; first Tuesday 2-4pm'. What cannot be read as days and times is given back as words. */
export function readOpeningTimes(text: string | undefined): {schedules: Loose[]; unread: string[]} {
  const schedules: Loose[] = [];
  const unread: string[] = [];
  for (const part of (text ?? '')
    .split(/[;\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .slice(0, 50)) {
    const clockWord = String.raw`(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midday|midnight)`;
    if (part.length > 200) {
      unread.push(part);
      continue;
    }
    const match = new RegExp(
      String.raw`^(.*?)[\s,:]*\b(${clockWord}\s*(?:-|–|—|to|until)\s*${clockWord})\s*$`,
      'i',
    ).exec(part);
    const range = match ? readTimeRange(match[2]!) : null;
    const {days, unread: oddWords} = readDays(match?.[1] ?? part);
    const readable = days.length > 0 && oddWords.length === 0 && (range !== null || match === null);
    if (!readable) unread.push(part);
    else
      schedules.push({
        byday: days.join(','),
        ...(range ? {opens_at: clock(range.opens), closes_at: clock(range.closes)} : {}),
      });
  }
  return {schedules, unread};
}

const split = (text: string | undefined) =>
  (text ?? '')
    .split(/[;|\n]+|,(?!\d)/)
    .map((part) => part.trim())
    .filter(Boolean);
const listOf = (item: Loose | null) => (item ? [item] : []);

/** The object without its empty fields, or null when nothing is left. */
function withContent(fields: Loose): Loose | null {
  const kept = Object.entries(fields).filter(([, field]) => field !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
