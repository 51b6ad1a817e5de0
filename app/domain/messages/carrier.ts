/** What carries messages out of the house. The post room knows only this, whichever way is set. */

/** A message on its way. */
export interface Outgoing {
  id: string;
  channel: 'email' | 'text' | 'letter';
  recipient: string;
  subject: string | null;
  body: string;
  /** Which try this is, from 1. From the second on, an earlier one may have arrived without our hearing of it. */
  attempt: number;
}

export interface Carrier {
  /** @throws {NotSent} when it did not go out, or nobody can say whether it did */
  send(message: Outgoing): Promise<void>;
}

/** Why a message did not go out: kinds and numbers only, never a recipient or a text, because it is kept and logged. */
export class NotSent extends Error {
  override name = 'NotSent';
}

/** No single try takes longer, so that it is over before the next one may begin. */
export const LONGEST_TRY_MS = 45_000;
