import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertProvider, insertReferral} from '../../../test/factories/cases.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getCase} from '../caseload/get-case.server.ts';
import {bundleSchema} from '../fhir/fhir-schemas.ts';
import {getExport, getExports, makeExport} from '../fhir/exports.server.ts';
import {beginLetter, getCaseLetters, getLetter, openLetter, sendLetter, type NewLetter} from './letters.server.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  theirs = await insertProvider(database.sql, {beside: worker});
});
afterAll(() => database?.drop());

const form = (viewer: TestStaff) => ({viewer, door: 'cases.letters', submission: randomUUID()});
const letter: NewLetter = {
  ...{kind: 'gp_first', toName: 'Larch Lane Surgery', toAddress: null, organisation: 'Larch Lane Surgery', email: null},
  body: 'Dear colleague\n\nSNOMED CT: 871731000000106 | Referral to social prescribing service |',
  agreedNow: null,
  siteAddress: 'https://help.example',
};
const spoken = {by: 'person', byName: null, how: 'spoken'} as const;
const send = (caseId: string, more: Partial<NewLetter> = {}, viewer = worker) =>
  sendLetter(database.web, form(viewer), caseId, {...letter, ...more});
const refuse = (personId: string, organisation: string) => database.sql`
  insert into consents (person_id, kind, organisation, decision, decided_on, decided_by, how)
  values (${personId}, 'share_with_organisation', ${organisation}, 'refused', current_date, 'person', 'spoken')
`;

/** A case that came by a GP whose work address was checked. */
async function referredCase(fields: Record<string, unknown> = {}) {
  const personId = await insertPerson(database.sql, worker, {givenName: 'Nell', birthDate: '1950-03-03'});
  const {id: referralId} = await insertReferral(database.sql, worker, {
    ...{
      source: 'gp',
      referrerName: 'Dr Okoro',
      referrerOrganisation: 'Larch Lane Surgery',
      practice: 'Larch Lane Surgery',
    },
    ...{referrerEmail: 'okoro@larch.example', mayTellReferrer: true, personId, status: 'accepted', ...fields},
  });
  return insertCase(database.sql, worker, {referralId, personId});
}

describe('a letter to the GP', () => {
  it('is to the practice of the record where the referral names none, while the person lets the organisation near', async () => {
    const {id, personId} = await referredCase({
      source: 'self',
      referrerName: null,
      referrerOrganisation: null,
      practice: null,
    });
    await database.sql`insert into person_practices (person_id, name) values (${personId}, 'Mill Ride Practice')`;
    const begun = () => beginLetter(database.web, {viewer: worker}, id, 'gp_first', String);
    expect(await begun()).toMatchObject({toName: 'Mill Ride Practice'});
    await database.sql`delete from person_access where person_id = ${personId}`;
    expect(await begun()).toMatchObject({toName: ''});
  });

  it('is not sent before the person agreed; asked then, that is written into their record', async () => {
    const {id, personId} = await referredCase();
    const begun = await beginLetter(database.web, {viewer: worker}, id, 'gp_first', String);
    expect(begun).toMatchObject({toName: 'Larch Lane Surgery', check: {ok: false, reason: 'not_asked'}});
    expect(begun?.body).toContain('871731000000106');
    expect(await send(id)).toEqual({ok: false, reason: 'not_asked'});
    const sent = await send(id, {agreedNow: spoken});
    expect(sent).toMatchObject({ok: true});
    const [consent] = await database.sql`
      select decision, decided_by, recorded_by from consents where person_id = ${personId} and organisation is not null
    `;
    expect(consent).toEqual({decision: 'given', decidedBy: 'person', recordedBy: worker.staffId});
    // The next is sent on what is on record, with the next number; the code stands in the first alone.
    expect(await send(id)).toMatchObject({ok: true});
    const letters = (await getCaseLetters(database.web, {viewer: worker}, id))!.letters;
    expect(letters.map(({number}) => number)).toEqual([2, 1]);
    const later = await beginLetter(database.web, {viewer: worker}, id, 'gp_first', String);
    expect(later).toMatchObject({check: {ok: true}});
    expect(later?.body).not.toContain('871731000000106');
  });

  it('is not sent against a refusal, whatever the practice is called there, nor by what was said since', async () => {
    const {id, personId} = await referredCase();
    await refuse(personId, 'My GP');
    expect(await send(id, {agreedNow: spoken})).toEqual({ok: false, reason: 'refused'});
    expect(await database.sql`select 1 from case_letters where case_id = ${id}`).toHaveLength(0);
    expect(
      await database.sql`select 1 from consents where person_id = ${personId} and decision = 'given'
      and organisation is not null`,
    ).toHaveLength(0);
  });

  it('goes by e-mail to secure NHS mail alone, as a private link that says nothing of whom it is about', async () => {
    const {id} = await referredCase();
    expect(await send(id, {agreedNow: spoken, email: 'okoro@larch.example'})).toEqual({ok: false, reason: 'not_nhs'});
    expect(await send(id, {agreedNow: spoken, email: 'okoro@nhs.net'})).toMatchObject({ok: true});
    const [message] = await database.sql<[{subject: string; body: string}]>`
      select subject, body from messages where recipient = 'okoro@nhs.net'
    `;
    expect(message.subject + message.body).not.toMatch(/Nell|Larch|SNOMED/);
    const token = /\/letter\/([\w-]+)/.exec(message.body)![1]!;
    const here = {sql: database.web, address: null};
    expect(await openLetter(here, token)).toMatchObject({toName: 'Larch Lane Surgery', body: letter.body});
    expect(await openLetter(here, 'nothing')).toBeNull();
  });
});

