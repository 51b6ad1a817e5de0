/** Letters from a case: begun, checked, sent once and kept as they were sent. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, makeToken} from '../access/secrets.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {nameOf} from '../cases/case-rows.server.ts';
import {inCase} from '../cases/in-case.server.ts';
import {getCaseHeader, lookAtCase, type CaseHeader} from '../cases/case-header.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {letterMessage} from '../messages/texts.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import {dateInWords} from '../people/record-fields.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {checkLetter, type AgreedNow, type Check} from './check-letter.server.ts';
import {
  codeFor,
  letterBody,
  LETTER_KINDS,
  type LetterFacts,
  type LetterKind,
  type LetterRefusal,
} from './letter-words.ts';

interface SentLetter {
  id: string;
  kind: LetterKind;
  number: number;
  toName: string;
  how: 'print' | 'email';
  sentByName: string;
  sentAt: Date;
  openedAt: Date | null;
}

/** How long a link to a letter holds. */
const LETTER_DAYS = 60;

/** What was sent from a case, the latest first; null where the viewer sees no such case. */
export function getCaseLetters(
  sql: Sql,
  asker: Asker,
  caseId: string,
): Promise<{header: CaseHeader; mustKnow: AlertsAndNeeds | null; letters: SentLetter[]} | null> {
  return lookAtCase(sql, asker, caseId, 'letters_viewed', async (tx, header) => {
    const letters = await tx<SentLetter[]>`
      select case_letters.id, kind, number, to_name, how, staff.name as sent_by_name, sent_at, opened_at
      from case_letters
      join staff on staff.id = sent_by
      where case_id = ${caseId}
      order by sent_at desc
      limit 60
    `;
    return {header, mustKnow: await alertsAndNeedsOf(tx, header.personId), letters: [...letters]};
  });
}

interface BegunLetter {
  header: CaseHeader;
  mustKnow: AlertsAndNeeds | null;
  toName: string;
  toAddress: string;
  organisation: string;
  email: string;
  body: string;
  check: Check;
}

/** A letter as it is begun, with whether it could be sent; null where it is not the viewer's case to write from. */
export function beginLetter(
  sql: Sql,
  asker: Asker,
  caseId: string,
  kind: LetterKind,
  inWords: (moment: Date) => string,
): Promise<BegunLetter | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const header = await getCaseHeader(tx, asker, caseId);
    if (!header?.isOwn) return null;
    const {facts, to, isFirst} = await factsOf(tx, caseId, kind, inWords);
    const check = await checkLetter(tx, {
      ...{kind, caseId, email: null, agreedNow: null},
      organisation: to.organisation || null,
    });
    await recordAct(tx, {action: 'letter_begun', personId: header.personId, details: {case: caseId, kind}});
    const mustKnow = await alertsAndNeedsOf(tx, header.personId);
    return {header, mustKnow, ...to, body: letterBody(kind, facts, codeFor(kind, facts, isFirst)), check};
  });
}

interface Row extends Omit<LetterFacts, 'name' | 'born' | 'referredOn' | 'firstContactOn' | 'closedOn' | 'workerName'> {
  name: string | null;
  birthDate: string | null;
  workerName: string | null;
  referredAt: Date;
  firstContactAt: Date | null;
  closedAt: Date | null;
  practice: string | null;
  referrerName: string | null;
  referrerOrganisation: string | null;
  referrerEmail: string | null;
  addressLines: string | null;
  email: string | null;
  isFirst: boolean;
}

async function factsOf(tx: ISql, caseId: string, kind: LetterKind, inWords: (moment: Date) => string) {
  const [row] = await tx<[Row]>`
    select
      ${nameOf(tx)} as name, people.birth_date::text as birth_date, partners.name as partner_name, staff.name as worker_name,
      cases.reference, referrals.referrer_reference as their_reference, cases.referred_at, cases.first_contact_at,
      cases.closed_at, cases.close_reason, cases.outcome, cases.contacts, cases.next_step,
      array(select needs.name from needs where needs.key = any(cases.needs) order by needs.name) as needs,
      coalesce(
        referrals.practice,
        practice_of_case(cases.id),
        case when referrals.source = 'gp' then referrals.referrer_organisation end
      ) as practice,
      referrals.referrer_name, referrals.referrer_organisation, referrals.referrer_email, referrals.email,
      concat_ws(E'\n', referrals.address_lines, referrals.town, referrals.postcode) as address_lines,
      not exists (select from case_letters where case_id = cases.id and code is not null) as is_first
    from cases
    join partners on partners.id = cases.partner_id
    left join staff on staff.id = cases.worker_id
    left join people on people.id = cases.person_id
    left join referrals on referrals.id = cases.referral_id
    where cases.id = ${caseId}
  `;
  const moment = (at: Date | null) => at && inWords(at);
  const facts: LetterFacts = {
    ...row,
    name: row.name ?? 'the person named above',
    born: row.birthDate && dateInWords(row.birthDate),
    workerName: row.workerName ?? 'A link worker',
    referredOn: inWords(row.referredAt),
    firstContactOn: moment(row.firstContactAt),
    closedOn: moment(row.closedAt),
  };
  const practice = row.practice ?? '';
  const to = {
    gp: {toName: practice, toAddress: '', organisation: practice, email: ''},
    referrer: {
      toName: [row.referrerName, row.referrerOrganisation].filter(Boolean).join(', '),
      toAddress: '',
      organisation: row.referrerOrganisation ?? '',
      email: row.referrerEmail ?? '',
    },
    person: {toName: row.name ?? '', toAddress: row.addressLines ?? '', organisation: '', email: row.email ?? ''},
  }[kind === 'referrer' || kind === 'person' ? kind : 'gp'];
  return {facts, to, isFirst: row.isFirst};
}

