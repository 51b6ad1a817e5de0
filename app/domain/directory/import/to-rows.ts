import {uuidFrom} from '../../../../db/uuid.ts';
import type {
  ImportedAccess,
  ImportedLocation,
  ImportedOrganisation,
  ImportedPhone,
  ImportedService,
  Reachable,
} from './imported-service.ts';
import {matchArea} from './match-area.ts';
import {recognise, recogniseAccess} from './recognise.ts';
import {canonical} from './record-id.ts';
import {rowCollector, type Collector} from './row-collector.ts';
import type {Row, Rows} from './table-columns.ts';
import {addAttribute, addTerms} from './term-rows.ts';
import type {ImportVocabulary} from './vocabulary.server.ts';

/** Something with an id of its own and the rows that hang on it. */
interface Bundle {
  id: string;
  rows: Rows;
}

export interface LocationBundle extends Bundle {
  /** For finding its position when the feed gives none. */
  postcode: string | null;
}

export interface ServiceRows extends Bundle {
  organisation: Bundle | null;
  locations: LocationBundle[];
  /** For telling two services of one name apart in their address. */
  town: string | null;
}

interface FeedKey {
  id: string;
  key: string;
}

/**
 * The rows of one service. Ids are made from the feed and the source's own ids, and those of smaller parts from their
 * content, so that the same record gives the same rows each time and an unchanged part keeps its row.
 */
export function toRows(service: ImportedService, feed: FeedKey, vocabulary: ImportVocabulary): ServiceRows {
  const id = serviceIdFor(feed, service.sourceId);
  const organisation = service.organisation && organisationBundle(service.organisation, feed);
  const locations = service.places.map(({location}) => locationBundle(location, feed, vocabulary));
  const known = recognise(service, vocabulary);
  const collect = rowCollector();
  collect.add('services', {
    id,
    feed_id: feed.id,
    organisation_id: organisation?.id ?? null,
    ...serviceColumns(service),
    kind: known.kind,
    delivery: known.delivery,
  });

  const [onlyPlace] = service.places.length === 1 ? service.places : [];
  // With one place, what holds there holds for the service: search and cards look there first.
  addReachable(collect, {service_id: id}, onlyPlace ? joined(service, onlyPlace) : service);
  service.places.forEach((place, index) => {
    const locationId = locations[index]!.id;
    const atId = uuidFrom(`at:${locationId}`, id);
    collect.add('services_at_locations', {
      id: atId,
      service_id: id,
      location_id: locationId,
      description: place.description,
    });
    if (!onlyPlace) addReachable(collect, {service_at_location_id: atId}, place);
  });

  for (const language of service.languages) collect.part('languages', id, {service_id: id, ...language});
  for (const cost of service.costs) collect.part('cost_options', id, {service_id: id, ...cost});
  for (const source of service.funding) collect.part('funding', id, {service_id: id, source});
  for (const area of service.areas) {
    collect.part('service_areas', id, {service_id: id, area_key: matchArea(area, vocabulary.areas), ...area});
  }
  const features = service.terms.flatMap((term) => vocabulary.access.exactly(term.name));
  addAccess(
    collect,
    {service_id: id},
    service.accessibility,
    vocabulary,
    features.map((feature) => feature.key),
  );

  addTerms(collect, service.terms, 'service', id, feed);
  for (const terms of [known.types, known.audiences]) {
    terms.forEach((term, index) => addAttribute(collect, 'service', id, term.id, index + 1));
  }
  known.needs.forEach(({key, source}, index) =>
    collect.add('service_needs', {service_id: id, need_key: key, rank: index + 1, source}),
  );
  const town = service.places.flatMap(({location}) => location.addresses).find((address) => address.city)?.city ?? null;
  return {id, rows: collect.rows, organisation, locations, town};
}

const serviceIdFor = (feed: FeedKey, sourceId: string) => uuidFrom(`service:${sourceId}`, feed.id);
const organisationIdFor = (feed: FeedKey, sourceId: string) => uuidFrom(`organisation:${sourceId}`, feed.id);

function serviceColumns(service: ImportedService): Row {
  return {
    name: service.name,
    status: service.status,
    summary: service.summary,
    description: service.description,
    url: service.url,
    email: service.email,
    alert: service.alert,
    accreditations: service.accreditations,
    fees_description: service.feesDescription,
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    how_to_join: service.howToJoin,
    accepts_self_referral: service.acceptsSelfReferral,
    accepts_professional_referral: service.acceptsProfessionalReferral,
    accepts_personal_budget: service.acceptsPersonalBudget,
    accepts_direct_payment: service.acceptsDirectPayment,
    space: service.space,
    space_note: service.spaceNote,
    schedule_note: service.scheduleNote,
    open_on_bank_holidays: service.openOnBankHolidays,
    keywords: service.keywords,
    assured_date: service.assuredDate,
    assurer_email: service.assurerEmail,
    checked_on: service.checkedOn,
    checked_by: service.checkedBy,
    last_modified: service.lastModified,
  };
}

