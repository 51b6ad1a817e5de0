/** What every act on a referral goes through: it counts once, and refuses what was changed meanwhile. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';
import type {ReferralStatus} from './referral-choices.ts';
import type {LinkSite} from './referrer-link.server.ts';

export interface ReferralForm extends Sender {
  sql: Sql;
  version: number;
  /** For the link that whoever asked is sent. */
  site: LinkSite;
}

export type Deciding =
  | {ok: true; caseId: string | null}
  | {ok: false; reason: 'gone' | 'changed' | 'decided' | 'no_person' | 'no_consent' | 'nobody'};

interface Held {
  reference: string;
  status: ReferralStatus;
  personId: string | null;
  communication: string | null;
  consent: 'given' | 'not_yet';
  version: number;
}

/** Whether it still waits to be decided. */
export const isOpen = ({status}: Held) => status === 'received' || status === 'more_asked';

/** Does something with a referral: once, and only as it was when the form was shown. */
export function decide(
  form: ReferralForm,
  id: string,
  action: Action,
  work: (tx: ISql, held: Held) => Promise<Deciding>,
): Promise<Deciding> {
  const {sql, viewer, address, submission, door, version} = form;
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Deciding> => {
      const [held] = await tx<Held[]>`
        select reference, status, person_id, communication, consent, version from referrals where id = ${id} for update
      `;
      if (!held) return {ok: false, reason: 'gone'};
      if (held.version !== version) return {ok: false, reason: 'changed'};
      const outcome = await work(tx, held);
      if (outcome.ok) await recordAct(tx, {action, personId: held.personId, details: {referral: id}});
      return outcome;
    }),
  );
}

/** Writes down what happened to it. */
export async function note(tx: ISql, {viewer}: ReferralForm, id: string, kind: string, words: string | null = null) {
  await tx`
    insert into referral_events (referral_id, partner_id, kind, words, by_id)
    values (${id}, ${viewer.partnerId}, ${kind}, ${words}, ${viewer.staffId})
  `;
}

/** Who changed its status, and when. */
export const stamp = (tx: ISql, {viewer}: ReferralForm) =>
  tx`status_at = now(), status_by = ${viewer.staffId}, version = version + 1`;
