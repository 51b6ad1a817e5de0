import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {addSomeone} from '../../../test/factories/people.ts';
import {endContactDraft, keepContactDraft} from '../cases/contact-draft.server.ts';
import type {TimelineTurn} from '../cases/case-timeline.server.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {forMyself, NEXT, TODAY, walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, waitingForLocks, type TestDatabase} from '../../../test/setup/database.ts';
import {closeCase, recordContact, reopenCase} from './change-case.server.ts';
import {getCase} from './get-case.server.ts';
import {listCases, myDay} from './list-cases.server.ts';
import {shareCase, transferCase} from './share-case.server.ts';
import {acceptReferral} from '../referrals/accept-referral.server.ts';
import {declineReferral} from '../referrals/decide-referral.server.ts';
import {getReferral} from '../referrals/get-referral.server.ts';
import {listInbox} from '../referrals/list-referrals.server.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
});
afterAll(() => database?.drop());

describe('a contact', () => {
  it('is saved while what was typed is still on its way: neither waits for the other for good', async () => {
    const {sql, web} = database;
    const {partnerId} = bed.lily;
    const {id} = await insertCase(sql, bed.lily);
    const typed = {draft: randomUUID(), page: randomUUID(), changes: [{name: 'note', value: 'She sang', base: 0}]};
    const keeping = await sql.begin(async (tx) => {
      await tx`select from cases where id = ${id} for update`;
      const kept = {of: keepContactDraft(web, {viewer: bed.lily}, id, typed)};
      await expect.poll(() => waitingForLocks(sql)).toHaveLength(1);
      await endContactDraft(tx, {viewer: bed.lily}, {id, partnerId}, typed.draft);
      return kept;
    });
    expect(await keeping.of).toEqual({ok: false, reason: 'closed'});
  });
});

