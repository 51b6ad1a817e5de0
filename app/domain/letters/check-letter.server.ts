/** Nothing is sent without consent: what is asked of the database before each letter, and each file. */
import type {ISql} from '../../../db/client.ts';
import {AGREED_BY, AGREED_HOW} from '../people/opening-reasons.ts';
import type {LetterKind, LetterRefusal} from './letter-words.ts';
import {isNhsMail} from './letter-words.ts';

/** Who agreed just now, where nothing is on record yet. */
export interface AgreedNow {
  by: keyof typeof AGREED_BY;
  byName: string | null;
  how: keyof typeof AGREED_HOW;
}

export type Check = {ok: true; agreed: string} | {ok: false; reason: LetterRefusal};

/** What a letter is checked by. */
interface Checked {
  kind: LetterKind;
  caseId: string;
  organisation: string | null;
  /** Null for a letter that is printed. */
  email: string | null;
  /** Null where it is only looked whether it could be sent. */
  agreedNow: AgreedNow | null;
}

interface CaseFacts {
  personId: string;
  closeReason: string | null;
  mayTellReferrer: boolean | null;
  referrerName: string | null;
  referrerEmail: string | null;
  isAddressChecked: boolean;
}

/** Whether it may be sent, and on what. Runs inside `caseload`; where consent was given just now, it is written down. */
export async function checkLetter(tx: ISql, letter: Checked): Promise<Check> {
  const [found] = await tx<CaseFacts[]>`
    select
      cases.person_id,
      cases.close_reason,
      referrer_may_hear(referrals.id) as may_tell_referrer,
      referrals.referrer_name,
      referrals.referrer_email,
      check_hash is null or referrer_checked_at is not null as is_address_checked
    from cases
    left join referrals on referrals.id = cases.referral_id
    where cases.id = ${letter.caseId}
  `;
  if (!found) return {ok: false, reason: 'refused'};
  switch (letter.kind) {
    case 'referrer':
      return checkReferrer(found, letter.email);
    case 'person':
      return checkPerson(tx, found, letter.email);
    default: {
      if (letter.email && !isNhsMail(letter.email)) return {ok: false, reason: 'not_nhs'};
      return checkSharing(tx, {...letter, personId: found.personId, isPractice: true});
    }
  }
}

function checkReferrer(found: CaseFacts, email: string | null): Check {
  if (!found.referrerName) return {ok: false, reason: 'no_referrer'};
  if (!found.mayTellReferrer) return {ok: false, reason: 'referrer_refused'};
  if (email && (email !== found.referrerEmail?.toLowerCase() || !found.isAddressChecked))
    return {ok: false, reason: 'not_checked'};
  return {ok: true, agreed: 'They agreed when they were referred that whoever referred them hears'};
}

async function checkPerson(tx: ISql, found: CaseFacts, email: string | null): Promise<Check> {
  if (found.closeReason === 'died') return {ok: false, reason: 'died'};
  const [row] = await tx<{unsafe: 'not_safe' | 'refused' | null}[]>`
    select unsafe_to_send(${found.personId}, ${email ? 'email' : 'letter'}, ${email ?? ''}) as unsafe
  `;
  if (row?.unsafe) return {ok: false, reason: row.unsafe === 'refused' ? 'not_wanted' : 'not_safe'};
  return {ok: true, agreed: 'To the person themselves; their record does not speak against it'};
}

/** Whether the person agrees to share with an organisation: on record, or said just now. A refusal on record stands. */
export async function checkSharing(
  tx: ISql,
  {
    caseId,
    personId,
    organisation,
    agreedNow,
    isPractice,
  }: Pick<Checked, 'caseId' | 'organisation' | 'agreedNow'> & {personId: string; isPractice: boolean},
): Promise<Check> {
  const [{said}] = await tx<[{said: 'given' | 'refused' | 'not_asked'}]>`
    select may_share(${personId}, ${organisation ?? ''}, ${isPractice}) as said
  `;
  if (said === 'refused') return {ok: false, reason: 'refused'};
  if (said === 'given') return {ok: true, agreed: 'Their record says that they agree'};
  if (!agreedNow || !organisation) return {ok: false, reason: 'not_asked'};
  await tx`select note_share_consent(${caseId}, ${organisation}, ${agreedNow.by}, ${agreedNow.byName}, ${agreedNow.how})`;
  return {ok: true, agreed: `${AGREED_BY[agreedNow.by]} agreed ${AGREED_HOW[agreedNow.how].toLowerCase()}`};
}
