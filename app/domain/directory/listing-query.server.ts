import type {Fragment} from 'postgres';
import type {ISql} from '../../../db/client.ts';
import type {Listing, ListingPlace} from './listing-schema.ts';

export interface AddressRow {
  attention: string | null;
  line1: string;
  line2: string | null;
  city: string | null;
  region: string | null;
  county: string | null;
  postcode: string | null;
}
interface PlaceRow extends Omit<ListingPlace, 'address'> {
  addresses: AddressRow[];
}
type Own = 'places' | 'types' | 'audiences' | 'otherTerms' | 'updatedAt' | 'isTemporarilyClosed';
export interface ListingRow extends Omit<Listing, Own> {
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  updatedAt: Date;
  places: PlaceRow[];
  terms: {taxonomy: string; list: string; key: string; name: string}[];
}

/** One row with everything of one service, whatever its status. What is over (schedules, prices) is left out. */
export async function selectListing(sql: ISql, slug: string): Promise<ListingRow | undefined> {
  const [row] = await sql<ListingRow[]>`
    select
      services.id, services.number, services.slug, services.name, services.kind, services.status,
      services.summary, services.description, services.url, services.email, services.alert, services.accreditations,
      services.fees_description, services.minimum_age, services.maximum_age, services.delivery,
      services.how_to_join, services.accepts_self_referral, services.accepts_professional_referral,
      services.accepts_personal_budget, services.accepts_direct_payment,
      services.space_now as space, services.space_now_on as space_heard_on, services.space_note, services.schedule_note, services.open_on_bank_holidays,
      services.checked_on, services.checked_by, services.updated_at,
      (
        select jsonb_build_object(
          'name', organisations.name, 'description', organisations.description,
          'email', organisations.email, 'website', organisations.website,
          'identifiers', ${list(sql`
            select identifier_type as "type", identifier
            from organisation_identifiers
            where organisation_id = organisations.id
            order by identifier_type, identifier
          `)},
          'phones', ${list(phones(sql, sql`phones.organisation_id = organisations.id and phones.service_id is null`))}
        )
        from organisations
        where organisations.id = services.organisation_id
      ) as organisation,
      (
        select jsonb_build_object('name', name, 'licence', licence, 'url', url, 'isDemonstration', key = 'demonstration')
        from feeds
        where feeds.id = services.feed_id
      ) as source,
      ${list(sql`
        select
          locations.id, locations.name, coalesce(at.description, locations.description) as description,
          locations.location_type = 'virtual' as "isVirtual", locations.latitude, locations.longitude,
          ${list(sql`
            select attention, address_1 as line1, address_2 as line2, city, region, state_province as county, postal_code as postcode
            from addresses
            where location_id = locations.id
            order by address_type, id
          `)} as addresses,
          ${list(access(sql, sql`accessibility.location_id = locations.id`))} as access,
          ${list(phones(sql, sql`phones.location_id = locations.id or phones.service_at_location_id = at.id`))} as phones
        from services_at_locations at
        join locations on locations.id = at.location_id
        where at.service_id = services.id and locations.location_type <> 'postal'
        order by locations.name, locations.id
      `)} as places,
      ${list(sql`
        select
          schedules.id, freq, "interval", byday, bymonthday, dtstart, until, valid_from, valid_to,
          to_char(opens_at, 'HH24:MI') as opens_at, to_char(closes_at, 'HH24:MI') as closes_at,
          at.location_id as place_id, schedules.description, schedules.notes, schedule_link as link
        from schedules
        left join services_at_locations at on at.id = schedules.service_at_location_id
        where schedules.id in (${ownIds('schedules')})
          and coalesce(least(valid_to, until), 'infinity') >= current_date
        order by opens_at, closes_at, schedules.id
      `)} as schedules,
      ${list(sql`
        select amount, currency, amount_description as description, "option", valid_from, valid_to
        from cost_options
        where service_id = services.id and coalesce(valid_to, 'infinity') >= current_date
        order by amount desc nulls last, id
      `)} as costs,
      ${list(phones(sql, sql`phones.service_id = services.id and phones.contact_id is null`))} as phones,
      ${list(sql`
        select
          contacts.name, contacts.title, contacts.department, contacts.email,
          ${list(phones(sql, sql`phones.contact_id = contacts.id`))} as phones
        from contacts
        where contacts.id in (${ownIds('contacts')})
        order by contacts.name, contacts.id
      `)} as contacts,
      ${list(sql`
        select
          min(languages.code) as code, coalesce(terms.name, languages.name, languages.code) as name,
          max(languages.note) as note
        from languages
        left join taxonomies on taxonomies.key = 'languages'
        left join taxonomy_terms terms on terms.taxonomy_id = taxonomies.id and terms.key = languages.code
        where languages.service_id = services.id and coalesce(terms.name, languages.name, languages.code) is not null
        group by coalesce(terms.name, languages.name, languages.code)
        order by name
      `)} as languages,
      ${list(access(sql, sql`accessibility.service_id = services.id`))} as access,
      array(
        select distinct coalesce(areas.name, service_areas.name, service_areas.extent)
        from service_areas
        left join areas on areas.key = service_areas.area_key
        where service_areas.service_id = services.id
          and coalesce(areas.name, service_areas.name, service_areas.extent) is not null
        order by 1
      ) as areas,
      array(select distinct source from funding where funding.service_id = services.id order by source) as funding,
      ${list(sql`
        select needs.key, needs.name
        from service_needs
        join needs on needs.key = service_needs.need_key
        where service_needs.service_id = services.id
        order by service_needs.rank, needs.name
      `)} as needs,
      ${list(sql`
        select taxonomies.key as taxonomy, taxonomies.name as list, terms.key, terms.name
        from attributes
        join taxonomy_terms terms on terms.id = attributes.taxonomy_term_id
        join taxonomies on taxonomies.id = terms.taxonomy_id
        where attributes.link_type = 'service' and attributes.link_id = services.id
        order by attributes.rank, terms.name
      `)} as terms
    from services
    where services.slug = ${slug}
  `;
  return row;

  /** Rows of the service itself, and of it at one of its places. One condition for both would read the whole table. */
  function ownIds(table: 'schedules' | 'contacts') {
    return sql`
      select own.id from ${sql(table)} own where own.service_id = services.id
      union all
      select own.id
      from services_at_locations at
      join ${sql(table)} own on own.service_at_location_id = at.id
      where at.service_id = services.id
    `;
  }

  /** The rows of a query as one JSON list, empty rather than null. */
  function list(query: Fragment) {
    return sql`(select coalesce(jsonb_agg(to_jsonb(item)), '[]') from (${query}) as item)`;
  }
}

function phones(sql: ISql, whose: Fragment) {
  return sql`
    select
      number, extension, type, description,
      array(
        select coalesce(name, code) from languages where languages.phone_id = phones.id and coalesce(name, code) is not null order by 1
      ) as languages
    from phones
    where ${whose}
    order by phones.id
  `;
}

/** The words of the access list where the feature is known, else the publisher's own. */
function access(sql: ISql, whose: Fragment) {
  return sql`
    select
      terms.key,
      coalesce(terms.name, accessibility.description, accessibility.details, accessibility.feature) as name,
      case when terms.name is null and accessibility.description is null then null
        when terms.name is null then accessibility.details
        else coalesce(accessibility.description, accessibility.details) end as details,
      accessibility.url
    from accessibility
    left join taxonomies on taxonomies.key = 'access'
    left join taxonomy_terms terms on terms.taxonomy_id = taxonomies.id and terms.key = accessibility.feature
    where (${whose})
      and coalesce(terms.name, accessibility.description, accessibility.details, accessibility.feature) is not null
    order by (terms.key is null), 2
  `;
}
