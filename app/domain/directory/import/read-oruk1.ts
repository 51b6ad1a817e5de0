import type {Note} from './finding.ts';
import {asObjects, isNothing, isObject, type Loose} from './loose-values.ts';

/** Fields that only ORUK 1.0 has. Publishers' plurals differ. */
const MARKS = [
  'regular_schedule',
  'regular_schedules',
  'eligibility',
  'eligibilitys',
  'eligibilities',
  'service_taxonomys',
  'service_taxonomies',
  'holiday_schedules',
  'deliverable_type',
  'attending_access',
  'fundings',
];

export function looksLikeOruk1(record: Loose): boolean {
  return MARKS.some((field) => field in record);
}

/** Puts an ORUK 1.0 service into the shape of 3.0. Nothing is cleaned here: that is done once, for both. */
export function fromOruk1(record: Loose, note: Note): Loose {
  const pick = (...names: string[]) => names.map((name) => record[name]).find((value) => !isNothing(value));
  const eligibility = asObjects(pick('eligibilitys', 'eligibilities', 'eligibility'), 'eligibility', note).map(
    ({item}) => item,
  );
  const access = words(record.attending_access);
  return {
    ...record,
    ...ages(eligibility),
    audiences: eligibility.map((item) => item.eligibility).filter((text) => typeof text === 'string'),
    schedules: pick('schedules', 'regular_schedules', 'regular_schedule'),
    funding: pick('funding', 'fundings'),
    languages: pick('languages', 'language'),
    cost_options: pick('cost_options', 'cost_option'),
    contacts: pick('contacts', 'contact'),
    phones: pick('phones', 'phone'),
    service_areas: pick('service_areas', 'service_area'),
    attributes: [
      ...listOf(record.attributes),
      ...listOf(pick('service_taxonomys', 'service_taxonomies', 'service_taxonomy')).map(termOf),
      ...listOf(pick('link_taxonomies', 'link_taxonomys')).map(termOf),
    ],
    accepts_self_referral: record.accepts_self_referral ?? (/drop ?in|appointment|membership/.test(access) || null),
    accepts_professional_referral: record.accepts_professional_referral ?? (/referral/.test(access) || null),
    service_at_locations: asObjects(
      pick('service_at_locations', 'service_at_location'),
      'service_at_locations',
      note,
    ).map(({item}) => placeOf(item)),
  };
}

const words = (value: unknown) => (typeof value === 'string' ? value.toLowerCase().replace(/[-_]/g, ' ') : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isObject(value) ? [value] : []);

/** Several groups of people may each have their ages; together they span from the youngest to the oldest. */
function ages(eligibility: Loose[]): Loose {
  const end = (field: string, pick: (...ages: number[]) => number) => {
    const given = eligibility.map((item) => item[field]);
    const numbers = given.map((age) => (typeof age === 'string' && age.trim() ? Number(age) : age));
    const usable = numbers.filter((age): age is number => typeof age === 'number' && Number.isFinite(age));
    if (usable.length === 0) return given.find((age) => !isNothing(age));
    // A group without a limit at this end has none.
    return usable.length < eligibility.length ? undefined : pick(...usable);
  };
  return {minimum_age: end('minimum_age', Math.min), maximum_age: end('maximum_age', Math.max)};
}

function termOf(link: unknown): unknown {
  const taxonomy = isObject(link) && isObject(link.taxonomy) ? link.taxonomy : null;
  if (!taxonomy) return link;
  const vocabulary = isObject(taxonomy.vocabulary) ? taxonomy.vocabulary.name : taxonomy.vocabulary;
  return {taxonomy_term: {id: taxonomy.id, name: taxonomy.name, taxonomy: vocabulary}};
}

function placeOf(item: Loose): Loose {
  const location = isObject(item.location) ? item.location : null;
  const schedules = item.schedules ?? item.regular_schedules ?? item.regular_schedule;
  if (!location) return {...item, schedules};
  return {
    ...item,
    schedules,
    location: {
      location_type: 'physical',
      ...location,
      schedules: location.schedules ?? location.regular_schedules ?? location.regular_schedule,
      addresses: [
        ...listOf(location.addresses),
        ...listOf(location.physical_addresses ?? location.physical_address).map(asType('physical')),
        ...listOf(location.postal_addresses ?? location.postal_address).map(asType('postal')),
      ],
      accessibility: location.accessibility ?? location.accessibility_for_disabilities,
    },
  };
}

const asType = (type: string) => (address: unknown) => (isObject(address) ? {address_type: type, ...address} : address);
