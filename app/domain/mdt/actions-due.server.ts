/** What people said at a meeting that they would do: it stands in their day until it is done. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';

/** Something to do, for a day. */
export interface ActionDue {
  id: string;
  what: string;
  /** 'YYYY-MM-DD' */
  dueOn: string;
  /** Whom it is about, as the page for the meeting calls them. */
  name: string;
  meetingId: string;
  itemId: string;
  mdtName: string;
}

const MOST_DUE = 50;

/**
 * What the viewer has to do by that day, the earliest first. Runs inside `caseload`, `desk` or `mdt`.
 * @param until 'YYYY-MM-DD'; left out: whenever it is due
 */
export async function listActionsDue(
  tx: ISql,
  {viewer}: Pick<Asker, 'viewer'>,
  until: string | null = null,
): Promise<ActionDue[]> {
  return tx<ActionDue[]>`
    select
      mdt_actions.id,
      mdt_actions.what,
      mdt_actions.due_on,
      mdt_subjects.summary ->> 'name' as name,
      mdt_actions.meeting_id,
      mdt_actions.item_id,
      mdts.name as mdt_name
    from mdt_actions
    join mdt_subjects on mdt_subjects.id = mdt_actions.subject_id
    join mdts on mdts.id = mdt_subjects.mdt_id
    where
      mdt_actions.owner_id = ${viewer.staffId}
      and mdt_actions.done_at is null
      ${until ? tx`and mdt_actions.due_on <= ${until}` : tx``}
    order by mdt_actions.due_on, mdt_actions.made_at
    limit ${MOST_DUE}
  `;
}

/** Says that something is done, and what came of it. `gone`: it is not the viewer's to do, or done already. */
export function finishAction(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  actionId: string,
  note: string | null,
): Promise<{ok: true} | {ok: false; reason: 'gone'}> {
  return within(sql, {purpose: 'mdt', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [done] = await tx<{meetingId: string; personId: string | null}[]>`
        update mdt_actions
        set done_at = now(), done_note = ${note}
        from mdt_subjects
        where
          mdt_actions.id = ${actionId}
          and owner_id = ${viewer.staffId}
          and done_at is null
          and mdt_subjects.id = subject_id
        returning meeting_id, person_id
      `;
      if (!done) return {ok: false, reason: 'gone'} as const;
      await recordAct(tx, {
        action: 'mdt_action_done',
        personId: done.personId,
        details: {meeting: done.meetingId, action: actionId},
      });
      return {ok: true} as const;
    }),
  );
}
