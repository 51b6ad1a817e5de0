/** The clock of a call that is being taken, and who has it open. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';

/** What the timer can be told. Told twice, it is told once. */
export type TimerTurn = 'hold' | 'resume' | 'hang_up';

export function turnTimer(sql: Sql, {viewer, address}: Asker, id: string, turn: TimerTurn): Promise<void> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const waited = tx`held_seconds + coalesce(extract(epoch from now() - held_since), 0)::integer`;
    if (turn === 'hold') {
      await tx`
        update call_drafts set held_since = now() where id = ${id} and held_since is null and talk_ended_at is null
      `;
    } else if (turn === 'resume') {
      await tx`
        update call_drafts set held_seconds = ${waited}, held_since = null where id = ${id} and held_since is not null
      `;
    } else {
      await tx`
        update call_drafts
        set held_seconds = ${waited}, held_since = null, talk_ended_at = now()
        where id = ${id} and talk_ended_at is null
      `;
    }
  });
}

/** How long after somebody was last heard of they count as no longer there. */
const PRESENT_SECONDS = 40;

export interface Present {
  staffId: string;
  name: string;
  /** The field they are in, or null. */
  field: string | null;
}

/** Notes that the viewer has the call open, and says who else has. */
export function notePresence(sql: Sql, {viewer, address}: Asker, id: string, field: string | null): Promise<Present[]> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    // Locked, so that a call that is being ended just now is either still there or is not.
    await tx`
      insert into call_presence (draft_id, partner_id, staff_id, field)
      select id, partner_id, ${viewer.staffId}, ${field} from call_drafts where id = ${id} for key share
      on conflict (draft_id, staff_id) do update set field = excluded.field, seen_at = now()
    `;
    return tx<Present[]>`
      select staff_id, staff.name, field
      from call_presence
      join staff on staff.id = staff_id
      where
        draft_id = ${id}
        and staff_id <> ${viewer.staffId}
        and seen_at > now() - make_interval(secs => ${PRESENT_SECONDS})
      order by staff.name
    `;
  });
}
