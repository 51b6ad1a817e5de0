/**
 * The lock under every door: a transaction in which PostgreSQL knows for whom and why it runs. The policies of the
 * tables about people compare that with each row; where nothing is said, they show nothing.
 */
import type {ISql, Sql} from './client.ts';

/**
 * Why a transaction runs. The policies name these, so a new one needs a policy that knows it.
 *
 * - `sign-in`: before anyone is known: passwords, codes, sessions
 * - `own-account`: someone's own name, password, codes and sessions
 * - `administration`: the accounts, teams and organisations that an administrator looks after
 * - `find-person`: looking for a person; only the few facts needed to choose
 * - `add-person`: writing down someone new
 * - `open-record`: recording why a person's record is about to be opened
 * - `record`: one person's record, under a recorded opening
 * - `find-in-emergency`: looking for a person in the whole partnership, with a reason, in an emergency
 * - `desk`: the work of the single point of access: calls, what is handed on, call-backs
 * - `caseload`: a link worker's work: referrals to their provider, and its cases
 * - `concern`: raising a safeguarding concern about anybody, by anybody who works there; of others' concerns nothing is seen
 * - `mdt`: meetings of several professionals, and what they agreed to do
 * - `answer`: somebody with a private link answers a scale, reads their own copy of a plan, or answers for a service or about
 *   somebody for whom they asked
 * - `refer`: somebody without an account asks for a link worker; they write and read nothing
 * - `figures`: counting; never a person
 * - `wallboard`: the counts on a screen in the room, where nobody is signed in
 * - `calendar`: somebody's own calendar, for whoever has its address; no table is readable for it
 * - `records-review`: a records officer's work: who looked at whom, and why
 * - `post-room`: sending the messages that wait
 * - `telephony`: what the telephone system tells, before it is anybody's
 * - `private-link`: a private page, for whoever has its link and its code
 * - `housekeeping`: clearing away what has run out
 */
export type Purpose =
  | 'sign-in'
  | 'own-account'
  | 'administration'
  | 'find-person'
  | 'add-person'
  | 'open-record'
  | 'record'
  | 'find-in-emergency'
  | 'desk'
  | 'caseload'
  | 'concern'
  | 'mdt'
  | 'refer'
  | 'answer'
  | 'figures'
  | 'wallboard'
  | 'calendar'
  | 'records-review'
  | 'post-room'
  | 'telephony'
  | 'private-link'
  | 'housekeeping';

/** For whom and why. What is left out is unknown to the policies, and they then show less. */
export interface Context {
  purpose: Purpose;
  /** Who asks, and in which session they are signed in. Absent before that, and for the site's own work. */
  viewer?: {staffId: string; partnerId: string; sessionId?: string} | null;
  /** The recorded opening of a person's record, for the purpose `record`. */
  openingId?: string;
  /** The network address the request came from, for the audit. */
  address?: string | null;
}

/** Transactions of `within` that are under way, and whether each waits for the disk by itself or `within` does so after it. */
const underWay = new WeakMap<ISql, {isKeptAfterwards: boolean}>();

/**
 * For work that holds a lock which everyone wants until it is committed: lets this transaction be committed without
 * waiting for the disk, so that the next one has the lock at once. `within` then waits for the disk, together with all
 * others that wait, before it returns; so to whoever called it nothing has changed.
 */
export async function keepAfterwards(tx: ISql): Promise<void> {
  const transaction = underWay.get(tx);
  if (!transaction || transaction.isKeptAfterwards) return;
  transaction.isKeptAfterwards = true;
  await tx`select set_config('synchronous_commit', 'off', true)`;
}

/** The policies know nothing any more in this transaction, as before `within`. */
export async function forgetContext(tx: ISql): Promise<void> {
  await tx`
    select set_config('fingerpost.' || name, '', true)
    from unnest(array['purpose', 'staff', 'partner', 'session', 'opening', 'address']) as name
  `;
}

/**
 * Runs `work` in one transaction in which the policies know `context`. The settings end with the transaction, so a
 * connection that goes back to the pool carries nothing of anyone.
 */
export async function within<T>(sql: Sql, context: Context, work: (tx: ISql) => Promise<T>): Promise<T> {
  const {purpose, viewer, openingId = '', address} = context;
  const outcome = await sql.begin(async (tx) => {
    const transaction = {isKeptAfterwards: false};
    underWay.set(tx, transaction);
    // Not waited for: the first query of `work` travels right behind it, in the same connection and in order.
    const told = tx`
      select
        set_config('fingerpost.purpose', ${purpose}, true),
        set_config('fingerpost.staff', ${viewer?.staffId ?? ''}, true),
        set_config('fingerpost.partner', ${viewer?.partnerId ?? ''}, true),
        set_config('fingerpost.session', ${viewer?.sessionId ?? ''}, true),
        set_config('fingerpost.opening', ${openingId}, true),
        set_config('fingerpost.address', ${address ?? ''}, true)
    `.execute();
    const [result] = await Promise.all([work(tx), told]);
    return {result, ...transaction};
  });
  // A commit of its own that does wait: what is on the disk is there in order, so everything before it is there too.
  if (outcome.isKeptAfterwards) await sql`select pg_logical_emit_message(true, 'fingerpost', '')`;
  return outcome.result as T;
}
