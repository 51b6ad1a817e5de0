/**
 * Puts two made-up years of walking with people into the database: the first time only, in one transaction, as the owner
 * of the tables. What triggers would work out row by row is worked out here.
 */
import type {ISql, Sql} from '../../../../db/client.ts';
import {uuidFrom} from '../../../../db/uuid.ts';
import {within} from '../../../../db/within.ts';
import {addDays} from '../../dates/calendar-date.ts';
import {chanceFrom} from '../calls/chance.ts';
import {referenceOf} from '../calls/made-reference.ts';
import {nameKeys} from '../../people/names.ts';
import {keepNameWords, keysOf} from '../../people/person-keys.server.ts';
import {rowsOf, TABLES, type MadePerson, type ProviderStaff} from './case-rows-made.ts';
import {makeCaseload, type MadeReferral} from './made-caseload.ts';
import {FAMILY_NAMES, GIVEN_NAMES, MORE_WALKERS, numberOf, ORGANISATIONS, STREETS} from './made-words.ts';
import {hearSpace, servicesByNeed} from './passed-on-services.server.ts';
import {putIn} from './put-in.server.ts';

export interface CaseloadLoaded {
  referrals: number;
  cases: number;
}

const TWO_YEARS = {days: 730, referrals: 10_000, seed: 2018};
const OUTCODES: Record<string, readonly string[]> = {
  'Lily Hill Link Workers': ['RG12', 'RG42', 'SL5'],
  'Crowthorne Connect': ['RG45', 'GU47', 'GU46'],
  'Wokingham Walkalong': ['RG40', 'RG41', 'RG5', 'RG6'],
};
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
  const providers = await addWalkers(sql);
  if (!providers) return null;
  const made = makeCaseload({seed, until, days, referrals, walkers: providers.map(({walkers}) => walkers.length)});
  await sql.begin(async (tx) => {
    const people = await makePeople(tx, made, providers, seed);
    const rows = rowsOf(made, people, providers, {until, seed: seed + 1, services: await servicesByNeed(tx)});
    await withFewTriggers(tx, async () => {
      await putInPeople(tx, made, people, providers);
      for (const table of TABLES) await putIn(tx, table, rows[table]);
    });
    await hearSpace(tx, until);
  });
  await sql.unsafe(`analyze ${TABLES.join(', ')}, people, person_access, person_keys, consents`);
  return {referrals: made.length, cases: made.filter((one) => one.case).length};
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

async function makePeople(
  tx: ISql,
  made: readonly MadeReferral[],
  providers: readonly {name: string}[],
  seed: number,
): Promise<MadePerson[]> {
  const chance = chanceFrom(seed + 2);
  const postcodes = await tx<{postcode: string}[]>`
    select postcode from postcodes where source = 'demonstration' order by postcode
  `;
  const ofOutcode = new Map<string, string[]>();
  for (const {postcode} of postcodes) {
    const outcode = postcode.split(' ')[0]!;
    ofOutcode.set(outcode, [...(ofOutcode.get(outcode) ?? []), postcode]);
  }
  const people: MadePerson[] = [];
  for (const {person, provider, passedTo} of made) {
    if (people[person]) continue;
    const outcode = chance.one(OUTCODES[providers[passedTo ?? provider]!.name]!);
    const age = Math.min(97, Math.max(18, Math.round(chance.length(62, 0.32))));
    people[person] = {
      id: uuidFrom(`walk person:${person}`),
      given: chance.one(GIVEN_NAMES),
      family: chance.one(FAMILY_NAMES),
      birthDate: addDays('2026-01-01', -Math.round(age * 365.25) - chance.whole(0, 364)),
      phone: chance.happens(0.93) ? numberOf(person) : null,
      postcode: chance.one(ofOutcode.get(outcode) ?? [`${outcode} 1AA`]),
      practice: chance.one(ORGANISATIONS.gp!),
    };
  }
  return people;
}

/** Those who were accepted are written down: found by name, kept by the provider that walks with them, with their consent. */
async function putInPeople(
  tx: ISql,
  made: readonly MadeReferral[],
  people: readonly MadePerson[],
  providers: readonly ProviderStaff[],
) {
  const first = new Map<number, MadeReferral>();
  for (const referral of made) if (referral.case && !first.has(referral.person)) first.set(referral.person, referral);
  const all = [...first].map(([number, referral]) => ({
    ...people[number]!,
    number,
    reference: `P-${referenceOf(20_000 + number, 6)}`,
    at: referral.decidedAt!,
    spoken: referral.source === 'self' ? 'form' : 'spoken',
    keeper: providers[referral.passedTo ?? referral.provider]!,
  }));
  await putIn(
    tx,
    'people',
    all.map(({id, keeper, reference, given, family, birthDate, postcode, at}) => ({
      id,
      partnershipId: keeper.partnershipId,
      partnerId: keeper.partnerId,
      reference,
      givenName: given,
      familyName: family,
      birthDate,
      outcode: postcode.split(' ')[0]!,
      createdBy: keeper.walkers[0]!,
      createdAt: at,
    })),
  );
  await putIn(
    tx,
    'person_keys',
    all.map(({id, reference, given, family, birthDate, phone, postcode}) => {
      const keys = keysOf({
        reference,
        names: [given, family],
        birthDate,
        estimate: null,
        nhsNumbers: [],
        references: [],
        phones: phone ? [phone] : [],
        emails: [],
        postcodes: [postcode],
      });
      return {personId: id, keys, foundKeys: keys};
    }),
  );
  await putIn(
    tx,
    'person_addresses',
    all.map(({id, number, postcode}) => ({
      personId: id,
      kind: 'home',
      lines: `${1 + (number % 90)} ${STREETS[number % STREETS.length]}`,
      postcode,
    })),
  );
  await putIn(
    tx,
    'person_contacts',
    all.flatMap(({id, phone}) => (phone ? [{personId: id, kind: 'other_phone', value: phone, safeToCall: 'yes'}] : [])),
  );
  await putIn(
    tx,
    'person_practices',
    all.map(({id, practice}) => ({personId: id, name: practice})),
  );
  await putIn(
    tx,
    'consents',
    all.map(({id, at, spoken, keeper}) => ({
      personId: id,
      kind: 'be_referred',
      decision: 'given',
      decidedOn: at.toISOString().slice(0, 10),
      decidedBy: 'person',
      how: spoken,
      recordedBy: keeper.walkers[0]!,
      recordedPartnerId: keeper.partnerId,
      recordedAt: at,
    })),
  );
  await keepNameWords(tx, nameKeys(...new Set(all.flatMap(({given, family}) => [given, family]))));
}