describe('a case', () => {
  it('goes from first try to close and back, and each act counts once', async () => {
    const caseId = await bed.accepted(bed.lily, (await bed.send(forMyself)).id);
    const contact = {
      mode: 'phone' as const,
      minutes: 5,
      whoWith: 'person' as const,
      note: 'Rang.',
      at: new Date(),
      next: NEXT,
    };
    const form = bed.by(bed.lily);
    await Promise.all([1, 2, 3].map(() => recordContact(form, caseId, {...contact, wasReached: false})));
    const read = () => getCase(database.web, {viewer: bed.lily}, caseId);
    expect(await read()).toMatchObject({status: 'contact_attempted', attempts: 1, contacts: 0, firstContactAt: null});
    await recordContact(bed.by(bed.lily), caseId, {...contact, wasReached: true, note: 'Talked about the garden.'});
    expect(await read()).toMatchObject({status: 'active', attempts: 1, contacts: 1});
    expect((await myDay(database.web, {viewer: bed.lily}, '2026-12-01')).today.map(({id}) => id)).toContain(caseId);

    expect(
      await transferCase(bed.by(bed.lily, await bed.versionOf('cases', caseId)), caseId, bed.crowthorne.staffId, ''),
    ).toEqual({
      ok: false,
      reason: 'nobody',
    });
    expect(
      await closeCase(bed.by(bed.lily, 1), caseId, {reason: 'goals_met', outcome: 'She joined the choir.'}),
    ).toEqual({
      ok: false,
      reason: 'changed',
    });
    await closeCase(bed.by(bed.lily, await bed.versionOf('cases', caseId)), caseId, {
      reason: 'goals_met',
      outcome: 'She joined the choir.',
    });
    expect(await read()).toMatchObject({status: 'closed', nextStep: null, outcome: 'She joined the choir.'});
    expect(await recordContact(bed.by(bed.lily), caseId, {...contact, wasReached: true})).toEqual({
      ok: false,
      reason: 'closed',
    });
    await reopenCase(bed.by(bed.lily, await bed.versionOf('cases', caseId)), caseId, NEXT);
    expect(await read()).toMatchObject({status: 'active', nextStep: NEXT.step, contacts: 1});
  });

  it('of another provider answers as one that does not exist: read, search, counts and every act', async () => {
    const {reference, id: referralId} = await bed.send({...forMyself, familyName: 'Unfindable', postcode: 'RG45 6DL'});
    const caseId = await bed.accepted(bed.crowthorne, referralId);
    const nowhere = randomUUID();
    for (const id of [caseId, nowhere]) {
      expect(await getCase(database.web, {viewer: bed.lily}, id)).toBeNull();
      expect(await closeCase(bed.by(bed.lily), id, {reason: 'other', outcome: 'x'})).toEqual({
        ok: false,
        reason: 'gone',
      });
      expect(
        await recordContact(bed.by(bed.lily), id, {
          mode: 'phone',
          wasReached: false,
          minutes: null,
          whoWith: 'person',
          note: null,
          at: new Date(),
          next: NEXT,
        }),
      ).toEqual({ok: false, reason: 'gone'});
    }
    for (const id of [referralId, nowhere]) {
      expect(await getReferral(database.web, {viewer: bed.lily}, id)).toBeNull();
      expect(await declineReferral(bed.by(bed.lily), id, {reason: 'no_space', alternative: 'x'})).toEqual({
        ok: false,
        reason: 'gone',
      });
    }
    const found = (viewer: TestStaff, words: string) =>
      listCases(database.web, {viewer}, {filter: 'open', order: 'next', whose: 'all', words, page: 1}, TODAY);
    const [theirs] = await database.sql<[{reference: string; familyName: string}]>`
      select cases.reference, family_name from cases join people on people.id = person_id where cases.id = ${caseId}
    `;
    for (const words of [theirs.reference, theirs.familyName]) {
      expect((await found(bed.crowthorne, words)).count).toBe(1);
      expect((await found(bed.lily, words)).count).toBe(0);
    }
    const counts = (await listInbox(database.web, {viewer: bed.lily}, {filter: 'done', page: 1})).referrals;
    expect(counts.map((one) => one.reference)).not.toContain(reference);
  });

  it('is read back to its first day, page by page and back again, each entry once', async () => {
    const {id} = await insertCase(database.sql, bed.lily);
    const own = {caseId: id, partnerId: bed.lily.partnerId};
    // Several at one moment, as a list of contacts that is written down at once.
    await database.sql`
      insert into case_contacts (case_id, partner_id, mode, was_reached, at, staff_id)
      select ${id}, ${own.partnerId}, 'phone', true, timestamptz '2026-01-01' + interval '1 day' * (n / 5), ${bed.lily.staffId}
      from generate_series(1, 60) as n
    `;
    await database.sql`
      insert into case_events (case_id, partner_id, kind, at)
      select ${id}, ${own.partnerId}, 'note', timestamptz '2026-01-01 00:00:00.000001' + interval '1 day' * (n / 5)
      from generate_series(1, 50) as n
    `;
    const page = async (turn: TimelineTurn) => (await getCase(database.web, {viewer: bed.lily}, id, turn))!.timeline;
    const newest = await page({});
    const middle = await page({before: newest.entries.at(-1)!.id});
    const first = await page({before: middle.entries.at(-1)!.id});
    const all = [newest, middle, first].flatMap(({entries}) => entries);
    expect(all).toHaveLength(110);
    expect(new Set(all.map((entry) => entry.id)).size).toBe(110);
    expect(all.map(({at}) => at.getTime())).toEqual(all.map(({at}) => at.getTime()).toSorted((one, two) => two - one));
    expect([newest, middle, first].map(({hasNewer, hasOlder}) => [hasNewer, hasOlder])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    expect((await page({after: first.entries[0]!.id})).entries).toEqual(middle.entries);
    expect(await page({after: middle.entries[0]!.id})).toEqual(newest);
    expect(await page({before: id})).toEqual(newest);
  });

  it('shared, is read by the other provider and changed by nobody there', async () => {
    const caseId = await bed.accepted(bed.lily, (await bed.send(forMyself)).id);
    expect(
      await shareCase(
        bed.by(bed.lily, await bed.versionOf('cases', caseId)),
        caseId,
        bed.crowthorne.partnerId,
        'They run the choir.',
      ),
    ).toEqual({ok: true});
    expect(
      (await getCase(database.web, {viewer: bed.crowthorne}, caseId))?.timeline.entries.filter(
        ({what}) => what === 'contact',
      ),
    ).toEqual([]);
    expect(await closeCase(bed.by(bed.crowthorne, 2), caseId, {reason: 'other', outcome: 'x'})).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  it('from the desk: a call’s referral waits in the inbox with its person, and nothing is typed again', async () => {
    const hub = await insertProvider(database.sql, {beside: bed.lily, roles: ['call_handler']});
    const personId = await addSomeone(database.web, hub, {givenName: 'Rose', familyName: 'Caller'});
    await database.sql`
      insert into person_contacts (person_id, kind, value, safe_to_call, safe_to_leave_message) values
        (${personId}, 'mobile', '+447700900501', 'no', 'no'),
        (${personId}, 'home_phone', '+441632960501', 'yes', 'no')
    `;
    await database.sql`
      insert into person_addresses (person_id, kind, lines, town, postcode)
      values (${personId}, 'home', '3 Larch Lane', 'Bracknell', 'RG12 1JX')
    `;
    await database.sql`insert into person_practices (person_id, name) values (${personId}, 'Larch Lane Surgery')`;
    await database.sql`
      insert into person_languages (person_id, language, interpreter) values (${personId}, 'Polish', 'yes')
    `;
    const callId = randomUUID();
    await database.sql`
      insert into calls (id, reference, partnership_id, partner_id, channel, handler_id, started_at, talk_seconds, danger, caller_kind, person_known, person_id, domain, dispositions)
      values (${callId}, 'C-TST-4444', ${hub.partnershipId}, ${hub.partnerId}, 'phone', ${hub.staffId}, now() - interval '5 minutes', 60, 'no', 'person', 'identified', ${personId}, 'community', '{link_worker_referral}')
    `;
    await within(
      database.web,
      {purpose: 'desk', viewer: hub},
      (tx) => tx`
      insert into referrals (partnership_id, from_partner_id, to_partner_id, person_id, source, call_id, reason, needs, consent_by, consent_how, made_by)
      values (${hub.partnershipId}, ${hub.partnerId}, ${bed.lily.partnerId}, ${personId}, 'call', ${callId}, 'Lonely', '{loneliness}', 'person', 'spoken', ${hub.staffId})
    `,
    );
    const inbox = await listInbox(database.web, {viewer: bed.lily}, {filter: 'waiting', page: 1});
    const row = inbox.referrals.find(({source}) => source === 'call')!;
    expect(row).toMatchObject({name: 'Rose Caller', needNames: ['loneliness']});
    // How to reach them comes along from their record, and never by a number that is not safe.
    expect(await getReferral(database.web, {viewer: bed.lily}, row.id)).toMatchObject({
      ...{phone: '+441632960501', safeToLeaveMessage: 'no', postcode: 'RG12 1JX', town: 'Bracknell'},
      ...{practice: 'Larch Lane Surgery', language: 'Polish', needsInterpreter: true},
    });
    const outcome = await acceptReferral(bed.by(bed.lily), row.id, {
      tier: 'plan',
      workerId: bed.lily.staffId,
      next: NEXT,
    });
    expect(outcome).toMatchObject({ok: true});
    const caseId = outcome.ok ? outcome.caseId! : '';
    expect(await getCase(database.web, {viewer: bed.lily}, caseId)).toMatchObject({
      ...{phone: '+441632960501', reachNote: 'Do not leave a message'},
    });
  });
});
