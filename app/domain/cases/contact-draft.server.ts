/** A contact that somebody is writing down, kept field by field as it is typed. Theirs alone. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Change} from '../drafts/draft-fields.server.ts';
import {
  endOwnDraft,
  keepInOwnDraft,
  openOwnDraft,
  type Kept,
  type OwnDraft,
  type OwnDrafts,
} from '../drafts/own-draft.server.ts';
import type {Asker} from '../people/staff-request.ts';

const CONTACTS: OwnDrafts = {
  table: 'contact_drafts',
  fields: 'contact_draft_fields',
  about: 'case_id',
  endedAt: 'logged_at',
};

/** What the viewer had begun to write in a case; null where there is nothing. Runs inside `caseload`. */
export const openContactDraft = (tx: ISql, asker: Asker, caseId: string): Promise<OwnDraft | null> =>
  openOwnDraft(tx, CONTACTS, asker, caseId);

/**
 * Keeps what was typed.
 * @param draft the one that the page was shown with, or one that begins with this
 * @returns `closed` when it has become a contact; `gone` when the case is not theirs to write in
 */
export function keepContactDraft(
  sql: Sql,
  {viewer, address}: Asker,
  caseId: string,
  typed: {draft: string; page: string; changes: Change[]},
): Promise<Kept> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    // The case is held first, as by whoever saves the contact at that moment: else each would wait for the other.
    await tx`
      insert into contact_drafts (id, case_id, partner_id, staff_id)
      select ${typed.draft}, id, partner_id, ${viewer.staffId}
      from cases
      where id = ${caseId} and (partner_id = ${viewer.partnerId} or works_jointly(id)) and status <> 'closed'
      for key share
      on conflict do nothing
    `;
    return keepInOwnDraft(tx, CONTACTS, {viewer}, caseId, typed);
  });
}

/** It has become a contact. Runs inside `caseload`. */
export const endContactDraft = (
  tx: ISql,
  asker: Asker,
  theCase: {id: string; partnerId: string},
  draft: string | null,
): Promise<void> => endOwnDraft(tx, CONTACTS, asker, theCase, draft);
