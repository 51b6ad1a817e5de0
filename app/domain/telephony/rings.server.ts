/** What rings at somebody's own telephone, and taking it up. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {isTaken} from '../administration/change.server.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {startCall} from '../calls/drafts.server.ts';
import {writeFields} from '../drafts/draft-fields.server.ts';
import {lookUp} from '../people/find-people.server.ts';
import {showPhone} from '../people/phone.ts';
import {readSearch} from '../people/search-words.ts';
import type {Asker, Sender} from '../people/staff-request.ts';

interface Ring {
  id: string;
  /** As it is dialled, or null when it was withheld. */
  caller: string | null;
  state: 'ringing' | 'answered';
  /** How many people whom the viewer may find have this number. */
  people: number;
}

interface StoredRing {
  id: string;
  caller: string | null;
  state: Ring['state'];
  peopleFound: number | null;
}

/**
 * What rings at the viewer's telephone, or was answered there within the last hour and not taken up; null when nothing.
 * The first time it is shown, the people who have this number are counted, and that is written into the audit.
 */
export function currentRing(sql: Sql, {viewer, address}: Asker, today: string): Promise<Ring | null> {
  return within(sql, {purpose: 'find-person', viewer, address}, async (tx) => {
    const [ring] = await tx<StoredRing[]>`
      select id, caller, state, people_found
      from phone_rings
      where
        staff_id = ${viewer.staffId}
        and partner_id = ${viewer.partnerId}
        and state <> 'ended'
        and taken_at is null
        and rang_at > now() - case state when 'ringing' then interval '3 minutes' else interval '1 hour' end
      order by rang_at desc
      limit 1
      for update
    `;
    if (!ring) return null;
    const {peopleFound, ...shown} = ring;
    if (!ring.caller) return {...shown, people: 0};
    const number = showPhone(ring.caller);
    if (peopleFound !== null) return {...shown, caller: number, people: peopleFound};
    const {total} = await lookUp(tx, readSearch(number, today));
    await tx`update phone_rings set people_found = ${total} where id = ${ring.id}`;
    await recordAct(tx, {action: 'person_searched', details: {kinds: ['phone'], found: total, because: 'a call rang'}});
    return {...shown, caller: number, people: total};
  });
}

/** Begins a call with the number that rings already filled in. Sent twice, it is one. Null when it rings no more. */
export async function takeRing(sql: Sql, sender: Sender, ringId: string): Promise<{id: string} | null> {
  const {viewer, address} = sender;
  const ring = await within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [row] = await tx<{caller: string | null}[]>`
      update phone_rings set taken_at = coalesce(taken_at, now())
      where id = ${ringId} and staff_id = ${viewer.staffId}
      returning caller
    `;
    return row ?? null;
  });
  if (!ring) return null;
  const {id} = await startCall(sql, sender, 'phone');
  if (ring.caller) {
    const change = {name: 'callerPhone', value: showPhone(ring.caller), base: 0};
    await within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
      const [draft] = await tx`update call_drafts set changed_at = clock_timestamp() where id = ${id} returning id`;
      // Sent again after it has ended there is nothing to fill in.
      if (draft) await writeFields(tx, 'call_draft_fields', {viewer}, id, ringId, [change]);
    });
  }
  return {id};
}

/** The number was put into a call that was open already, so the notice of it may go. */
export function noteTaken(sql: Sql, {viewer, address}: Asker, ringId: string): Promise<void> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    await tx`update phone_rings set taken_at = now() where id = ${ringId} and taken_at is null`;
  });
}

/** The viewer's extension, or null. */
export function ownExtension(sql: Sql, {viewer, address}: Asker): Promise<string | null> {
  return within(sql, {purpose: 'own-account', viewer, address}, async (tx) => {
    await recordAct(tx, {action: 'own_account_viewed', details: {page: 'telephone'}});
    const [row] = await tx<{extension: string}[]>`
      select extension from staff_phones where staff_id = ${viewer.staffId}
    `;
    return row?.extension ?? null;
  });
}

type Linked = {ok: true} | {ok: false; reason: 'taken' | 'not_host'};

/** Links the viewer to an extension, or with null to none. Only at the organisation whose telephone system it is. */
export async function linkExtension(sql: Sql, sender: Sender, extension: string | null): Promise<Linked> {
  const {viewer, address, submission, door} = sender;
  try {
    return await within(sql, {purpose: 'own-account', viewer, address}, (tx) =>
      onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Linked> => {
        const [host] = await tx`select 1 from partners where id = ${viewer.partnerId} and is_host`;
        if (!host) return {ok: false, reason: 'not_host'};
        if (extension === null) await tx`delete from staff_phones where staff_id = ${viewer.staffId}`;
        else await writeExtension(tx, viewer, extension);
        await recordAct(tx, {action: 'phone_linked', details: {linked: extension !== null}});
        return {ok: true};
      }),
    );
  } catch (error) {
    // Somebody else's is not written over: the unique index says that it is taken.
    if (isTaken(error, 'staff_phones_extension_key')) return {ok: false, reason: 'taken'};
    throw error;
  }
}

async function writeExtension(tx: ISql, {staffId, partnerId}: Asker['viewer'], extension: string) {
  await tx`
    delete from staff_phones
    where extension = ${extension} and exists (select from staff where id = staff_id and disabled_at is not null)
  `;
  await tx`
    insert into staff_phones (staff_id, partner_id, extension)
    values (${staffId}, ${partnerId}, ${extension})
    on conflict (staff_id) do update
    set extension = excluded.extension, linked_at = now()
  `;
}
