/** A correction of a call that somebody is writing: kept as it is typed, theirs alone, until it is saved or thrown away. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {laterFields, type Change, type DraftConflict} from '../drafts/draft-fields.server.ts';
import {
  endOwnDraft,
  keepInOwnDraft,
  openOwnDraft,
  type Kept,
  type OwnDraft,
  type OwnDrafts,
} from '../drafts/own-draft.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {limitOf, listOf} from './call-fields.ts';
import {callValues} from './call-values.ts';
import {LIVING} from './dispositions.ts';
import {readStoredCall} from './get-call.server.ts';

const CORRECTIONS: OwnDrafts = {
  table: 'correction_drafts',
  fields: 'correction_draft_fields',
  about: 'call_id',
  endedAt: 'saved_at',
};

/** What the form of a correction has beside the fields of a call. */
const OF_THE_FORM = {reason: 2000, rightWords: 200, rightPersonId: 36};

/** How long a field of that form may be; null for one that there is not. */
const limitIn = (name: string): number | null =>
  Object.hasOwn(OF_THE_FORM, name) ? OF_THE_FORM[name as keyof typeof OF_THE_FORM] : limitOf(name);

export interface CorrectionDraft extends OwnDraft {
  /** The version of the call from which it was begun. */
  seen: number;
}

/** What the viewer had begun to correct in a call; null where there is nothing. */
export function openCorrection(sql: Sql, asker: Asker, callId: string): Promise<CorrectionDraft | null> {
  return within(sql, {purpose: 'desk', ...asker}, async (tx) => {
    const draft = await openOwnDraft(tx, CORRECTIONS, asker, callId);
    if (!draft) return null;
    const [{seen}] = await tx<[{seen: number}]>`select seen from correction_drafts where id = ${draft.id}`;
    return {...draft, seen};
  });
}

/** As many as a handler's own page names. */
const MOST_BEGUN = 10;

/** Calls that the viewer has begun to correct, the latest first: no more than which they are. */
export function listBegunCorrections(sql: Sql, asker: Asker): Promise<{callId: string; reference: string}[]> {
  return within(sql, {purpose: 'desk', ...asker}, async (tx) => [
    ...(await tx<{callId: string; reference: string}[]>`
      select call_id, reference
      from correction_drafts
      join calls on calls.id = call_id
      where
        correction_drafts.staff_id = ${asker.viewer.staffId}
        and saved_at is null
        and exists (select from correction_draft_fields where draft_id = correction_drafts.id)
      order by changed_at desc
      limit ${MOST_BEGUN}
    `),
  ]);
}

/** What an open page says of itself: which draft it was shown with, and from which version of the call. */
export interface CorrectionPage {
  draft: string;
  page: string;
  seen: number;
}

/**
 * Keeps what was typed.
 * @returns `closed` when it was saved or thrown away; `gone` when the call is not theirs to correct
 */
export function keepCorrection(
  sql: Sql,
  asker: Asker,
  callId: string,
  typed: CorrectionPage & {changes: Change[]},
): Promise<Kept> {
  return within(sql, {purpose: 'desk', ...asker}, (tx) => keep(tx, asker, callId, typed));
}

async function keep(
  tx: ISql,
  asker: Asker,
  callId: string,
  {draft, page, seen, changes}: CorrectionPage & {changes: Change[]},
): Promise<Kept> {
  const {viewer} = asker;
  // The call is held first, as by whoever saves the correction at that moment: else each would wait for the other.
  await tx`
    insert into correction_drafts (id, call_id, partner_id, staff_id, seen)
    select ${draft}, id, partner_id, ${viewer.staffId}, greatest(1, least(${seen}::integer, version))
    from calls
    where id = ${callId} and partner_id = ${viewer.partnerId}
    for key share
    on conflict do nothing
  `;
  // Held from here on, as another page of theirs may be writing in it.
  await tx`
    update correction_drafts set changed_at = now()
    where call_id = ${callId} and staff_id = ${viewer.staffId} and saved_at is null
  `;
  // What is too long, or for no field at all, is left out rather than cut: the page still has it.
  const kept = changes.filter(({name, value}) => value.length <= (limitIn(name) ?? -1));
  return keepInOwnDraft(tx, CORRECTIONS, asker, callId, {draft, page, changes: kept});
}

