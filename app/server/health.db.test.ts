import express from 'express';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createSearch} from '../../search/create-search.ts';
import type {SearchService} from '../../search/service.ts';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {healthRoutes} from './health.ts';

let database: TestDatabase;
let search: SearchService;
let server: ReturnType<express.Express['listen']>;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  search = await createSearch({sql: database.sql, engine: null, log: {info() {}, warn() {}}, withSync: false});
  server = express()
    .use('/health', healthRoutes({sql: database.sql, search}))
    .listen(0);
  await once(server, 'listening');
});
afterAll(async () => {
  server?.close();
  await search?.close();
  await database?.drop();
});

const ready = async () => {
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/health/ready`);
  return {status: answer.status, said: (await answer.json()) as object};
};

test('an index that has taken nothing in for minutes is degraded, and the site goes on serving', async () => {
  await database.sql`delete from search_outbox`;
  expect(await ready()).toMatchObject({status: 200, said: {status: 'up'}});
  await database.sql`select queue_listings(array(select id from services limit 2))`;
  expect(await ready()).toMatchObject({status: 200, said: {status: 'up', waitingForIndex: 2}});
  await database.sql`update search_outbox set queued_at = now() - interval '3 minutes'`;
  expect(await ready()).toMatchObject({
    status: 200,
    said: {status: 'degraded', waitingForIndex: 2, indexLagSeconds: 180},
  });
});
