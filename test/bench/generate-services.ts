/** One made-up but believable service after another, as rows of the directory's tables. */
import {slugFrom} from '../../db/slug.ts';
import {uuidFrom} from '../../db/uuid.ts';
import type {Chance} from './generate-random.ts';
import type {Spot} from './generate-towns.ts';
import * as words from './generate-words.ts';

/** The lists of the directory that services draw on. */
export interface GeneratorVocabulary {
  types: {id: string; key: string; name: string; needs: string[]}[];
  audiences: {id: string}[];
  needs: string[];
  access: string[];
  languages: string[];
  areas: string[];
}

export type Row = Record<string, unknown>;
interface Venue {
  id: string;
  name: string;
  spot: Spot;
}
type Fill = Record<string, string>;

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const DAY_MS = 86_400_000;

const filled = (pattern: string, fill: Fill) => pattern.replace(/\{(\w+)\}/g, (_, key: string) => fill[key] ?? '');

export function makeVenue(index: number, spot: Spot, chance: Chance): Venue {
  const fill = {place: spot.town.name, saint: chance.one(words.SAINTS), adjective: chance.one(words.ADJECTIVES)};
  return {id: uuidFrom(`bench:venue:${index}`), name: filled(chance.one(words.VENUES), fill), spot};
}

/** The rows of a venue, by table. */
export function venueRows(
  {id, name, spot}: Venue,
  vocabulary: GeneratorVocabulary,
  chance: Chance,
): Record<string, Row[]> {
  const letters = () => chance.one('ABDEFGHJLNPQRSTUWXYZ'.split(''));
  return {
    locations: [{id, name, location_type: 'physical', latitude: spot.latitude, longitude: spot.longitude}],
    addresses: [
      {
        location_id: id,
        address_1: `${chance.whole(1, 180)} ${chance.one(words.STREETS)}`,
        city: spot.town.name,
        postal_code: `${spot.town.outcode} ${chance.whole(1, 9)}${letters()}${letters()}`,
        country: 'GB',
        address_type: 'physical',
      },
    ],
    accessibility: chance.some(vocabulary.access, chance.whole(0, 4)).map((feature) => ({location_id: id, feature})),
  };
}

export function organisationName(town: string, chance: Chance): string {
  return filled(chance.one(words.ORGANISATIONS), {place: town, adjective: chance.one(words.ADJECTIVES)});
}

interface ServicePlan {
  index: number;
  /** 'YYYY-MM-DD' that 'last checked' counts back from. */
  today: string;
  venues: Venue[];
  organisationIds: string[];
  vocabulary: GeneratorVocabulary;
  chance: Chance;
}

