/** What every change of something handed on has in common: the transaction it runs in, once, and its line in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';

/** A form about something handed on, by the number it was given when it was shown. */
export interface HandoffForm extends Sender {
  sql: Sql;
}

export type HandoffOutcome =
  | {ok: true}
  /** It is finished, moved away, or not for the viewer. */
  | {ok: false; reason: 'gone'}
  /** Somebody else has it, or nobody. */
  | {ok: false; reason: 'not_yours'}
  /** It was changed since it was shown. */
  | {ok: false; reason: 'changed'}
  /** That discipline has no queue, or has been asked already. */
  | {ok: false; reason: 'no_queue' | 'asked_already'}
  /** The person's record says that nothing may be sent there, or they do not want it. */
  | {ok: false; reason: 'not_safe' | 'refused'};

/** Runs a change once for its form, and keeps the claim of whoever made it alive. */
export function changeHandoff(
  {sql, viewer, address, door, submission}: HandoffForm,
  handoffId: string,
  action: Action,
  work: (tx: ISql) => Promise<HandoffOutcome>,
): Promise<HandoffOutcome> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [item] = await tx<{personId: string | null}[]>`select person_id from handoffs where id = ${handoffId}`;
      if (!item) return {ok: false, reason: 'gone'} as const;
      const outcome = await work(tx);
      if (!outcome.ok) return outcome;
      await tx`
        update handoffs
        set active_at = clock_timestamp()
        where id = ${handoffId} and status = 'claimed' and claimed_by = ${viewer.staffId}
      `;
      await recordAct(tx, {action, personId: item.personId, details: {handoff: handoffId}});
      return outcome;
    }),
  );
}
