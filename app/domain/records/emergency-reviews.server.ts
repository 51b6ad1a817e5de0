/** Emergency access is used first and looked at afterwards: what waits for a records officer, and what they found. */
import {z} from 'zod';
import type {ISql, Sql} from '../../../db/client.ts';
import {within, type Context} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {listActs, type ListedAct} from './list-acts.server.ts';
import {recordAct} from '../audit/record-act.server.ts';

export const OUTCOMES = {
  appropriate: 'It was right',
  not_appropriate: 'It was not right',
} as const;

type Outcome = keyof typeof OUTCOMES;

export interface Emergency {
  openingId: string;
  openedAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
  staffId: string;
  staffName: string;
  partnerName: string;
  personId: string;
  reference: string | null;
  reason: string;
  outcome: Outcome | null;
  note: string | null;
  reviewedAt: Date | null;
  reviewerName: string | null;
  /** The viewer's own emergency access, which somebody else must review. */
  isOwn: boolean;
}

const A_PAGE = 25;
/** Of one hour's access; more than this and the staff's own page shows the rest. */
const ACTS_SHOWN = 100;

/**
 * Those that wait, the longest first, or those that were reviewed, the latest first; from behind `after` on (an opening
 * of the page before). Itself recorded.
 */
export function listEmergencies(
  sql: Sql,
  context: Context,
  {isReviewed, after}: {isReviewed: boolean; after: string | null},
): Promise<{emergencies: Emergency[]; next: string | null}> {
  return within(sql, context, async (tx) => {
    const rows = await tx<Emergency[]>`
      ${emergencies(tx)}
      where ${isReviewed ? reviewedBehind(tx, after) : waitingBehind(tx, after)}
      limit ${A_PAGE + 1}
    `;
    const shown = rows.slice(0, A_PAGE);
    await recordAct(tx, {action: 'audit_viewed', details: {list: 'emergency access', shown: shown.length}});
    return {emergencies: shown, next: rows.length > A_PAGE ? shown.at(-1)!.openingId : null};
  });
}

function waitingBehind(tx: ISql, after: string | null) {
  return tx`
    review.reviewed_at is null
    ${
      after
        ? tx`
            and (review.waiting_since, review.opening_id) > (
              select waiting_since, opening_id from emergency_reviews where opening_id = ${after}
            )
          `
        : tx``
    }
    order by review.waiting_since, review.opening_id
  `;
}

function reviewedBehind(tx: ISql, after: string | null) {
  return tx`
    review.reviewed_at is not null
    ${
      after
        ? tx`
            and (review.reviewed_at, review.opening_id) < (
              select reviewed_at, opening_id from emergency_reviews where opening_id = ${after}
            )
          `
        : tx``
    }
    order by review.reviewed_at desc, review.opening_id desc
  `;
}

export function countWaiting(sql: Sql, context: Context): Promise<number> {
  return within(sql, context, async (tx) => {
    const [row] = await tx<[{count: number}]>`
      select count(*) as count from emergency_reviews where reviewed_at is null
    `;
    return row.count;
  });
}

/** One emergency access with what was done under it. Null where it is not for this records officer. Itself recorded. */
export function getEmergency(
  sql: Sql,
  context: Context,
  openingId: string,
): Promise<{emergency: Emergency; acts: ListedAct[]} | null> {
  return within(sql, context, async (tx) => {
    const [emergency] = await tx<Emergency[]>`${emergencies(tx)} where review.opening_id = ${openingId}`;
    if (!emergency) return null;
    const {personId, staffId} = emergency;
    const everything = {from: null, until: null, before: null};
    const {acts} = await listActs(tx, {openingId, staffId}, everything, ACTS_SHOWN);
    await recordAct(tx, {action: 'audit_viewed', personId, details: {opening: openingId, staff: staffId}});
    return {emergency, acts};
  });
}

interface ReviewForm {
  outcome: string;
  note: string;
}

type ReviewProblems = Partial<Record<keyof ReviewForm, string>>;

type Reviewed =
  | {ok: true}
  | {ok: false; because: 'problems'; problems: ReviewProblems}
  /** Someone else was quicker, it is the viewer's own, or it is not theirs to see. */
  | {ok: false; because: 'not waiting'};

const reviewSchema = z
  .object({
    outcome: z.enum(['appropriate', 'not_appropriate'], 'Choose whether it was right'),
    note: z.string().trim().max(2000, 'Write no more than 2,000 letters'),
  })
  .refine(({outcome, note}) => outcome !== 'not_appropriate' || note !== '', {
    path: ['note'],
    message: 'Write what was wrong and what happens next',
  });

/** Writes down what a records officer found. Once; sent again it gives the same answer. */
export function reviewEmergency(
  sql: Sql,
  context: Context & {viewer: {staffId: string; partnerId: string}},
  openingId: string,
  form: ReviewForm & {submission: string},
): Promise<Reviewed> {
  const read = reviewSchema.safeParse(form);
  if (!read.success) {
    const problems: ReviewProblems = {};
    for (const {path, message} of read.error.issues) problems[path[0] as keyof ReviewForm] ??= message;
    return Promise.resolve({ok: false, because: 'problems', problems});
  }
  const {outcome, note} = read.data;
  const {staffId} = context.viewer;
  const once = {submission: form.submission, staffId, door: 'records.review'};
  return within(sql, context, (tx) =>
    onceOnly(tx, once, async (): Promise<Reviewed> => {
      const [reviewed] = await tx<{personId: string}[]>`
        update emergency_reviews
        set outcome = ${outcome}, note = ${note || null}, reviewed_by = ${staffId}, reviewed_at = now()
        where opening_id = ${openingId} and reviewed_at is null
        returning (select person_id from openings where openings.id = opening_id) as person_id
      `;
      if (!reviewed) return {ok: false, because: 'not waiting'};
      const {personId} = reviewed;
      await recordAct(tx, {action: 'emergency_reviewed', personId, details: {opening: openingId, outcome}});
      return {ok: true};
    }),
  );
}

function emergencies(tx: ISql) {
  return tx`
    select
      review.opening_id,
      openings.opened_at,
      openings.expires_at,
      openings.closed_at,
      openings.staff_id,
      staff.name as staff_name,
      partners.name as partner_name,
      openings.person_id,
      reference_under_review(openings.person_id) as reference,
      openings.reason,
      review.outcome,
      review.note,
      review.reviewed_at,
      reviewers.name as reviewer_name,
      openings.staff_id = viewer_id() as is_own
    from emergency_reviews as review
    join openings on openings.id = review.opening_id
    join staff on staff.id = openings.staff_id
    join partners on partners.id = openings.partner_id
    left join staff as reviewers on reviewers.id = review.reviewed_by
  `;
}
