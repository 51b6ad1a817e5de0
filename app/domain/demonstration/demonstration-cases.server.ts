/** The made-up referrals and cases of the demonstration: enough that every page has something in it. */
import type {ISql, Sql} from '../../../db/client.ts';
import {inOneTransaction} from '../../../db/in-one-transaction.ts';
import {uuidFrom} from '../../../db/uuid.ts';
import {within} from '../../../db/within.ts';
import {addDays, londonMoment} from '../dates/calendar-date.ts';
import {refreshKeys} from '../people/person-keys.server.ts';
import {loadDemonstrationVisits} from '../visits/demonstration-visits.server.ts';
import {ASKING, LIVES, MUST_KNOW, type Asking, type Life} from './demonstration-lives.ts';

const PROVIDERS = [
  {
    name: 'Lily Hill Link Workers',
    says: 'Bracknell, Ascot and around. We begin within a week.',
    outcodes: [],
    languages: [],
    capacity: 400,
    givesOut: 'claim',
  },
  {
    name: 'Crowthorne Connect',
    says: 'Crowthorne, Sandhurst and Yateley. Nepali spoken.',
    outcodes: ['RG45', 'GU47', 'GU46'],
    languages: ['Nepali'],
    capacity: 120,
    givesOut: 'allocate',
  },
  {
    name: 'Wokingham Walkalong',
    says: 'Wokingham, Earley and Woodley.',
    outcodes: ['RG40', 'RG41', 'RG5', 'RG6'],
    languages: [],
    capacity: 150,
    givesOut: 'claim',
  },
] as const;

interface Walker {
  id: string;
  partnerId: string;
  partnershipId: string;
  partnerName: string;
  teamId: string | null;
}

/**
 * Puts them in, all or none, where there are no cases yet and where the organisations of the demonstration are. Returns how many.
 * @param today 'YYYY-MM-DD'
 */
export const loadDemonstrationCases = (sql: Sql, today: string): Promise<number> =>
  inOneTransaction(sql, (whole) => putInAll(whole, today));

async function putInAll(sql: Sql, today: string): Promise<number> {
  const walkers = await within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<Walker[]>`
    select
      staff.id, staff.partner_id, staff.partnership_id, partners.name as partner_name,
      (select min(team_id::text)::uuid from staff_teams where staff_id = staff.id) as team_id
    from staff
    join partners on partners.id = staff.partner_id
    join staff_roles on staff_roles.staff_id = staff.id and role = 'link_worker'
    where staff.is_demonstration and partners.name = any(${PROVIDERS.map(({name}) => name)})
    order by staff.created_at
  `,
  );
  const [{exists}] = await sql<[{exists: boolean}]>`
    select exists (select from cases) or exists (select from referral_providers) as exists
  `;
  if (exists || walkers.length === 0) return 0;
  await putInProviders(sql, walkers);
  let count = 0;
  for (const [place, walker] of walkers.entries()) {
    // Each walks with others of them, in another order, as one worker's day is not like another's.
    for (const [at, one] of LIVES.entries()) {
      if ((at + place) % 2 === 0 || walkers.length === 1)
        count += await putInCase(sql, walker, one, {place, at, today});
    }
  }
  await loadDemonstrationVisits(
    sql,
    walkers.map(({id}) => id),
  );
  for (const [at, one] of ASKING.entries()) await putInAsking(sql, walkers, one, at);
  return count;
}

async function putInProviders(sql: Sql, walkers: Walker[]) {
  for (const {name, ...provider} of PROVIDERS) {
    const walker = walkers.find(({partnerName}) => partnerName === name);
    if (!walker) continue;
    const {partnerId, partnershipId} = walker;
    await sql`insert into referral_providers ${sql({partnerId, partnershipId, ...provider, outcodes: [...provider.outcodes], languages: [...provider.languages]})}`;
  }
}

async function putInCase(
  sql: Sql,
  walker: Walker,
  one: Life,
  {place, at, today}: {place: number; at: number; today: string},
): Promise<number> {
  const viewer = {staffId: walker.id, partnerId: walker.partnerId};
  const id = uuidFrom(`case:${place}:${at}`);
  const mix = (at * 7 + place * 5) % 16;
  const isClosed = mix === 13;
  const isPaused = mix === 9;
  const reached = mix % 5 === 4 ? 0 : one.notes.length;
  const begun = addDays(today, -(21 + mix * 5));
  const personId = await within(sql, {purpose: 'add-person', viewer}, (tx) => addPerson(tx, walker, one, place, at));
  await within(sql, {purpose: 'caseload', viewer}, async (tx) => {
    const due = addDays(today, [-4, -1, 0, 0, 1, 2, 3, 5, 8, 12, 20, 6, 1, 0, -2, 4][mix]!);
    await tx`
      insert into cases ${tx({
        id,
        partnershipId: walker.partnershipId,
        partnerId: walker.partnerId,
        teamId: walker.teamId,
        workerId: mix === 15 ? null : walker.id,
        personId,
        source: (['gp', 'self', 'call', 'someone_else', 'housing'] as const)[mix % 5]!,
        status: 'referred',
        tier: mix % 4 === 0 ? 'signposting' : 'plan',
        needs: one.needs,
        phone: `+4477009002${String(place * 16 + at).padStart(2, '0')}`,
        reachNote: mix % 6 === 1 ? 'Ring after two; do not leave a message' : null,
        referredAt: londonMoment(begun, '09:40'),
        openedAt: londonMoment(addDays(begun, 1), '11:15'),
        nextStep: STEPS[mix % STEPS.length],
        nextStepOn: due,
      })}
    `;
    await tx`
      insert into case_events (case_id, partner_id, kind, by_id, at)
      values (${id}, ${walker.partnerId}, 'opened', ${walker.id}, ${londonMoment(addDays(begun, 1), '11:15')})
    `;
    if (mix % 3 === 0 || reached === 0)
      await putInContact(tx, walker, id, {day: addDays(begun, 2), note: 'Rang, no answer.', wasReached: false});
    for (const [turn, note] of one.notes.slice(0, reached).entries())
      await putInContact(tx, walker, id, {day: addDays(begun, 4 + turn * 6), note, wasReached: true});
    const status = reached > 0 ? (mix === 11 ? 'follow_up' : 'active') : 'contact_attempted';
    await tx`update cases set status = ${status} where id = ${id}`;
    if (isPaused)
      await tx`
        update cases
        set status = 'paused', pause_reason = 'With her daughter in Leeds', paused_until = ${addDays(today, 9)}
        where id = ${id}
      `;
    if (isClosed)
      await tx`
        update cases
        set
          status = 'closed', closed_at = ${londonMoment(addDays(today, -3), '16:20')}, closed_by = ${walker.id},
          close_reason = 'goals_met', outcome = 'Goes by themselves now, and knows whom to ring.',
          next_step = null, next_step_on = null
        where id = ${id}
      `;
  });
  return 1;
}