export type TakenIn =
  | {
      ok: true;
      /** What the form says otherwise than the call did: what somebody typed. */
      typed: Record<string, string>;
      conflicts: Omit<DraftConflict, 'by'>[];
      /** Something was typed on another page that this one has not shown. */
      isElsewhere: boolean;
    }
  | {ok: false; reason: 'gone'};

/**
 * Takes the whole form into the draft, as it is sent: what differs from what it was shown with.
 * @param sent what stands in its fields @param known the version of each field that the form was shown with
 */
export function takeInCorrection(
  sql: Sql,
  asker: Asker,
  callId: string,
  {sent, known, ...from}: CorrectionPage & {sent: Record<string, string>; known: Record<string, number>},
): Promise<TakenIn> {
  return within(sql, {purpose: 'desk', ...asker}, async (tx): Promise<TakenIn> => {
    const call = await readStoredCall(tx, callId);
    if (!call) return {ok: false, reason: 'gone'};
    // Of a version that is kept apart only what the call says now can be set against the form.
    const shown = call.versions.find(({version}) => version === from.seen)?.was ?? callValues(call);
    const changes = Object.entries(sent)
      .map(([name, value]) => ({name, value, base: known[name] ?? 0}))
      .filter(({name, value, base}) => base > 0 || comparable(name, value) !== comparable(name, shown[name] ?? ''));
    const typed = Object.fromEntries(changes.map(({name, value}) => [name, value]));
    const kept = await keep(tx, asker, callId, {...from, changes});
    // Saved already, as when a button is pressed twice: whoever saves says so.
    if (!kept.ok)
      return kept.reason === 'gone'
        ? {ok: false, reason: 'gone'}
        : {ok: true, typed, conflicts: [], isElsewhere: false};
    const draft = await openOwnDraft(tx, CORRECTIONS, asker, callId);
    const later = draft ? await laterFields(tx, CORRECTIONS.fields, draft.id, from.page, known) : [];
    const ofOthers = later.filter(({isOwn, name, value}) => !isOwn && value !== (sent[name] ?? ''));
    const conflicts = kept.conflicts.map(({by: _by, ...conflict}) => conflict);
    return {ok: true, typed, conflicts, isElsewhere: ofOthers.length > 0};
  });
}

/** Which ways of ending are chosen, and not in which order; those that go on by themselves are in no form. */
const comparable = (name: string, value: string): string =>
  name === 'endings'
    ? listOf(value)
        .filter((kind) => !LIVING.some((one) => one === kind))
        .sort()
        .join(',')
    : value;

/** Keeps whose record a button of the form has opened, or that it is nobody's any more. */
export const settleRightPerson = (
  sql: Sql,
  asker: Asker,
  callId: string,
  {known, ...from}: CorrectionPage & {known: Record<string, number>},
  personId: string | null,
): Promise<Kept> =>
  keepCorrection(sql, asker, callId, {
    ...from,
    changes: [{name: 'rightPersonId', value: personId ?? '', base: known.rightPersonId ?? 0}],
  });

/** It was saved. Runs inside `desk`. */
export const endCorrection = (
  tx: ISql,
  asker: Asker,
  call: {id: string; partnerId: string},
  draft: string | null,
): Promise<void> => endOwnDraft(tx, CORRECTIONS, asker, call, draft);

/** Throws away what was typed: the form begins again from how the call stands. */
export function throwCorrectionAway(sql: Sql, asker: Asker, callId: string): Promise<void> {
  return within(sql, {purpose: 'desk', ...asker}, (tx) =>
    endCorrection(tx, asker, {id: callId, partnerId: asker.viewer.partnerId}, null),
  );
}
