/** Everything that happened in a case, newest first, a page at a time: from an entry on, however long the case has gone on. */
import type {ISql} from '../../../db/client.ts';
import type {Mode, WhoWith} from './case-choices.ts';

const TIMELINE_SIZE = 40;

interface TimelineRow {
  id: string;
  at: Date;
  /** A contact's note, or what was said of an event. */
  words: string | null;
  byName: string | null;
}
export interface CaseContact extends TimelineRow {
  what: 'contact';
  mode: Mode;
  wasReached: boolean;
  minutes: number | null;
  whoWith: WhoWith;
}
export interface CaseEvent extends TimelineRow {
  what: 'event';
  kind: string;
}
export type CaseEntry = CaseContact | CaseEvent;

/** From which entry on; the newest where neither is said, or it is no entry of this case. */
export interface TimelineTurn {
  before?: string | null;
  after?: string | null;
}

export interface CaseTimeline {
  entries: CaseEntry[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** Runs inside `caseload`; what the viewer may not see of the case, row-level security leaves out. */
export async function readTimeline(
  tx: ISql,
  {id, partnerId}: {id: string; partnerId: string},
  {before, after}: TimelineTurn = {},
): Promise<CaseTimeline> {
  const from = after ?? before ?? null;
  // Named with its provider, as the index has it.
  const own = tx`case_id = ${id} and partner_id = ${partnerId}`;
  const [start] = from
    ? await tx<{at: string; recordedAt: string}[]>`
        select at::text, recorded_at::text from case_contacts where ${own} and id = ${from}
        union all
        select at::text, at::text from case_events where ${own} and id = ${from}
      `
    : [];
  const isBackwards = Boolean(start && after);
  const turn = isBackwards ? tx`>` : tx`<`;
  const order = isBackwards ? tx`at, recorded_at, id` : tx`at desc, recorded_at desc, id desc`;
  // As text: a date of this language would lose the microseconds.
  const turned = (recordedAt: ReturnType<ISql>) =>
    start
      ? tx`
          and at ${turn}= ${start.at}::text::timestamptz
          and (at, ${recordedAt}, id) ${turn} (${start.at}::text::timestamptz, ${start.recordedAt}::text::timestamptz, ${from}::uuid)
        `
      : tx``;
  const rows = await tx<CaseEntry[]>`
    select entries.id, what, kind, mode, was_reached, minutes, who_with, words, at, staff.name as by_name
    from (
      (
        select
          id, 'contact' as what, null as kind, mode, was_reached, minutes, who_with, note as words, at, recorded_at,
          staff_id as by_id
        from case_contacts
        where
          ${own}
          ${turned(tx`recorded_at`)}
        order by ${order}
        limit ${TIMELINE_SIZE + 1}
      )
      union all
      (
        select id, 'event', kind, null, null, null, null, words, at, at as recorded_at, by_id
        from case_events
        where
          ${own}
          ${turned(tx`at`)}
        order by ${order}
        limit ${TIMELINE_SIZE + 1}
      )
    ) as entries
    left join staff on staff.id = by_id
    order by ${isBackwards ? tx`at, recorded_at, entries.id` : tx`at desc, recorded_at desc, entries.id desc`}
    limit ${TIMELINE_SIZE + 1}
  `;
  const hasMore = rows.length > TIMELINE_SIZE;
  const shown = rows.slice(0, TIMELINE_SIZE);
  return {
    entries: isBackwards ? shown.toReversed() : shown,
    hasOlder: isBackwards || hasMore,
    hasNewer: isBackwards ? hasMore : Boolean(start),
  };
}
