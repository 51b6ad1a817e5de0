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
import {endCorrection} from './correction-draft.server.ts';
import {LIVING, type DispositionKind} from './dispositions.ts';
import {readStoredCall, type Call} from './get-call.server.ts';
import {apartUntil, areaAfter, placeOf, type Place} from './move-call.server.ts';
import {readCall, type CallProblems, type EndedCall} from './read-call.ts';

type Correcting =
  | {ok: true}
  | {ok: false; reason: 'problems'; problems: CallProblems & {reason?: string}}
  /** Somebody else corrected it meanwhile: `call` is how it stands now. */
  | {ok: false; reason: 'changed'; call: Call}
  | {ok: false; reason: 'gone'};

interface Correction {
  id: string;
  /** The one that was corrected, as the form was shown. */
  version: number;
  reason: string;
  /** The fields of the form; a way of ending that has a life of its own stays as it is. */
  typed: CallValues;
  /** The person in whose record it belongs, where it was written down for another: the viewer has that record open. */
  rightPersonId?: string | null;
  /** Where it was kept while it was typed. */
  draft?: string | null;
}

/**
 * Writes a corrected version of a call. One that was written down for the wrong person leaves their record, and goes into that
 * of the right one or into none, with what follows from it.
 */
export function correctCall(
  sql: Sql,
  {submission, door, ...asker}: Sender,
  {id, version, reason, typed, rightPersonId = null, draft = null}: Correction,
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
      const place = await placeOf(tx, before, {typed, rightPersonId});
      const read = readCall(
        {...typed, endings: free.join(','), sendBy: 'none'},
        {isPersonChosen: place.personId !== null, now, standing: living},
      );
      const why = reason.replace(/\s+/g, ' ').trim().slice(0, 1000);
      const problems: CallProblems & {reason?: string} = read.ok
        ? await checkCall(tx, asker, read.call, place.personId)
        : read.problems;
      if (place.problem) problems.personKnown = place.problem;
      if (!why) problems.reason = 'Say why it is corrected';
      if (!read.ok || Object.keys(problems).length > 0) return {ok: false, reason: 'problems', problems};

      await tx`
        insert into call_versions (call_id, partner_id, version, was, reason, changed_by)
        values (${id}, ${viewer.partnerId}, ${version}, ${tx.json(old as never)}, ${why}, ${viewer.staffId})
      `;
      await rewrite(tx, viewer, {
        id,
        area: place.isMoved ? await areaAfter(tx, stored, before.personId, place) : stored,
        call: read.call,
        living,
        place,
        apart: apartUntil(before, place),
      });
      // In the audit of each record stands that something was done to it, and in neither whose the other is.
      const details = {call: id, version: version + 1, fields: changedFields(old, typed)};
      await recordAct(tx, {action: 'call_corrected', personId: before.personId, details});
      if (place.isMoved && place.personId)
        await recordAct(tx, {action: 'call_put_into_record', personId: place.personId, details: {call: id}});
      await endCorrection(tx, asker, {id, partnerId: viewer.partnerId}, draft);
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
    place,
    apart,
  }: {id: string; area: Area; call: EndedCall; living: DispositionKind[]; place: Place; apart: number},
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
      person_id = ${place.personId},
      outcode = ${area.outcode},
      ward_gss = ${area.wardGss},
      apart_until = ${apart},
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
