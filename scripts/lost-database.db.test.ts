/** Commands whose database goes away while they work and comes back: one line, what was kept stays, and another run does the rest. */
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {testDatabase, type TestDatabase} from '../test/setup/database.ts';
import {faultyProxy, type FaultyProxy} from '../test/setup/faulty-proxy.ts';
import {LOST} from './steps/lasting-command.ts';

const timeout = 120_000;
let database: TestDatabase;
let proxy: FaultyProxy;
let folder: string;
beforeAll(async () => {
  database = await testDatabase({vocabulary: true});
  proxy = await faultyProxy(database.url);
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-'));
});
afterAll(async () => {
  await proxy?.close();
  await database?.drop();
  if (folder) rmSync(folder, {recursive: true});
});

/** Runs a command on the database behind the proxy. */
function run(script: string, file: string) {
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}`, file], {
    env: {...process.env, DATABASE_URL: String(url), DATABASE_WEB_URL: database.webUrl},
  });
  let said = '';
  let wrong = '';
  child.stdout.on('data', (part) => (said += part));
  child.stderr.on('data', (part) => (wrong += part));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {child, ended, said: () => said, wrong: () => wrong.replace(/^.* read, .*\n/gm, '')};
}

const count = async (table: string) =>
  (await database.sql<[{rows: number}]>`select count(*)::integer as rows from ${database.sql(table)}`)[0].rows;

/** What was connected is not, as when a database is killed; nobody can connect until it is back. */
async function goAway(mode: 'refuse' | 'stall' = 'refuse') {
  proxy.mode = mode;
  if (mode === 'stall') return;
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
  `;
}

test('an import', {timeout}, async () => {
  const file = join(folder, 'groups.csv');
  const rows = Array.from({length: 3000}, (_, at) => `g${at},Walkers of path ${at},Path ${at} together,RG12 1JX`);
  writeFileSync(file, ['id,name,description,postcode', ...rows].join('\n'));

  const cutShort = run('import.ts', file);
  await expect.poll(() => count('services'), {timeout, interval: 50}).toBeGreaterThan(300);
  await goAway();
  expect(await cutShort.ended).toBe(1);
  expect(cutShort.wrong()).toBe(`${LOST}\n`);
  const kept = await count('services');
  expect(kept).toBeLessThan(rows.length);

  proxy.mode = 'pass';
  const again = run('import.ts', file);
  expect(await again.ended, again.said()).toBe(0);
  expect(await count('services')).toBe(rows.length);
  const once = run('import.ts', file);
  expect(await once.ended).toBe(0);
  expect(once.said()).toMatch(/3,000 +unchanged/);
  expect(await count('services')).toBe(rows.length);
});

test.each(['refuse', 'stall'] as const)('postcodes, on a database that does %s', {timeout}, async (mode) => {
  const file = join(folder, `${mode}.csv`);
  const letters = 'ABDEFGHJLN';
  const rows = Array.from(
    {length: 300_000},
    (_, at) =>
      `"${mode === 'refuse' ? 'AB' : 'ZE'}${1 + (at % 9)} ${Math.floor(at / 9) % 10}${letters[Math.floor(at / 90) % 10]}${letters[Math.floor(at / 900) % 10]}",51.4${at % 100},-0.7${at % 100}`,
  );
  writeFileSync(file, ['pcds,lat,long', ...rows].join('\n'));
  const before = await count('postcodes');

  const cutShort = run('import-postcodes.ts', file);
  await expect.poll(cutShort.said, {timeout, interval: 20}).toContain('Postcodes from');
  await goAway(mode);
  // What never answers is given up as well.
  expect(await cutShort.ended).toBe(1);
  expect(cutShort.wrong()).toBe(`${LOST}\n`);
  expect(await count('postcodes')).toBe(before);

  proxy.mode = 'pass';
  const again = run('import-postcodes.ts', file);
  expect(await again.ended, again.wrong()).toBe(0);
  expect(await count('postcodes')).toBeGreaterThan(before);
});
