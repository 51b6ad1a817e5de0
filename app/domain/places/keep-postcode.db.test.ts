import {createServer, type Server} from 'node:http';
import {type AddressInfo} from 'node:net';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {loadPlaces} from '../../../db/seed/load-places.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {findPlace} from './find-place.server.ts';

let database: TestDatabase;
let server: Server;
let postcodesUrl: string;
let asked: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await loadPlaces(database.sql, path.join(import.meta.dirname, '../../../db/seed/bracknell-forest'));
  server = createServer((request, response) => {
    const postcode = decodeURIComponent(request.url!.split('/').at(-1)!);
    asked.push(postcode);
    if (!postcode.startsWith('RG12')) return response.writeHead(404).end('{"status":404}');
    const result = {postcode, latitude: 51.4201, longitude: -0.7402, codes: {admin_district: 'E06000036'}};
    return response.end(JSON.stringify({status: 200, result}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  postcodesUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await database.drop();
});

it('asks the service about a postcode we do not hold, once, and keeps what it says', async () => {
  asked = [];
  for (let time = 0; time < 2; time++) {
    expect(await findPlace(database.sql, 'rg12 1zz', {postcodesUrl})).toMatchObject({
      ok: true,
      place: {
        label: 'RG12 1ZZ, Bracknell',
        latitude: expect.closeTo(51.4201, 3) as number,
        precision: 'postcode',
        areas: ['bracknell-forest', 'berkshire', 'england', 'uk'],
      },
    });
  }
  expect(asked).toEqual(['RG12 1ZZ']);
  expect(await database.sql`select source, district_gss from postcodes where postcode = 'RG12 1ZZ'`).toEqual([
    {source: 'service', districtGss: 'E06000036'},
  ]);
});

it('does not ask about what we hold, nor about part of a postcode, nor when no service is set', async () => {
  asked = [];
  await findPlace(database.sql, 'RG12 1JX', {postcodesUrl});
  await findPlace(database.sql, 'RG12 2', {postcodesUrl});
  await findPlace(database.sql, 'RG12', {postcodesUrl});
  await findPlace(database.sql, 'RG12 2ZZ');
  await findPlace(database.sql, 'RG12 2ZZ', {postcodesUrl: null});
  expect(asked).toEqual([]);
});

it('falls back to the outcode when the service does not know either', async () => {
  expect(await findPlace(database.sql, 'RG7 1AB', {postcodesUrl})).toMatchObject({
    ok: true,
    place: {label: 'RG7 (Burghfield)', precision: 'outcode'},
  });
});
