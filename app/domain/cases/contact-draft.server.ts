/** A contact that somebody is writing down, kept field by field as it is typed. Theirs alone. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {listFields, writeFields, type Change, type DraftField, type Written} from '../drafts/draft-fields.server.ts';
import type {Asker} from '../people/staff-request.ts';

const FIELDS = 'contact_draft_fields';

export interface ContactDraft {
  id: string;
  fields: DraftField[];
}

/** What the viewer had begun to write in a case; null where there is nothing. Runs inside `caseload`. */
export async function openContactDraft(tx: ISql, {viewer}: Asker, caseId: string): Promise<ContactDraft | null> {
  const [draft] = await tx<{id: string}[]>`
    select id from contact_drafts where case_id = ${caseId} and staff_id = ${viewer.staffId} and logged_at is null
  `;
  return draft ? {id: draft.id, fields: await listFields(tx, FIELDS, draft.id)} : null;
}

/**
 * Keeps what was typed.
 * @param draft the one that the page was shown with, or one that begins with this
 * @returns `closed` when it has become a contact; `gone` when the case is not theirs to write in
 */
export function keepContactDraft(
  sql: Sql,
  {viewer, address}: Asker,
  caseId: string,
  {draft, page, changes}: {draft: string; page: string; changes: Change[]},
): Promise<({ok: true} & Written) | {ok: false; reason: 'closed' | 'gone'}> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    await tx`
      insert into contact_drafts (id, case_id, partner_id, staff_id)
      select ${draft}, id, partner_id, ${viewer.staffId}
      from cases
      where id = ${caseId} and (partner_id = ${viewer.partnerId} or works_jointly(id)) and status <> 'closed'
      on conflict do nothing
    `;
    // Two pages that began at the same time write in one draft, and whoever logs it waits until this has ended.
    const [held] = await tx<{id: string; partnerId: string; isLogged: boolean}[]>`
      select id, partner_id, logged_at is not null as is_logged
      from contact_drafts
      where case_id = ${caseId} and staff_id = ${viewer.staffId} and (id = ${draft} or logged_at is null)
      order by id = ${draft} desc
      limit 1
      for share
    `;
    if (!held) return {ok: false, reason: 'gone'};
    if (held.isLogged) return {ok: false, reason: 'closed'};
    return {
      ok: true,
      ...(await writeFields(tx, FIELDS, {viewer: {...viewer, partnerId: held.partnerId}}, held.id, page, changes)),
    };
  });
}

/** It has become a contact. Runs inside `caseload`. */
export async function endContactDraft(
  tx: ISql,
  {viewer}: Asker,
  {id: caseId, partnerId}: {id: string; partnerId: string},
  draft: string | null,
): Promise<void> {
  const ended = await tx<{id: string}[]>`
    update contact_drafts
    set logged_at = now()
    where case_id = ${caseId} and staff_id = ${viewer.staffId} and logged_at is null
    returning id
  `;
  await tx`delete from contact_draft_fields where draft_id = any(${ended.map(({id}) => id)})`;
  // Nothing of it had arrived yet: what still comes must not begin it anew.
  if (!draft) return;
  await tx`
    insert into contact_drafts (id, case_id, partner_id, staff_id, logged_at)
    values (${draft}, ${caseId}, ${partnerId}, ${viewer.staffId}, now())
    on conflict do nothing
  `;
}
