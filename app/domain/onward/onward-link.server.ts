/** The provider of a service, by their private link and without an account: what was agreed to be shared, and their answers. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken} from '../access/secrets.server.ts';
import type {OnwardState} from './onward-life.ts';
import type {OnwardAnswer} from './read-onward.ts';

/** What a link shows: nothing else about the person or the case leaves the database for it. */
interface OnwardByLink {
  serviceName: string;
  fromName: string;
  state: Exclude<OnwardState, 'told' | 'sent'>;
  /** Null once they have declined: then it is not theirs to read any more. */
  shared: string | null;
  attended: number;
}

interface Visitor {
  sql: Sql;
  address: string | null;
}

/** Opens a link, which writes down that it was seen. Null when it holds no more. */
export function openOnward({sql, address}: Visitor, token: string): Promise<OnwardByLink | null> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [one] = await tx<OnwardByLink[]>`
      select service_name, from_name, state, shared, attended from open_onward(${hashToken(token)})
    `;
    if (!one) return null;
    return one.state === 'declined' ? {...one, shared: null} : one;
  });
}

/** Writes an answer down. The same one sent again changes nothing and is `kept`; `not_now` where it no longer can be. */
export function answerOnward(
  {sql, address}: Visitor,
  token: string,
  {becomes, reason, times, how}: OnwardAnswer,
): Promise<'kept' | 'not_now' | 'gone'> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [row] = await tx<[{outcome: 'kept' | 'not_now' | 'gone'}]>`
      select answer_onward(${hashToken(token)}, ${becomes}, ${reason}, ${times}, ${how}) as outcome
    `;
    return row.outcome;
  });
}
