import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertReferral} from '../../../test/factories/cases.ts';
import {addSomeone, insertPerson} from '../../../test/factories/people.ts';
import {forMyself, NEXT, walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getCase} from '../caseload/get-case.server.ts';
import {acceptReferral} from './accept-referral.server.ts';
import {declineReferral, giveToTeam, matchPerson, noteOnReferral, passOnReferral} from './decide-referral.server.ts';
import {getReferral} from './get-referral.server.ts';
import {listInbox} from './list-referrals.server.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
});
afterAll(() => database?.drop());

describe('the inbox', () => {
  it('flags somebody with an open case, and a second referral, to staff', async () => {
    const personId = await insertPerson(database.sql, bed.lily, {givenName: 'Ada', familyName: 'Twice'});
    const open = await insertCase(database.sql, bed.lily, {personId});
    const first = await insertReferral(database.sql, bed.lily, {givenName: 'Ada', familyName: 'Twice'});
    const second = await insertReferral(database.sql, bed.lily, {givenName: 'ada', familyName: 'TWICE'});
    const inbox = await listInbox(database.web, {viewer: bed.lily}, {filter: 'waiting', page: 1});
    const row = (reference: string) => inbox.referrals.find((one) => one.reference === reference);
    expect(row(second.reference)).toMatchObject({openCase: open.reference, twin: first.reference});
  });

  it('accepts once, with whom it is and their consent, and nothing is typed again', async () => {
    const {id} = await bed.send({
      ...forMyself,
      forWhom: 'someone_else',
      referrerName: 'Jo',
      referrerRelation: 'Neighbour',
      referrerPhone: '01632 960124',
      knows: 'not_yet',
    });
    const accept = async () =>
      acceptReferral(bed.by(bed.lily, await bed.versionOf('referrals', id)), id, {
        tier: 'signposting',
        workerId: null,
        next: NEXT,
      });
    expect(await accept()).toEqual({ok: false, reason: 'no_person'});
    const stranger = await insertPerson(database.sql, bed.crowthorne, {givenName: 'Nell'});
    expect(await matchPerson(bed.by(bed.lily), id, stranger)).toEqual({ok: false, reason: 'no_person'});
    const personId = await addSomeone(database.web, bed.lily, {givenName: 'Nell', familyName: 'Archer'});
    await matchPerson(bed.by(bed.lily), id, personId);
    expect(await accept()).toEqual({ok: false, reason: 'no_consent'});
    await noteOnReferral(
      bed.by(bed.lily, await bed.versionOf('referrals', id)),
      id,
      'Rang her: she would like it.',
      true,
    );
    const outcome = await accept();
    expect(outcome.ok).toBe(true);
    expect(await accept()).toEqual({ok: false, reason: 'decided'});
    const opened = await getCase(database.web, {viewer: bed.lily}, outcome.ok ? outcome.caseId! : '');
    expect(opened).toMatchObject({
      phone: '+447700900123',
      tier: 'signposting',
      workerName: null,
      needNames: ['loneliness'],
    });
    expect(opened?.reachNote).toContain('Do not leave a message');
  });

  it('takes what is said of communication into the record, once, and leaves the words of the record', async () => {
    const personId = await addSomeone(database.web, bed.lily, {givenName: 'Nell', familyName: 'Archer'});
    await database.sql`
      insert into person_communication ${database.sql({personId, kind: 'information_format', need: 'Large  print', identifiedOn: '2020-01-01'})}
    `;
    await database.sql`insert into person_languages ${database.sql({personId, language: 'Polish', interpreter: 'no'})}`;
    const said = {
      communication: 'large print.\nHears little: speak slowly',
      language: 'polish',
      needsInterpreter: true,
    };
    const accept = async (fields: object) => {
      const {id} = await insertReferral(database.sql, bed.lily, {...said, ...fields});
      await matchPerson(bed.by(bed.lily), id, personId);
      return acceptReferral(bed.by(bed.lily, 2), id, {tier: 'plan', workerId: null, next: NEXT});
    };
    const record = async () => ({
      needs:
        await database.sql`select kind, need from person_communication where person_id = ${personId} order by created_at`,
      languages: await database.sql`
        select language, is_preferred, interpreter from person_languages where person_id = ${personId} order by created_at
      `,
      parts:
        await database.sql`select section, version from person_sections where person_id = ${personId} order by section`,
    });
    expect((await accept({})).ok).toBe(true);
    const once = {
      needs: [
        {kind: 'information_format', need: 'Large  print'},
        {kind: 'communication_support', need: 'Hears little: speak slowly'},
      ],
      languages: [{language: 'Polish', isPreferred: false, interpreter: 'no'}],
      parts: [{section: 'communication', version: 1}],
    };
    expect(await record()).toEqual(once);
    expect((await accept({})).ok).toBe(true);
    expect(await record()).toEqual(once);
    expect((await accept({communication: null, language: 'Urdu'})).ok).toBe(true);
    expect((await record()).languages).toEqual([
      once.languages[0],
      {language: 'Urdu', isPreferred: true, interpreter: 'yes'},
    ]);
    const acts = await database.sql`
      select details ->> 'part' as part from audit_entries where action = 'record_changed' and person_id = ${personId} order by seq
    `;
    expect(acts.map(({part}) => part)).toEqual(['communication', 'languages']);
  });

  it('shows what a team has, what none has and all, and its cases are the team’s', async () => {
    const [team] = await database.sql<[{id: string}]>`
      insert into teams (partner_id, name) values (${bed.lily.partnerId}, 'East side') returning id
    `;
    const one = await insertReferral(database.sql, bed.lily, {familyName: 'Eastern'});
    const other = await insertReferral(database.sql, bed.lily, {familyName: 'Western'});
    expect(await giveToTeam(bed.by(bed.lily), one.id, team.id)).toMatchObject({ok: true});
    const [elsewhere] = await database.sql<[{id: string}]>`
      insert into teams (partner_id, name) values (${bed.crowthorne.partnerId}, 'Theirs') returning id
    `;
    expect(await giveToTeam(bed.by(bed.lily, 2), one.id, elsewhere.id)).toEqual({ok: false, reason: 'nobody'});
    const inboxOf = async (of: string | null) => {
      const inbox = await listInbox(database.web, {viewer: bed.lily}, {filter: 'waiting', page: 1, team: of});
      return {...inbox, ids: inbox.referrals.map(({id}) => id)};
    };
    const theirs = await inboxOf(team.id);
    expect(theirs).toMatchObject({ids: [one.id], count: 1, teams: [{id: team.id, name: 'East side', count: 1}]});
    const none = await inboxOf('none');
    expect(none.ids).toContain(other.id);
    expect(none.ids).not.toContain(one.id);
    expect(none.count).toBe(none.withoutTeam);
    expect((await inboxOf(null)).ids).toEqual(expect.arrayContaining([one.id, other.id]));
    const caseId = await bed.accepted(bed.lily, one.id);
    expect(await getCase(database.web, {viewer: bed.lily}, caseId)).toMatchObject({teamName: 'East side'});
  });

  it('passes on as it is: the next provider reads it, the first keeps only what it was', async () => {
    const {id, reference} = await bed.send(forMyself);
    expect(
      await passOnReferral(bed.by(bed.lily), id, bed.crowthorne.partnerId, 'She is moving to Crowthorne.'),
    ).toMatchObject({
      ok: true,
    });
    const theirs = await listInbox(database.web, {viewer: bed.crowthorne}, {filter: 'waiting', page: 1});
    const passed = theirs.referrals.find((one) => one.reference === reference);
    expect(passed).toBeDefined();
    const [times] = await database.sql`
      select count(distinct made_at) from referrals where reference = ${reference}
    `;
    expect(times!.count).toBe(1);
    expect(await getReferral(database.web, {viewer: bed.lily}, passed!.id)).toBeNull();
    expect(await getReferral(database.web, {viewer: bed.lily}, id)).toMatchObject({status: 'passed_on'});
    expect(await passOnReferral(bed.by(bed.lily, 2), id, bed.crowthorne.partnerId, 'Again')).toEqual({
      ok: false,
      reason: 'decided',
    });
  });

  it('declines with a reason and an alternative', async () => {
    const {id} = await bed.send(forMyself);
    await declineReferral(bed.by(bed.lily), id, {reason: 'other_help_better', alternative: 'The money advice line.'});
    expect(await getReferral(database.web, {viewer: bed.lily}, id)).toMatchObject({
      status: 'declined',
      declineReason: 'other_help_better',
      alternative: 'The money advice line.',
    });
  });
});
