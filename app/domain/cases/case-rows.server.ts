/** What the pages of cases share: who works there, and the few columns a case is shown by. */
import type {ISql} from '../../../db/client.ts';
import type {CaseStatus, Mode, Tier} from './case-choices.ts';
import type {NextStep} from './read-case-forms.ts';

/** A case in a list. The name is missing where the person no longer lets the provider come near. */
export interface CaseRow {
  id: string;
  personId: string;
  reference: string;
  name: string | null;
  status: CaseStatus;
  tier: Tier;
  workerId: string | null;
  workerName: string | null;
  phone: string | null;
  reachNote: string | null;
  needNames: string[];
  referredAt: Date;
  openedAt: Date;
  firstContactAt: Date | null;
  lastContactAt: Date | null;
  contacts: number;
  attempts: number;
  nextStep: string | null;
  nextStepOn: string | null;
  noStepReason: string | null;
  pausedUntil: string | null;
}

/** A case in a day, in which a contact is written down at once. */
export interface DayRow extends CaseRow {
  /** How they were last in touch, or tried to be. */
  lastMode: Mode | null;
  /** The viewer has begun to write a contact down. */
  isBegun: boolean;
}

/** How somebody is called in a list: the name they go by, and their family name. */
export const nameOf = (tx: ISql) => tx`
  nullif(btrim(concat_ws(' ', coalesce(people.known_as, people.given_name), people.family_name)), '')
`;

/** The columns of a CaseRow. Wants `cases`, `people` and `staff` joined. */
export const caseColumns = (tx: ISql) => tx`
  cases.id,
  cases.person_id,
  cases.reference,
  ${nameOf(tx)} as name,
  cases.status,
  cases.tier,
  cases.worker_id,
  staff.name as worker_name,
  cases.phone,
  cases.reach_note,
  array(
    select needs.name from needs where needs.key = any(cases.needs) order by array_position(cases.needs, needs.key) limit 3
  ) as need_names,
  cases.referred_at,
  cases.opened_at,
  cases.first_contact_at,
  cases.last_contact_at,
  cases.contacts,
  cases.attempts,
  cases.next_step,
  cases.next_step_on,
  cases.no_step_reason,
  cases.paused_until
`;

/** The columns of a DayRow, for its viewer. Wants the same joined. */
export const dayColumns = (tx: ISql, {staffId}: {staffId: string}) => tx`
  ${caseColumns(tx)},
  (
    select case_contacts.mode
    from case_contacts
    where case_contacts.case_id = cases.id and case_contacts.partner_id = cases.partner_id
    order by case_contacts.at desc
    limit 1
  ) as last_mode,
  exists (
    select
    from contact_drafts
    where contact_drafts.case_id = cases.id and contact_drafts.staff_id = ${staffId} and contact_drafts.logged_at is null
  ) as is_begun
`;

/** As a next step stands in a row. */
export const stepColumns = ({step, on, whyNone}: NextStep) => ({nextStep: step, nextStepOn: on, noStepReason: whyNone});

/** Whoever walks at the viewer's provider and can be given a case. */
export function listWalkers(tx: ISql, partnerId: string): Promise<{id: string; name: string}[]> {
  return tx<{id: string; name: string}[]>`
    select staff.id, staff.name
    from staff
    where
      staff.partner_id = ${partnerId}
      and staff.disabled_at is null
      and exists (select from staff_roles where staff_id = staff.id and role in ('link_worker', 'team_lead'))
    order by staff.name
  `;
}
