import type {ISql} from '../../../db/client.ts';

/** Of `mdt_subjects`: who was brought, is still to be spoken of, and is on no list of a meeting that is still open. */
export const waits = (tx: ISql) => tx`
  settled_at is null
  and withdrawn_at is null
  and not exists (
    select
    from mdt_items
    join mdt_meetings on mdt_meetings.id = mdt_items.meeting_id
    where mdt_items.subject_id = mdt_subjects.id and mdt_meetings.closed_at is null
  )
`;
