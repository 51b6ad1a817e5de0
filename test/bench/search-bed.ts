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

const FOLDER = resolve(import.meta.dirname, '../../.data/bench');

export interface Bed {
  meili: {url: string; key: string};
  /** A new, migrated, empty database. */
  newDatabase(name: string): Promise<{sql: Sql; url: string; drop(): Promise<void>}>;
  /** The production server, a process of its own, on this database and the indexes with this prefix. */
  startSite(
    databaseUrl: string,
    prefix: string,
  ): Promise<{url: string; residentMb(): number | null; stop(): Promise<void>}>;
  stop(): Promise<void>;
}

export async function makeBed(): Promise<Bed> {
  await endLeftovers(FOLDER);
  rmSync(FOLDER, {recursive: true, force: true});
  mkdirSync(FOLDER, {recursive: true});
  const reaper = postReaper(FOLDER);
  const {file} = await findMeilisearch(FOLDER);
  if (!file) throw new Error('There is no Meilisearch for this system, so there is nothing to compare with.');
  const [postgres, {url, key}] = await Promise.all([
    startPostgres({dataFolder: FOLDER}),
    startMeilisearch({file, dataFolder: FOLDER}),
  ]);
  return {
    meili: {url, key},
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
      const web = new URL(postgres.webUrl);
      web.pathname = new URL(databaseUrl).pathname;
      const environment = {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        DATABASE_WEB_URL: web.href,
        SITE_SECRET: 'of this measurement only, which ends with it',
        MEILI_URL: url,
        MEILI_KEY: key,
        MEILI_PREFIX: prefix,
        FINGERPOST_DATA: FOLDER,
      };
      const site = await startSite({dataFolder: FOLDER, environment});
      return {...site, residentMb: () => residentMb('serve.ts')};
    },
    async stop() {
      await endLeftovers(FOLDER);
      reaper.dismiss();
      rmSync(FOLDER, {recursive: true, force: true});
    },
  };
}

/** Memory of one of our processes, by a word of its command line, in MB. Null where the system does not tell. */
function residentMb(marker: string): number | null {
  const folder = join(FOLDER, 'run');
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
