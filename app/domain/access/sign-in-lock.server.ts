/**
 * Locks an account name after repeated failure, whether there is such an account or not: both look the same from outside.
 * The lock is per account and short, so that one person's slips do not lock out a surgery behind the same address, and
 * nobody can lock a colleague out for a day.
 */
import type {ISql} from '../../../db/client.ts';
import {keyedHash} from './secrets.server.ts';

const FREE_TRIES = 5;
const LONGEST_MINUTES = 15;
/** After so long without a failure, the count begins again. */
const FORGOTTEN_AFTER_HOURS = 12;

const keyOf = (siteSecret: string, email: string) => keyedHash(siteSecret, 'sign-in-lock', email.trim().toLowerCase());

interface Try {
  /** For so many minutes it may not be tried; 0 when this try may go on. */
  minutesLocked: number;
  /** Which try it is since the last that was right. */
  count: number;
}

/**
 * Counts a try before it is checked, so that of many sent at the same moment no more get through than of those sent one
 * after another. From the fifth on it locks: 1 minute, then 2, 4, 8, and 15 at most. Whoever was right takes it back, with
 * `forgetTries` or `takeBackTry`.
 */
export async function countTry(tx: ISql, siteSecret: string, email: string): Promise<Try> {
  const [counted] = await tx<{failures: number}[]>`
    insert into sign_in_failures as known (key_hash, failures, since)
    values (${keyOf(siteSecret, email)}, 1, now())
    on conflict (key_hash) do update set
      failures = case when known.since < now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS}) then 1 else known.failures + 1 end,
      since = now(),
      locked_until = case
        when known.since >= now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS}) and known.failures + 1 >= ${FREE_TRIES}
        then now() + make_interval(mins => least(${LONGEST_MINUTES}, 2 ^ (known.failures + 1 - ${FREE_TRIES}))::integer)
      end
    where known.locked_until is null or known.locked_until <= clock_timestamp()
    returning failures
  `;
  if (counted) return {minutesLocked: 0, count: counted.failures};
  return {minutesLocked: await minutesLeft(tx, siteSecret, email), count: 0};
}

/** Minutes until this account name may be tried again, rounded up. */
async function minutesLeft(tx: ISql, siteSecret: string, email: string): Promise<number> {
  const [lock] = await tx<{minutes: number}[]>`
    select greatest(1, ceil(extract(epoch from locked_until - now()) / 60))::integer as minutes
    from sign_in_failures
    where key_hash = ${keyOf(siteSecret, email)}
  `;
  return lock?.minutes ?? 1;
}

/**
 * Takes one try back, as if it had not been made: the password was right, and the code is still to come. A lock stays only
 * where the tries of others are enough for one.
 */
export async function takeBackTry(tx: ISql, siteSecret: string, email: string, count: number): Promise<void> {
  await tx`
    update sign_in_failures
    set failures = failures - 1, locked_until = case when failures = ${count} or failures <= ${FREE_TRIES} then null else locked_until end
    where key_hash = ${keyOf(siteSecret, email)} and failures > 0
  `;
}

/** Everything was right: the count begins again. */
export async function forgetTries(tx: ISql, siteSecret: string, email: string): Promise<void> {
  await tx`delete from sign_in_failures where key_hash = ${keyOf(siteSecret, email)}`;
}
