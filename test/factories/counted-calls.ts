/** Calls for tests of the figures, put in as the owner of the database. */
import {randomUUID} from 'node:crypto';
import type {ISql} from '../../db/client.ts';
import type {DispositionKind} from '../../app/domain/calls/dispositions.ts';
import type {CallDomain} from '../../app/domain/calls/call-choices.ts';

export interface CallMade {
  id: string;
  partnerId: string;
  partnershipId: string;
  handlerId: string;
  startedAt: Date;
  talkSeconds: number;
  domain: CallDomain;
  personId: string | null;
  needs: string[];
  dispositions: DispositionKind[];
}

let made = 0;

/** A call that ended with a piece of advice, about nobody known, unless it is told otherwise. */
export async function insertCall(
  sql: ISql,
  desk: {partnerId: string; partnershipId: string; staffId: string},
  told: Partial<CallMade> & {startedAt: Date},
): Promise<CallMade> {
  const call: CallMade = {
    id: randomUUID(),
    partnerId: desk.partnerId,
    partnershipId: desk.partnershipId,
    handlerId: desk.staffId,
    talkSeconds: 240,
    domain: 'adult_social_care',
    personId: null,
    needs: ['loneliness'],
    dispositions: ['information_given'],
    ...told,
  };
  made += 1;
  await sql`
    insert into calls (
      id, reference, partnership_id, partner_id, channel, handler_id, started_at, closed_at, talk_seconds, danger,
      caller_kind, person_known, person_id, domain, needs, dispositions
    )
    values (
      ${call.id}, ${`C-T-${made}-${call.id.slice(0, 8)}`}, ${call.partnershipId}, ${call.partnerId}, 'phone',
      ${call.handlerId}, ${call.startedAt}, ${call.startedAt}::timestamptz + interval '5 minutes', ${call.talkSeconds},
      'no', 'person', ${call.personId ? 'identified' : 'anonymous'}, ${call.personId}, ${call.domain}, ${call.needs},
      ${call.dispositions}
    )
  `;
  return call;
}

/** A person without a name: enough to be followed. */
export async function insertNameless(sql: ISql, desk: {partnerId: string; partnershipId: string}): Promise<string> {
  const id = randomUUID();
  await sql`insert into people (id, partnership_id, partner_id) values (${id}, ${desk.partnershipId}, ${desk.partnerId})`;
  return id;
}
