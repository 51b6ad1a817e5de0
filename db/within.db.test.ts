import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {connect, type ISql, type Sql} from './client.ts';
import {keepAfterwards, within} from './within.ts';

let database: TestDatabase;
/** A connection for which commits wait for the disk, as in production; the engines of a test run do not. */
let durable: Sql;
beforeAll(async () => {
  database = await testDatabase();
  const name = new URL(database.url).pathname.slice(1);
  await database.sql`alter database ${database.sql(name)} set synchronous_commit = on`;
  await database.sql`create table notes (id bigint generated always as identity, words text)`;
  durable = connect(database.url, {max: 4});
});
afterAll(async () => {
  await durable?.end();
  await database?.drop();
});

/** Writes a row and gives the place in the log behind it. */
async function writeNote(tx: ISql): Promise<string> {
  await tx`insert into notes (words) values ('kept')`;
  const [row] = await tx<[{place: string}]>`select pg_current_wal_insert_lsn() as place`;
  return row.place;
}

async function isOnDisk(place: string): Promise<boolean> {
  const [row] = await durable<[{is: boolean}]>`select pg_current_wal_flush_lsn() >= ${place}::pg_lsn as is`;
  return row.is;
}

describe('a transaction that is kept afterwards', () => {
  it('is on the disk when within returns, every time', async () => {
    for (let turn = 0; turn < 30; turn++) {
      const place = await within(durable, {purpose: 'record'}, async (tx) => {
        await keepAfterwards(tx);
        return writeNote(tx);
      });
      expect(await isOnDisk(place)).toBe(true);
    }
  });

  it('does not wait at its own commit, and leaves the next transaction of the connection as it was', async () => {
    const setting = async (tx: ISql) =>
      (await tx<[{is: string}]>`select current_setting('synchronous_commit') as is`)[0].is;
    const one = connect(database.url, {max: 1});
    const during = await within(one, {purpose: 'record'}, async (tx) => {
      await keepAfterwards(tx);
      return setting(tx);
    });
    expect([during, await setting(one)]).toEqual(['off', 'on']);
    await one.end();
  });

  it('outside within waits by itself, as there is nobody who would wait after it', async () => {
    const during = await durable.begin(async (tx) => {
      await keepAfterwards(tx);
      return tx`select current_setting('synchronous_commit') as is`;
    });
    expect(during[0]).toEqual({is: 'on'});
  });
});
