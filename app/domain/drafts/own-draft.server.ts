/**
 * What one person writes and nobody else reads before it is done, such as the note of a contact or the correction of a call:
 * kept field by field as it is typed, one about each thing at a time.
 */
import type {ISql} from '../../../db/client.ts';
import type {Asker} from '../people/staff-request.ts';
import {
  listFields,
  writeFields,
  type Change,
  type DraftField,
  type FieldsTable,
  type Written,
} from './draft-fields.server.ts';

/** Where the drafts of one kind stand: what they are about, and when they came to an end. */
export interface OwnDrafts {
  table: 'contact_drafts' | 'correction_drafts';
  fields: FieldsTable;
  about: 'case_id' | 'call_id';
  endedAt: 'logged_at' | 'saved_at';
}

export interface OwnDraft {
  id: string;
  fields: DraftField[];
}

/** What the viewer had begun to write; null where there is nothing. */
export async function openOwnDraft(
  tx: ISql,
  kind: OwnDrafts,
  {viewer}: Asker,
  about: string,
): Promise<OwnDraft | null> {
  const [draft] = await tx<{id: string}[]>`
    select id
    from ${tx(kind.table)}
    where ${tx(kind.about)} = ${about} and staff_id = ${viewer.staffId} and ${tx(kind.endedAt)} is null
  `;
  return draft ? {id: draft.id, fields: await listFields(tx, kind.fields, draft.id)} : null;
}

export type Kept = ({ok: true} & Written) | {ok: false; reason: 'closed' | 'gone'};

/**
 * Keeps what was typed, once its draft has been begun.
 * @param draft the one that the page was shown with
 * @returns `closed` when it has come to its end; `gone` when there is none that they may write in
 */
export async function keepInOwnDraft(
  tx: ISql,
  kind: OwnDrafts,
  {viewer}: Asker,
  about: string,
  {draft, page, changes}: {draft: string; page: string; changes: Change[]},
): Promise<Kept> {
  const endedAt = tx(kind.endedAt);
  // Two pages that began at the same time write in one draft, and whoever ends it waits until this is done.
  const [held] = await tx<{id: string; partnerId: string; isEnded: boolean}[]>`
    select id, partner_id, ${endedAt} is not null as is_ended
    from ${tx(kind.table)}
    where ${tx(kind.about)} = ${about} and staff_id = ${viewer.staffId} and (id = ${draft} or ${endedAt} is null)
    order by id = ${draft} desc
    limit 1
    for share
  `;
  if (!held) return {ok: false, reason: 'gone'};
  if (held.isEnded) return {ok: false, reason: 'closed'};
  const writer = {viewer: {...viewer, partnerId: held.partnerId}};
  return {ok: true, ...(await writeFields(tx, kind.fields, writer, held.id, page, changes))};
}

/** It has become what it was for, or was thrown away. */
export async function endOwnDraft(
  tx: ISql,
  kind: OwnDrafts,
  {viewer}: Asker,
  {id: about, partnerId}: {id: string; partnerId: string},
  draft: string | null,
): Promise<void> {
  const ended = await tx<{id: string}[]>`
    update ${tx(kind.table)}
    set ${tx(kind.endedAt)} = now()
    where ${tx(kind.about)} = ${about} and staff_id = ${viewer.staffId} and ${tx(kind.endedAt)} is null
    returning id
  `;
  await tx`delete from ${tx(kind.fields)} where draft_id = any(${ended.map(({id}) => id)})`;
  // Nothing of it had arrived yet: what still comes must not begin it anew.
  if (!draft) return;
  await tx`
    insert into ${tx(kind.table)} (id, ${tx(kind.about)}, partner_id, staff_id, ${tx(kind.endedAt)})
    values (${draft}, ${about}, ${partnerId}, ${viewer.staffId}, now())
    on conflict do nothing
  `;
}
