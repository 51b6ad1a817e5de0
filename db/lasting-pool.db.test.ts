/** The pool of the web server when its database is killed, hangs, comes back, or closes a connection. */
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {faultyProxy, type FaultyProxy} from '../test/setup/faulty-proxy.ts';
import {connectLasting} from './lasting-pool.ts';
import {connect, type Sql} from './client.ts';

let database: TestDatabase;
let proxy: FaultyProxy;
let sql: Sql;
let turns: boolean[];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());
beforeEach(async () => {
  proxy = await faultyProxy(database.url);
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  turns = [];
  sql = connectLasting(String(url), {max: 4, patienceMs: 1000, onTurn: (isThere) => turns.push(isThere)});
  await sql`create table if not exists lasting (words text)`;
  await sql`delete from lasting`;
});
afterEach(async () => {
  await sql?.end({timeout: 0});
  await proxy?.close();
});

/** What it came to, and after how long. */
async function outcome(work: Promise<unknown>): Promise<{is: string; ms: number}> {
  const began = Date.now();
  const is = await Promise.race([
    work.then(
      () => 'answered',
      () => 'refused',
    ),
    sleep(15_000, 'waits', {ref: false}),
  ]);
  return {is, ms: Date.now() - began};
}
const ask = () => outcome(sql`select 1`);
const answers = async () => (await ask()).is;
/** A connection is closed by the database itself, as when an administrator or the system ends it. */
const endBackend = (pid: number) => database.sql`select pg_terminate_backend(${pid})`;

test.each(['stall', 'refuse'] as const)(
  'on a database that does %s whoever waits is told within seconds, and all goes on by itself',
  async (mode) => {
    const waiting = [
      outcome(sql`select pg_sleep(30)`),
      outcome(sql.begin((tx) => tx`select pg_sleep(30)`)),
      outcome(
        sql.begin(async (tx) => {
          await tx`insert into lasting values ('never')`;
          await sleep(10_000);
        }),
      ),
    ];
    await sleep(300);
    proxy.mode = mode;
    // Far more of them than there are connections.
    waiting.push(...Array.from({length: 30}, ask));
    for (const {is, ms} of await Promise.all(waiting)) {
      // Where the connections are closed, one of the questions may be refused before that is noticed, and others never sent.
      expect(is).toBe('refused');
      expect(ms).toBeLessThan(6000);
    }
    // Once it is known, nobody waits at all.
    await expect.poll(() => turns, {timeout: 6000}).toEqual([false]);
    const after = await ask();
    expect(after.is).toBe('refused');
    expect(after.ms).toBeLessThan(500);
    proxy.mode = 'pass';
    await expect.poll(answers, {timeout: 10_000}).toBe('answered');
    expect(turns).toEqual([false, true]);
    const many = await Promise.all(Array.from({length: 30}, ask));
    expect(new Set(many.map(({is}) => is))).toEqual(new Set(['answered']));
    expect(await database.sql`select from lasting`).toHaveLength(0);
  },
  40_000,
);

test('a database that takes its time is not gone while there is patience, as when a site starts', async () => {
  const told: boolean[] = [];
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  const starting = connectLasting(String(url), {
    max: 1,
    patienceMs: () => 4000,
    onTurn: (isThere) => told.push(isThere),
  });
  await starting`select 1`;
  proxy.mode = 'stall';
  // The other pool has less of it.
  await expect.poll(() => turns, {timeout: 4000}).toEqual([false]);
  expect(told).toEqual([]);
  await expect.poll(() => told, {timeout: 8000}).toEqual([false]);
  await starting.end({timeout: 0});
}, 30_000);

