/** Joining two records of one person, and taking them apart again. Nothing is moved: a link is set, and taken away. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Editor} from './change-record.server.ts';
import {compareRecords, type Compared, type ToCompare} from './merge-evidence.ts';
import type {Chosen} from './open-record.server.ts';
import type {Asker} from './staff-request.ts';

type OtherRecord = Chosen & Compared;

/**
 * The record with that reference, as the search would show it, and what speaks for its being the same person's. Null
 * for one that is not near the viewer, is the same record, or has been merged already.
 */
export function getOtherRecord(
  sql: Sql,
  {viewer, address}: Asker,
  personId: string,
  reference: string,
): Promise<OtherRecord | null> {
  return within(sql, {purpose: 'find-person', viewer, address}, async (tx) => {
    const other = await findOther(tx, personId, reference);
    await recordAct(tx, {
      action: 'person_searched',
      details: {kinds: ['reference'], found: other ? 1 : 0, for: 'merge'},
    });
    return other;
  });
}

export type Merged =
  | {ok: true; merged: string}
  /** The last three as `merge_people` gives them. */
  | {ok: false; reason: 'evidence' | 'confirm' | 'same' | 'not_opened' | 'not_found' | 'not_shared'};

/**
 * Joins the record with that reference to the one that the viewer has opened, which is kept.
 * @param confirmed that somebody knows the two are one, where one of them has no name
 */
export async function mergePeople(
  sql: Sql,
  editor: Editor,
  personId: string,
  {reference, why, confirmed}: {reference: string; why: string; confirmed: boolean},
): Promise<Merged> {
  const {viewer, address, openingId, submission, door} = editor;
  const other = await within(sql, {purpose: 'find-person', viewer, address}, (tx) =>
    findOther(tx, personId, reference),
  );
  if (!other) return repeated(sql, editor);
  if (other.verdict === 'no' || other.verdict === 'never') return {ok: false, reason: 'evidence'};
  if (other.verdict === 'ask' && !confirmed) return {ok: false, reason: 'confirm'};
  return within(sql, {purpose: 'record', viewer, address, openingId}, (tx) =>
    onceOnly<Merged>(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const evidence = [...other.found, ...(other.verdict === 'ask' ? ['confirmed'] : [])];
      const [{outcome}] = await tx<[{outcome: 'merged' | 'same' | 'not_opened' | 'not_found' | 'not_shared'}]>`
        select merge_people(${personId}, ${other.id}, ${evidence}, ${why}) as outcome
      `;
      if (outcome !== 'merged') return {ok: false, reason: outcome};
      await recordAct(tx, {action: 'duplicates_merged', personId, details: {other: other.id, evidence}});
      return {ok: true, merged: other.id};
    }),
  );
}

/** A form sent again finds no other record any more, because it has been merged: it gets the first answer. */
function repeated(sql: Sql, {viewer, address, submission, door}: Editor): Promise<Merged> {
  return within(sql, {purpose: 'find-person', viewer, address}, (tx) =>
    onceOnly<Merged>(tx, {submission, staffId: viewer.staffId, door}, async () => ({ok: false, reason: 'not_found'})),
  );
}

/** Takes a record out again: both are then as they were, with what has been changed in each since. */
export function unmergePeople(
  sql: Sql,
  editor: Editor,
  personId: string,
  mergeId: string,
  why: string,
): Promise<{ok: boolean}> {
  const {viewer, address, openingId, submission, door} = editor;
  return within(sql, {purpose: 'record', viewer, address, openingId}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [{outcome}] = await tx<[{outcome: string}]>`select unmerge_people(${mergeId}, ${why}) as outcome`;
      if (outcome !== 'unmerged') return {ok: false};
      await recordAct(tx, {action: 'duplicates_unmerged', personId, details: {merge: mergeId}});
      return {ok: true};
    }),
  );
}

async function findOther(tx: ISql, personId: string, reference: string): Promise<OtherRecord | null> {
  const people = await tx<(Chosen & ToCompare)[]>`
    select
      id, reference, known_as, given_name, family_name, birth_date, estimated_age, estimated_on, is_deceased, outcode,
      merged_into, coalesce(found_keys, '{}') as keys
    from people
    left join person_keys on person_keys.person_id = people.id
    where (id = ${personId} or reference = ${reference}) and merged_into is null
  `;
  const mine = people.find(({id}) => id === personId);
  const other = people.find(({id}) => id !== personId);
  if (!mine || !other) return null;
  const {keys: _keys, ...chosen} = other;
  return {...chosen, ...compareRecords(mine, other)};
}
