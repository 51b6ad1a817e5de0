/** A safeguarding concern raised from a case, a referral or any other page: the same path as from a call. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {getCaseHeader} from '../cases/case-header.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import {showPhone} from '../people/phone.ts';
import {dateInWords} from '../people/record-fields.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {About, Decision, NewConcern} from './concern-choices.ts';
import {listQueues} from '../queues/queue-for.server.ts';
import {sameWorkingDayEnd} from '../queues/response-clock.ts';

export interface RaisedConcern {
  id: string;
  raisedAt: Date;
  dueAt: Date;
  leadName: string | null;
  decision: Decision | null;
  decidedAt: Date | null;
}

/** Where somebody is when they begin to worry. */
export interface Origin {
  kind: 'case' | 'referral';
  id: string;
}

export interface ConcernsFrom {
  reference: string;
  /** Of a referral of which nobody has said who it is: what it says of them. Whoever safeguards sees no referral. */
  who: string | null;
  mustKnow: AlertsAndNeeds | null;
  /** Who is named for safeguarding, and by when they will have looked; null where nobody is. */
  lead: {name: string | null; dueAt: Date} | null;
  /** What the viewer has raised from here. Others' concerns are not theirs to see. */
  raised: RaisedConcern[];
}

/** What somebody sees before they raise a concern; null where the viewer sees no such case or referral. */
export function getConcernsFrom(
  sql: Sql,
  asker: Asker,
  origin: Origin,
  now = new Date(),
): Promise<ConcernsFrom | null> {
  const {viewer, address} = asker;
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const header = await headerOf(tx, asker, origin);
    if (!header) return null;
    const [lead, raised] = await Promise.all([namedLead(tx, now), listRaised(tx, `${origin.kind}_id`, origin.id)]);
    await recordAct(tx, {
      action: 'safeguarding_viewed',
      personId: header.personId,
      details: {[origin.kind]: origin.id},
    });
    return {
      reference: header.reference,
      who: header.who,
      mustKnow: await alertsAndNeedsOf(tx, header.personId),
      lead,
      raised,
    };
  });
}

/** Who is named for safeguarding, and by when they will have looked. */
async function namedLead(tx: ISql, now: Date): Promise<ConcernsFrom['lead']> {
  const queue = await safeguardingQueue(tx);
  if (!queue) return null;
  const [lead] = queue.leadId ? await tx<{name: string}[]>`select name from staff where id = ${queue.leadId}` : [];
  return {name: lead?.name ?? null, dueAt: sameWorkingDayEnd(now, queue.hours)};
}

const safeguardingQueue = async (tx: ISql) =>
  (await listQueues(tx)).find(({discipline}) => discipline === 'safeguarding');

/** What row-level security leaves of them: the viewer's own. */
async function listRaised(tx: ISql, by: 'case_id' | 'referral_id' | 'raised_by', id: string): Promise<RaisedConcern[]> {
  const raised = await tx<RaisedConcern[]>`
    select safeguarding_concerns.id, raised_at, due_at, staff.name as lead_name, decision, decided_at
    from safeguarding_concerns
    left join staff on staff.id = lead_id
    where ${tx(by)} = ${id}
    order by raised_at desc
    limit 20
  `;
  return [...raised];
}

/** What somebody sees before they raise one from a page about nobody: who it goes to, and what they raised before. */
export function getOwnConcerns(
  sql: Sql,
  {viewer, address}: Asker,
  now = new Date(),
): Promise<Pick<ConcernsFrom, 'lead' | 'raised'>> {
  return within(sql, {purpose: 'concern', viewer, address}, async (tx) => {
    const [lead, raised] = await Promise.all([namedLead(tx, now), listRaised(tx, 'raised_by', viewer.staffId)]);
    await recordAct(tx, {action: 'safeguarding_viewed', details: {list: 'own', items: raised.length}});
    return {lead, raised};
  });
}