test('a connection that closes in the middle of a transaction ends neither the process nor the pool', async () => {
  const thrown: unknown[] = [];
  const note = (error: unknown) => void thrown.push(error);
  process.on('uncaughtException', note);
  try {
    for (let round = 0; round < 3; round++) {
      // Connections are replaced every two seconds at most.
      await sleep(2100);
      let pid = 0;
      const lost = outcome(
        sql.begin(async (tx) => {
          [{pid}] = await tx<[{pid: number}]>`select pg_backend_pid() as pid`;
          await tx`insert into lasting values ('lost')`;
          await tx`select pg_sleep(30)`;
        }),
      );
      await expect.poll(() => pid).toBeGreaterThan(0);
      await endBackend(pid);
      expect((await lost).is).toBe('refused');
      const many = await Promise.all(
        Array.from({length: 12}, () => outcome(sql.begin((tx) => tx`insert into lasting values ('kept')`))),
      );
      expect(many.filter(({is}) => is !== 'answered')).toEqual([]);
    }
  } finally {
    process.off('uncaughtException', note);
  }
  expect(thrown).toEqual([]);
  const rows = await database.sql<{words: string; count: number}[]>`
    select words, count(*)::integer as count from lasting group by words
  `;
  expect([...rows]).toEqual([{words: 'kept', count: 36}]);
  expect(turns).toEqual([]);
}, 60_000);

test('a connection that is lost as it opens, before its first answer, does not end the process', async () => {
  const thrown: unknown[] = [];
  const note = (error: unknown) => void thrown.push(error);
  const unopened = connect(database.url, {max: 1});
  process.on('unhandledRejection', note);
  try {
    // Whoever wants to know a type waits.
    await database.sql.begin(async (tx) => {
      await tx`lock table pg_type in access exclusive mode`;
      const lost = outcome(unopened`select ${['opens']}::text[] as words`);
      let pid: number | undefined;
      const waits = async () => {
        await tx`select pg_stat_clear_snapshot()`;
        [{pid}] = await tx<[{pid?: number}]>`
          select min(pid) as pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        `;
        return pid;
      };
      await expect.poll(waits).toBeGreaterThan(0);
      await tx`select pg_terminate_backend(${pid!})`;
      expect((await lost).is).toBe('refused');
    });
    await sleep(100);
  } finally {
    process.off('unhandledRejection', note);
    await unopened.end({timeout: 0});
  }
  expect(thrown).toEqual([]);
}, 30_000);

test('what is left of a transaction whose connection has gone is not done in another', async () => {
  let pid = 0;
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let last: Promise<unknown> = Promise.resolve();
  const lost = outcome(
    sql.begin(async (tx) => {
      [{pid}] = await tx<[{pid: number}]>`select pg_backend_pid() as pid`;
      await held;
      last = outcome((async () => tx`insert into lasting values ('of a dead transaction')`)());
      await last;
    }),
  );
  await expect.poll(() => pid).toBeGreaterThan(0);
  await endBackend(pid);
  expect((await lost).is).toBe('refused');
  // Other work has every connection again, that one's too.
  const others = Promise.all(Array.from({length: 8}, () => sql.begin((tx) => tx`select pg_sleep(0.3)`)));
  await sleep(100);
  goOn();
  await others;
  await expect.poll(() => last).toMatchObject({is: 'refused'});
  expect(await database.sql`select from lasting`).toHaveLength(0);
}, 30_000);

test('what was listened for is heard again when the database is back, and whoever listens is told so', async () => {
  const heard: string[] = [];
  let begun = 0;
  const {unlisten} = await sql.listen(
    'lasting',
    (words) => heard.push(words),
    () => begun++,
  );
  await database.sql`select pg_notify('lasting', 'one')`;
  await expect.poll(() => heard).toEqual(['one']);
  proxy.mode = 'stall';
  await expect.poll(() => turns, {timeout: 6000}).toEqual([false]);
  proxy.mode = 'pass';
  await expect.poll(() => begun, {timeout: 10_000}).toBeGreaterThan(1);
  await database.sql`select pg_notify('lasting', 'two')`;
  await expect.poll(() => heard).toContain('two');
  await unlisten();
}, 30_000);
