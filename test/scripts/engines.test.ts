import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {readConfig} from '../../app/config.server.ts';
import {connect} from '../../db/client.ts';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {findMeilisearch} from '../../scripts/engines/meilisearch-binary.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {startEngines} from '../../scripts/steps/engines.mjs';
import {root} from './site-run.ts';

const timeout = 60_000;

/** A folder for its data, in one of its own. */
function makeFolder() {
  const parent = mkdtempSync(join(root, '.data', 'test', 'engines-'));
  const folder = join(parent, 'data');
  mkdirSync(folder);
  const clearAway = async () => {
    await endLeftovers(folder);
    rmSync(parent, {recursive: true, force: true});
  };
  return {parent, folder, clearAway};
}

// Making a cluster takes most of the time of these tests, so one after the other they start the same.
describe('the embedded PostgreSQL, from its first start on', () => {
  let place: ReturnType<typeof makeFolder>;
  beforeAll(() => {
    place = makeFolder();
  });
  afterAll(() => place?.clearAway());
  const start = () => startPostgres({dataFolder: place.folder, durable: false});

  it('makes its data folder anew when making it was interrupted', {timeout}, async () => {
    mkdirSync(join(place.folder, 'postgres', 'base'), {recursive: true});
    const database = await start();
    expect(database.created).toBe(true);
    await database.stop();
  });

  it('sorts and compares as Unicode does, and keeps its data and its port', {timeout}, async () => {
    const first = await start();
    const sql = connect(first.url, {max: 1});
    await sql`create table words as select unnest(array['zebra', 'Église', 'apple']) as word`;
    expect(await sql`select lower('ÉGLISE') as lowered, 'é' ~ '\\w' as letter`).toEqual([
      {lowered: 'église', letter: true},
    ]);
    await sql.end();
    await first.stop();

    const second = await start();
    expect({created: second.created, port: second.port}).toEqual({created: false, port: first.port});
    const again = connect(second.url, {max: 1});
    expect(await again`select word from words order by word`).toHaveLength(3);
    await again.end();
    await second.stop();
  });

  it('does not take a stranger for itself after a crash', {timeout}, async () => {
    // As it is left when the machine stops: our own number stands for the stranger's.
    const words = `${process.pid}\n${join(place.folder, 'postgres')}\n`;
    writeFileSync(join(place.folder, 'postgres', 'postmaster.pid'), words);
    const database = await start();
    await database.stop();
    expect(await database.ended).toBe('ended with code 0');
  });

  it('asks everybody for the password', {timeout}, async () => {
    const database = await start();
    const stranger = connect(database.url.replace(/:[^:@]+@/, ':guess@'), {max: 1});
    await expect(stranger`select 1`).rejects.toThrow(/password authentication failed/);
    await stranger.end();
    await database.stop();
  });
});

describe('the embedded PostgreSQL', () => {
  it.runIf(process.getuid?.() === 0)('runs for root in a place that only root may enter', {timeout}, async () => {
    const place = makeFolder();
    try {
      chmodSync(place.parent, 0o700);
      const database = await startPostgres({dataFolder: place.folder, durable: false});
      const sql = connect(database.url, {max: 1});
      expect(await sql`select 1 as one`).toEqual([{one: 1}]);
      await sql.end();
      await database.stop();
    } finally {
      await place.clearAway();
    }
  });
});

describe('a machine that Meilisearch is not made for', () => {
  const machine = {platform: 'freebsd', arch: 'riscv64'};
  const ownDatabase = {
    DATABASE_URL: 'postgres://owner@127.0.0.1:1/site',
    DATABASE_WEB_URL: 'postgres://web@127.0.0.1:1/site',
  };
  let place: ReturnType<typeof makeFolder>;
  beforeEach(() => {
    place = makeFolder();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await place.clearAway();
  });

  it('starts on PostgreSQL, and the start says so', async () => {
    vi.stubEnv('PATH', place.folder);
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((part) => said.push(String(part)) > 0);
    const {environment} = await startEngines(readConfig(ownDatabase), place.folder, machine);
    expect(Object.keys(environment)).not.toContain('MEILI_URL');
    expect(said).toContain(
      '  Meilisearch     none: there is no Meilisearch for freebsd riscv64 in the packages and none on the PATH. ' +
        'PostgreSQL answers the searches instead.\n',
    );
  });

  it('takes the one that is on the PATH', async () => {
    const file = join(place.folder, 'meilisearch');
    writeFileSync(file, '');
    vi.stubEnv('PATH', place.folder);
    expect(await findMeilisearch(place.folder, machine)).toMatchObject({file: null});
    chmodSync(file, 0o755);
    expect(await findMeilisearch(place.folder, machine)).toEqual({file});
  });
});
