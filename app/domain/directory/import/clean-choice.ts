/** Fields with a short list of allowed words, and what publishers write in them instead. */
import type {Note} from './finding.ts';
import type {Delivery, LocationType, Status} from './imported-service.ts';
import {isNothing} from './loose-values.ts';

const STATUS: [RegExp, Status][] = [
  [/temporar|suspend|paused/, 'temporarily closed'],
  [/defunct|ceased|permanent|deleted|archived/, 'defunct'],
  [/inactive|closed|draft|unpublished|expired|disabled|hidden/, 'inactive'],
  [/active|open|live|published|current|running|approved/, 'active'],
];

export function cleanStatus(value: unknown, note: Note): Status {
  const text = plain(value);
  if (text === 'active' || text === 'inactive' || text === 'defunct' || text === 'temporarily closed') {
    if (text !== value) note('status', 'The status was written another way', value);
    return text;
  }
  const match = STATUS.find(([words]) => words.test(text));
  if (!text && isNothing(value)) note('status', 'No status was given: taken as active');
  else
    note(
      'status',
      match ? 'The status was written another way' : 'The status is not on the list: taken as active',
      value,
    );
  return match?.[1] ?? 'active';
}

const LOCATION_TYPE: [RegExp, LocationType][] = [
  [/virtual|online|video|web|internet/, 'virtual'],
  [/postal|mailing|po box|correspondence/, 'postal'],
  [/physical|venue|place|building|address|in ?person|drop ?in|hall|centre|outdoor/, 'physical'],
];

/** Of a location or an address. Nothing said, or nothing understood, means a place one can go to. */
export function cleanLocationType(value: unknown, field: string, note: Note): LocationType {
  const text = plain(value);
  if (text === 'physical' || text === 'postal' || text === 'virtual') {
    if (text !== value) note(field, 'The kind of place was written another way', value);
    return text;
  }
  const match = LOCATION_TYPE.find(([words]) => words.test(text));
  if (!isNothing(value)) {
    note(
      field,
      match ? 'The kind of place was written another way' : 'The kind of place is not on the list: taken as physical',
      value,
    );
  }
  return match?.[1] ?? 'physical';
}

const DELIVERY: [RegExp, Delivery][] = [
  [/\bphone|telephone|helpline|\bby call/, 'phone'],
  [/online|virtual|video|remote|web ?chat|zoom|internet/, 'online'],
  [/home visit|at home|in your (own )?home|your home|domiciliary/, 'at-home'],
  [/in ?person|venue|physical|face ?to ?face|drop ?in|on ?site|attend at|group session/, 'in-person'],
];

/** How people take part, as far as words such as 'Venue' or 'in person or by video' say it. */
export function readDelivery(value: unknown): Delivery[] {
  const text = plain(value);
  return text ? DELIVERY.filter(([words]) => words.test(text)).map(([, delivery]) => delivery) : [];
}

const COUNTRIES: Record<string, string> = {
  uk: 'GB',
  'united kingdom': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  gbr: 'GB',
  eng: 'GB',
  cymru: 'GB',
};

/** Two letters. */
export function cleanCountry(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value)) return null;
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value) && value !== 'UK') return value;
  const text = plain(value);
  const code = COUNTRIES[text] ?? (/^[a-z]{2}$/.test(text) ? text.toUpperCase() : null);
  note(field, code ? 'The country was not a two-letter code' : 'Not a country code, so it was left out', value);
  return code;
}

/** Lower case, with '-' and '_' as blanks, because 'Drop-in', 'drop_in' and 'drop in' are the same word. */
function plain(value: unknown): string {
  return typeof value === 'string'
    ? value
        .slice(0, 1000)
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
    : '';
}
