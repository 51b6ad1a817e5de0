import type {ISql} from '../../db/client.ts';
import {
  AGE_BANDS,
  type Delivery,
  type Kind,
  type ListingCost,
  type ListingDocument,
  type ListingPoint,
  type Space,
} from '../document-schema.ts';
import {listingTime, timeTokens, type ScheduleRow} from './times.ts';

/** A listing as the directory has it now, with the words search reads, which the public document does not repeat. */
export interface DirectoryListing {
  document: ListingDocument;
  words: {
    /** Names of its service types. The other words for them are recognised before the search: see `understand.ts`. */
    types: string[];
    needs: string[];
    keywords: string[];
    audiences: string[];
    description: string;
  };
}

interface ServiceRow {
  id: string;
  number: number;
  slug: string;
  name: string;
  organisation: string | null;
  kind: Kind;
  summary: string | null;
  description: string | null;
  delivery: Delivery[];
  minimumAge: number | null;
  maximumAge: number | null;
  acceptsSelfReferral: boolean | null;
  acceptsProfessionalReferral: boolean | null;
  acceptsPersonalBudget: boolean;
  acceptsDirectPayment: boolean;
  spaceNow: Space;
  spaceNowOn: string | null;
  keywords: string[];
  checkedOn: string | null;
  points: ListingPoint[] | null;
  areas: {key: string | null; name: string}[] | null;
  schedules: ScheduleRow[] | null;
  costs: ListingCost[] | null;
  languages: string[];
  access: string[];
  needs: {key: string; name: string}[] | null;
  terms: {taxonomy: string; key: string; name: string; also: string[]}[] | null;
  phone: string | null;
}

/** Reads these services as listings. What is missing or no longer active is simply not in the answer. */
export async function readListings(sql: ISql, ids: string[]): Promise<DirectoryListing[]> {
  const rows = await sql<ServiceRow[]>`
    select
      services.id, services.number, services.slug, services.name, organisations.name as organisation, services.kind,
      services.summary, services.description, services.delivery, services.minimum_age, services.maximum_age,
      services.accepts_self_referral, services.accepts_professional_referral,
      services.accepts_personal_budget, services.accepts_direct_payment,
      services.space_now, services.space_now_on, services.keywords, services.checked_on,
      (
        select jsonb_agg(jsonb_build_object(
          'latitude', locations.latitude, 'longitude', locations.longitude,
          'venue', locations.name, 'town', addresses.city, 'postcode', addresses.postal_code
        ) order by locations.name, locations.id)
        from services_at_locations at
        join locations on locations.id = at.location_id
        left join lateral (
          select city, postal_code from addresses where location_id = locations.id order by address_type, id limit 1
        ) addresses on true
        where at.service_id = services.id and locations.location_type = 'physical'
      ) as points,
      (
        select jsonb_agg(distinct jsonb_build_object(
          'key', service_areas.area_key, 'name', coalesce(areas.name, service_areas.name)
        ))
        from service_areas
        left join areas on areas.key = service_areas.area_key
        where service_areas.service_id = services.id
      ) as areas,
      (
        select jsonb_agg(jsonb_build_object(
          'freq', freq, 'interval', "interval", 'byday', byday, 'bymonthday', bymonthday, 'dtstart', dtstart,
          'opensAt', opens_at, 'closesAt', closes_at, 'notes', notes
        ) order by opens_at, id)
        from (
          -- Two ways in, an index each: as one condition with "or" every schedule there is would be read for every service.
          select * from schedules where service_id = services.id
          union all
          select schedules.*
          from services_at_locations at
          join schedules on schedules.service_at_location_id = at.id
          where at.service_id = services.id
        ) as schedules
        where coalesce(valid_to, until, 'infinity') >= current_date
      ) as schedules,
      (
        select jsonb_agg(jsonb_build_object('amount', amount, 'per', amount_description, 'for', option) order by amount, id)
        from cost_options
        where cost_options.service_id = services.id and coalesce(valid_to, 'infinity') >= current_date
      ) as costs,
      array(
        select distinct code from languages where languages.service_id = services.id and code is not null order by code
      ) as languages,
      array(
        select feature from accessibility
        where accessibility.service_id = services.id and feature is not null
        union
        select feature from services_at_locations at
        join accessibility on accessibility.location_id = at.location_id
        where at.service_id = services.id and feature is not null
        order by feature
      ) as access,
      (
        select jsonb_agg(jsonb_build_object('key', needs.key, 'name', needs.name) order by service_needs.rank)
        from service_needs
        join needs on needs.key = service_needs.need_key
        where service_needs.service_id = services.id
      ) as needs,
      (
        select jsonb_agg(jsonb_build_object(
          'taxonomy', taxonomies.key, 'key', terms.key, 'name', terms.name, 'also', terms.also
        ) order by attributes.rank, terms.name)
        from attributes
        join taxonomy_terms terms on terms.id = attributes.taxonomy_term_id
        join taxonomies on taxonomies.id = terms.taxonomy_id
        where attributes.link_type = 'service' and attributes.link_id = services.id
      ) as terms,
      (
        select number
        from (
          select id, number, service_id from phones where service_id = services.id
          union all
          select phones.id, phones.number, phones.service_id
          from services_at_locations at
          join phones on phones.service_at_location_id = at.id
          where at.service_id = services.id
        ) as phones
        order by service_id is null, id
        limit 1
      ) as phone
    from services
    left join organisations on organisations.id = services.organisation_id
    where services.id = any(${ids}::uuid[])
      and services.status in ('active', 'temporarily closed')
  `;
  return rows.map(listingFrom);
}

