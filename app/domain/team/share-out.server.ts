/** Giving out cases that nobody has, or that somebody leaves behind: suggested, changed by a lead, confirmed in one go. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {nameOf} from '../cases/case-rows.server.ts';
import type {CalendarDate} from '../dates/calendar-date.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {ownRoom} from '../referrals/other-providers.server.ts';
import {networksOf} from '../referrals/provider-form.ts';
import type {ProviderRoom} from '../referrals/provider-room.ts';
import {shareOut, type Suggestion} from './fair-share.ts';
import type {Choice} from './share-form.ts';
import {listWeeks, type Walker} from './worker-weeks.server.ts';

/** As many at once as a lead can look over. */
const MOST_AT_ONCE = 25;

interface CaseToGive {
  id: string;
  version: number;
  reference: string;
  name: string | null;
  outcode: string | null;
  practice: string | null;
  language: string | null;
  needs: string[];
  needNames: string[];
  isUrgent: boolean;
  waitingSince: Date;
}

interface Sharing {
  cases: CaseToGive[];
  /** By the place of the case. */
  suggestions: Suggestion[];
  /** How many there are in all, of which the urgent and longest waiting are shown. */
  count: number;
  walkers: Walker[];
  /** Whose cases these are; null: nobody's. */
  from: {id: string; name: string} | null;
  /** How full the provider is; null for one that takes no referrals. */
  room: ProviderRoom | null;
}

/**
 * Open cases of nobody, or of a worker, each with whom the rule suggests.
 * @param fromId a worker whose cases are to be given to others
 */
export function suggestShares(
  sql: Sql,
  {viewer, address}: Asker,
  fromId: string | null,
  today: CalendarDate,
): Promise<Sharing> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const everybody = await listWeeks(tx, viewer, today);
    const from = everybody.find(({id}) => id === fromId) ?? null;
    const [cases, [{count}], [provider], room] = await Promise.all([
      listToGive(tx, viewer.partnerId, from?.id ?? null),
      tx<[{count: number}]>`
        select count(*)
        from cases
        where
          partner_id = ${viewer.partnerId}
          and status <> 'closed'
          and worker_id is not distinct from ${from?.id ?? null}::uuid
      `,
      tx<{networks: string[]}[]>`select networks from referral_providers where partner_id = ${viewer.partnerId}`,
      ownRoom(tx, viewer),
    ]);
    const walkers = everybody.filter(({id}) => id !== from?.id);
    await recordAct(tx, {action: 'cases_listed', details: {list: 'share_out', items: cases.length}});
    return {
      cases,
      suggestions: shareOut(cases, walkers, networksOf(provider?.networks ?? []), today),
      count,
      walkers,
      from: from && {id: from.id, name: from.name},
      room,
    };
  });
}

/** Their practice and language stand in the referral; where they live also in their record. */
const listToGive = async (tx: ISql, partnerId: string, workerId: string | null): Promise<CaseToGive[]> => [
  ...(await tx<CaseToGive[]>`
    select
      cases.id,
      cases.version,
      cases.reference,
      ${nameOf(tx)} as name,
      coalesce(referrals.outcode, people.outcode) as outcode,
      referrals.practice,
      referrals.language,
      cases.needs,
      array(select needs.name from needs where needs.key = any(cases.needs) order by needs.name limit 3) as need_names,
      coalesce(referrals.urgency = 'urgent', false) as is_urgent,
      cases.referred_at as waiting_since
    from cases
    left join people on people.id = cases.person_id
    left join referrals on referrals.id = cases.referral_id
    where
      cases.partner_id = ${partnerId}
      and cases.status <> 'closed'
      and cases.worker_id is not distinct from ${workerId}::uuid
    order by is_urgent desc, cases.referred_at, cases.id
    limit ${MOST_AT_ONCE}
  `),
];

interface Given {
  ok: true;
  given: number;
  /** References of those that somebody else changed, claimed or closed meanwhile: they stay as they are. */
  kept: string[];
}

/**
 * Gives each case to whom the lead chose, all in one transaction. A case that changed meanwhile stays as it is, and the
 * rest is given all the same. `nobody`: one of those chosen does not walk here.
 */
export function giveOut(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  choices: readonly Choice[],
): Promise<Given | {ok: false; reason: 'nobody'}> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly<Given | {ok: false; reason: 'nobody'}>(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const workers = await tx<{id: string; name: string}[]>`
        select staff.id, staff.name
        from staff
        where
          staff.id = any(${choices.map(({workerId}) => workerId)})
          and staff.partner_id = ${viewer.partnerId}
          and staff.disabled_at is null
          and exists (select from staff_roles where staff_id = staff.id and role in ('link_worker', 'team_lead'))
      `;
      const nameOfWorker = new Map(workers.map(({id, name}) => [id, name]));
      if (choices.some(({workerId}) => !nameOfWorker.has(workerId))) return {ok: false, reason: 'nobody'};
      // In one order, so that two leads who give out the same cases wait for each other and never for ever.
      const held = await tx<{id: string; version: number; reference: string; personId: string; isOpen: boolean}[]>`
        select id, version, reference, person_id, status <> 'closed' as is_open
        from cases
        where id = any(${choices.map(({caseId}) => caseId)}) and partner_id = ${viewer.partnerId}
        order by id
        for update
      `;
      const chosen = new Map(choices.map((choice) => [choice.caseId, choice]));
      const stays = held.filter(({id, version, isOpen}) => !isOpen || chosen.get(id)!.version !== version);
      const goes = held.filter((one) => !stays.includes(one));
      for (const {id, personId} of goes) {
        const {workerId} = chosen.get(id)!;
        await tx`update cases set worker_id = ${workerId}, version = version + 1 where id = ${id}`;
        await tx`
          insert into case_events (case_id, partner_id, kind, words, by_id)
          values (
            ${id}, ${viewer.partnerId}, 'transferred', ${`To ${nameOfWorker.get(workerId)!}. Given out by a lead.`},
            ${viewer.staffId}
          )
        `;
        await recordAct(tx, {action: 'case_transferred', personId, details: {case: id, to: workerId}});
      }
      return {ok: true, given: goes.length, kept: stays.map(({reference}) => reference)};
    }),
  );
}
