/**
 * Whoever asked for somebody's help, by a private link and without an account: they read what more is asked and answer it, or
 * read what may help instead. None of it stands in an e-mail.
 */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, keyedHash} from '../access/secrets.server.ts';
import type {ReferralStatus} from './referral-choices.ts';

/** The site that a link leads to, and the secret it is drawn with. */
export interface LinkSite {
  address: string;
  secret: string;
}

/** Drawn from the reference, which stays the same when a referral is passed on: one link leads to all that is asked. */
export function referrerLink({address, secret}: LinkSite, reference: string): {link: string; hash: Buffer} {
  const token = keyedHash(secret, 'referrer link', reference).toString('base64url');
  return {link: `${address}/asked/${token}`, hash: hashToken(token)};
}

interface AskedByLink {
  reference: string;
  providerName: string;
  status: Exclude<ReferralStatus, 'passed_on'>;
  /** What more is asked, until it is answered. */
  question: string | null;
  /** What may help, where it was declined. */
  instead: string | null;
  isAnswered: boolean;
}

interface Visitor {
  sql: Sql;
  address: string | null;
}

/** Opens a link; null when it holds no more, also where the person does not agree any more. */
export function openAsked({sql, address}: Visitor, token: string): Promise<AskedByLink | null> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [one] = await tx<AskedByLink[]>`
      select reference, provider_name, status, question, instead, is_answered from open_asked(${hashToken(token)})
    `;
    return one ?? null;
  });
}

/** Writes an answer down; the referral waits for a decision again. The same one sent again is `kept`. */
export function answerAsked(
  {sql, address}: Visitor,
  token: string,
  said: string,
): Promise<'kept' | 'not_now' | 'gone'> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [row] = await tx<[{outcome: 'kept' | 'not_now' | 'gone'}]>`
      select answer_asked(${hashToken(token)}, ${said}) as outcome
    `;
    return row.outcome;
  });
}
