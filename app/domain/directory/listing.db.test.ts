import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getListing} from './listing.server.ts';

describe('a listing from the directory', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({demo: true});
  });
  afterAll(() => database.drop());

  async function found(slug: string) {
    const answer = await getListing(database.sql, slug);
    if (!answer.ok) throw new Error(`${slug} is ${answer.reason}`);
    return answer.listing;
  }

  it('has what the demonstration says of it', async () => {
    const listing = await found('heathway-talking-therapies');
    expect(listing).toMatchObject({
      name: 'Heathway Talking Therapies',
      organisation: {name: 'Heathway Health Partnership'},
      areas: ['Bracknell Forest', 'Windsor and Maidenhead', 'Wokingham'],
      funding: ['NHS'],
      phones: [{number: '0808 157 0001', extension: null}],
      source: {isDemonstration: true},
      isTemporarilyClosed: false,
    });
    expect(listing.places[0]).toMatchObject({
      name: 'Skimped Hill Health Centre',
      address: {lines: ['Skimped Hill Lane', 'Bracknell', 'RG12 1LH'], postcode: 'RG12 1LH'},
    });
    expect(listing.places[0]?.access).toContainEqual({
      key: 'step-free',
      name: 'Step-free entrance',
      details: null,
      url: null,
    });
    expect(listing.schedules.map(({byday, opensAt, closesAt}) => `${byday} ${opensAt} ${closesAt}`).sort()).toEqual([
      'FR 08:00 17:00',
      'MO,TU,WE,TH 08:00 20:00',
    ]);
    expect(listing.languages.map(({name}) => name)).toContain('Nepali');
    expect(listing.needs[0]).toEqual({key: 'low-mood', name: 'Feeling low'});
  });

  it('can be nothing but a name', async () => {
    await database.sql`insert into services (slug, name) values ('only-a-name', 'Only a name')`;
    const listing = await found('only-a-name');
    expect(listing).toMatchObject({
      name: 'Only a name',
      organisation: null,
      source: null,
      places: [],
      schedules: [],
      costs: [],
      phones: [],
      contacts: [],
      languages: [],
      access: [],
      areas: [],
      otherTerms: [],
    });
  });

  it('keeps what belongs to one place, one contact or one phone where it belongs', async () => {
    const {sql} = database;
    await sql`insert into services (id, slug, name) values ('aaaaaaaa-0000-4000-8000-000000000001', 'two-places', 'Two places')`;
    const [service] = await sql<{id: string}[]>`select id from services where slug = 'two-places'`;
    const [hall] = await sql<
      {id: string}[]
    >`insert into locations (name, latitude, longitude) values ('Hall', 51.4, -0.7) returning id`;
    const [barn] = await sql<{id: string}[]>`insert into locations (name) values ('Barn') returning id`;
    const [atHall] = await sql<{id: string}[]>`
      insert into services_at_locations (service_id, location_id, description) values (${service!.id}, ${hall!.id}, 'Upstairs') returning id`;
    await sql`insert into services_at_locations (service_id, location_id) values (${service!.id}, ${barn!.id})`;
    await sql`insert into addresses (location_id, address_1, city, region, postal_code) values (${hall!.id}, 'Bracknell', 'BRACKNELL', 'Berkshire', 'RG12 1AA')`;
    await sql`insert into schedules (service_at_location_id, byday, opens_at, closes_at) values (${atHall!.id}, 'MO', '20:00', '24:00')`;
    await sql`insert into schedules (service_id, byday, valid_to) values (${service!.id}, 'TU', '2020-01-01')`;
    await sql`insert into phones (location_id, number) values (${hall!.id}, '01632 960001')`;
    const [contact] = await sql<
      {id: string}[]
    >`insert into contacts (service_id, name) values (${service!.id}, 'Sam') returning id`;
    const [phone] = await sql<{id: string}[]>`
      insert into phones (service_id, contact_id, number, extension) values (${service!.id}, ${contact!.id}, '01632 960002', '12') returning id`;
    await sql`insert into languages (phone_id, name) values (${phone!.id}, 'Nepali')`;
    await sql`insert into accessibility (location_id, feature, description) values (${barn!.id}, null, 'Ring the bell')`;
    await sql`insert into cost_options (service_id, amount, valid_to) values (${service!.id}, 3, '2020-01-01'), (${service!.id}, 4.5, null)`;

    const listing = await found('two-places');
    expect(listing.places).toMatchObject([
      {name: 'Barn', address: null, access: [{key: null, name: 'Ring the bell', details: null}]},
      {
        name: 'Hall',
        description: 'Upstairs',
        address: {lines: ['Bracknell', 'Berkshire', 'RG12 1AA']},
        phones: [{number: '01632 960001'}],
      },
    ]);
    expect(listing.schedules).toMatchObject([{byday: 'MO', opensAt: '20:00', closesAt: '24:00', placeId: hall!.id}]);
    expect(listing.phones).toEqual([]);
    expect(listing.contacts).toMatchObject([
      {name: 'Sam', phones: [{number: '01632 960002', extension: '12', languages: ['Nepali']}]},
    ]);
    expect(listing.costs).toMatchObject([{amount: 4.5}]);
  });

  it('is gone when it has stopped, and also when it was deleted', async () => {
    const {sql} = database;
    await sql`insert into services (slug, name, status) values ('stopped', 'Stopped', 'defunct')`;
    expect(await getListing(sql, 'stopped')).toEqual({ok: false, reason: 'gone', name: 'Stopped'});
    await sql`
      insert into listings (service_id, number, is_listed, slug, name, document, document_hash, tokens, latitudes, longitudes, words)
      values (gen_random_uuid(), 999999, false, 'deleted', 'Deleted', '{}', '', '{}', '{}', '{}', '')
    `;
    expect(await getListing(sql, 'deleted')).toEqual({ok: false, reason: 'gone', name: 'Deleted'});
    expect(await getListing(sql, 'never-was')).toEqual({ok: false, reason: 'missing'});
  });
});
