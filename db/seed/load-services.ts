import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {ISql} from '../client.ts';
import {slugFrom} from '../slug.ts';
import {uuidFrom} from '../uuid.ts';
import {taxonomyTermId} from './load-vocabulary.ts';
import {readSeed} from './read-seed.ts';
import {OrganisationSeed, ServiceSeed, VenueSeed} from './seed-schema.ts';

type Row = Record<string, unknown>;

/**
 * Loads the demonstration's venues, organisations and services from a folder of YAML. Ids are made from names, so a listing keeps its address from
 * one fresh start to the next. `today` ('YYYY-MM-DD') is what `days_ago` counts back from. Returns how many services there are.
 */
export async function loadServices(sql: ISql, folder: string, today: string): Promise<number> {
  const venues = await readSeed(path.join(folder, 'venues.yaml'), VenueSeed);
  const described = await readSeed(path.join(folder, 'organisations.yaml'), OrganisationSeed).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = (await readdir(path.join(folder, 'services'))).filter((name) => name.endsWith('.yaml')).sort();
  const services = (
    await Promise.all(files.map((name) => readSeed(path.join(folder, 'services', name), ServiceSeed)))
  ).flat();

  const feedId = uuidFrom('feed:demonstration');
  await sql`
    insert into feeds (id, key, name, licence)
    values (${feedId}, 'demonstration', 'Demonstration services (all made up)', 'MIT')
    on conflict do nothing
  `;

  const locationId = (key: string) => uuidFrom(`venue:${key}`);
  await insert(
    sql,
    'locations',
    venues.map((venue) => ({
      id: locationId(venue.key),
      feedId,
      name: venue.name,
      latitude: venue.lat,
      longitude: venue.lng,
    })),
  );
  await insert(
    sql,
    'addresses',
    venues.map((venue) => ({
      locationId: locationId(venue.key),
      address_1: venue.address,
      city: venue.town,
      postalCode: venue.postcode,
      country: 'GB',
    })),
  );
  await insert(
    sql,
    'accessibility',
    venues.flatMap((venue) => [
      ...venue.access.map((feature) => ({locationId: locationId(venue.key), feature, description: null})),
      ...(venue.access_note
        ? [{locationId: locationId(venue.key), feature: null, description: venue.access_note}]
        : []),
    ]),
  );

  const organisationId = (name: string) => uuidFrom(`organisation:${slugFrom(name)}`);
  const byName = new Map(described.map((organisation) => [organisation.name, organisation]));
  await insert(
    sql,
    'organisations',
    [...new Set(services.map((service) => service.organisation))].map((name) => ({
      id: organisationId(name),
      feedId,
      name,
      description: byName.get(name)?.description ?? null,
      website: byName.get(name)?.website ?? null,
      email: byName.get(name)?.email ?? null,
    })),
  );

  await insert(
    sql,
    'services',
    services.map((service) => serviceRow(service, feedId, organisationId(service.organisation), today)),
  );
  const children = (make: (service: ServiceSeed, serviceId: string) => Row[]) =>
    services.flatMap((service) => make(service, serviceIdOf(service)));

  await insert(
    sql,
    'services_at_locations',
    children((service, serviceId) => service.where.map((venue) => ({serviceId, locationId: locationId(venue)}))),
  );
  await insert(
    sql,
    'service_areas',
    children((service, serviceId) => service.covers.map((areaKey) => ({serviceId, areaKey}))),
  );
  await insert(
    sql,
    'schedules',
    children((service, serviceId) =>
      service.when.map((time) => ({
        serviceId,
        freq: time.weeks ? 'MONTHLY' : 'WEEKLY',
        interval: time.every ?? 1,
        byday: time.weeks
          ? time.weeks.flatMap((week) => time.days.map((day) => `${week}${day}`)).join(',')
          : time.days.join(','),
        // A Monday well in the past gives 'every second week' something to count from.
        dtstart: '2026-01-05',
        opensAt: time.from ?? null,
        closesAt: time.to ?? null,
        notes: time.note ?? null,
      })),
    ),
  );
  await insert(
    sql,
    'cost_options',
    children((service, serviceId) =>
      service.cost.map((cost) => ({
        serviceId,
        amount: cost.amount ?? null,
        amountDescription: [cost.per && `per ${cost.per}`, cost.note].filter(Boolean).join(', ') || null,
        option: cost.for ?? null,
      })),
    ),
  );
  await insert(
    sql,
    'languages',
    children((service, serviceId) => service.languages.map((code) => ({serviceId, code}))),
  );
  await insert(
    sql,
    'accessibility',
    children((service, serviceId) => service.access.map((feature) => ({serviceId, feature}))),
  );
  await insert(
    sql,
    'phones',
    children((service, serviceId) => (service.phone ? [{serviceId, number: service.phone}] : [])),
  );
  await insert(
    sql,
    'contacts',
    children((service, serviceId) => {
      if (!service.contact) return [];
      const [name, ...title] = service.contact.split(', ');
      return [{serviceId, name, title: title.join(', ') || null}];
    }),
  );
  await insert(
    sql,
    'funding',
    children((service, serviceId) => (service.funding ? [{serviceId, source: service.funding}] : [])),
  );
  await insert(
    sql,
    'service_needs',
    children((service, serviceId) => service.needs.map((needKey, index) => ({serviceId, needKey, rank: index + 1}))),
  );
  await insert(
    sql,
    'attributes',
    children((service, linkId) => [
      ...service.types.map((type, index) => attribute('service-types', type, linkId, index + 1)),
      ...service.audiences.map((audience, index) => attribute('audiences', audience, linkId, index + 1)),
    ]),
  );
  return services.length;
}

const serviceIdOf = (service: ServiceSeed) => uuidFrom(`service:${slugFrom(service.name)}`);

const attribute = (taxonomy: string, key: string, linkId: string, rank: number) => ({
  linkType: 'service',
  linkId,
  taxonomyTermId: taxonomyTermId(taxonomy, key),
  rank,
});

function serviceRow(service: ServiceSeed, feedId: string, organisationId: string, today: string): Row {
  const checkedOn = service.checked
    ? new Date(Date.parse(today) - service.checked.days_ago * 86_400_000).toISOString().slice(0, 10)
    : null;
  return {
    id: serviceIdOf(service),
    feedId,
    organisationId,
    slug: slugFrom(service.name),
    name: service.name,
    kind: service.kind,
    summary: service.summary,
    description: service.description.trim(),
    url: service.website ?? null,
    email: service.email ?? null,
    minimumAge: service.ages?.[0] ?? null,
    maximumAge: service.ages?.[1] ?? null,
    delivery: service.how,
    howToJoin: service.join.how ?? null,
    acceptsSelfReferral: service.join.self ?? null,
    acceptsProfessionalReferral: service.join.professional ?? null,
    acceptsPersonalBudget: service.personal_budget,
    acceptsDirectPayment: service.direct_payment,
    space: service.space,
    spaceNote: service.space_note ?? null,
    scheduleNote: service.when_note ?? null,
    openOnBankHolidays: service.bank_holidays === 'open',
    keywords: service.also,
    checkedOn,
    checkedBy: service.checked?.by ?? null,
    lastModified: checkedOn,
  };
}

/** Many rows at once, in slices that stay under PostgreSQL's 65,534 parameters a statement. */
async function insert(sql: ISql, table: string, rows: Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    await sql`insert into ${sql(table)} ${sql(rows.slice(start, start + 1000))}`;
  }
}
