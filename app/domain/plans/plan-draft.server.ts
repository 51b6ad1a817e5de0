/**
 * A plan that is being written. What is typed is kept field by field within seconds, as in a call, for everyone of the
 * provider who has it open; keeping the plan makes a version of it and clears the fields away.
 */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {
  laterFields,
  listFields,
  othersPresent,
  writeFields,
  type Change,
  type DraftConflict,
  type DraftField,
  type LaterField,
  type Present,
  type Written,
} from '../drafts/draft-fields.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {mergeTyped} from './merge-typed.ts';
import {EMPTY_PLAN} from './plan-choices.ts';
import {PLAN_FIELDS, typedPlan, type TypedPlan} from './plan-form.ts';
import {getVersion, type PlanVersion} from './plan-versions.server.ts';

const FIELDS = 'plan_draft_fields';

/** Why nothing is taken in any more: somebody has kept the plan (`closed`), or the case is not the viewer's to write in. */
interface Over {
  ok: false;
  reason: 'closed' | 'gone';
  byName: string | null;
  /** The viewer kept it, in another window. */
  isYou: boolean;
}

/** The newest version, as the base of what is typed; its case is held until the transaction ends. Null: not theirs. */
export async function holdDraft(
  tx: ISql,
  {viewer}: Asker,
  caseId: string,
): Promise<{latest: PlanVersion | null} | null> {
  const [theCase] = await tx`
    select id from cases where id = ${caseId} and partner_id = ${viewer.partnerId} for key share
  `;
  return theCase ? {latest: await getVersion(tx, caseId)} : null;
}

/** What stands in each field of the form: the newest version, and over it what was typed since. */
export async function draftValues(tx: ISql, caseId: string, latest: PlanVersion | null): Promise<TypedPlan> {
  const fields = await listFields(tx, FIELDS, caseId);
  const typed = Object.fromEntries(fields.map(({name, value}) => [name, value]));
  return {...typedPlan(latest?.plan ?? EMPTY_PLAN), ...typed};
}

export const draftFields = (tx: ISql, caseId: string): Promise<DraftField[]> => listFields(tx, FIELDS, caseId);

export const clearDraft = (tx: ISql, caseId: string) => tx`delete from plan_draft_fields where draft_id = ${caseId}`;

/** What is too long for its field, or for no field at all, is left out rather than cut: the page still has it. */
export const writeDraft = (tx: ISql, asker: Asker, caseId: string, page: string, changes: Change[]): Promise<Written> =>
  writeFields(
    tx,
    FIELDS,
    asker,
    caseId,
    page,
    changes.filter(({name, value}) => value.length <= (PLAN_FIELDS.get(name)?.most ?? -1)),
  );

/**
 * Keeps what an open page has typed.
 * @param seen the number of the version that the page was made from; 0 where there was none
 */
export function saveDraft(
  sql: Sql,
  asker: Asker,
  caseId: string,
  {page, seen, changes}: {page: string; seen: number; changes: Change[]},
): Promise<({ok: true} & Written) | Over> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const held = await holdDraft(tx, asker, caseId);
    if (!held) return {ok: false, reason: 'gone', byName: null, isYou: false};
    const over = isOver(held.latest, seen, asker);
    return over ?? {ok: true, ...(await writeDraft(tx, asker, caseId, page, changes))};
  });
}

const isOver = (latest: PlanVersion | null, seen: number, {viewer}: Asker): Over | null =>
  (latest?.number ?? 0) === seen
    ? null
    : {
        ok: false,
        reason: 'closed',
        byName: latest?.madeByName ?? null,
        isYou: latest?.madeBy === viewer.staffId,
      };

/** What a page without scripts sends, or one whose words could not be kept as they were typed. */
export interface SentPlan {
  page: string;
  seen: number;
  typed: TypedPlan;
  /** The version of each field that the form was shown with. */
  known: Record<string, number>;
}

/**
 * Takes the whole form into the draft: what differs from what it was shown with. Where somebody kept a newer version
 * meanwhile, it goes on top of that one.
 */
export async function takeIn(
  tx: ISql,
  asker: Asker,
  caseId: string,
  latest: PlanVersion | null,
  {page, seen, typed, known}: SentPlan,
): Promise<DraftConflict[]> {
  const theirs = typedPlan(latest?.plan ?? EMPTY_PLAN);
  if ((latest?.number ?? 0) === seen) {
    const changes = Object.entries(typed)
      .map(([name, value]) => ({name, value, base: known[name] ?? 0}))
      .filter(({name, value, base}) => base > 0 || value !== (theirs[name] ?? ''));
    return (await writeDraft(tx, asker, caseId, page, changes)).conflicts;
  }
  const base = typedPlan((await getVersion(tx, caseId, seen))?.plan ?? EMPTY_PLAN);
  const {changed, both} = mergeTyped(base, {...base, ...typed}, theirs);
  const changes = Object.entries(changed).map(([name, value]) => ({name, value, base: 0}));
  const {conflicts} = await writeDraft(tx, asker, caseId, page, changes);
  const chosenBetween = both.map((name) => ({
    name,
    value: theirs[name] ?? '',
    version: 0,
    by: latest?.madeBy ?? '',
    byName: latest?.madeByName ?? '',
    isYou: latest?.madeBy === asker.viewer.staffId,
  }));
  return [...conflicts, ...chosenBetween];
}

/** What others have typed since a page last heard, and who is there. Only for a page that is not behind. */
export function followPlan(
  sql: Sql,
  asker: Asker,
  caseId: string,
  {page, seen, field, known}: {page: string; seen: number; field: string | null; known: Record<string, number>},
): Promise<{ok: true; fields: LaterField[]; present: Present[]} | Over> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const held = await holdDraft(tx, asker, caseId);
    if (!held) return {ok: false, reason: 'gone', byName: null, isYou: false};
    const over = isOver(held.latest, seen, asker);
    if (over) return over;
    const fields = await laterFields(tx, FIELDS, caseId, page, known);
    return {ok: true, fields: [...fields], present: await noteWriting(tx, asker, caseId, field)};
  });
}

/** Notes that the viewer has the plan open to write in, and says who else has. */
export async function noteWriting(tx: ISql, asker: Asker, caseId: string, field: string | null): Promise<Present[]> {
  const {staffId, partnerId} = asker.viewer;
  await tx`
    insert into plan_presence (draft_id, partner_id, staff_id, field)
    values (${caseId}, ${partnerId}, ${staffId}, ${field})
    on conflict (draft_id, staff_id) do update set field = excluded.field, seen_at = now()
  `;
  return othersPresent(tx, 'plan_presence', asker, caseId);
}
