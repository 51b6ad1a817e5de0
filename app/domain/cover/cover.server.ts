/** Cover during leave: who looks after whose people, and what is due with them. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {dayColumns, listWalkers, type DayRow} from '../cases/case-rows.server.ts';
import {listPromisedCalls, listReviews, type DueReview, type PromisedCall} from '../cases/day-lists.server.ts';
import {listJointSteps, type DayCase} from '../cases/joint-steps.server.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';
import {measuresDue, type DueMeasure} from '../measures/measures-due.server.ts';
import {onwardDue, type OnwardDue} from '../onward/onward-day.server.ts';
import {flagged, type Flagged} from '../people/alerts-and-needs.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Cover} from './read-cover.ts';

interface CoverRow {
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
  cases: Flagged<DayCase>[];
  /** What the desk promised in their name, but for calls that only some may know of. */
  calls: Flagged<PromisedCall>[];
  onward: OnwardDue[];
  reviews: DueReview[];
  measures: DueMeasure[];
}

/** A day with more than this is no day any more; the rest is in the caseload. */
const MOST = 30;
/** Of what stands beside the next steps, as many of each for each colleague. */
const MOST_BESIDE = 10;

const columns = (tx: ISql) => tx`
  covers.id,
  covers.staff_id,
  away.name as staff_name,
  covers.cover_id,
  covering.name as cover_name,
  covers.from_on,
  covers.until_on
`;

/** Those of some days, the last of them included. */
const joined = (tx: ISql, from: CalendarDate, until: CalendarDate | 'infinity') => tx`
  covers_between(${from}, ${until}) as covers
  join staff as away on away.id = covers.staff_id
  join staff as covering on covering.id = covers.cover_id
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
        from ${joined(tx, today, 'infinity')}
        where covers.partner_id = ${viewer.partnerId}
        order by covers.from_on, away.name
        limit 200
      `,
      listWalkers(tx, viewer.partnerId),
    ]);
    await recordAct(tx, {action: 'covers_viewed', details: {shown: covers.length}});
    return {covers: [...covers], walkers: [...walkers]};
  });
}

type CoverOutcome = {ok: true} | {ok: false; reason: 'nobody' | 'covered' | 'gone'};

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
        select id from covers_between(${from}, ${until}) where staff_id = ${staffId}
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

/**
 * For whom the viewer stands in today, with all that their own day would have of their people: next steps and plans to
 * review within seven days, promised calls, what services answered, measures. Inside `caseload`.
 */
export async function coveringToday(tx: ISql, viewer: Asker['viewer'], today: CalendarDate): Promise<Covering[]> {
  const covers = await tx<CoverRow[]>`
    select ${columns(tx)}
    from ${joined(tx, today, today)}
    where covers.cover_id = ${viewer.staffId} and covers.partner_id = ${viewer.partnerId}
    order by away.name
  `;
  if (covers.length === 0) return [];
  const away = covers.map(({staffId}) => staffId);
  const own = tx<DayRow[]>`
    select ${dayColumns(tx, viewer)}
    from cases
    left join people on people.id = cases.person_id
    left join staff on staff.id = cases.worker_id
    where
      cases.worker_id = any(${away})
      and cases.partner_id = ${viewer.partnerId}
      and cases.status not in ('closed', 'paused')
      and cases.next_step_on <= ${addDays(today, 7)}
    order by cases.next_step_on, cases.id
    limit ${MOST}
  `;
  const [due, joint] = await Promise.all([
    own,
    listJointSteps(tx, viewer, {staffIds: away, withUntaken: false}, addDays(today, 7), MOST),
  ]);
  const cases = await flagged<DayCase>(tx, [...due, ...joint]);
  return Promise.all(
    covers.map(async ({staffId, staffName, untilOn}) => {
      const one = {...viewer, staffId};
      const [promised, onward, reviews, measures] = await Promise.all([
        listPromisedCalls(tx, one, MOST_BESIDE),
        onwardDue(tx, one),
        listReviews(tx, one, addDays(today, 7), MOST_BESIDE),
        measuresDue(tx, one, today, MOST_BESIDE),
      ]);
      return {
        name: staffName,
        until: untilOn,
        cases: cases.filter(({workerId, walkerId}) => (walkerId ?? workerId) === staffId),
        calls: await flagged(tx, promised),
        onward: [...onward],
        reviews: [...reviews],
        measures,
      };
    }),
  );
}

/** Who stands in today for whoever walks with somebody; null where nobody is away. Inside `caseload`. */
export async function coverOf(tx: ISql, caseId: string): Promise<{name: string; until: CalendarDate} | null> {
  const [cover] = await tx<{name: string; until: CalendarDate}[]>`
    select covering.name, covers.until_on as until
    from cases
    join covers_between(london_day(now()), london_day(now())) as covers
      on covers.staff_id = cases.worker_id and covers.partner_id = cases.partner_id
    join staff as covering on covering.id = covers.cover_id
    where cases.id = ${caseId}
    limit 1
  `;
  return cover ?? null;
}
