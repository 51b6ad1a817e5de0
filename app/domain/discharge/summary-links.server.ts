/**
 * The one-page summary as a private page: sent with consent as a link that runs out (docs/decisions/0014). Whoever opens it
 * needs the code that they were told in another way; each look is in the audit.
 */
import {timingSafeEqual} from 'node:crypto';
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, keyedHash, makeToken} from '../access/secrets.server.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {privatePageMessage} from '../messages/texts.ts';
import type {Sender} from '../people/staff-request.ts';
import type {Handover} from './handover-words.ts';
import type {Sheet} from './summary-view.ts';

/** Long enough for a stay in hospital to end, and short enough to be forgotten. */
const LINK_DAYS = 7;
/** The fifth wrong code ends the link. */
const MOST_WRONG = 5;

type Sending = {ok: true} | {ok: false; reason: 'gone'} | {ok: false; reason: 'not_safe' | 'refused'};

interface ToSend {
  handover: Handover & {way: 'email' | 'text'; to: string};
  /** What the page will show: as it was seen when it was agreed to. */
  sheet: Sheet;
  siteAddress: string;
  inWords(moment: Date): string;
}

/** Sends the link through the post room, and writes down to whom and under which consent. Sent twice, it is one. */
export function sendSummary(sql: Sql, sender: Sender, callId: string, toSend: ToSend): Promise<Sending> {
  const {viewer, address, submission, door} = sender;
  const {handover, sheet, siteAddress, inWords} = toSend;
  const {way, to, givenTo, consentBy, consentHow} = handover;
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Sending> => {
      const [call] = await tx<{personId: string; partnerName: string; unsafe: 'not_safe' | 'refused' | null}[]>`
        select person_id, partners.name as partner_name, unsafe_to_send(person_id, ${way}, ${to}) as unsafe
        from calls
        join partners on partners.id = calls.partner_id
        where calls.id = ${callId} and calls.partner_id = ${viewer.partnerId} and person_id is not null
      `;
      if (!call) return {ok: false, reason: 'gone'};
      // Whether they want such messages is asked of the person; where it is not safe to send, nobody is sent anything.
      if (call.unsafe === 'not_safe' || (call.unsafe === 'refused' && givenTo === 'person'))
        return {ok: false, reason: call.unsafe};
      const token = makeToken();
      const [link] = await tx<[{expiresAt: Date}]>`
        with handover as (
          insert into summary_handovers (call_id, partner_id, given_to, consent_by, consent_how, given_by, way)
          values (${callId}, ${viewer.partnerId}, ${givenTo}, ${consentBy}, ${consentHow}, ${viewer.staffId}, ${way})
          returning id
        )
        insert into summary_links (token_hash, handover_id, call_id, partner_id, person_id, sheet, expires_at)
        select
          ${hashToken(token)}, id, ${callId}, ${viewer.partnerId}, ${call.personId}, ${JSON.stringify(sheet)},
          now() + make_interval(days => ${LINK_DAYS})
        from handover
        returning expires_at
      `;
      const {partnerName} = call;
      const text = privatePageMessage({
        partnerName,
        link: `${siteAddress}/private/${token}`,
        until: inWords(link.expiresAt),
      });
      const {subject, body} = text;
      const {partnerId} = viewer;
      await sendMessage(tx, {channel: way, to, body, partnerId, ...(way === 'email' ? {subject} : {})});
      await recordAct(tx, {
        action: 'summary_sent',
        personId: call.personId,
        details: {call: callId, way, givenTo, consentBy, consentHow},
      });
      return {ok: true};
    }),
  );
}

/** Ends a link before its time: the page is gone at once. False where there is none that the viewer's desk may end. */
export function endSummaryLink(sql: Sql, sender: Sender, callId: string, linkId: string): Promise<boolean> {
  const {viewer, address, submission, door} = sender;
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [ended] = await tx<{personId: string}[]>`
        update summary_links
        set ended_at = now(), sheet = null
        where id = ${linkId} and call_id = ${callId} and ended_at is null
        returning person_id
      `;
      if (!ended) return false;
      await recordAct(tx, {
        action: 'summary_link_ended',
        personId: ended.personId,
        details: {call: callId, link: linkId},
      });
      return true;
    }),
  );
}

