/** A referral that somebody without an account sends: it goes to the provider that fits, once, however often it is sent. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, makeToken} from '../access/secrets.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {chooseProvider, type Provider} from './choose-provider.ts';
import {looksHeld} from './looks-held.ts';
import {lockDraft, noteSent} from './refer-drafts.server.ts';
import {readWhole, type ReferProblems, type ReferralValues, type Step} from './refer-form.ts';
import {askedMessage, receivedMessage} from './referral-messages.ts';

type Receiving =
  | {ok: true; reference: string}
  | {ok: false; reason: 'problems'; step: Step; problems: ReferProblems}
  | {ok: false; reason: 'gone'}
  /** This site has no link workers. */
  | {ok: false; reason: 'nobody'};

interface Sent {
  token: string;
  trap: string;
  isWithinRate: boolean;
  address: string | null;
  /** The site's own address, for the link to a work e-mail. */
  baseUrl: string;
  /** 'YYYY-MM-DD' */
  today: string;
  /** For tests. */
  now?: Date;
}

/**
 * Sends what stands in the draft. Sent again, also at the same moment, it answers with the same reference. Whoever sends it
 * is never told whether anybody knows the person already: that is for the inbox.
 */
export function receiveReferral(sql: Sql, sent: Sent): Promise<Receiving> {
  const {token, today, now = new Date()} = sent;
  return within(sql, {purpose: 'refer', address: sent.address}, async (tx) => {
    const draft = await lockDraft(tx, token);
    if (!draft) return {ok: false, reason: 'gone'};
    if (draft.sentReference) return {ok: true, reference: draft.sentReference};
    const read = readWhole(draft.kind, draft.typed, today);
    if (!read.ok) return {ok: false, reason: 'problems', step: read.step, problems: read.problems};
    const row = await asRow(tx, draft.kind, {...read.values, service: draft.typed.service ?? ''});
    const provider = chooseProvider(await listProviders(tx), row);
    if (!provider) return {ok: false, reason: 'nobody'};
    // A form of one page begins when it is sent, and a system may fill it in: its haste says nothing.
    const startedAt = draft.kind === 'professional' ? new Date(0) : draft.createdAt;
    const heldBecause = looksHeld({...sent, reason: row.reason, startedAt, sentAt: now});
    const reference = await newReference(tx);
    const checkToken = draft.kind === 'professional' ? makeToken() : null;
    await tx`
      insert into referrals ${tx({
        ...row,
        id: draft.id,
        reference,
        partnershipId: provider.partnershipId,
        toPartnerId: provider.partnerId,
        heldBecause,
        checkHash: checkToken && hashToken(checkToken),
      })}
    `;
    await tx`
      insert into referral_events (referral_id, partner_id, kind) values (${draft.id}, ${provider.partnerId}, 'received')
    `;
    if (!heldBecause) await tellSender(tx, row, {reference, provider, checkToken, baseUrl: sent.baseUrl});
    await noteSent(tx, token, reference);
    await recordAct(tx, {
      action: 'referral_received',
      details: {referral: draft.id, source: row.source, provider: provider.partnerId},
    });
    return {ok: true, reference};
  });
}

type ListedProvider = Provider & {partnershipId: string};

function listProviders(tx: ISql): Promise<ListedProvider[]> {
  return tx<ListedProvider[]>`
    select
      referral_providers.partner_id, referral_providers.partnership_id, partners.name, outcodes, practices, languages, needs,
      is_open,
      referral_providers.partner_id in (select providers_full()) as is_full
    from referral_providers
    join partners on partners.id = referral_providers.partner_id and partners.closed_at is null
    order by partners.name
  `;
}

/** The listing that somebody would like help to join, or null for an address that leads to none. */
export async function serviceToJoin(sql: ISql, slug: unknown): Promise<{slug: string; name: string} | null> {
  if (typeof slug !== 'string' || slug === '') return null;
  const [service] = await sql<{slug: string; name: string}[]>`
    select listings.slug, services.name
    from listings
    join services on services.id = listings.service_id
    where listings.slug = ${slug.slice(0, 200)}
    limit 1
  `;
  return service ?? null;
}

interface NeedChoice {
  key: string;
  name: string;
}

/** The needs that people ask about most, to tick. */
export function listCommonNeeds(sql: ISql): Promise<NeedChoice[]> {
  return sql<NeedChoice[]>`select key, name from needs where is_common order by position, name`;
}

async function newReference(tx: ISql): Promise<string> {
  const [made] = await tx<[{reference: string}]>`select new_referral_reference() as reference`;
  return made.reference;
}

