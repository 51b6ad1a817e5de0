/**
 * A referral while somebody without an account writes it. What is typed is sealed with a key drawn from the token of their
 * own link, of which the database holds only a hash: without the link nobody reads it, whoever has the database.
 */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, makeToken, seal, unseal} from '../access/secrets.server.ts';
import type {TypedReferral} from './refer-form.ts';

const DRAFT_DAYS = 14;
const USE = 'refer-draft';

interface ReferDraft {
  id: string;
  kind: 'public' | 'professional';
  typed: TypedReferral;
  createdAt: Date;
  expiresAt: Date;
  /** Once it has been sent: what its confirmation shows. Nothing typed is kept then. */
  sentReference: string | null;
}

/** Begins one. Returns the token of its link. */
export async function startDraft(sql: Sql, kind: ReferDraft['kind'], typed: TypedReferral = {}): Promise<string> {
  const token = makeToken();
  await within(
    sql,
    {purpose: 'refer'},
    (tx) => tx`
    insert into referral_drafts (token_hash, kind, box, expires_at)
    values (${hashToken(token)}, ${kind}, ${sealed(token, typed)}, now() + make_interval(days => ${DRAFT_DAYS}))
  `,
  );
  return token;
}

/** For a form of one page, whose link was made when it was shown: begun when it is sent, once. */
export async function ensureDraft(sql: Sql, token: string, kind: ReferDraft['kind']): Promise<void> {
  await within(
    sql,
    {purpose: 'refer'},
    (tx) => tx`
      insert into referral_drafts (token_hash, kind, box, expires_at)
      values (${hashToken(token)}, ${kind}, ${sealed(token, {})}, now() + make_interval(days => ${DRAFT_DAYS}))
      on conflict do nothing
    `,
  );
}

/** The draft of a link, or null when there is none or it has run out. */
export function getDraft(sql: Sql, token: string): Promise<ReferDraft | null> {
  return within(sql, {purpose: 'refer'}, (tx) => readDraft(tx, token));
}

/** The same in a transaction, holding it so that two who send it at once come one after the other. */
export async function lockDraft(tx: ISql, token: string): Promise<ReferDraft | null> {
  await tx`update referral_drafts set changed_at = now() where token_hash = ${hashToken(token)}`;
  return readDraft(tx, token);
}

async function readDraft(tx: ISql, token: string): Promise<ReferDraft | null> {
  const [row] = await tx<(Omit<ReferDraft, 'typed'> & {box: Buffer | null})[]>`
    select id, kind, box, created_at, expires_at, sent_reference
    from referral_drafts
    where token_hash = ${hashToken(token)} and expires_at > now()
  `;
  if (!row) return null;
  const {box, ...draft} = row;
  return {...draft, typed: box ? (JSON.parse(unseal(token, USE, box).toString('utf8')) as TypedReferral) : {}};
}

/** Keeps what was typed on one page beside what stands there. False when the draft is gone or was sent. */
export function keepTyped(sql: Sql, token: string, typed: TypedReferral): Promise<boolean> {
  return within(sql, {purpose: 'refer'}, async (tx) => {
    const draft = await lockDraft(tx, token);
    if (!draft || draft.sentReference) return false;
    await tx`
      update referral_drafts
      set box = ${sealed(token, {...draft.typed, ...typed})}
      where token_hash = ${hashToken(token)}
    `;
    return true;
  });
}

/** What was typed is gone once it was sent; the link then leads to the confirmation. */
export async function noteSent(tx: ISql, token: string, reference: string): Promise<void> {
  await tx`
    update referral_drafts set box = null, sent_reference = ${reference} where token_hash = ${hashToken(token)}
  `;
}

/** Throws away what somebody has begun. */
export async function dropDraft(sql: Sql, token: string): Promise<void> {
  await within(
    sql,
    {purpose: 'refer'},
    (tx) => tx`
    delete from referral_drafts where token_hash = ${hashToken(token)} and sent_reference is null
  `,
  );
}

const sealed = (token: string, typed: TypedReferral) => seal(token, USE, Buffer.from(JSON.stringify(typed), 'utf8'));
