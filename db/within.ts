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
 * - `records-review`: a records officer's work: who looked at whom, and why
 * - `post-room`: sending the messages that wait
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
  | 'records-review'
  | 'post-room'
  | 'housekeeping';

/** For whom and why. What is left out is unknown to the policies, and they then show less. */
export interface Context {
  purpose: Purpose;
  /** Who asks. Absent before someone has signed in, and for the site's own work. */
  viewer?: {staffId: string; partnerId: string} | null;
  /** The recorded opening of a person's record, for the purpose `record`. */
  openingId?: string;
  /** The network address the request came from, for the audit. */
  address?: string | null;
}

/**
 * Runs `work` in one transaction in which the policies know `context`. The settings end with the transaction, so a
 * connection that goes back to the pool carries nothing of anyone.
 */
export async function within<T>(sql: Sql, context: Context, work: (tx: ISql) => Promise<T>): Promise<T> {
  const {purpose, viewer, openingId = '', address} = context;
  const outcome = await sql.begin(async (tx) => {
    // Not waited for: the first query of `work` travels right behind it, in the same connection and in order.
    const told = tx`
      select
        set_config('fingerpost.purpose', ${purpose}, true),
        set_config('fingerpost.staff', ${viewer?.staffId ?? ''}, true),
        set_config('fingerpost.partner', ${viewer?.partnerId ?? ''}, true),
        set_config('fingerpost.opening', ${openingId}, true),
        set_config('fingerpost.address', ${address ?? ''}, true)
    `.execute();
    const [result] = await Promise.all([work(tx), told]);
    return {result};
  });
  return outcome.result as T;
}