/** The rows of one service, by table. */
export function serviceRows({
  index,
  today,
  venues,
  organisationIds,
  vocabulary,
  chance,
}: ServicePlan): Record<string, Row[]> {
  const id = uuidFrom(`bench:service:${index}`);
  // A few kinds are everywhere and many are rare, so the types are picked by the square of chance.
  const types = [0, 1, 2]
    .slice(
      0,
      chance.weighted([
        [1, 60],
        [2, 30],
        [3, 10],
      ]),
    )
    .map(() => vocabulary.types[Math.floor(chance.next() ** 2 * vocabulary.types.length)]!);
  const own = [...new Set(types)];
  const how = chance.weighted([
    ['in-person', 78],
    ['at-home', 8],
    ['phone', 8],
    ['online', 6],
  ] as const);
  const isSomewhere = how === 'in-person' || chance.happens(0.3);
  const at = chance.one(venues);
  const where = isSomewhere ? [...new Set([at, ...(chance.happens(0.1) ? [chance.one(venues)] : [])])] : [];
  const fill: Fill = {
    type: own[0]!.name,
    place: at.spot.town.name,
    venue: at.name,
    person: chance.one(words.PEOPLE),
    adjective: chance.one(words.ADJECTIVES),
    day: chance.one(DAY_NAMES),
    area: at.spot.town.area
      .split('-')
      .map((word) => word[0]!.toUpperCase() + word.slice(1))
      .join(' '),
  };
  const lower = {...fill, type: own[0]!.name.toLowerCase()};
  const name = filled(chance.one(words.SERVICE_NAMES), fill);
  const covers = !isSomewhere || chance.happens(0.06) ? [coveredArea(at, vocabulary, chance)] : [];
  const needs = [
    ...new Set([...own.flatMap((type) => type.needs), ...(chance.happens(0.3) ? [chance.one(vocabulary.needs)] : [])]),
  ];
  const [minimumAge, maximumAge] = chance.weighted<[number | null, number | null]>([
    [[null, null], 55],
    [[18, null], 20],
    [[50, null], 8],
    [[65, null], 5],
    [[0, 4], 5],
    [[5, 11], 4],
    [[11, 25], 3],
  ]);
  return {
    services: [
      {
        id,
        organisation_id: chance.one(organisationIds),
        slug: `${slugFrom(name)}-${index}`,
        name,
        kind: kindOf(own[0]!.key, how, chance),
        status: 'active',
        summary: filled(chance.one(words.SUMMARIES), lower),
        description: chance
          .some(words.SENTENCES, chance.whole(2, 6))
          .map((sentence) => filled(sentence, lower))
          .join(' '),
        minimum_age: minimumAge,
        maximum_age: maximumAge,
        delivery: [how, ...(how !== 'in-person' && isSomewhere ? ['in-person'] : [])],
        accepts_self_referral: chance.happens(0.8),
        accepts_professional_referral: chance.happens(0.6),
        accepts_personal_budget: chance.happens(0.1),
        accepts_direct_payment: chance.happens(0.12),
        space: chance.weighted([
          ['open', 50],
          ['unknown', 25],
          ['limited', 12],
          ['waiting-list', 8],
          ['full', 5],
        ] as const),
        open_on_bank_holidays: false,
        keywords: [],
        checked_on: chance.happens(0.92)
          ? new Date(Date.parse(today) - chance.whole(0, 600) * DAY_MS).toISOString().slice(0, 10)
          : null,
      },
    ],
    services_at_locations: where.map((venue) => ({service_id: id, location_id: venue.id})),
    service_areas: covers.map((area) => ({service_id: id, area_key: area})),
    schedules: how === 'phone' && chance.happens(0.5) ? [] : sessions(id, chance),
    cost_options: costs(id, chance),
    languages: chance.happens(0.12)
      ? ['en', ...chance.some(vocabulary.languages, chance.whole(1, 2))].map((code) => ({service_id: id, code}))
      : [],
    phones: chance.happens(0.8)
      ? [{service_id: id, number: `01632 960${String(chance.whole(0, 999)).padStart(3, '0')}`}]
      : [],
    service_needs: needs
      .slice(0, 4)
      .map((need, rank) => ({service_id: id, need_key: need, rank: rank + 1, source: 'editor'})),
    attributes: [...own, ...(chance.happens(0.25) ? [chance.one(vocabulary.audiences)] : [])].map((term, rank) => ({
      link_type: 'service',
      link_id: id,
      taxonomy_term_id: term.id,
      rank: rank + 1,
    })),
  };
}

function kindOf(type: string, how: string, chance: Chance): string {
  if (/helpline|telephone/.test(type)) return 'helpline';
  if (type.includes('assistant')) return 'personal-assistant';
  if (how === 'online') return 'online';
  return chance.weighted([
    ['group', 40],
    ['service', 35],
    ['activity', 20],
    ['place', 5],
  ] as const);
}

/** Mostly the council's own area; some take the county, a few the whole country. */
function coveredArea(at: Venue, {areas}: GeneratorVocabulary, chance: Chance): string {
  const wider = chance.weighted([
    ['own', 75],
    ['berkshire', 15],
    ['england', 6],
    ['uk', 4],
  ] as const);
  return wider !== 'own' && areas.includes(wider) ? wider : at.spot.town.area;
}

function sessions(id: string, chance: Chance): Row[] {
  const count = chance.weighted([
    [1, 60],
    [2, 25],
    [3, 15],
  ]);
  return Array.from({length: count}, () => {
    const opens = chance.whole(8, 19);
    const days = chance.some(
      DAYS,
      chance.weighted([
        [1, 70],
        [2, 15],
        [5, 15],
      ]),
    );
    const isMonthly = chance.happens(0.12);
    return {
      service_id: id,
      freq: isMonthly ? 'MONTHLY' : 'WEEKLY',
      interval: !isMonthly && chance.happens(0.08) ? 2 : 1,
      byday: days.map((day) => (isMonthly ? `${chance.whole(1, 4)}${day}` : day)).join(','),
      dtstart: '2026-01-05',
      opens_at: `${String(opens).padStart(2, '0')}:${chance.one(['00', '15', '30'])}`,
      closes_at: `${String(opens + chance.whole(1, 4)).padStart(2, '0')}:30`,
    };
  });
}

function costs(id: string, chance: Chance): Row[] {
  const amount = chance.weighted([
    [0, 45],
    [null, 15],
    [chance.whole(2, 30) / 2, 40],
  ]);
  if (amount === null) return [];
  const full = {
    service_id: id,
    amount,
    amount_description: amount === 0 ? null : chance.one(words.COST_UNITS),
    option: null,
  };
  return amount > 0 && chance.happens(0.15) ? [full, {...full, amount: amount / 2, option: 'concessions'}] : [full];
}
