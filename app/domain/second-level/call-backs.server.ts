/** Promises to ring somebody back: what is due, each try, and when it is done. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {flagged, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {RingWarning} from '../people/ring-warnings.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Attempt, AttemptResult} from './call-back-choices.ts';

export interface CallBack {
  id: string;
  callId: string;
  callReference: string | null;
  personId: string | null;
  dueAt: Date;
  staffId: string | null;
  staffName: string | null;
  phone: string | null;
  /** What the person's record says against ringing this number. */
  ringWarning: RingWarning | null;
  about: string;
  /** What must be known of the person before they are rung. */
  mustKnow: AlertsAndNeeds | null;
  attempts: {result: AttemptResult; triedAt: Date; staffName: string; note: string | null}[];
}

interface CallBackList {
  callBacks: CallBack[];
  count: number;
  page: number;
  pages: number;
}

const PAGE_SIZE = 20;

/** Call-backs of the viewer's desk that are still to be made, what is due first first. */
export function listCallBacks(
  sql: Sql,
  {viewer, address}: Asker,
  {isMineOnly, page}: {isMineOnly: boolean; page: number},
): Promise<CallBackList> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const which = isMineOnly ? tx`and (call_backs.staff_id = ${viewer.staffId} or call_backs.staff_id is null)` : tx``;
    const [{count}] = await tx<[{count: number}]>`
      select count(*) from call_backs where partner_id = ${viewer.partnerId} and done_at is null ${which}
    `;
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await tx<Omit<CallBack, 'mustKnow' | 'ringWarning' | 'attempts'>[]>`
      select
        call_backs.id,
        call_backs.call_id,
        calls.reference as call_reference,
        call_backs.person_id,
        call_backs.due_at,
        call_backs.staff_id,
        staff.name as staff_name,
        call_backs.phone,
        call_backs.about
      from call_backs
      left join calls on calls.id = call_backs.call_id
      left join staff on staff.id = call_backs.staff_id
      where call_backs.partner_id = ${viewer.partnerId} and call_backs.done_at is null ${which}
      order by call_backs.due_at, call_backs.id
      limit ${PAGE_SIZE}
      offset ${(shown - 1) * PAGE_SIZE}
    `;
    const [attempts, flaggedRows] = await Promise.all([
      listAttempts(
        tx,
        rows.map(({id}) => id),
      ),
      flagged(tx, rows),
    ]);
    await recordAct(tx, {action: 'calls_listed', details: {list: 'call_backs', items: rows.length}});
    return {
      callBacks: flaggedRows.map((row) => ({
        ...row,
        attempts: attempts.filter(({callBackId}) => callBackId === row.id),
      })),
      count,
      page: shown,
      pages,
    };
  });
}

function listAttempts(tx: ISql, ids: string[]) {
  return tx<(CallBack['attempts'][number] & {callBackId: string})[]>`
    select call_back_id, result, tried_at, staff.name as staff_name, note
    from call_back_attempts
    join staff on staff.id = call_back_attempts.staff_id
    where call_back_id = any(${ids})
    order by tried_at
  `;
}

type AttemptOutcome = {ok: true; isDone: boolean} | {ok: false; reason: 'done_already'};

/**
 * Writes down a try. Reaching them is the end of it; so is giving up, and their not wanting it any more.
 * @param purpose the desk's, or a link worker's own day, where what was promised in their name is theirs to do, or in that of
 *   a colleague they cover for
 */
export function recordAttempt(
  sql: Sql,
  {viewer, address, door, submission}: Sender,
  callBackId: string,
  {result, note, end}: Attempt,
  purpose: 'desk' | 'caseload' = 'desk',
): Promise<AttemptOutcome> {
  return within(sql, {purpose, viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<AttemptOutcome> => {
      const outcome = result === 'reached' ? 'reached' : end;
      const [open] = await tx<{personId: string | null}[]>`
        update call_backs
        set
          version = version + 1,
          done_at = case when ${outcome}::text is not null then clock_timestamp() end,
          done_by = case when ${outcome}::text is not null then ${viewer.staffId}::uuid end,
          outcome = ${outcome}
        where id = ${callBackId} and done_at is null
        returning person_id
      `;
      if (!open) return {ok: false, reason: 'done_already'};
      if (result) {
        await tx`
          insert into call_back_attempts (call_back_id, partner_id, staff_id, result, note)
          values (${callBackId}, ${viewer.partnerId}, ${viewer.staffId}, ${result}, ${note})
        `;
      }
      await recordAct(tx, {
        action: outcome ? 'call_back_done' : 'call_back_tried',
        personId: open.personId,
        details: {callBack: callBackId, ...(result ? {result} : {})},
      });
      return {ok: true, isDone: outcome !== null};
    }),
  );
}