/** The six figures that go with a link, as they are read out. Nowhere kept: they follow from the secret of the site. */
export function codeOf(siteSecret: string, linkId: string): string {
  const figures = keyedHash(siteSecret, 'private page code', linkId).readUIntBE(0, 6) % 1_000_000;
  return String(figures)
    .padStart(6, '0')
    .replace(/^(...)/, '$1 ');
}

/** What a browser that gave the code is given, so that it need not be typed at each look. */
export const proofOf = (siteSecret: string, token: string): string =>
  keyedHash(siteSecret, 'private page look', token).toString('base64url');

interface Looking {
  sql: Sql;
  siteSecret: string;
  address: string | null;
}

interface OpenLink {
  id: string;
  callId: string;
  partnerId: string;
  personId: string;
  partnerName: string;
  sheet: string;
  expiresAt: Date;
  wrongCodes: number;
}

/** The page, for a browser that has given the code before; `ask` for any other; `over` when there is no such page any more. */
type Look = {kind: 'over'} | {kind: 'ask'} | {kind: 'page'; sheet: Sheet; partnerName: string; until: Date};

/** Looks at a private page. That somebody did is committed to the audit before it is shown. */
export function lookAtSummary({sql, siteSecret, address}: Looking, token: string, proof: string | null): Promise<Look> {
  return within(sql, {purpose: 'private-link', address}, async (tx): Promise<Look> => {
    const link = await findLink(tx, token);
    if (!link) return {kind: 'over'};
    if (!isSame(proof, proofOf(siteSecret, token))) return {kind: 'ask'};
    await tx`update summary_links set looks = looks + 1, last_look_at = now() where id = ${link.id}`;
    await actFor(tx, link, 'summary_link_opened');
    return {
      kind: 'page',
      sheet: JSON.parse(link.sheet) as Sheet,
      partnerName: link.partnerName,
      until: link.expiresAt,
    };
  });
}

/** Tries a code. The fifth wrong one ends the link; of many tries at once each is counted before the next. */
export function tryCode(
  {sql, siteSecret, address}: Looking,
  token: string,
  typed: string,
): Promise<'right' | 'wrong' | 'over'> {
  return within(sql, {purpose: 'private-link', address}, async (tx) => {
    const link = await findLink(tx, token);
    if (!link) return 'over';
    if (isSame(typed.replace(/\D/g, ''), codeOf(siteSecret, link.id).replace(' ', ''))) {
      await tx`update summary_links set wrong_codes = 0 where id = ${link.id}`;
      return 'right';
    }
    const isLast = link.wrongCodes + 1 >= MOST_WRONG;
    await tx`
      update summary_links
      set
        wrong_codes = wrong_codes + 1,
        ended_at = case when ${isLast} then now() end,
        sheet = case when ${isLast} then null else sheet end
      where id = ${link.id}
    `;
    await actFor(tx, link, 'summary_link_refused');
    return isLast ? 'over' : 'wrong';
  });
}

async function findLink(tx: ISql, token: string): Promise<OpenLink | null> {
  const [link] = await tx<OpenLink[]>`
    select
      summary_links.id, call_id, partner_id, person_id, partners.name as partner_name, sheet, expires_at, wrong_codes
    from summary_links
    join partners on partners.id = partner_id
    where token_hash = ${hashToken(token)} and ended_at is null and expires_at > now() and sheet is not null
    for update of summary_links
  `;
  return link ?? null;
}

/** Nobody is signed in: the act stands with the organisation that sent the link. */
async function actFor(tx: ISql, link: OpenLink, action: 'summary_link_opened' | 'summary_link_refused') {
  await tx`select set_config('fingerpost.partner', ${link.partnerId}, true)`;
  await recordAct(tx, {action, personId: link.personId, details: {call: link.callId, link: link.id}});
}

function isSame(given: string | null, right: string): boolean {
  const [one, other] = [hashToken(given ?? ''), hashToken(right)];
  return given !== null && timingSafeEqual(one, other);
}
