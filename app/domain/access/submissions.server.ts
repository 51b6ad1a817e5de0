/** A form that is sent five times counts once. Each form carries the number that it was given when it was shown. */
import {randomUUID} from 'node:crypto';
import {z} from 'zod';
import type {ISql} from '../../../db/client.ts';
import {uuidFrom} from '../../../db/uuid.ts';

/** What can be kept as it is and read again. */
type Json = string | number | boolean | null | Json[] | {[key: string]: Json};

/** The number for a form about to be shown. */
export const newSubmission = (): string => randomUUID();

/** The number that a form was sent with. One that was sent without a number of ours gets a new one. */
export function submissionOf(form: FormData): string {
  const read = z.uuid().safeParse(form.get('submission'));
  return read.success ? read.data.toLowerCase() : newSubmission();
}

/** The number of one part of a form that does several things one after the other, each of which counts once. */
export const partOf = (submission: string, part: string): string => uuidFrom(`${part}:${submission}`);

/**
 * Runs `work` once for a submission, however often it is sent. Sent again, also at the same moment, it waits until the
 * first has been committed and gives what that one gave. If the first fails and is rolled back, the next one does the work.
 * What `work` returns with `ok: false` counts for nothing: the form may be put right and sent again.
 *
 * Runs inside `within`, for the same viewer, before anything else of the transaction.
 * @throws when the number has been used on another form or by somebody else
 */
export async function onceOnly<T>(
  tx: ISql,
  {submission, staffId, door}: {submission: string; staffId: string; door: string},
  work: () => Promise<T>,
): Promise<T> {
  // The unique index makes a second one wait here until the transaction of the first has ended.
  const {count} = await tx`
    insert into submissions (id, staff_id, door)
    values (${submission}, ${staffId}, ${door})
    on conflict do nothing
  `;
  if (count === 0) return keptOutcome<T>(tx, {submission, staffId, door});
  const outcome = await work();
  if (isRefusal(outcome)) await tx`delete from submissions where id = ${submission}`;
  else await tx`update submissions set outcome = ${tx.json((outcome ?? null) as Json)} where id = ${submission}`;
  return outcome;
}

/**
 * What this submission has come to, or null when nothing was done with it. For forms that can tell a second sending only
 * when they fail: what the first has changed makes the second wrong.
 */
export async function outcomeOf(
  tx: ISql,
  {submission, staffId, door}: {submission: string; staffId: string; door: string},
): Promise<{outcome: unknown} | null> {
  const [kept] = await tx<{outcome: unknown}[]>`
    select outcome from submissions where id = ${submission} and staff_id = ${staffId} and door = ${door}
  `;
  return kept ?? null;
}

async function keptOutcome<T>(tx: ISql, {submission, staffId, door}: Record<string, string>): Promise<T> {
  // As text: the client would turn the keys of a JSON value into camel case.
  const [kept] = await tx<{outcome: string | null}[]>`
    select outcome::text as outcome
    from submissions
    where id = ${submission ?? ''} and staff_id = ${staffId ?? ''} and door = ${door ?? ''}
  `;
  if (!kept) throw new Error('The number of this form has been used on another form or by somebody else.');
  return JSON.parse(kept.outcome ?? 'null') as T;
}

const isRefusal = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;
