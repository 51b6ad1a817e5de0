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

/** Minutes until this account name may be tried again, rounded up; 0 when it may be tried now. */
export async function minutesLocked(tx: ISql, siteSecret: string, email: string): Promise<number> {
  const [lock] = await tx<{minutes: number}[]>`
    select ceil(extract(epoch from locked_until - now()) / 60)::integer as minutes
    from sign_in_failures
    where key_hash = ${keyOf(siteSecret, email)} and locked_until > now()
  `;
  return lock?.minutes ?? 0;
}

/** Counts a failure. From the fifth on it locks: 1 minute, then 2, 4, 8, and 15 at most. */
export async function noteFailure(tx: ISql, siteSecret: string, email: string): Promise<void> {
  await tx`
    insert into sign_in_failures as known (key_hash, failures, since)
    values (${keyOf(siteSecret, email)}, 1, now())
    on conflict (key_hash) do update set
      failures = case when known.since < now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS}) then 1 else known.failures + 1 end,
      since = now(),
      locked_until = case
        when known.since >= now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS}) and known.failures + 1 >= ${FREE_TRIES}
        then now() + make_interval(mins => least(${LONGEST_MINUTES}, 2 ^ (known.failures + 1 - ${FREE_TRIES}))::integer)
      end
  `;
}

export async function forgetFailures(tx: ISql, siteSecret: string, email: string): Promise<void> {
  await tx`delete from sign_in_failures where key_hash = ${keyOf(siteSecret, email)}`;
}
