/**
 * Makes the data ready before the site is served: migrations, the demonstration area the first time, the search index
 * when it is not there yet. `npm start` runs it; it may also be run by hand, as often as one likes.
 */
import {readConfig, type Config} from '../app/config.server.ts';
import {listDemonstrationAccounts} from '../app/domain/access/demonstration-accounts.server.ts';
import {roleNames, roles} from '../app/domain/access/roles.ts';
import {loadDemonstrationCases} from '../app/domain/demonstration/demonstration-cases.server.ts';
import {loadCaseload} from '../app/domain/demonstration/caseload/load-caseload.server.ts';
import {loadHistory} from '../app/domain/demonstration/calls/load-history.server.ts';
import {loadGuides} from '../app/domain/guides/load-guides.server.ts';
import {loadDemonstrationMdt} from '../app/domain/mdt/demonstration-mdt.server.ts';
import {loadDemonstrationPeople} from '../app/domain/people/demonstration-people.server.ts';
import {loadDemonstrationDesk} from '../app/domain/second-level/demonstration-desk.server.ts';
import {loadDemonstrationTeam} from '../app/domain/demonstration/demonstration-team.server.ts';
import type {Sql} from '../db/client.ts';
import {migrate} from '../db/migrate.ts';
import {seedDemonstration, seedQueues, seedStaff, seedVocabulary} from '../db/seed/load.ts';
import {connectMeili, type SearchEngine} from '../search/engines/engine.ts';
import {refusalOf} from '../search/engines/engine-http.ts';
import {needsRebuild, rebuildIndex} from '../search/index/index-all.ts';
import {repairIndex} from '../search/index/repair.ts';
import {requireVersion, untilDatabaseAnswers} from './steps/await-database.ts';
import {openForCommand, tellFailure} from './steps/lasting-command.ts';
import {say, step, Stop} from './steps/report.mjs';

/** Each step below is whole or not there at all, so a start that was cut short goes on where it was. */
const LOST =
  'The database went away while the data was made ready. Start again: what is done stays, and the rest is done then.';

async function prepare(config: Config) {
  if (!config.databaseUrl) throw new Stop('DATABASE_URL: expected the database to prepare (npm start brings its own)');
  const {sql, close} = openForCommand(config.databaseUrl, {max: 4, lost: LOST});
  try {
    await untilDatabaseAnswers(sql, 'DATABASE_URL');
    await requireVersion(sql, 'DATABASE_URL');
    await step(
      'Database',
      'migrating',
      () => migrate(sql),
      ({applied}) => (applied.length > 0 ? `${applied.length} migrations applied` : 'up to date'),
    );
    await giveWebRoleItsPassword(sql, config);
    await step(
      'Vocabulary',
      'putting in the needs and what people say for them',
      () => seedVocabulary(sql),
      (isLoaded) => (isLoaded ? 'put in' : 'left as it is'),
    );
    await step(
      'Guides',
      'putting in the questions of the desk',
      () => loadGuides(sql),
      (versions) => (versions > 0 ? `${versions} new` : 'left as they are'),
    );
    if (config.seed === 'demo') {
      await step(
        'Demonstration',
        `filling the directory of ${config.areaName}`,
        () => seedDemonstration(sql, {log: () => {}}),
        (seeded) => (seeded ? `${seeded.services} services put in` : 'left as it is'),
      );
      await step(
        'Accounts',
        'making up people who work there',
        () => seedStaff(sql),
        (accounts) => (accounts > 0 ? `${accounts} put in` : 'left as they are'),
      );
      await step(
        'Second level',
        'making up when the professionals are there',
        () => seedQueues(sql),
        (queues) => (queues > 0 ? `${queues} queues put in` : 'left as it is'),
      );
      await step(
        'People',
        'making up people who are helped',
        () => loadDemonstrationPeople(sql, new Date().toISOString().slice(0, 10)),
        (people) => (people > 0 ? `${people} put in` : 'left as they are'),
      );
      await step(
        'Cases',
        'making up whom link workers walk with',
        () => loadDemonstrationCases(sql, new Date().toISOString().slice(0, 10)),
        (cases) => (cases > 0 ? `${cases} put in` : 'left as they are'),
      );
      await step(
        'Meetings',
        'making up where several professionals meet',
        () => loadDemonstrationMdt(sql, new Date().toISOString().slice(0, 10)),
        (meetings) => (meetings > 0 ? `${meetings} put in` : 'left as they are'),
      );
      await step(
        'Caseload',
        'making up two years of walking with people',
        () => loadCaseload(sql, {until: new Date()}),
        (made) => (made ? `${made.referrals.toLocaleString('en-GB')} referrals put in` : 'left as it is'),
      );
      await step(
        'Teams',
        'making up the weeks of link workers',
        () => loadDemonstrationTeam(sql, new Date().toISOString().slice(0, 10)),
        (weeks) => (weeks > 0 ? `${weeks} weeks put in` : 'left as they are'),
      );
      await step(
        'History',
        'making up a year of calls',
        () => loadHistory(sql, {until: new Date()}),
        (calls) => (calls > 0 ? `${calls.toLocaleString('en-GB')} calls put in` : 'left as it is'),
      );
      // After the year of calls, which is put in only where there are none.
      await step(
        'Desk',
        'making up what waits there',
        () => loadDemonstrationDesk(sql, new Date()),
        (calls) => (calls > 0 ? `${calls} calls put in` : 'left as it is'),
      );
    }
    await fillIndex(config, sql);
    if (config.isDemonstration) await nameAccounts(sql);
  } finally {
    await close();
  }
}