const STEPS = [
  'Ring and ask how it went',
  'Go along the first time',
  'Meet at the library and talk about what matters',
  'Hear back from the group',
  'Bring the form for the travel pass',
];

function putInContact(
  tx: ISql,
  walker: Walker,
  caseId: string,
  {day, note, wasReached}: {day: string; note: string; wasReached: boolean},
) {
  return tx`
    insert into case_contacts ${tx({
      caseId,
      partnerId: walker.partnerId,
      mode: note.startsWith('Went') || note.startsWith('Visited') ? 'home' : 'phone',
      wasReached,
      minutes: wasReached ? 25 : 2,
      note,
      at: londonMoment(day, '14:10'),
      staffId: walker.id,
    })}
  `;
}

async function addPerson(tx: ISql, walker: Walker, one: Life, place: number, at: number): Promise<string> {
  const id = uuidFrom(`walked-with:${place}:${at}`);
  await tx`
    insert into people ${tx({
      id,
      partnershipId: walker.partnershipId,
      partnerId: walker.partnerId,
      givenName: one.given,
      familyName: place === 0 ? one.family : `${one.family.split('-')[0]}${ENDINGS[place % ENDINGS.length]}`,
      birthDate: addDays(one.born, place * 211),
      createdBy: walker.id,
    })}
  `;
  await putInMustKnow(tx, id, one.given, one.born);
  await refreshKeys(tx, id);
  return id;
}

async function putInMustKnow(tx: ISql, personId: string, given: string, since: string) {
  const {alert, need, interpreter} = MUST_KNOW[given] ?? {};
  if (alert) await tx`insert into person_alerts ${tx({personId, kind: alert[0], note: alert[1]})}`;
  if (need) {
    const row = {personId, kind: need[0], need: need[1], identifiedOn: since, mayShare: 'yes'};
    await tx`insert into person_communication ${tx(row)}`;
  }
  if (interpreter)
    await tx`insert into person_languages ${tx({personId, language: interpreter, isPreferred: true, interpreter: 'yes'})}`;
}

/** So that two workers do not walk with the same people. */
const ENDINGS = ['', 'son', ' Reed', ' Lane', '-Hart'];

async function putInAsking(sql: Sql, walkers: Walker[], one: Asking, at: number) {
  const walker = one.to
    ? walkers.find(({partnerName}) => partnerName === one.to?.provider)
    : walkers[at % 5 === 4 ? walkers.length - 1 : 0];
  if (!walker) return;
  const postcode = one.to?.postcode ?? 'RG12 1JX';
  const id = uuidFrom(`asking:${at}`);
  const isOther = one.source !== 'self';
  const madeAt = new Date(Date.now() - one.hours * 3_600_000);
  await sql`
    insert into referrals ${sql({
      id,
      partnershipId: walker.partnershipId,
      toPartnerId: walker.partnerId,
      source: one.source,
      reason: one.story,
      needs: one.needs,
      madeAt,
      statusAt: madeAt,
      givenName: one.given,
      familyName: one.family,
      birthDate: one.born,
      phone: `+4416329603${String(at).padStart(2, '0')}`,
      reachBy: 'phone',
      postcode,
      outcode: postcode.split(' ')[0]!,
      urgency: one.urgency,
      heldBecause: one.held ?? null,
      language: one.language ?? null,
      referrerName: isOther ? (one.organisation ? 'Sam Ridley' : 'Ken Osgood') : null,
      referrerOrganisation: one.organisation ?? null,
      referrerRelation: isOther && !one.organisation ? 'Neighbour' : null,
      referrerPhone: isOther ? '+441632960399' : null,
      mayTellReferrer: Boolean(one.organisation),
      consent: one.consent ?? 'given',
      consentBy: one.consent ? null : 'person',
      consentHow: one.consent ? null : isOther ? 'spoken' : 'form',
    })}
  `;
  await sql`
    insert into referral_events (referral_id, partner_id, kind, at) values (${id}, ${walker.partnerId}, 'received', ${madeAt})
  `;
}
