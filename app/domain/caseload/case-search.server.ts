/** Which cases are looked for and in which order: the same for the list and for the board. */
import type {ISql} from '../../../db/client.ts';
import type {Asker} from '../people/staff-request.ts';
import type {CaseFilter, CaseOrder} from '../cases/case-choices.ts';
import {joinJoint, jointCaseIds, ownStepOn} from '../cases/joint-steps.server.ts';
import type {Narrowing} from '../cases/narrowing.ts';
import {narrows} from './narrow-cases.server.ts';

export interface CaseSearch extends Narrowing {
  filter: CaseFilter;
  order: CaseOrder;
  /**
   * Whose: the viewer's own, everybody's of the provider, those that nobody has, or one worker's. Whoever walks along in a
   * case of another organisation has it as their own, too.
   */
  whose: 'mine' | 'all' | 'nobody' | string;
  /** A name or a reference. */
  words: string;
  page: number;
}

/**
 * What is looked for, as it stands after `from`: `cases` with `joint`, and `names` where they decide what is shown or in
 * which order. They are asked for all at once. @param today 'YYYY-MM-DD'
 */
export function casesWanted(tx: ISql, search: Omit<CaseSearch, 'page'>, viewer: Asker['viewer'], today: string) {
  const isByName = search.order === 'name' || search.words !== '';
  return tx`
    cases
    ${joinJoint(tx, viewer)}
    ${isByName ? tx`left join caseload_names(${search.filter !== 'closed'}) as names on names.case_id = cases.id` : tx``}
    where
      ${stands(tx, search.filter, today)}
      ${belongs(tx, search.whose, viewer)}
      ${matches(tx, search.words)}
      ${narrows(tx, search, viewer, today)}
  `;
}

/** The same search, not narrowed, without names: what its choices are counted in. */
export const wholeOf = ({filter, whose}: Pick<CaseSearch, 'filter' | 'whose'>) =>
  ({filter, whose, order: 'next', words: ''}) as const;

function stands(tx: ISql, filter: CaseFilter, today: string) {
  switch (filter) {
    case 'open':
      return tx`cases.status <> 'closed'`;
    case 'overdue':
      return tx`cases.status <> 'closed' and ${ownStepOn(tx)} < ${today}`;
    case 'no_contact':
      return tx`cases.status in ('referred', 'contact_attempted')`;
    case 'paused':
      return tx`cases.status = 'paused'`;
    case 'closed':
      return tx`cases.status = 'closed'`;
  }
}

function belongs(tx: ISql, whose: string, viewer: Asker['viewer']) {
  // As row-level security has it, said so that it is looked up: the provider's own, and the few that are shared with it.
  if (whose === 'all')
    return tx`and (
      cases.partner_id = ${viewer.partnerId}
      or cases.id = any(array(
        select case_shares.case_id
        from case_shares
        where case_shares.to_partner_id = ${viewer.partnerId} and case_shares.ended_at is null
      ))
    )`;
  const along = (staffId: string | null) => tx`cases.id = any(array(${jointCaseIds(tx, viewer, staffId)}))`;
  if (whose === 'nobody')
    return tx`and ((cases.worker_id is null and cases.partner_id = ${viewer.partnerId}) or ${along(null)})`;
  const worker = whose === 'mine' ? viewer.staffId : whose;
  return tx`and (cases.worker_id = ${worker} or ${along(worker)})`;
}

/** Every word must begin a name, or be in the reference. */
function matches(tx: ISql, typed: string) {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  const conditions = words.map((word) => {
    const plain = word.replace(/[\\%_]/g, '\\$&');
    return tx`and (
      lower(cases.reference) like ${`%${plain}%`}
      or names.words like ${`% ${plain}%`}
    )`;
  });
  return conditions.reduce((all, one) => tx`${all} ${one}`, tx``);
}

/** Wants `casesWanted` for the same search. */
export function ordered(tx: ISql, order: CaseOrder) {
  switch (order) {
    case 'next':
      return tx`coalesce(${ownStepOn(tx)}, cases.paused_until) nulls last, cases.referred_at`;
    case 'quiet':
      return tx`cases.last_contact_at nulls first, cases.referred_at`;
    case 'newest':
      return tx`cases.opened_at desc`;
    case 'name':
      return tx`lower(names.name) nulls last`;
  }
}