/** Whom anyone may be in the demonstration, role by role. */
async function nameAccounts(sql: Sql) {
  const accounts = await listDemonstrationAccounts(sql);
  say('  Sign in at /sign-in, in one click and without a password, as for example');
  for (const role of roleNames) {
    const account = accounts.find((one) => one.roles.includes(role));
    if (account) say(`    ${roles[role].name.padEnd(18)}${account.name} (${account.email}), ${account.partnerName}`);
  }
}

/** An engine that is away comes back by itself; a key that is wrong stays wrong. */
const KEY_REFUSED = new Set(['invalid_api_key', 'missing_authorization_header']);

/**
 * Fills the search engine and PostgreSQL's own side of the search. The site answers from PostgreSQL for as long as the
 * search engine does not, so an engine that is gone is no reason to stop.
 */
async function fillIndex({meili}: Config, sql: Sql) {
  const engine = meili ? connectMeili(meili) : null;
  const fill = async (into: SearchEngine | null) => {
    if (await needsRebuild(sql, into)) return rebuildIndex(sql, into, {log: () => {}});
    // A new version may ask for other settings.
    if (into) await repairIndex(sql, into, {isThorough: false});
    return null;
  };
  await step(
    'Search index',
    'filling',
    async () => {
      try {
        return {built: await fill(engine), failure: null};
      } catch (error) {
        if (!engine) throw error;
        if (KEY_REFUSED.has(refusalOf(error) ?? ''))
          throw new Stop(`MEILI_KEY: the Meilisearch at ${meili!.url} refuses this key`, {cause: error});
        return {built: await fill(null), failure: error instanceof Error ? error.message : String(error)};
      }
    },
    ({built, failure}) => {
      const outcome = built ? `${built.documents} listings` : 'up to date';
      return failure ? `${outcome} in PostgreSQL, which answers alone: Meilisearch did not (${failure})` : outcome;
    },
  );
}

/** The embedded database is ours to arrange. In one's own, whoever runs it has made the web server's login. */
async function giveWebRoleItsPassword(sql: Sql, {databaseWebUrl}: Config) {
  const {username, password} = new URL(databaseWebUrl ?? 'postgres://');
  const [role] = await sql`select rolcanlogin as can_login from pg_roles where rolname = 'fingerpost_web'`;
  const [me] = await sql`select rolsuper as is_superuser from pg_roles where rolname = current_user`;
  if (username !== 'fingerpost_web' || role?.canLogin || !me?.isSuperuser) return;
  const [quoted] = await sql`select quote_literal(${decodeURIComponent(password)}) as words`;
  await sql.unsafe(`alter role fingerpost_web login password ${quoted?.words}`);
}

try {
  await prepare(readConfig());
  // An engine that went while it was waited for leaves the client a clock of ten minutes.
  process.exit(0);
} catch (error) {
  tellFailure(error, LOST);
  process.exit(1);
}