export interface NewLetter {
  kind: LetterKind;
  toName: string;
  toAddress: string | null;
  /** To whom it is shared; null for a letter to the person. */
  organisation: string | null;
  body: string;
  /** Null for a letter that is printed. */
  email: string | null;
  agreedNow: AgreedNow | null;
  siteAddress: string;
}

type Sending = {ok: true; id: string} | {ok: false; reason: 'gone' | LetterRefusal};

/**
 * Sends a letter, or keeps one that is printed, where the person agrees. What is e-mailed is a private link: the message itself
 * says nothing of whom it is about.
 */
export function sendLetter(sql: Sql, form: Sender, caseId: string, letter: NewLetter): Promise<Sending> {
  return inCase<Sending>(sql, form, caseId, 'letter_sent', async (tx) => {
    const {kind, toName, toAddress, organisation, body, email} = letter;
    const check = await checkLetter(tx, {...letter, caseId});
    if (!check.ok) return {outcome: check};
    const token = email ? makeToken() : null;
    const code = /SNOMED CT: (\d{6,18}) \|/.exec(body)?.[1] ?? null;
    const [sent] = await tx<[{id: string; number: number}]>`
      insert into case_letters (
        case_id, partner_id, kind, number, organisation, to_name, to_address, body, code, how, token_hash, expires_at, agreed,
        sent_by
      )
      select
        ${caseId}, ${form.viewer.partnerId}, ${kind}, coalesce(max(number), 0) + 1, ${organisation}, ${toName}, ${toAddress},
        ${body}, ${code}, ${email ? 'email' : 'print'}, ${token && hashToken(token)},
        ${token ? tx`now() + make_interval(days => ${LETTER_DAYS})` : null}, ${check.agreed}, ${form.viewer.staffId}
      from case_letters
      where case_id = ${caseId} and kind = ${kind}
      returning id, number
    `;
    if (email && token) {
      const message = letterMessage({link: `${letter.siteAddress}/letter/${token}`, days: LETTER_DAYS});
      await sendMessage(tx, {channel: 'email', to: email, ...message, partnerId: form.viewer.partnerId});
    }
    await tx`
      insert into case_events (case_id, partner_id, kind, words, by_id)
      values (
        ${caseId}, ${form.viewer.partnerId}, 'letter',
        ${`${LETTER_KINDS[kind].event}, number ${sent.number}, ${email ? 'by e-mail' : 'printed'}`}, ${form.viewer.staffId}
      )
    `;
    return {outcome: {ok: true, id: sent.id}, details: {letter: sent.id, kind, how: email ? 'email' : 'print'}};
  });
}

interface KeptLetter extends SentLetter {
  toAddress: string | null;
  body: string;
  agreed: string;
  partnerName: string;
}

/** A letter on the page of its case. */
type SeenLetter = KeptLetter & {mustKnow: AlertsAndNeeds | null};

/** A letter as it was sent; null where the viewer sees no such case. */
export function getLetter(sql: Sql, {viewer, address}: Asker, caseId: string, id: string): Promise<SeenLetter | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [letter] = await tx<(KeptLetter & {personId: string})[]>`
      select
        case_letters.id, case_letters.kind, number, to_name, to_address, body, agreed, how, staff.name as sent_by_name, sent_at,
        case_letters.opened_at, partners.name as partner_name, cases.person_id
      from case_letters
      join cases on cases.id = case_id
      join staff on staff.id = sent_by
      join partners on partners.id = case_letters.partner_id
      where case_letters.id = ${id} and case_id = ${caseId}
    `;
    if (!letter) return null;
    const {personId, ...rest} = letter;
    await recordAct(tx, {action: 'letter_viewed', personId, details: {letter: id}});
    return {...rest, mustKnow: await alertsAndNeedsOf(tx, personId)};
  });
}

/** A letter by the private link that was sent; null when it holds no more. */
export function openLetter(
  {sql, address}: {sql: Sql; address: string | null},
  token: string,
): Promise<Pick<KeptLetter, 'toName' | 'toAddress' | 'body' | 'sentAt' | 'partnerName'> | null> {
  return within(sql, {purpose: 'answer', address}, async (tx) => {
    const [letter] = await tx<Pick<KeptLetter, 'toName' | 'toAddress' | 'body' | 'sentAt' | 'partnerName'>[]>`
      select to_name, to_address, body, sent_at, partner_name from open_letter(${hashToken(token)})
    `;
    return letter ?? null;
  });
}
