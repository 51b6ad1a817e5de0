/** Databases for tests: cloned from a template, which takes a fraction of the time of migrating and seeding. */
import {randomBytes} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import {connect, type Sql} from '../../db/client.ts';

/** Any number will do, as long as all test processes use the same one. */
const DEMO_TEMPLATE_LOCK = 7_300_417;

/** Of the web role in the engines of a test run, which listen on this machine only and are thrown away. */
export const WEB_PASSWORD = 'only-for-tests';

export interface TestDatabase {
  /** The owner, who sees everything: for setting up and for checking. */
  sql: Sql;
  url: string;
  /** As the web server connects: what the product is tested through. */
  web: Sql;
  webUrl: string;
  /** Closes the pool and removes the database. */
  drop: () => Promise<void>;
}

/** Makes a database like the migrated template or, with `demo`, like the one filled with the demonstration area. */
export async function cloneDatabase(
  adminUrl: string,
  options: {demo?: boolean; connections?: number} = {},
): Promise<TestDatabase> {
  const admin = connect(adminUrl, {max: 1});
  try {
    if (options.demo) await makeDemoTemplate(admin, adminUrl);
    const name = `test_${randomBytes(6).toString('hex')}`;
    await createFrom(admin, options.demo ? 'template_demo' : 'template_empty', name);
    const url = adminUrl.replace(/[^/]+$/, name);
    const sql = connect(url, {max: 5});
    const webUrl = asWeb(url);
    const web = connect(webUrl, {max: options.connections ?? 5});
    const drop = async () => {
      await web.end({timeout: 2});
      await dropDatabase(sql, adminUrl, name);
    };
    return {sql, url, web, webUrl, drop};
  } finally {
    await admin.end();
  }
}

/** The same database, reached as the web server reaches it. `runEngines` gives that role this password. */
function asWeb(url: string): string {
  const address = new URL(url);
  address.username = 'fingerpost_web';
  address.password = WEB_PASSWORD;
  return address.href;
}

/** The first test that asks makes the demonstration template, listings and all; the others wait for it. */
async function makeDemoTemplate(admin: Sql, adminUrl: string) {
  await admin`select pg_advisory_lock(${DEMO_TEMPLATE_LOCK})`;
  try {
    const [ready] = await admin`select 1 from pg_database where datname = 'template_demo' and datistemplate`;
    if (ready) return;
    await admin`drop database if exists template_demo with (force)`;
    await createFrom(admin, 'template_empty', 'template_demo');
    const sql = connect(adminUrl.replace(/[^/]+$/, 'template_demo'), {max: 4});
    // Only here, so that a test on an empty database does not read the loaders.
    const {seedDemonstration, seedQueues, seedStaff} = await import('../../db/seed/load.ts');
    const {loadGuides} = await import('../../app/domain/guides/load-guides.server.ts');
    const {rebuildIndex} = await import('../../search/index-all.ts');
    await seedDemonstration(sql, {log: () => {}});
    await seedStaff(sql);
    await seedQueues(sql);
    await loadGuides(sql);
    await rebuildIndex(sql, null);
    await sql.end();
    await admin`alter database template_demo is_template true allow_connections false`;
  } finally {
    await admin`select pg_advisory_unlock(${DEMO_TEMPLATE_LOCK})`;
  }
}

/** PostgreSQL refuses to copy a template that something looks at, such as its own housekeeping, so try again. */
async function createFrom(admin: Sql, template: string, name: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      // File by file: PostgreSQL's other way writes every page once more into its log.
      await admin`create database ${admin(name)} template ${admin(template)} strategy file_copy`;
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === '55006';
      if (!busy || attempt === 50) throw error;
      await sleep(100);
    }
  }
}

async function dropDatabase(sql: Sql, adminUrl: string, name: string) {
  await sql.end({timeout: 2});
  const admin = connect(adminUrl, {max: 1});
  await admin`drop database if exists ${admin(name)} with (force)`;
  await admin.end();
}