function listingFrom(row: ServiceRow): DirectoryListing {
  const terms = row.terms ?? [];
  const keysOf = (taxonomy: string) => terms.filter((term) => term.taxonomy === taxonomy).map((term) => term.key);
  const needs = row.needs ?? [];
  const areas = row.areas ?? [];
  const costs = row.costs ?? [];
  const points = (row.points ?? []).filter((point) => point.latitude !== null);
  // A library serves a borough and yet must be gone to: only what reaches people where they are covers an area.
  const reachesOut = points.length === 0 || row.delivery.some((how) => how !== 'in-person');
  const covered = reachesOut ? areas : [];
  const document: ListingDocument = {
    id: row.id,
    number: row.number,
    slug: row.slug,
    name: row.name,
    organisation: row.organisation,
    kind: row.kind,
    summary: row.summary ?? '',
    types: keysOf('service-types'),
    needs: needs.map((need) => need.key),
    points,
    covers: covered.flatMap((area) => (area.key ? [area.key] : [])),
    coversNames: covered.map((area) => area.name).filter(Boolean),
    how: row.delivery,
    times: (row.schedules ?? []).map(listingTime),
    cost: costs,
    isFree: costs.length > 0 && costs.every((cost) => cost.amount === 0),
    minimumAge: row.minimumAge,
    maximumAge: row.maximumAge,
    audiences: keysOf('audiences'),
    access: row.access,
    languages: row.languages,
    selfReferral: row.acceptsSelfReferral ?? false,
    professionalReferral: row.acceptsProfessionalReferral ?? false,
    personalBudget: row.acceptsPersonalBudget,
    directPayment: row.acceptsDirectPayment,
    space: row.spaceNow,
    spaceHeardOn: row.spaceNowOn,
    phone: row.phone,
    checkedOn: row.checkedOn,
  };
  return {
    document,
    words: {
      types: terms.filter((term) => term.taxonomy === 'service-types').map((term) => term.name),
      needs: needs.map((need) => need.name),
      keywords: row.keywords,
      audiences: terms.filter((term) => term.taxonomy === 'audiences').map((term) => term.name),
      description: (row.description ?? '').slice(0, 4000),
    },
  };
}

/** Every filter a listing answers to, as 'facet:value'. The one place that says what each filter means. */
export function tokensOf(listing: ListingDocument): string[] {
  const youngest = listing.minimumAge ?? 0;
  const oldest = listing.maximumAge ?? Infinity;
  return [
    ...listing.needs.map((need) => `need:${need}`),
    ...listing.types.map((type) => `type:${type}`),
    `kind:${listing.kind}`,
    ...listing.how.map((how) => `how:${how}`),
    ...timeTokens(listing.times),
    ...(listing.isFree ? ['cost:free'] : []),
    ...AGE_BANDS.filter((band) => youngest <= band.to && oldest >= band.from).map((band) => `age:${band.key}`),
    ...listing.audiences.map((audience) => `audience:${audience}`),
    ...listing.access.map((feature) => `access:${feature}`),
    ...listing.languages.map((language) => `language:${language}`),
    ...(listing.selfReferral ? ['joining:self'] : []),
    ...(listing.personalBudget ? ['joining:personal-budget'] : []),
    ...(listing.directPayment ? ['joining:direct-payment'] : []),
    ...(listing.space === 'open' || listing.space === 'limited' ? ['space:now'] : []),
  ];
}
