/** What a measurement stands on: engines of its own (durable, as in production), a database and an index for each size, the built site. */
import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {connect, type Sql} from '../../db/client.ts';
import {migrate} from '../../db/migrate.ts';
import {findMeilisearch} from '../../scripts/engines/meilisearch-binary.mjs';
import {startMeilisearch} from '../../scripts/engines/meilisearch.mjs';
import {startPostgres} from '../../scripts/engines/postgres.mjs';
import {postReaper} from '../../scripts/engines/reaper.mjs';
import {endLeftovers} from '../../scripts/engines/run-records.mjs';
import {startSite} from '../setup/site.ts';

const BENCH = resolve(import.meta.dirname, '../../.data/bench');

export interface Bed {
  meili: {url: string; key: string};
  /** A new, migrated, empty database. */
  newDatabase(name: string): Promise<{sql: Sql; url: string; drop(): Promise<void>}>;
  /** The same database as the web server reaches it. */
  webUrl(databaseUrl: string): string;
  /** The production server, a process of its own, on this database and the indexes with this prefix. */
  startSite(
    databaseUrl: string,
    prefix: string,
  ): Promise<{url: string; residentMb(): number | null; stop(): Promise<void>}>;
  stop(): Promise<void>;
}

/** @param folder thrown away before and after */
export async function makeBed(folder = BENCH): Promise<Bed> {
  await endLeftovers(folder);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const reaper = postReaper(folder);
  const {file} = await findMeilisearch(folder);
  if (!file) throw new Error('There is no Meilisearch for this system, so there is nothing to compare with.');
  const [postgres, {url, key}] = await Promise.all([
    startPostgres({dataFolder: folder}),
    startMeilisearch({file, dataFolder: folder}),
  ]);
  const webUrl = (databaseUrl: string) => {
    const web = new URL(postgres.webUrl);
    web.pathname = new URL(databaseUrl).pathname;
    return web.href;
  };
  return {
    meili: {url, key},
    webUrl,
    async newDatabase(name) {
      const admin = connect(postgres.url, {max: 1});
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin`create database ${admin(name)}`;
      const databaseUrl = postgres.url.replace(/[^/]+$/, name);
      const sql = connect(databaseUrl, {max: 5});
      await migrate(sql);
      const web = new URL(postgres.webUrl);
      await sql.unsafe(`alter role fingerpost_web login password '${web.password}'`);
      const drop = async () => {
        await sql.end({timeout: 2});
        await admin`drop database ${admin(name)} with (force)`;
        await admin.end();
      };
      return {sql, url: databaseUrl, drop};
    },
    async startSite(databaseUrl, prefix) {
      const environment = {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        DATABASE_WEB_URL: webUrl(databaseUrl),
        SITE_SECRET: 'of this measurement only, which ends with it',
        MEILI_URL: url,
        MEILI_KEY: key,
        MEILI_PREFIX: prefix,
        FINGERPOST_DATA: folder,
      };
      const site = await startSite({dataFolder: folder, environment});
      return {...site, residentMb: () => residentMb(folder, 'serve.ts')};
    },
    async stop() {
      await endLeftovers(folder);
      reaper.dismiss();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** Memory of one of our processes, by a word of its command line, in MB. Null where the system does not tell. */
function residentMb(dataFolder: string, marker: string): number | null {
  const folder = join(dataFolder, 'run');
  for (const name of readdirSync(folder)) {
    const record = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {pid: number; marker: string};
    if (record.marker !== marker) continue;
    try {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${record.pid}/status`, 'utf8'))?.[1];
      return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
    } catch {
      return null;
    }
  }
  return null;
}
