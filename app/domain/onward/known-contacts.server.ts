/** Named people at organisations whom a team knows: kept by its link workers, and seen by nobody else. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {ContactFields} from './read-contact.ts';

export interface KnownContact extends Omit<ContactFields, 'isChecked'> {
  id: string;
  /** 'YYYY-MM-DD' */
  checkedOn: string;
  version: number;
}

const PAGE_SIZE = 20;
const MOST_OFFERED = 5;

interface ContactPage {
  contacts: KnownContact[];
  count: number;
  page: number;
  pages: number;
}

/** By organisation, then by name. @param at part of the name of an organisation, or '' for all */
export function listContacts(sql: Sql, {viewer, address}: Asker, at: string, asked: number): Promise<ContactPage> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const those = tx`
      partner_id = ${viewer.partnerId} and (${at === ''} or position(lower(${at}) in lower(organisation)) > 0)
    `;
    const [{count}] = await tx<[{count: number}]>`select count(*)::integer as count from known_contacts where ${those}`;
    const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
    const page = Math.min(Math.max(1, asked), pages);
    const contacts = await tx<KnownContact[]>`
      select ${COLUMNS(tx)}
      from known_contacts
      where ${those}
      order by lower(organisation), lower(name), id
      limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
    `;
    await recordAct(tx, {action: 'contacts_viewed'});
    return {contacts: [...contacts], count, page, pages};
  });
}

/** Whom the team knows there, whoever was made sure of last first. Runs inside `caseload`. */
export async function contactsAt(tx: ISql, partnerId: string, organisation: string): Promise<KnownContact[]> {
  const contacts = await tx<KnownContact[]>`
    select ${COLUMNS(tx)}
    from known_contacts
    where partner_id = ${partnerId} and lower(organisation) = lower(${organisation})
    order by checked_on desc, lower(name), id
    limit ${MOST_OFFERED}
  `;
  return [...contacts];
}

/** Null where the viewer's team has no such contact. */
export function getContact(sql: Sql, {viewer, address}: Asker, id: string): Promise<KnownContact | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [contact] = await tx<KnownContact[]>`
      select ${COLUMNS(tx)} from known_contacts where id = ${id} and partner_id = ${viewer.partnerId}
    `;
    if (!contact) return null;
    await recordAct(tx, {action: 'contacts_viewed', details: {contact: id}});
    return contact;
  });
}

const COLUMNS = (tx: ISql) =>
  tx`id, organisation, name, role, phone, email, approach, checked_on::text as checked_on, version`;

type ContactKept = {ok: true} | {ok: false; reason: 'gone' | 'changed'};

/** Writes a contact down, or changes one. @param day today, 'YYYY-MM-DD', where it was made sure of */
export function keepContact(
  sql: Sql,
  form: Sender,
  {id, version, day, contact}: {id: string | null; version: number; day: string; contact: ContactFields},
): Promise<ContactKept> {
  const {partnerId, staffId} = form.viewer;
  const {isChecked, ...fields} = contact;
  return once(sql, form, async (tx) => {
    if (id === null) {
      const [row] = await tx<[{id: string}]>`
        insert into known_contacts ${tx({...fields, partnerId, changedBy: staffId, checkedOn: day})} returning id
      `;
      await recordAct(tx, {action: 'contact_kept', details: {contact: row.id, isNew: true}});
      return {ok: true};
    }
    const {count} = await tx`
      update known_contacts
      set
        ${tx({...fields, changedBy: staffId, ...(isChecked ? {checkedOn: day} : {})})},
        changed_at = now(),
        version = version + 1
      where id = ${id} and partner_id = ${partnerId} and version = ${version}
    `;
    if (count === 0) return {ok: false, reason: (await isThere(tx, id)) ? 'changed' : 'gone'};
    await recordAct(tx, {action: 'contact_kept', details: {contact: id, isNew: false, isChecked}});
    return {ok: true};
  });
}

/** Takes a contact off the list: nothing of them is kept but that somebody did. */
export function removeContact(sql: Sql, form: Sender, id: string): Promise<ContactKept> {
  return once(sql, form, async (tx) => {
    const {count} = await tx`
      delete from known_contacts where id = ${id} and partner_id = ${form.viewer.partnerId}
    `;
    if (count === 0) return {ok: false, reason: 'gone'};
    await recordAct(tx, {action: 'contact_removed', details: {contact: id}});
    return {ok: true};
  });
}

const once = (
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  work: (tx: ISql) => Promise<ContactKept>,
): Promise<ContactKept> =>
  within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, () => work(tx)),
  );

async function isThere(tx: ISql, id: string): Promise<boolean> {
  const [row] = await tx`select 1 from known_contacts where id = ${id}`;
  return row !== undefined;
}
