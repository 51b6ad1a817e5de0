import type {ISql} from '../../../db/client.ts';
import {keepAfterwards} from '../../../db/within.ts';
import type {Action} from './actions.ts';

/** One act. Who acts, for which organisation, why and from where come from the transaction itself (`within`). */
export interface Act {
  action: Action;
  /** The person whom it is about, when it is about one. */
  personId?: string | null;
  /**
   * Ids, names of fields, kinds and counts, 4,000 bytes at most. Never what anyone typed or read about a person: of a
   * search only the kinds of its words (`kinds: ['name', 'birth date']`), of a change only the names of the fields.
   */
  details?: Record<string, string | number | boolean | null | string[]>;
}

/**
 * Writes an act into the audit, inside the transaction that does it: either both happen or neither. The act takes its
 * place in the chain as the last thing before the commit, so nothing may be shown before `within` has returned.
 * @throws when it cannot be written, here or when the transaction is committed; the transaction is then lost
 */
export async function recordAct(tx: ISql, {action, personId = null, details = {}}: Act): Promise<void> {
  // They travel together. Everyone who writes wants the end of the chain, so the disk is waited for after it is let go.
  await Promise.all([tx`select record_act(${action}, ${personId}, ${tx.json(details)})`.execute(), keepAfterwards(tx)]);
}
