/** Correcting a call after it has ended: what it said before stays, with who changed it and why. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';
import {callValues} from './call-values.ts';
import {listOf, type CallValues} from './call-fields.ts';
import {checkCall} from './check-call.server.ts';
import {partsOfCall, type Area} from './write-call.server.ts';
import type {DispositionKind} from './dispositions.ts';
import {readStoredCall, type Call} from './get-call.server.ts';
import {readCall, type CallProblems, type EndedCall} from './read-call.ts';

export type Correcting =
  | {ok: true}
  | {ok: false; reason: 'problems'; problems: CallProblems & {reason?: string}}
  /** Somebody else corrected it meanwhile: `call` is how it stands now. */
  | {ok: false; reason: 'changed'; call: Call}
  | {ok: false; reason: 'gone'};

/** What has a life of its own by now is looked after where it lives, and is neither added nor taken out here. */
export const LIVING: readonly DispositionKind[] = [
  'call_back_promised',
  'handed_on',
  'link_worker_referral',
  'safeguarding',
];

/**
 * Writes a corrected version of a call. One that was written down for the wrong person can be taken out of their record; it is
 * not put into another, which nobody has opened for it.
 * @param version the one that was corrected, as the form was shown
 * @param typed the fields of the form; a way of ending that has a life of its own stays as it is
 */
export function correctCall(
  sql: Sql,
  {submission, door, ...asker}: Sender,
  {id, version, reason, typed}: {id: string; version: number; reason: string; typed: CallValues},
  now = new Date(),
): Promise<Correcting> {
  const {viewer} = asker;
  return within(sql, {purpose: 'desk', ...asker}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Correcting> => {
      const [stored] = await tx<[Area?]>`
        select outcode, ward_gss, closed_at as recorded_at
        from calls
        where id = ${id} and partner_id = ${viewer.partnerId}
        for update
      `;
      const before = await readStoredCall(tx, id);
      if (!stored || !before || before.partnerId !== viewer.partnerId) return {ok: false, reason: 'gone'};
      if (before.version !== version) return {ok: false, reason: 'changed', call: before};

      const old = callValues(before);
      const living = before.endings.filter(({kind}) => LIVING.includes(kind)).map(({kind}) => kind);
      const free = listOf(typed.endings).filter((kind) => !LIVING.some((one) => one === kind));
      const isTakenOut = before.personId !== null && ['anonymous', 'nobody'].includes(typed.personKnown ?? '');
      const read = readCall(
        {...typed, endings: free.join(','), sendBy: 'none'},
        {isPersonChosen: before.personId !== null && !isTakenOut, now, standing: living},
      );
      const why = reason.replace(/\s+/g, ' ').trim().slice(0, 1000);
      const problems: CallProblems & {reason?: string} = read.ok
        ? await checkCall(tx, asker, read.call, before.personId)
        : read.problems;
      if (isTakenOut && living.length > 0)
        problems.personKnown =
          'What was handed on, promised, referred or raised is about them: tell those who have it first';
      if (!why) problems.reason = 'Say why it is corrected';
      if (!read.ok || Object.keys(problems).length > 0) return {ok: false, reason: 'problems', problems};

      await tx`
        insert into call_versions (call_id, partner_id, version, was, reason, changed_by)
        values (${id}, ${viewer.partnerId}, ${version}, ${tx.json(old as never)}, ${why}, ${viewer.staffId})
      `;
      await rewrite(tx, viewer, {
        id,
        area: stored,
        call: read.call,
        living,
        personId: isTakenOut ? null : before.personId,
      });
      await recordAct(tx, {
        action: 'call_corrected',
        personId: before.personId,
        details: {call: id, version: version + 1, fields: changedFields(old, typed)},
      });
      return {ok: true};
    }),
  );
}

/** A gap stays where and when it was met with, whenever the call is corrected. */
async function rewrite(
  tx: ISql,
  viewer: Sender['viewer'],
  {
    id,
    area,
    call,
    living,
    personId,
  }: {id: string; area: Area; call: EndedCall; living: DispositionKind[]; personId: string | null},
) {
  const kinds = [...call.endings.map(({kind}) => kind), ...living];
  await tx`delete from call_needs where call_id = ${id}`;
  await tx`delete from call_dispositions where call_id = ${id} and kind <> all(${living})`;
  await tx`delete from call_services where call_id = ${id}`;
  await tx`delete from gaps where call_id = ${id}`;
  await tx`
    with ${partsOfCall(tx, id, viewer.partnerId, viewer.partnershipId, call, area)}
    update calls
    set
      danger = ${call.danger},
      danger_note = ${call.danger === 'no' ? null : call.dangerNote},
      stayed_on_line = ${call.stayedOnLine},
      caller_kind = ${call.callerKind},
      caller_name = ${call.callerName},
      caller_phone = ${call.callerPhone},
      caller_relation = ${call.callerRelation},
      caller_organisation = ${call.callerOrganisation},
      person_known = ${call.personKnown},
      person_id = ${personId},
      story = ${call.story},
      domain = ${call.domain},
      needs = ${call.needs},
      going_well = ${call.goingWell},
      people_around = ${call.peopleAround},
      tried_before = ${call.triedBefore},
      closing_text = ${call.closingText},
      dispositions = ${kinds},
      version = version + 1
    where id = ${id}
  `;
}

const changedFields = (old: CallValues, typed: CallValues): string[] =>
  Object.keys(typed).filter((name) => (typed[name] ?? '') !== (old[name] ?? '') && name !== 'sendBy');
