/** Cover during leave: who looks after whose people, and what is due with them. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {caseColumns, listWalkers, type CaseRow} from '../cases/case-rows.server.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';
import {flagged, type Flagged} from '../people/alerts-and-needs.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Cover} from './read-cover.ts';

export interface CoverRow {
  id: string;
  staffId: string;
  staffName: string;
  coverId: string;
  coverName: string;
  fromOn: CalendarDate;
  untilOn: CalendarDate;
}

/** What somebody does for a colleague who is away. */
export interface Covering {
  name: string;
  until: CalendarDate;
  cases: Flagged<CaseRow>[];
}

/** A day with more than this is no day any more; the rest is in the caseload. */
const MOST = 30;

const columns = (tx: ISql) => tx`
  case_covers.id,
  case_covers.staff_id,
  away.name as staff_name,
  case_covers.cover_id,
  covering.name as cover_name,
  case_covers.from_on,
  case_covers.until_on
`;

const joined = (tx: ISql) => tx`
  case_covers
  join staff as away on away.id = case_covers.staff_id
  join staff as covering on covering.id = case_covers.cover_id
`;

/** Leave that is not over, the soonest first: of everybody of the provider, as all of them need to know. */
export function listCovers(
  sql: Sql,
  {viewer, address}: Asker,
  today: CalendarDate,
): Promise<{covers: CoverRow[]; walkers: {id: string; name: string}[]}> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [covers, walkers] = await Promise.all([
      tx<CoverRow[]>`
        select ${columns(tx)}
        from ${joined(tx)}
        where
          case_covers.partner_id = ${viewer.partnerId}
          and case_covers.ended_at is null
          and case_covers.until_on >= ${today}
        order by case_covers.from_on, away.name
        limit 200
      `,
      listWalkers(tx, viewer.partnerId),
    ]);
    await recordAct(tx, {action: 'covers_viewed', details: {shown: covers.length}});
    return {covers: [...covers], walkers: [...walkers]};
  });
}

export type CoverOutcome = {ok: true} | {ok: false; reason: 'nobody' | 'covered' | 'gone'};

/** Arranges cover for the viewer's own leave; a lead does for anybody's of their provider. One colleague at a time. */
export function arrangeCover(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  {staffId, coverId, from, until}: Cover,
): Promise<CoverOutcome> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<CoverOutcome> => {
      const walkers = await listWalkers(tx, viewer.partnerId);
      const [away, covering] = [staffId, coverId].map((id) => walkers.some((one) => one.id === id));
      const [{leads}] = await tx<[{leads: boolean}]>`select viewer_leads() as leads`;
      if (!away || !covering || (staffId !== viewer.staffId && !leads)) return {ok: false, reason: 'nobody'};
      // Two leads at once: the second sees what the first has arranged.
      await tx`select pg_advisory_xact_lock(hashtextextended(${`cover ${staffId}`}, 0))`;
      const [other] = await tx`
        select id from case_covers
        where staff_id = ${staffId} and ended_at is null and from_on <= ${until} and until_on >= ${from}
      `;
      if (other) return {ok: false, reason: 'covered'};
      await tx`
        insert into case_covers (partner_id, staff_id, cover_id, from_on, until_on, made_by)
        values (${viewer.partnerId}, ${staffId}, ${coverId}, ${from}, ${until}, ${viewer.staffId})
      `;
      await recordAct(tx, {action: 'cover_changed', details: {what: 'arranged', away: staffId, covering: coverId}});
      return {ok: true};
    }),
  );
}

/** Takes it back. Sent again it does nothing more. */
export function endCover(sql: Sql, {viewer, address}: Asker, id: string): Promise<CoverOutcome> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx): Promise<CoverOutcome> => {
    const [held] = await tx<{isOver: boolean; staffId: string}[]>`
      select ended_at is not null as is_over, staff_id from case_covers where id = ${id} for update
    `;
    if (!held) return {ok: false, reason: 'gone'};
    if (held.isOver) return {ok: true};
    await tx`update case_covers set ended_at = now() where id = ${id}`;
    await recordAct(tx, {action: 'cover_changed', details: {what: 'ended', away: held.staffId}});
    return {ok: true};
  });
}

/** For whom the viewer stands in today, with what is due with their people within seven days. Inside `caseload`. */
export async function coveringToday(tx: ISql, viewer: Asker['viewer'], today: CalendarDate): Promise<Covering[]> {
  const covers = await tx<CoverRow[]>`
    select ${columns(tx)}
    from ${joined(tx)}
    where
      case_covers.cover_id = ${viewer.staffId}
      and case_covers.partner_id = ${viewer.partnerId}
      and case_covers.ended_at is null
      and ${today}::date between case_covers.from_on and case_covers.until_on
    order by away.name
  `;
  if (covers.length === 0) return [];
  const due = await tx<CaseRow[]>`
    select ${caseColumns(tx)}
    from cases
    left join people on people.id = cases.person_id
    left join staff on staff.id = cases.worker_id
    where
      cases.worker_id = any(${covers.map(({staffId}) => staffId)})
      and cases.partner_id = ${viewer.partnerId}
      and cases.status not in ('closed', 'paused')
      and cases.next_step_on <= ${addDays(today, 7)}
    order by cases.next_step_on, cases.id
    limit ${MOST}
  `;
  const cases = await flagged(tx, due);
  return covers.map(({staffId, staffName, untilOn}) => ({
    name: staffName,
    until: untilOn,
    cases: cases.filter(({workerId}) => workerId === staffId),
  }));
}

/** Who stands in today for whoever walks with somebody; null where nobody is away. Inside `caseload`. */
export async function coverOf(tx: ISql, caseId: string): Promise<{name: string; until: CalendarDate} | null> {
  const [cover] = await tx<{name: string; until: CalendarDate}[]>`
    select covering.name, case_covers.until_on as until
    from cases
    join case_covers
      on case_covers.staff_id = cases.worker_id
      and case_covers.partner_id = cases.partner_id
      and case_covers.ended_at is null
      and london_day(now()) between case_covers.from_on and case_covers.until_on
    join staff as covering on covering.id = case_covers.cover_id
    where cases.id = ${caseId}
    limit 1
  `;
  return cover ?? null;
}
