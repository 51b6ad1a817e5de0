/** What of a person stands in a call that turns out to be about somebody else. */
import {randomUUID} from 'node:crypto';
import type {ISql} from '../../../db/client.ts';
import {listFields, type DraftField} from '../drafts/draft-fields.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {readPhone} from '../people/phone.ts';
import {readPostcode} from '../places/postcode-words.ts';
import type {CallField} from './call-fields.ts';

/** Filled in from a record: how to reach them. */
const WAYS = ['sendTo', 'callBackPhone'] as const satisfies CallField[];

/** A number however it is spaced, and an address however it is written: as records keep them. */
const plain = (value: string): string => readPhone(value) ?? value.trim().toLowerCase();

function postcodeOf(value: string): string {
  const [read] = readPostcode(value);
  return read?.kind === 'unit' ? read.postcode : '';
}

/**
 * The fields of a call that say that it is about somebody known, or hold a number, an e-mail address or a postcode of theirs:
 * left standing, what was agreed would be sent to somebody whom the call is not about. Runs inside `desk`, before they are
 * taken off the call.
 */
export async function fieldsOfTheirs(tx: ISql, callId: string): Promise<string[]> {
  const fields = await listFields(tx, 'call_draft_fields', callId, [...WAYS, 'near', 'personKnown']);
  const values = new Map(fields.map(({name, value}) => [name, value]));
  const ways = WAYS.map((name) => ({name, stands: plain(values.get(name) ?? '')}));
  const place = postcodeOf(values.get('near') ?? '');
  const [{theirs}] = await tx<[{theirs: string[]}]>`
    select theirs_in_call(${callId}, ${ways.map(({stands}) => stands)}::text[], ${[place]}::text[]) as theirs
  `;
  return [
    ...ways.filter(({stands}) => theirs.includes(stands)).map(({name}) => name),
    ...(theirs.includes(place) ? ['near'] : []),
    ...(values.get('personKnown') === 'identified' ? ['personKnown'] : []),
  ];
}

/**
 * Empties fields, as news to every open page of the call, also the one on which the button was pressed.
 * @returns how they stand now
 */
export async function emptyFields(tx: ISql, {viewer}: Asker, callId: string, names: string[]): Promise<DraftField[]> {
  if (names.length === 0) return [];
  await tx`
    update call_draft_fields
    set
      value = '',
      version = version + 1,
      changed_by = ${viewer.staffId},
      changed_from = ${randomUUID()},
      changed_at = clock_timestamp()
    where draft_id = ${callId} and name = any(${names})
  `;
  return listFields(tx, 'call_draft_fields', callId, names);
}
