/** The clock of a call that is being taken, and who has it open. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {othersPresent, type Present} from '../drafts/draft-fields.server.ts';
import type {Asker} from '../people/staff-request.ts';

/** What the timer can be told. Told twice, it is told once. */
type TimerTurn = 'hold' | 'resume' | 'hang_up';

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

/** Notes that the viewer has the call open, and says who else has. */
export function notePresence(sql: Sql, {viewer, address}: Asker, id: string, field: string | null): Promise<Present[]> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    // Locked, so that a call that is being ended just now is either still there or is not.
    await tx`
      insert into call_presence (draft_id, partner_id, staff_id, field)
      select id, partner_id, ${viewer.staffId}, ${field} from call_drafts where id = ${id} for key share
      on conflict (draft_id, staff_id) do update set field = excluded.field, seen_at = now()
    `;
    return othersPresent(tx, 'call_presence', {viewer}, id);
  });
}
