/** Providers, referrals and cases for tests, put in as the owner of the database. */
import type {ISql} from '../../db/client.ts';
import type {Role} from '../../app/domain/access/roles.ts';
import {insertPerson} from './people.ts';
import {aCall} from './second-level.ts';
import {insertPartner, insertStaff, type TestPartner, type TestStaff} from './staff.ts';

/** A provider with one link worker, of a partnership of its own or one more `beside` another. */
export async function insertProvider(
  sql: ISql,
  {beside, roles = ['link_worker'], outcodes = []}: {beside?: TestPartner; roles?: Role[]; outcodes?: string[]} = {},
): Promise<TestStaff> {
  const partner = await insertPartner(sql, beside ? {beside} : {});
  await sql`
    insert into referral_providers ${sql({partnerId: partner.partnerId, partnershipId: partner.partnershipId, says: 'We walk with people.', outcodes})}
  `;
  return insertStaff(sql, partner, {roles, name: 'Wanda Walker'});
}

/** A referral that somebody typed on the public page, waiting at the worker's provider. */
export async function insertReferral(
  sql: ISql,
  {partnerId, partnershipId}: TestStaff,
  fields: Record<string, unknown> = {},
): Promise<{id: string; reference: string}> {
  const row = {
    partnershipId,
    toPartnerId: partnerId,
    source: 'self',
    reason: 'I would like some company.',
    givenName: 'Nell',
    familyName: 'Example',
    consentBy: 'person',
    consentHow: 'form',
    ...fields,
  };
  const [referral] = await sql<[{id: string; reference: string}]>`
    insert into referrals ${sql(row)} returning id, reference
  `;
  return referral;
}

/** An open case of the worker, with somebody whose record their organisation keeps. */
export async function insertCase(
  sql: ISql,
  worker: TestStaff,
  fields: Record<string, unknown> = {},
): Promise<{id: string; reference: string; personId: string}> {
  const {partnerId, partnershipId, staffId} = worker;
  const row = {
    partnershipId,
    partnerId,
    workerId: staffId,
    personId: (fields.personId as string | undefined) ?? (await insertPerson(sql, worker, {givenName: 'Nell'})),
    source: 'self',
    tier: 'plan',
    referredAt: new Date(),
    nextStep: 'Ring to say hello',
    nextStepOn: '2026-12-01',
    ...fields,
  };
  const [made] = await sql<[{id: string; reference: string; personId: string}]>`
    insert into cases ${sql(row)} returning id, reference, person_id
  `;
  return made;
}

/** A promise of the desk that the worker rings somebody back, an hour from now. */
export async function insertPromisedCall(sql: ISql, worker: TestStaff, isRestricted = false): Promise<string> {
  const call = await aCall(sql, worker, {endings: ['information_given'], isRestricted});
  const [row] = await sql<[{id: string}]>`
    insert into call_backs (call_id, partner_id, due_at, staff_id, phone, about)
    values (
      ${call.id}, ${worker.partnerId}, now() + interval '1 hour', ${worker.staffId}, '+441632960001',
      'Which day the choir meets.'
    )
    returning id
  `;
  return row.id;
}

/** A visit of the worker that they are out on, back in an hour. */
export async function insertVisit(sql: ISql, worker: TestStaff, caseId: string): Promise<string> {
  const [visit] = await sql<[{id: string}]>`
    insert into case_visits (case_id, partner_id, staff_id, mode, place, leaves_at, back_by)
    values (
      ${caseId}, ${worker.partnerId}, ${worker.staffId}, 'home', '4 Larch Lane', now() - interval '1 hour',
      now() + interval '1 hour'
    )
    returning id
  `;
  return visit.id;
}
