/** Reviews of how calls were taken: drawing calls, writing a review, reading one's own, and what they add up to. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {addDays, londonMoment, weekdayOf} from '../dates/calendar-date.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {SAMPLE_EACH, type Marks, type Review} from './review-form.ts';

interface SampledCall {
  id: string;
  reference: string;
  handlerName: string;
  startedAt: Date;
}

/** The calls drawn for review this week: see SAMPLE_RULE. What the viewer may not read is never among them. */
export function sampleForReview(sql: Sql, {viewer, address}: Asker, today: string): Promise<SampledCall[]> {
  const monday = addDays(today, -weekdayOf(today));
  const [from, to] = [londonMoment(addDays(monday, -7), '00:00'), londonMoment(monday, '00:00')];
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const calls = await tx<SampledCall[]>`
      with drawn as (
        select
          id,
          row_number() over (partition by handler_id order by sha256(convert_to(${monday} || id, 'UTF8'))) as turn
        from calls
        where
          partner_id = ${viewer.partnerId}
          and started_at >= ${from}
          and started_at < ${to}
          and handler_id <> ${viewer.staffId}
          and not dispositions && array['test_call', 'wrong_number']
      )
      select calls.id, calls.reference, staff.name as handler_name, calls.started_at
      from drawn
      join calls on calls.id = drawn.id
      join staff on staff.id = calls.handler_id
      where
        turn <= ${SAMPLE_EACH}
        -- After drawing, so that a call that was reviewed is not made up for by another.
        and not exists (select from call_reviews where call_reviews.call_id = calls.id)
      order by staff.name, calls.started_at
      limit 200
    `;
    await recordAct(tx, {action: 'calls_listed', details: {of: 'sample for review', found: calls.length}});
    return [...calls];
  });
}

/** The id of a call of the viewer's desk by its reference, in any case and with or without its hyphens; or null. */
export async function callByReference(sql: Sql, {viewer, address}: Asker, typed: string): Promise<string | null> {
  const plain = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^C/, '');
  if (!/^[A-Z0-9]{7}$/.test(plain)) return null;
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [call] = await tx<{id: string}[]>`
      select id from calls
      where reference = ${`C-${plain.slice(0, 3)}-${plain.slice(3)}`} and partner_id = ${viewer.partnerId}
    `;
    return call?.id ?? null;
  });
}

interface StoredReview extends Review {
  callId: string;
  reference: string;
  handlerName: string;
  reviewerId: string;
  reviewerName: string;
  reviewedAt: Date;
  seenAt: Date | null;
  version: number;
}

export const reviewOf = (sql: Sql, asker: Asker, callId: string): Promise<StoredReview | null> =>
  within(sql, {purpose: 'desk', ...asker}, (tx) => readReviewOf(tx, callId));

async function readReviewOf(tx: ISql, callId: string): Promise<StoredReview | null> {
  const [review] = await tx<StoredReview[]>`${reviews(tx)} where call_id = ${callId}`;
  return review ?? null;
}

type Saving =
  | {ok: true}
  | {ok: false; reason: 'missing' | 'own'}
  /** Somebody else has reviewed it, or changed this review, meanwhile. */
  | {ok: false; reason: 'changed'; now: StoredReview};

/** @param seen the version of the review as it was shown; 0 for a new one */
export function saveReview(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  callId: string,
  {review, seen, chosen}: {review: Review; seen: number; chosen: 'sample' | 'by_hand'},
): Promise<Saving> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Saving> => {
      const [call] = await tx<{handlerId: string; personId: string | null}[]>`
        select handler_id, person_id from calls where id = ${callId} and partner_id = ${viewer.partnerId}
      `;
      if (!call) return {ok: false, reason: 'missing'};
      if (call.handlerId === viewer.staffId) return {ok: false, reason: 'own'};
      const {partnerId, staffId} = viewer;
      const {count} =
        seen === 0
          ? await tx`
              insert into call_reviews ${tx({...review, callId, partnerId, handlerId: call.handlerId, reviewerId: staffId, chosen})}
              on conflict (call_id) do nothing
            `
          : await tx`
              update call_reviews set ${tx({...review})}, reviewed_at = now(), seen_at = null, version = version + 1
              where call_id = ${callId} and version = ${seen} and reviewer_id = ${staffId}
            `;
      if (count === 0) {
        const now = await readReviewOf(tx, callId);
        return now ? {ok: false, reason: 'changed', now} : {ok: false, reason: 'missing'};
      }
      await recordAct(tx, {action: 'call_reviewed', personId: call.personId, details: {call: callId}});
      return {ok: true};
    }),
  );
}

/** How many reviews of the viewer's own calls they have not read yet. */
export function countUnseenReviews(sql: Sql, {viewer, address}: Asker): Promise<number> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [{count}] = await tx<[{count: number}]>`
      select count(*) from call_reviews where handler_id = ${viewer.staffId} and seen_at is null
    `;
    return count;
  });
}

/** The viewer's own reviews, the latest first, at most 50. That they were read is noted the first time. */
export function readOwnReviews(sql: Sql, {viewer, address}: Asker): Promise<StoredReview[]> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const own = await tx<StoredReview[]>`
      ${reviews(tx)} where call_reviews.handler_id = ${viewer.staffId} order by reviewed_at desc limit 50
    `;
    await tx`update call_reviews set seen_at = now() where handler_id = ${viewer.staffId} and seen_at is null`;
    await recordAct(tx, {action: 'calls_listed', details: {of: 'own reviews', found: own.length}});
    return [...own];
  });
}

interface ReviewFigures {
  count: number;
  seen: number;
  /** Mean of each part, of those reviews in which it came up. */
  means: {[Part in keyof Marks]: number | null};
}

/** What the reviews of the last 90 days of the viewer's desk add up to. For leads only: the policies see to it. */
export function reviewFigures(sql: Sql, {viewer, address}: Asker): Promise<ReviewFigures> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [row] = await tx<[{count: number; seen: number} & ReviewFigures['means']]>`
      select
        count(*) as count,
        count(seen_at) as seen,
        avg(greeting)::float as greeting,
        avg(listening)::float as listening,
        avg(safety_first)::float as safety_first,
        avg(right_help)::float as right_help,
        avg(ending_agreed)::float as ending_agreed,
        avg(record_clear)::float as record_clear
      from call_reviews
      where partner_id = ${viewer.partnerId} and reviewed_at > now() - interval '90 days' and viewer_leads()
    `;
    const {count, seen, ...means} = row;
    return {count, seen, means};
  });
}

const reviews = (tx: ISql) => tx`
  select
    call_id, calls.reference, handlers.name as handler_name, reviewer_id, reviewers.name as reviewer_name, greeting,
    listening, safety_first, right_help, ending_agreed, record_clear, went_well, to_try, reviewed_at, seen_at,
    call_reviews.version
  from call_reviews
  join calls on calls.id = call_id
  join staff as handlers on handlers.id = call_reviews.handler_id
  join staff as reviewers on reviewers.id = reviewer_id
`;
