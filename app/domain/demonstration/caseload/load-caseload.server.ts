/**
 * Puts two made-up years of walking with people into the database: the first time only, in one transaction, as the owner
 * of the tables. What triggers would work out row by row is worked out here.
 */
import type {ISql, Sql} from '../../../../db/client.ts';
import {inOneTransaction} from '../../../../db/in-one-transaction.ts';
import {uuidFrom} from '../../../../db/uuid.ts';
import {within} from '../../../../db/within.ts';
import {TABLES, type ProviderStaff} from './case-rows-made.ts';
import {rowsOf} from './caseload-rows-made.ts';
import {makeCaseload} from './made-caseload.ts';
import {makePeople, putInPeople} from './made-people.server.ts';
import {MORE_WALKERS} from './made-words.ts';
import {hearSpace, servicesByNeed} from './passed-on-services.server.ts';
import {putIn} from './put-in.server.ts';

export interface CaseloadLoaded {
  referrals: number;
  cases: number;
}

const TWO_YEARS = {days: 730, referrals: 10_000, seed: 2018};
/** What triggers would work out again for each row, and what stands in the rows already. */
const KNOWN_ALREADY = [
  ['case_contacts', 'case_contacts_counted'],
  ['person_keys', 'person_keys_found'],
  ['person_addresses', 'person_addresses_outcode'],
  ['plan_versions', 'plan_versions_reviewed'],
  // Nobody has a page open yet that would be told.
  ['plan_versions', 'plan_versions_told'],
] as const;
/** What only the database works out, for all rows of a table at once or in a moment for each. */
const STILL_NEEDED = [
  ['people', 'people_access'],
  ['person_addresses', 'person_addresses_ward'],
  ['referrals', 'referrals_counted'],
  ['cases', 'cases_counted'],
  ['cases', 'cases_outcode'],
  ['measure_scores', 'measure_scores_counted'],
  ['plan_versions', 'plan_versions_counted'],
  ['case_outcomes', 'case_outcomes_counted'],
  ['case_service_use', 'case_service_use_counted'],
  ['onward_referrals', 'onward_referrals_counted'],
  ['gaps', 'gaps_figures'],
] as const;

/**
 * Returns null, and touches nothing, where it is in already or the providers of the demonstration are not there.
 * @param wanted fewer days and referrals for tests; `until` is the end of the two years, such as now
 */
export async function loadCaseload(
  sql: Sql,
  wanted: {until: Date; days?: number; referrals?: number; seed?: number},
): Promise<CaseloadLoaded | null> {
  const {until, days, referrals, seed} = {...TWO_YEARS, ...wanted};
  const made = await inOneTransaction(sql, async (tx) => {
    const providers = await addWalkers(tx);
    if (!providers) return null;
    const made = makeCaseload({seed, until, days, referrals, walkers: providers.map(({walkers}) => walkers.length)});
    const people = await makePeople(tx, made, providers, seed);
    const taken = await takenReferences(tx);
    const services = await servicesByNeed(tx);
    const rows = rowsOf(made, people, providers, {until, seed: seed + 1, services, taken});
    await withFewTriggers(tx, async () => {
      await putInPeople(tx, made, people, providers, taken);
      for (const table of TABLES) await putIn(tx, table, rows[table]);
    });
    await hearSpace(tx, until);
    return made;
  });
  if (!made) return null;
  await sql.unsafe(`analyze ${TABLES.join(', ')}, people, person_access, person_keys, consents`);
  return {referrals: made.length, cases: made.filter((one) => one.case).length};
}

/** Those of the few people, referrals and cases that were there before. */
async function takenReferences(tx: ISql): Promise<ReadonlySet<string>> {
  const rows = await tx<{reference: string}[]>`
    select reference from people union all select reference from referrals union all select reference from cases
  `;
  return new Set(rows.map(({reference}) => reference));
}

/**
 * Without the triggers of what is known already. A superuser, such as the owner of the database that `npm start` brings, goes
 * without looking up each foreign key of each row too; a test looks them all up afterwards.
 */
async function withFewTriggers(tx: ISql, work: () => Promise<void>) {
  const [me] = await tx`select rolsuper as is_superuser from pg_roles where rolname = current_user`;
  const alter = async (triggers: typeof KNOWN_ALREADY | typeof STILL_NEEDED, how: string) => {
    for (const [table, trigger] of triggers) await tx.unsafe(`alter table ${table} ${how} trigger ${trigger}`);
  };
  await alter(KNOWN_ALREADY, 'disable');
  if (me?.isSuperuser) {
    await alter(STILL_NEEDED, 'enable always');
    await tx`set local session_replication_role = 'replica'`;
  }
  await work();
  if (me?.isSuperuser) {
    await tx`set local session_replication_role = 'origin'`;
    await alter(STILL_NEEDED, 'enable');
  }
  await alter(KNOWN_ALREADY, 'enable');
}

/** Those who walk at each provider; the 28 whom the small demonstration does not know are added. Null where that is done. */
function addWalkers(sql: Sql): Promise<(ProviderStaff & {name: string})[] | null> {
  return within(sql, {purpose: 'sign-in'}, async (tx) => {
    const providers = await tx<{name: string; partnerId: string; partnershipId: string; teamId: string | null}[]>`
      select
        partners.name, partners.id as partner_id, partners.partnership_id,
        (select min(id::text)::uuid from teams where teams.partner_id = partners.id) as team_id
      from referral_providers
      join partners on partners.id = referral_providers.partner_id
      where
        partners.name = any(${Object.keys(MORE_WALKERS)})
        and exists (select from staff where staff.partner_id = partners.id and is_demonstration)
      order by array_position(${Object.keys(MORE_WALKERS)}, partners.name)
    `;
    if (providers.length < Object.keys(MORE_WALKERS).length) return null;
    return Promise.all(
      providers.map(async (provider) => {
        const {domain, names} = MORE_WALKERS[provider.name]!;
        const known = await tx<{id: string}[]>`
          select staff.id
          from staff
          join staff_roles on staff_roles.staff_id = staff.id and role = 'link_worker'
          where staff.partner_id = ${provider.partnerId}
          order by staff.created_at, staff.id
        `;
        return {
          ...provider,
          walkers: known.map(({id}) => id),
          more: names.map((name) => ({name, email: `${name.toLowerCase().replace(' ', '.')}@${domain}`})),
        };
      }),
    );
  }).then(async (providers) => {
    if (!providers) return null;
    const added = [];
    for (const {more, ...provider} of providers) {
      const ids = more.map(({email}) => uuidFrom(`staff:${email}`));
      if (provider.walkers.some((id) => ids.includes(id))) return null;
      const {partnerId, partnershipId, teamId} = provider;
      await within(sql, {purpose: 'administration', viewer: {staffId: '', partnerId}}, async (tx) => {
        await tx`
          insert into staff ${tx(more.map((one, place) => ({id: ids[place]!, partnershipId, partnerId, ...one, isDemonstration: true})))}
        `;
        await tx`insert into staff_roles ${tx(ids.map((staffId) => ({staffId, role: 'link_worker'})))}`;
        if (teamId) await tx`insert into staff_teams ${tx(ids.map((staffId) => ({staffId, teamId, partnerId})))}`;
      });
      added.push({...provider, walkers: [...provider.walkers, ...ids]});
    }
    return added;
  });
}