function organisationBundle(organisation: ImportedOrganisation, feed: FeedKey): Bundle {
  const {identifiers, phones, contacts, terms, sourceId, parentSourceId, legalStatus, yearIncorporated, ...own} =
    organisation;
  const id = organisationIdFor(feed, sourceId ?? `name:${organisation.name.toLowerCase()}`);
  const collect = rowCollector();
  collect.add('organisations', {
    id,
    feed_id: feed.id,
    ...own,
    parent_organisation_id: parentSourceId && organisationIdFor(feed, parentSourceId),
    legal_status: legalStatus,
    year_incorporated: yearIncorporated,
  });
  for (const given of identifiers) {
    // One number of one kind is one row, whatever scheme it is said to be of.
    const identifierId = uuidFrom(`identifier:${canonical([given.identifier_type, given.identifier])}`, id);
    collect.add('organisation_identifiers', {id: identifierId, organisation_id: id, ...given});
  }
  addReachable(collect, {organisation_id: id}, {schedules: [], phones, contacts});
  addTerms(collect, terms, 'organisation', id, feed);
  return {id, rows: collect.rows};
}

function locationBundle(location: ImportedLocation, feed: FeedKey, vocabulary: ImportVocabulary): LocationBundle {
  const {name, description, latitude, longitude, addresses} = location;
  const content = canonical({name, latitude, longitude, addresses});
  const id = uuidFrom(location.sourceId ? `location:${location.sourceId}` : `location of ${content}`, feed.id);
  const collect = rowCollector();
  collect.add('locations', {
    id,
    feed_id: feed.id,
    name,
    description,
    location_type: location.locationType,
    latitude,
    longitude,
    external_identifier: location.externalIdentifier,
    external_identifier_type: location.externalIdentifierType,
  });
  for (const address of addresses) collect.part('addresses', id, {location_id: id, ...address});
  addReachable(collect, {location_id: id}, location);
  addAccess(collect, {location_id: id}, location.accessibility, vocabulary, []);
  addTerms(collect, location.terms, 'location', id, feed);
  const placed = addresses.find((address) => address.postal_code && address.address_type === 'physical');
  return {id, rows: collect.rows, postcode: (placed ?? addresses[0])?.postal_code ?? null};
}

type Owner = Record<string, string>;

function addReachable(collect: Collector, owner: Owner, {schedules, phones, contacts}: Reachable) {
  const ownerId = Object.values(owner)[0]!;
  if (!('organisation_id' in owner))
    for (const schedule of schedules) collect.part('schedules', ownerId, {...owner, ...schedule});
  for (const phone of phones) addPhone(collect, owner, phone);
  for (const {phones: own, ...contact} of contacts) {
    const contactId = collect.part('contacts', ownerId, {...owner, ...contact});
    // The number belongs to the service too, so that a card can show it.
    for (const phone of own) addPhone(collect, {...owner, contact_id: contactId}, phone);
  }
}

function addPhone(collect: Collector, owner: Owner, {languages, ...phone}: ImportedPhone) {
  const row = {...owner, ...phone};
  const id = collect.part('phones', Object.values(owner)[0]!, row, languages.length > 0 ? {languages} : {});
  for (const language of languages) collect.part('languages', id, {phone_id: id, ...language});
}

const joined = (service: Reachable, place: Reachable): Reachable => ({
  schedules: [...service.schedules, ...place.schedules],
  phones: [...service.phones, ...place.phones],
  contacts: [...service.contacts, ...place.contacts],
});

/** One row for each feature that a text names; the text itself stands in the first of them. */
function addAccess(
  collect: Collector,
  owner: Owner,
  access: ImportedAccess[],
  vocabulary: ImportVocabulary,
  more: string[],
) {
  const ownerId = Object.values(owner)[0]!;
  const nothing = {description: null, details: null, url: null};
  for (const entry of access) {
    const text = [entry.description, entry.details].filter(Boolean).join('. ');
    const [first = null, ...others] = recogniseAccess(text, vocabulary.access).map((term) => term.key);
    collect.part('accessibility', ownerId, {...owner, feature: first, ...entry});
    for (const feature of others) collect.part('accessibility', ownerId, {...owner, feature, ...nothing});
  }
  for (const feature of more) collect.part('accessibility', ownerId, {...owner, feature, ...nothing});
}