describe('a letter to whoever referred', () => {
  const toReferrer = {kind: 'referrer', organisation: null} as const;
  it('is sent where the person agreed to that, and to the address that was checked', async () => {
    const {id} = await referredCase();
    expect(await send(id, {...toReferrer, email: 'okoro@larch.example'})).toMatchObject({ok: true});
    expect(await send(id, {...toReferrer, email: 'other@larch.example'})).toEqual({ok: false, reason: 'not_checked'});
    const silent = await referredCase({mayTellReferrer: false});
    expect(await send(silent.id, toReferrer)).toEqual({ok: false, reason: 'referrer_refused'});
    const self = await insertCase(database.sql, worker);
    expect(await send(self.id, toReferrer)).toEqual({ok: false, reason: 'no_referrer'});
  });
});

describe('a letter to the person', () => {
  it('heeds what their record says is not safe', async () => {
    const {id, personId} = await referredCase();
    await database.sql`
      insert into person_addresses (person_id, kind, lines, safe_to_post) values (${personId}, 'home', '1 High Street', 'no')
    `;
    const toPerson = {kind: 'person', organisation: null, toName: 'Nell'} as const;
    expect(await send(id, toPerson)).toEqual({ok: false, reason: 'not_safe'});
    expect(await send(id, {...toPerson, email: 'nell@home.example'})).toMatchObject({ok: true});
  });
});

describe('letters and files of a case', () => {
  it('are kept as they were sent, stand in the timeline, and are nobody else’s', async () => {
    const {id} = await referredCase();
    const sent = await send(id, {agreedNow: spoken});
    if (!sent.ok) throw new Error(sent.reason);
    const kept = await getLetter(database.web, {viewer: worker}, id, sent.id);
    expect(kept).toMatchObject({body: letter.body, agreed: 'The person agreed in words'});
    expect((await getCase(database.web, {viewer: worker}, id))?.timeline.entries[0]).toMatchObject({kind: 'letter'});
    expect(await getLetter(database.web, {viewer: theirs}, id, sent.id)).toBeNull();
    expect(await getCaseLetters(database.web, {viewer: theirs}, id)).toBeNull();
    expect(await send(id, {}, theirs)).toEqual({ok: false, reason: 'gone'});
    await expect(database.web`update case_letters set body = 'Changed' where id = ${sent.id}`).rejects.toThrow(
      /permission denied/,
    );
  });

  it('are made for an organisation with consent, in the shape of FHIR R4, and audited when downloaded', async () => {
    const {id, personId} = await referredCase();
    const asked = {
      organisation: 'Larch Lane Surgery',
      withPlan: true,
      withMeasures: true,
      withOnward: true,
      siteAddress: 'https://help.example',
    };
    const make = (more: object, viewer = worker) =>
      makeExport(database.web, form(viewer), id, {...asked, agreedNow: null, ...more});
    expect(await make({})).toEqual({ok: false, reason: 'not_asked'});
    const made = await make({agreedNow: spoken});
    if (!made.ok) throw new Error(made.reason);
    const file = (await getExport(database.web, {viewer: worker}, id, made.id))!;
    const bundle = bundleSchema.parse(JSON.parse(file.content));
    expect(bundle.entry.map(({resource}) => resource.resourceType)).toEqual(['Patient', 'ServiceRequest', 'Task']);
    const acts = await database.sql`
      select action from audit_entries where person_id = ${personId} and action like 'case_export%' order by seq
    `;
    expect(acts).toEqual([{action: 'case_exported'}, {action: 'case_export_downloaded'}]);
    expect(await getExport(database.web, {viewer: theirs}, id, made.id)).toBeNull();
    expect(await getExports(database.web, {viewer: theirs}, id)).toBeNull();
    await refuse(personId, 'Larch Lane Surgery');
    expect(await make({agreedNow: spoken})).toEqual({ok: false, reason: 'refused'});
  });
});
