import {afterAll, beforeAll, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {disciplines} from '../access/roles.ts';
import {PRIORITIES} from '../queues/priorities.ts';
import {ATTEMPTS} from '../second-level/call-back-choices.ts';
import {OUTCOMES} from '../second-level/handoff-choices.ts';
import {CALLER_KINDS, CHANNELS, DANGER, DOMAINS, EMERGENCY_SERVICES} from './call-choices.ts';
import {DISPOSITIONS} from './dispositions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

it.each([
  ['calls', 'channel', CHANNELS],
  ['calls', 'danger', DANGER],
  ['calls', 'caller_kind', CALLER_KINDS],
  ['calls', 'domain', DOMAINS],
  ['call_dispositions', 'kind', DISPOSITIONS],
  ['call_dispositions', 'emergency_service', EMERGENCY_SERVICES],
  ['handoffs', 'priority', PRIORITIES],
  ['handoffs', 'outcome', OUTCOMES],
  ['call_back_attempts', 'result', ATTEMPTS],
  ['queues', 'discipline', disciplines],
])('%s.%s: each is known to the database, and no other', async (table, column, choices) => {
  const checks = await database.sql<{says: string}[]>`
      select pg_get_constraintdef(pg_constraint.oid) as says
      from pg_constraint
      join pg_attribute on attrelid = conrelid and conkey = array[attnum]
      where contype = 'c' and conrelid = ${table}::regclass and attname = ${column}
    `;
  const known = checks.flatMap(({says}) => [...says.matchAll(/'([a-z0-9_]+)'::text/g)].map(([, key]) => key));
  expect(known.sort()).toEqual(Object.keys(choices).sort());
});
