/** Queues, calls that were handed on and safeguarding concerns for tests, put in as the owner of the database. */
import {randomUUID} from 'node:crypto';
import type {Discipline, Role} from '../../app/domain/access/roles.ts';
import type {OpeningHours, OutOfHours} from '../../app/domain/queues/opening-hours.ts';
import type {ISql} from '../../db/client.ts';
import {insertPartner, insertStaff, type TestPartner, type TestStaff} from './staff.ts';

const allDay: [string, string][] = [['00:00', '24:00']];
const ALWAYS: OpeningHours = {
  ...{mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay},
  ...{sat: allDay, sun: allDay, bankHoliday: allDay},
};
const WAIT: OutOfHours = {rule: 'wait', says: 'Ring again in the morning.', urgentNeverStops: true};

/** Where a discipline of `partner` takes up what is handed to it: open day and night, unless said. */
export async function aQueue(
  sql: ISql,
  partner: TestPartner,
  discipline: Discipline,
  {
    hours = ALWAYS,
    outOfHours = WAIT,
    leadId = null,
  }: {hours?: OpeningHours; outOfHours?: OutOfHours; leadId?: string | null} = {},
): Promise<string> {
  const [queue] = await sql<[{id: string}]>`
    insert into queues (partnership_id, partner_id, discipline, hours, out_of_hours, lead_id)
    values (
      ${partner.partnershipId}, ${partner.partnerId}, ${discipline}, ${sql.json(hours)}, ${sql.json(outOfHours)}, ${leadId}
    )
    returning id
  `;
  return queue.id;
}

/** A professional of a discipline. */
export async function aPractitioner(
  sql: ISql,
  partner: TestPartner,
  discipline: Discipline,
  {name = 'Pat Example', roles = ['practitioner']}: {name?: string; roles?: Role[]} = {},
): Promise<TestStaff> {
  const staff = await insertStaff(sql, partner, {name, roles});
  await sql`insert into staff_disciplines (staff_id, discipline) values (${staff.staffId}, ${discipline})`;
  return staff;
}

/** A desk that answers calls, a health trust with nurses and mental health, and an organisation of another area. */
export async function aSecondLevel(sql: ISql) {
  const desk = await insertPartner(sql);
  const trust = await insertPartner(sql, {beside: desk});
  const elsewhere = await insertPartner(sql);
  const alan = await aPractitioner(sql, desk, 'safeguarding', {name: 'Alan Lead'});
  return {
    desk,
    trust,
    elsewhere,
    alan,
    handler: await insertStaff(sql, desk, {name: 'Hana Handler'}),
    otherHandler: await insertStaff(sql, desk, {name: 'Otto Handler'}),
    nurse: await aPractitioner(sql, trust, 'nursing', {name: 'Nina Nurse'}),
    otherNurse: await aPractitioner(sql, trust, 'nursing', {name: 'Nico Nurse'}),
    doctor: await aPractitioner(sql, trust, 'mental_health', {name: 'Mira Mind'}),
    stranger: await aPractitioner(sql, elsewhere, 'nursing', {name: 'Stan Stranger'}),
    nursing: await aQueue(sql, trust, 'nursing'),
    mentalHealth: await aQueue(sql, trust, 'mental_health'),
    safeguarding: await aQueue(sql, desk, 'safeguarding', {leadId: alan.staffId}),
  };
}

/** A call that `handler` has ended. */
export async function aCall(
  sql: ISql,
  handler: TestStaff,
  {
    personId = null,
    isRestricted = false,
    endings = ['handed_on'],
  }: {personId?: string | null; isRestricted?: boolean; endings?: string[]} = {},
): Promise<{id: string; reference: string}> {
  const id = randomUUID();
  const [call] = await sql<[{reference: string}]>`
    insert into calls (
      id, reference, partnership_id, partner_id, channel, handler_id, started_at, talk_seconds, danger, caller_kind,
      person_known, person_id, story, domain, dispositions, is_restricted
    )
    values (
      ${id}, new_call_reference(), ${handler.partnershipId}, ${handler.partnerId}, 'phone', ${handler.staffId}, now(), 60,
      'no', 'person', ${personId ? 'identified' : 'anonymous'}, ${personId}, 'She fell in the kitchen this morning.',
      'health', ${endings}, ${isRestricted}
    )
    returning reference
  `;
  return {id, reference: call.reference};
}

/** Something that `handler` has handed on to a queue. */
export async function aHandoff(
  sql: ISql,
  {
    handler,
    queueId,
    personId = null,
    isRestricted = false,
    priority = 'hours_4',
    dueInMinutes = 240,
  }: {
    handler: TestStaff;
    queueId: string;
    personId?: string | null;
    isRestricted?: boolean;
    priority?: string;
    dueInMinutes?: number;
  },
): Promise<string> {
  const call = await aCall(sql, handler, {personId, isRestricted});
  const [handoff] = await sql<[{id: string}]>`
    insert into handoffs (
      call_id, from_partner_id, queue_id, partner_id, person_id, priority, reason, is_restricted, created_by, created_at, due_at
    )
    select
      ${call.id}, ${handler.partnerId}, queues.id, queues.partner_id, ${personId}, ${priority}, 'Please ring her today.',
      ${isRestricted}, ${handler.staffId}, least(now(), now() + make_interval(mins => ${dueInMinutes})),
      now() + make_interval(mins => ${dueInMinutes})
    from queues
    where id = ${queueId}
    returning id
  `;
  return handoff.id;
}

/** As if whoever has it had done nothing for so long. */
export async function letLieIdle(sql: ISql, handoffId: string, minutes: number): Promise<void> {
  await sql`update handoffs set active_at = now() - make_interval(mins => ${minutes}) where id = ${handoffId}`;
}

/** A concern that `handler` has raised with the named lead. */
export async function aConcern(sql: ISql, handler: TestStaff, lead: TestStaff): Promise<string> {
  const call = await aCall(sql, handler, {isRestricted: true, endings: ['safeguarding']});
  const [concern] = await sql<[{id: string}]>`
    insert into safeguarding_concerns (
      call_id, from_partner_id, partner_id, has_care_needs, is_at_risk, cannot_protect, concern, lead_id, raised_by, due_at
    )
    values (
      ${call.id}, ${handler.partnerId}, ${lead.partnerId}, 'yes', 'yes', 'not_known', 'His money is being taken.',
      ${lead.staffId}, ${handler.staffId}, now() + interval '3 hours'
    )
    returning id
  `;
  return concern.id;
}
