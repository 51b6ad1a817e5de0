/** Databases for tests: cloned from a template, which takes a fraction of the time of migrating and seeding. */
import {randomBytes} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import {connect, type Sql} from '../../db/client.ts';

/** Any number will do, as long as all test processes use the same one. */
const TEMPLATE_LOCK = 7_300_417;

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

/** What a template holds besides the empty tables. Loaders are read only here, so that a test on an empty database does not. */
const templates = {
  /** The demonstration area, listings and all. */
  demo: async (sql: Sql) => {
    const {seedDemonstration, seedQueues, seedStaff} = await import('../../db/seed/load.ts');
    const {loadGuides} = await import('../../app/domain/guides/load-guides.server.ts');
    const {rebuildIndex} = await import('../../search/index/index-all.ts');
    await seedDemonstration(sql, {log: () => {}});
    await seedStaff(sql);
    await seedQueues(sql);
    await loadGuides(sql);
    await rebuildIndex(sql, null);
  },
  /** The words that listings are described by. */
  vocabulary: async (sql: Sql) => {
    const {loadVocabulary} = await import('../../db/seed/load-vocabulary.ts');
    await loadVocabulary(sql);
  },
};
type Template = keyof typeof templates;

/** Makes a database like the migrated template or like one that is filled: with the demonstration area, or the vocabulary. */
export async function cloneDatabase(
  adminUrl: string,
  options: {demo?: boolean; vocabulary?: boolean; connections?: number} = {},
): Promise<TestDatabase> {
  const admin = connect(adminUrl, {max: 1});
  try {
    const template = options.demo ? 'demo' : options.vocabulary ? 'vocabulary' : null;
    if (template) await makeTemplate(admin, adminUrl, template);
    const name = `test_${randomBytes(6).toString('hex')}`;
    await createFrom(admin, `template_${template ?? 'empty'}`, name);
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

/** The first that asks makes the template; the others wait for it. */
export async function makeTemplate(admin: Sql, adminUrl: string, template: Template): Promise<void> {
  const name = `template_${template}`;
  await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  try {
    const [ready] = await admin`select 1 from pg_database where datname = ${name} and datistemplate`;
    if (ready) return;
    await admin`drop database if exists ${admin(name)} with (force)`;
    await createFrom(admin, 'template_empty', name);
    const sql = connect(adminUrl.replace(/[^/]+$/, name), {max: 4});
    await templates[template](sql);
    // What a running database does by itself within a minute: searches of the clones take a third of the time.
    await sql`vacuum analyze`;
    await sql.end();
    await admin`alter database ${admin(name)} is_template true allow_connections false`;
  } finally {
    await admin`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
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
