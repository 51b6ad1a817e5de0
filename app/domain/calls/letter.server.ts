/** What was given in a call, to be printed. That it was made is in the audit. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker} from '../people/staff-request.ts';

interface Letter {
  reference: string;
  partnerName: string;
  closedAt: Date;
  closingText: string;
}

/** The letter, or null where there is nothing to send or the viewer may not read the call. */
export function letterOf(sql: Sql, {viewer, address}: Asker, id: string): Promise<Letter | null> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const [letter] = await tx<(Letter & {personId: string | null})[]>`
      select calls.reference, partners.name as partner_name, calls.closed_at, closing_text, person_id
      from calls
      join partners on partners.id = calls.partner_id
      where calls.id = ${id} and closing_text is not null
    `;
    if (!letter) return null;
    const {personId, ...rest} = letter;
    await recordAct(tx, {action: 'call_printed', personId, details: {call: id}});
    return rest;
  });
}