async function asRow(tx: ISql, kind: 'public' | 'professional', values: ReferralValues) {
  const text = (name: string) => (values[name] as string | null | undefined) ?? null;
  const isOther = kind === 'professional' || values.forWhom === 'someone_else';
  const typedNeeds = (values.needs as string[] | undefined) ?? [];
  const [known] = await tx<[{needs: string[]; serviceId: string | null}]>`
    select
      coalesce((select array_agg(key order by array_position(${typedNeeds}::text[], key)) from needs where key = any(${typedNeeds}::text[])), '{}') as needs,
      (select service_id from listings where slug = ${text('service')} limit 1) as service_id
  `;
  const knows = text('knows');
  const isAgreed = kind === 'professional' || !isOther || knows !== 'not_yet';
  const publicSource = isOther ? 'someone_else' : 'self';
  return {
    source: kind === 'professional' ? text('source')! : known.serviceId ? 'listing' : publicSource,
    serviceId: known.serviceId,
    reason: text('reason')!,
    needs: known.needs,
    givenName: text('givenName'),
    familyName: text('familyName'),
    birthDate: text('birthDate'),
    phone: text('phone'),
    email: text('email'),
    addressLines: text('addressLines'),
    town: text('town'),
    postcode: text('postcode'),
    outcode: text('postcode')?.split(' ')[0] ?? null,
    practice: text('practice'),
    language: text('language'),
    needsInterpreter: values.needsInterpreter === true,
    communication: text('communication'),
    reachBy: text('reachBy'),
    safeToLeaveMessage: text('safeToLeaveMessage') ?? 'not_asked',
    reachNote: text('reachNote'),
    referrerName: isOther ? text('referrerName') : null,
    referrerOrganisation: text('referrerOrganisation'),
    referrerEmail: isOther ? text('referrerEmail') : null,
    referrerPhone: isOther ? text('referrerPhone') : null,
    referrerRelation: isOther ? text('referrerRelation') : null,
    referrerReference: text('referrerReference'),
    mayTellReferrer: isOther && values.mayTellReferrer === true,
    wantsMdt: kind === 'professional' && values.wantsMdt === true,
    urgency: text('urgency') ?? 'routine',
    knownRisks: text('knownRisks'),
    consent: isAgreed ? 'given' : 'not_yet',
    consentBy: isAgreed ? (text('consentBy') ?? (knows === 'may_decide' ? 'other' : 'person')) : null,
    consentHow: isAgreed ? (text('consentHow') ?? 'form') : null,
  };
}

type Row = Awaited<ReturnType<typeof asRow>>;

async function tellSender(
  tx: ISql,
  row: Row,
  {
    reference,
    provider,
    checkToken,
    baseUrl,
  }: {reference: string; provider: ListedProvider; checkToken: string | null; baseUrl: string},
) {
  const facts = {reference, theirReference: row.referrerReference, providerName: provider.name};
  const {partnerId} = provider;
  if (checkToken && row.referrerEmail) {
    const link = `${baseUrl}/refer/checked/${checkToken}`;
    await sendMessage(tx, {channel: 'email', to: row.referrerEmail, ...receivedMessage({...facts, link}), partnerId});
  } else if (row.referrerEmail && row.mayTellReferrer) {
    await sendMessage(tx, {
      channel: 'email',
      to: row.referrerEmail,
      ...receivedMessage({...facts, link: null}),
      partnerId,
    });
  } else if (!row.referrerName && row.email && row.reachBy === 'email') {
    await sendMessage(tx, {channel: 'email', to: row.email, ...askedMessage(facts), partnerId});
  }
}

/** What the page behind the link to a work address is about; null for a link that is none. To look at it changes nothing. */
export async function referrerToCheck(
  sql: Sql,
  token: string,
): Promise<{reference: string; isChecked: boolean} | null> {
  const [row] = await within(
    sql,
    {purpose: 'refer'},
    (tx) => tx<{reference: string; isChecked: boolean}[]>`
      select reference, is_checked from referrer_to_check(${hashToken(token)})
    `,
  );
  return row ?? null;
}

/** Whoever has the link that was sent to a work address says that it came from them. Returns the reference, or null. */
export async function checkReferrer(sql: Sql, token: string): Promise<string | null> {
  const [row] = await within(
    sql,
    {purpose: 'refer'},
    (tx) => tx<[{reference: string | null}]>`select check_referrer(${hashToken(token)}) as reference`,
  );
  return row.reference;
}
