import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {readConfig} from '../../app/config.server.ts';
import {connect} from '../../db/client.ts';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {findMeilisearch} from '../../scripts/engines/meilisearch-binary.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {startEngines} from '../../scripts/steps/engines.mjs';
import {root} from './site-run.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(root, '.data', 'test', 'engines-'));
  folder = join(parent, 'data');
  mkdirSync(folder);
});
afterEach(async () => {
  await endLeftovers(folder);
  rmSync(parent, {recursive: true, force: true});
});

const timeout = 60_000;

describe('the embedded PostgreSQL', () => {
  it('sorts and compares as Unicode does, and keeps its data and its port', {timeout}, async () => {
    const first = await startPostgres({dataFolder: folder, durable: false});
    const sql = connect(first.url, {max: 1});
    await sql`create table words as select unnest(array['zebra', 'Église', 'apple']) as word`;
    expect(await sql`select lower('ÉGLISE') as lowered, 'é' ~ '\\w' as letter`).toEqual([
      {lowered: 'église', letter: true},
    ]);
    await sql.end();
    await first.stop();

    const second = await startPostgres({dataFolder: folder, durable: false});
    expect({created: second.created, port: second.port}).toEqual({created: false, port: first.port});
    const again = connect(second.url, {max: 1});
    expect(await again`select word from words order by word`).toHaveLength(3);
    await again.end();
    await second.stop();
  });

  it('does not take a stranger for itself after a crash', {timeout}, async () => {
    const first = await startPostgres({dataFolder: folder, durable: false});
    await first.stop();
    // As it is left when the machine stops: our own number stands for the stranger's.
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`);
    const second = await startPostgres({dataFolder: folder, durable: false});
    await second.stop();
    expect(await second.ended).toBe('ended with code 0');
  });

  it('makes its data folder anew when making it was interrupted', {timeout}, async () => {
    mkdirSync(join(folder, 'postgres', 'base'), {recursive: true});
    const database = await startPostgres({dataFolder: folder, durable: false});
    expect(database.created).toBe(true);
    await database.stop();
  });

  it.runIf(process.getuid?.() === 0)('runs for root in a place that only root may enter', {timeout}, async () => {
    chmodSync(parent, 0o700);
    const database = await startPostgres({dataFolder: folder, durable: false});
    const sql = connect(database.url, {max: 1});
    expect(await sql`select 1 as one`).toEqual([{one: 1}]);
    await sql.end();
    await database.stop();
  });

  it('asks everybody for the password', {timeout}, async () => {
    const database = await startPostgres({dataFolder: folder, durable: false});
    const stranger = connect(database.url.replace(/:[^:@]+@/, ':guess@'), {max: 1});
    await expect(stranger`select 1`).rejects.toThrow(/password authentication failed/);
    await stranger.end();
    await database.stop();
  });
});

describe('a machine that Meilisearch is not made for', () => {
  const machine = {platform: 'freebsd', arch: 'riscv64'};
  const ownDatabase = {
    DATABASE_URL: 'postgres://owner@127.0.0.1:1/site',
    DATABASE_WEB_URL: 'postgres://web@127.0.0.1:1/site',
  };
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('starts on PostgreSQL, and the start says so', async () => {
    vi.stubEnv('PATH', folder);
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((part) => said.push(String(part)) > 0);
    const {environment} = await startEngines(readConfig(ownDatabase), folder, machine);
    expect(Object.keys(environment)).not.toContain('MEILI_URL');
    expect(said).toContain(
      '  Meilisearch     none: there is no Meilisearch for freebsd riscv64 in the packages and none on the PATH. ' +
        'PostgreSQL answers the searches instead.\n',
    );
  });

  it('takes the one that is on the PATH', async () => {
    const file = join(folder, 'meilisearch');
    writeFileSync(file, '');
    vi.stubEnv('PATH', folder);
    expect(await findMeilisearch(folder, machine)).toMatchObject({file: null});
    chmodSync(file, 0o755);
    expect(await findMeilisearch(folder, machine)).toEqual({file});
  });
});