async function headerOf(
  tx: ISql,
  asker: Asker,
  {kind, id}: Origin,
): Promise<{reference: string; personId: string | null; who: string | null} | null> {
  if (kind === 'case') {
    const header = await getCaseHeader(tx, asker, id);
    return header && {...header, who: null};
  }
  const [referral] = await tx<({reference: string; personId: string | null} & Told)[]>`
    select
      reference, person_id, concat_ws(' ', given_name, family_name) as name, birth_date, phone, address_lines, postcode
    from referrals
    where id = ${id} and to_partner_id = ${asker.viewer.partnerId}
  `;
  if (!referral) return null;
  const {reference, personId, ...told} = referral;
  return {reference, personId, who: personId === null ? whoWords(told) : null};
}

interface Told {
  name: string;
  birthDate: string | null;
  phone: string | null;
  addressLines: string | null;
  postcode: string | null;
}

/** As people read it: 'Nell Archer, born 3 March 1950, 07700 900123, RG12 1JX'. */
function whoWords({name, birthDate, phone, addressLines, postcode}: Told): string | null {
  const born = birthDate && `born ${dateInWords(birthDate)}`;
  return [name, born, phone && showPhone(phone), addressLines, postcode].filter(Boolean).join(', ') || null;
}

type Raising = {ok: true} | {ok: false; reason: 'gone' | 'nobody'};

/** Raises it: it goes to whoever is named, at any hour, and is to be looked at by the end of the working day. */
export function raiseConcern(
  sql: Sql,
  sender: Sender,
  origin: Origin,
  concern: NewConcern,
  now = new Date(),
): Promise<Raising> {
  const {viewer, address, submission, door} = sender;
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Raising> => {
      const header = await headerOf(tx, sender, origin);
      if (!header) return {ok: false, reason: 'gone'};
      const from = {[`${origin.kind}Id`]: origin.id, caseReference: header.reference, personId: header.personId};
      return writeConcern(tx, sender, {...concern, ...from}, {[origin.kind]: origin.id}, now);
    }),
  );
}

/**
 * Raises it about somebody who is said in words, and of whose record it is where the viewer's organisation may come near it.
 * Where the viewer walks with them it is raised from their case, and stands there.
 */
export async function raiseConcernAbout(
  sql: Sql,
  sender: Sender,
  {about, personId}: About,
  concern: NewConcern,
  now = new Date(),
): Promise<Raising> {
  const {viewer, address, submission, door} = sender;
  const caseId = personId && (await ownCaseOf(sql, sender, personId));
  const whole = {...concern, concern: `About ${about}.\n\n${concern.concern}`};
  if (caseId) return raiseConcern(sql, sender, {kind: 'case', id: caseId}, whole, now);
  return within(sql, {purpose: 'concern', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Raising> => {
      const [known] = await tx<{personId: string}[]>`
        select person_id from person_access where person_id = ${personId} and partner_id = ${viewer.partnerId} limit 1
      `;
      return writeConcern(tx, sender, {...whole, personId: known?.personId ?? null}, {}, now);
    }),
  );
}

/** The open case in which the viewer's own organisation walks with somebody; null where the viewer sees none. */
function ownCaseOf(sql: Sql, {viewer, address}: Sender, personId: string): Promise<string | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [own] = await tx<{id: string}[]>`
      select id
      from cases
      where person_id = ${personId} and partner_id = ${viewer.partnerId} and status <> 'closed'
      order by worker_id is not distinct from ${viewer.staffId} desc, opened_at desc
      limit 1
    `;
    return own?.id ?? null;
  });
}

/** To whoever is named, at any hour. */
async function writeConcern(
  tx: ISql,
  {viewer}: Sender,
  concern: NewConcern & {personId: string | null} & Record<string, string | null>,
  details: Record<string, string>,
  now: Date,
): Promise<Raising> {
  const queue = await safeguardingQueue(tx);
  if (!queue) return {ok: false, reason: 'nobody'};
  await tx`
    insert into safeguarding_concerns ${tx({
      ...concern,
      fromPartnerId: viewer.partnerId,
      partnerId: queue.partnerId,
      leadId: queue.leadId,
      raisedBy: viewer.staffId,
      dueAt: sameWorkingDayEnd(now, queue.hours),
    })}
  `;
  await recordAct(tx, {action: 'safeguarding_raised', personId: concern.personId, details});
  return {ok: true};
}
