import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertCase} from '../../../test/factories/cases.ts';
import {insertListing, passedOn} from '../../../test/factories/onward.ts';
import {answerOf, formOfOnward, FULL, insertBothSides, sendOnward, SITE} from '../../../test/factories/sent-onward.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {mayMove, STATES, type OnwardState} from './onward-life.ts';
import {answerOnward, openOnward} from './onward-link.server.ts';
import {getOnward, noteOnward, passOn, withdrawOnward} from './onward.server.ts';
import type {NewOnward} from './read-onward.ts';

let database: TestDatabase;
let worker: TestStaff;
let theirs: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  ({worker, theirs} = await insertBothSides(database.sql));
});
afterAll(() => database?.drop());

const sent = (made?: NewOnward) => sendOnward(database, worker, made);
const visitor = () => ({sql: database.web, address: null});

describe('the life of an onward referral', () => {
  it('is the same in the database as in the rules', async () => {
    const states = Object.keys(STATES) as OnwardState[];
    for (const was of states) {
      for (const becomes of states) {
        const [row] = await database.sql`select onward_may_move(${was}, ${becomes}) as may`;
        expect(row, `${was} to ${becomes}`).toEqual({may: mayMove(was, becomes)});
      }
    }
    const {id} = await sent();
    await expect(
      database.sql`update onward_referrals set state = 'ended', ended_how = 'other' where id = ${id}`,
    ).rejects.toThrow('does not go from sent to ended');
  });

  it('sends nothing where somebody was only told, and needs an agreement where something is sent', async () => {
    const {caseId, message} = await sent({kind: 'told', needKey: null, sent: null});
    expect(message).toBeUndefined();
    expect((await getOnward(database.web, {viewer: worker}, caseId))?.onward).toMatchObject([
      {state: 'told', shared: null},
    ]);
    const {id} = await sent();
    await expect(database.sql`update onward_referrals set consent_by = null where id = ${id}`).rejects.toThrow(
      'check constraint',
    );
  });
});

describe('the link of a service', () => {
  it('goes out once, in words that say nothing of the person, and shows only what was agreed', async () => {
    const {send, message, token, service, caseId} = await sent();
    expect(await send()).toEqual({ok: true});
    expect(message?.body).not.toContain('Nell');
    const [{count}] = await database.sql<[{count: number}]>`
      select count(*)::integer as count from messages where body like ${`%${service.name}%`}
    `;
    expect(count).toBe(1);
    const shown = await openOnward(visitor(), token);
    expect(Object.keys(shown!).sort()).toEqual(['attended', 'fromName', 'serviceName', 'shared', 'state']);
    expect(shown).toMatchObject({state: 'seen', shared: 'Nell would like to sing.'});
    const [one] = (await getOnward(database.web, {viewer: worker}, caseId))!.onward;
    expect(one!.seenAt).not.toBeNull();
  });

  it('takes an answer once, and says so of one that can no longer be', async () => {
    const {token, caseId} = await sent();
    const both = await Promise.all([1, 2].map(() => answerOnward(visitor(), token, answerOf({}))));
    expect(both).toEqual(['kept', 'kept']);
    expect(await answerOnward(visitor(), token, FULL)).toBe('not_now');
    const came = answerOf({becomes: 'started', times: 2});
    expect(await answerOnward(visitor(), token, came)).toBe('kept');
    expect(await answerOnward(visitor(), token, came)).toBe('kept');
    expect(await answerOnward(visitor(), token, answerOf({becomes: 'started', times: 1}))).toBe('kept');
    expect(await answerOnward(visitor(), token, answerOf({becomes: 'ended', times: 3, how: 'goes_on_alone'}))).toBe(
      'kept',
    );
    expect((await getOnward(database.web, {viewer: worker}, caseId))?.onward).toMatchObject([
      {state: 'ended', attended: 3, endedHow: 'goes_on_alone'},
    ]);
    const words = await database.sql`select 1 from case_events where case_id = ${caseId} and kind = 'onward'`;
    expect(words).toHaveLength(4);
  });

  it('holds no more once it is withdrawn or has run out', async () => {
    const {caseId, id, token} = await sent();
    expect(await withdrawOnward(database.web, formOfOnward(worker), caseId, id)).toEqual({ok: true});
    expect(await openOnward(visitor(), token)).toBeNull();
    expect(await answerOnward(visitor(), token, answerOf({}))).toBe('gone');
    const other = await sent();
    await database.sql`update onward_referrals set expires_at = now() - interval '1 minute' where id = ${other.id}`;
    expect(await answerOnward(visitor(), other.token, answerOf({}))).toBe('gone');
  });
});

describe('what somebody agreed to share with a service', () => {
  const decide = (caseId: string, organisation: string, decision: string) => database.sql`
    insert into consents (person_id, kind, organisation, decision, decided_on, decided_by, how)
    select person_id, 'share_with_organisation', ${organisation}, ${decision}, current_date, 'person', 'spoken'
    from cases where id = ${caseId}
  `;

  it('is written into their record, and ends the link at once when it is taken back there', async () => {
    const {caseId, service, token, message} = await sent();
    expect(message).toBeDefined();
    const consents = await database.sql`
      select decision, organisation, how from consents
      where person_id = (select person_id from cases where id = ${caseId}) and kind = 'share_with_organisation'
    `;
    expect(consents).toEqual([{decision: 'given', organisation: service.organisation, how: 'spoken'}]);
    await decide(caseId, ` ${service.organisation.toUpperCase()} `, 'withdrawn');
    expect(await openOnward(visitor(), token)).toBeNull();
    expect(await answerOnward(visitor(), token, answerOf({}))).toBe('gone');
  });

  it('is not sent where they refused the service or those who run it, whatever is ticked', async () => {
    for (const by of ['name', 'organisation'] as const) {
      const {id: caseId} = await insertCase(database.sql, worker, {needs: ['loneliness']});
      const service = await insertListing(database.sql);
      await decide(caseId, service[by], 'refused');
      const pass = (made: NewOnward) => passOn(database.web, formOfOnward(worker), caseId, {service, made, ...SITE});
      expect(await pass(passedOn())).toEqual({ok: false, reason: 'refused'});
      const rows = await database.sql`select 1 from messages where body like ${`%${service.name}%`}`;
      expect(rows).toHaveLength(0);
      expect(await pass({kind: 'told', needKey: null, sent: null})).toEqual({ok: true});
    }
  });
});

describe('another provider', () => {
  it('learns nothing of it and changes nothing', async () => {
    const {caseId, id} = await sent();
    expect(await getOnward(database.web, {viewer: theirs}, caseId)).toBeNull();
    expect(await noteOnward(database.web, formOfOnward(theirs), caseId, id, FULL)).toEqual({ok: false, reason: 'gone'});
    expect(await withdrawOnward(database.web, formOfOnward(theirs), caseId, id)).toEqual({ok: false, reason: 'gone'});
    for (const purpose of ['caseload', 'desk', 'figures', 'answer'] as const) {
      const seen = await within(database.web, {purpose, viewer: theirs}, (tx) => tx`select id from onward_referrals`);
      expect(seen).toHaveLength(0);
    }
    const [row] = await within(
      database.web,
      {purpose: 'caseload', viewer: theirs},
      (tx) => tx`select note_onward(${id}, 'declined', 'full', null, null) as outcome`,
    );
    expect(row).toEqual({outcome: 'gone'});
  });
});
