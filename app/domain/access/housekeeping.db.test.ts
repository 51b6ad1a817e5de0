import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {insertPartner, insertStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {clearAway} from './housekeeping.server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

test('what has run out goes, and what may still be of use stays', async () => {
  const {sql, web} = database;
  const {staffId, sessionId} = await insertStaff(sql, await insertPartner(sql));
  await sql`delete from sessions where id = ${sessionId}`;
  for (const days of [0, 100]) {
    const ago = `${days} days`;
    const hash = Buffer.from(randomUUID());
    await sql`
      insert into held_forms (token_hash, staff_id, path, fields, expires_at)
      values (${hash}, ${staffId}, '/x', '[]', now() + interval '1 hour' - ${ago}::interval)
    `;
    await sql`
      insert into submissions (id, staff_id, door, created_at) values (${randomUUID()}, ${staffId}, 'x', now() - ${ago}::interval)
    `;
    await sql`
      insert into sessions (token_hash, staff_id, stage, device, created_at)
      values (${hash}, ${staffId}, 'full', 'A test', now() - ${ago}::interval)
    `;
    await sql`
      insert into staff_links (token_hash, kind, staff_id, expires_at)
      values (${hash}, 'reset', ${staffId}, now() - ${ago}::interval)
    `;
    await sql`insert into sign_in_failures (key_hash, failures, since) values (${hash}, 1, now() - ${ago}::interval)`;
    await sql`
      insert into messages (channel, recipient, body, sent_at, next_try_at)
      values ('text', '07700900001', 'Hello', now() - ${ago}::interval, null)
    `;
  }
  expect(await clearAway(web)).toBe(6);
  for (const table of ['held_forms', 'submissions', 'sessions', 'staff_links', 'sign_in_failures', 'messages']) {
    expect(await sql`select 1 from ${sql(table)}`, table).toHaveLength(1);
  }
  expect(await clearAway(web)).toBe(0);
});

test('searches are kept for a year and a month, and go with what was opened from them', async () => {
  const {sql, web} = database;
  for (const months of [12, 14]) {
    const id = randomUUID();
    await sql`
      insert into search_log (id, searched_at, words, sort, result_count, engine)
      values (${id}, now() - make_interval(months => ${months}), 'yoga', 'best', 3, 'postgres')
    `;
    await sql`insert into search_opens (search_id, service_id) values (${id}, ${randomUUID()})`;
  }
  expect(await clearAway(web)).toBe(1);
  expect(await sql`select 1 from search_log`).toHaveLength(1);
  expect(await sql`select 1 from search_opens`).toHaveLength(1);
});
