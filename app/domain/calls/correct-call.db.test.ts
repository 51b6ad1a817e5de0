import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {anEndedCall, formBy, insertNeeds, insertQueue} from '../../../test/factories/calls.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {
  inRecord,
  insertColleague,
  insertOpening,
  insertPartnership,
  insertPerson,
  type Colleague,
} from '../../../test/factories/people.ts';
import {within} from '../../../db/within.ts';
import type {CallValues} from './call-fields.ts';
import {callValues} from './call-values.ts';
import {correctCall} from './correct-call.server.ts';
import {getCall} from './get-call.server.ts';

let database: TestDatabase;
let priya: Colleague;
let tom: Colleague;
let elsewhere: Colleague;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  tom = await insertColleague(database.sql, partnership, {partnerId: priya.partnerId});
  elsewhere = await insertColleague(database.sql, partnership);
  await insertNeeds(database.sql, 'loneliness', 'foot-care');
  await insertQueue(database.sql, priya, 'adult_social_care');
});
afterAll(() => database?.drop());

const seen = async (id: string) => (await getCall(database.web, {viewer: priya}, id))!;
const correct = async (
  id: string,
  changes: CallValues,
  {viewer = tom, version = 1, reason = 'Misheard', rightPersonId = null as string | null} = {},
) =>
  correctCall(database.web, formBy(viewer, 'desk.call'), {
    id,
    version,
    reason,
    rightPersonId,
    typed: {...callValues(await seen(id)), ...changes},
  });

describe('correcting a call that has ended', () => {
  it('writes a new version, keeps the old one with who and why, and works out anew whether it was resolved', async () => {
    const id = await anEndedCall(database.web, priya, {story: 'About her feat'});
    const done = await correct(id, {
      story: 'About her feet',
      needs: 'foot-care',
      endings: 'passed_to_gp',
      practice: 'Heath Surgery',
    });
    expect(done).toEqual({ok: true});
    expect(await seen(id)).toMatchObject({
      version: 2,
      story: 'About her feet',
      needs: [{key: 'foot-care'}],
      endings: [{kind: 'passed_to_gp', practice: 'Heath Surgery'}],
      isResolved: false,
      versions: [{version: 1, reason: 'Misheard'}],
    });
    const [kept] = await database.sql<
      {was: Record<string, string>}[]
    >`select was from call_versions where call_id = ${id}`;
    expect(kept!.was).toMatchObject({story: 'About her feat', needs: 'loneliness', endings: 'information_given'});
  });

  it('of fifty corrections of one version at once one counts, and the others are shown what stands now', async () => {
    const id = await anEndedCall(database.web, priya);
    const answers = await Promise.all(
      Array.from({length: 50}, (_, turn) =>
        correct(id, {goingWell: `Version ${turn}`}, {viewer: turn % 2 ? tom : priya}),
      ),
    );
    expect(answers.filter(({ok}) => ok)).toHaveLength(1);
    const stands = await seen(id);
    for (const answer of answers.filter(({ok}) => !ok))
      expect(answer).toMatchObject({reason: 'changed', call: {goingWell: stands.goingWell, version: 2}});
  });

  it('asks why, and says what is wrong beside its field', async () => {
    const id = await anEndedCall(database.web, priya);
    expect(await correct(id, {story: ''}, {reason: '  '})).toMatchObject({
      ok: false,
      problems: {reason: 'Say why it is corrected', story: expect.any(String)},
    });
    expect((await seen(id)).version).toBe(1);
  });

  it('takes a call that was written down for the wrong person out of their record', async () => {
    const personId = await insertPerson(database.sql, priya, {givenName: 'Nell'});
    const about = {personKnown: ''};
    const id = await anEndedCall(database.web, priya, about, {personId});
    expect(await correct(id, {personKnown: 'anonymous'})).toEqual({ok: true});
    expect(await seen(id)).toMatchObject({personId: null, personKnown: 'anonymous', versions: [{version: 1}]});
    const [act] = await database.sql`
      select person_id from audit_entries where action = 'call_corrected' and details ->> 'call' = ${id}
    `;
    expect(act).toEqual({personId});
  });

  describe('of the wrong person', () => {
    const other = {personKnown: 'other'};
    const versionsIn = (viewer: Colleague, personId: string, id: string) =>
      inRecord(database.web, viewer, personId, (tx) => tx`select version from call_versions where call_id = ${id}`);
    const callsIn = async (viewer: Colleague, personId: string) =>
      (await inRecord(database.web, viewer, personId, (tx) => tx<{id: string}[]>`select id from calls`)).map(
        ({id}) => id,
      );
    const acts = (id: string) =>
      database.sql`
        select action, person_id from audit_entries
        where action in ('call_corrected', 'call_put_into_record') and details ->> 'call' = ${id}
        order by seq
      `;
    let wrong: string;
    let right: string;
    beforeAll(async () => {
      wrong = await insertPerson(database.sql, priya, {givenName: 'Nell', outcode: 'RG12'});
      right = await insertPerson(database.sql, priya, {givenName: 'Nelly', outcode: 'RG42'});
    });
    const aCall = (values: CallValues = {}) =>
      anEndedCall(database.web, priya, {personKnown: '', story: 'What Nell told', ...values}, {personId: wrong});

    it('puts a call into the record of the right one, and leaves nothing of either with the other', async () => {
      const id = await aCall();
      expect(await callsIn(priya, wrong)).toContain(id);
      await insertOpening(database.web, tom, right);
      expect(await correct(id, {...other, story: 'What Nelly told'}, {rightPersonId: right})).toEqual({ok: true});

      expect(await seen(id)).toMatchObject({personId: right, personKnown: 'identified', version: 2, outcode: 'RG42'});
      expect(await callsIn(priya, right)).toContain(id);
      expect(await callsIn(priya, wrong)).not.toContain(id);
      expect(await acts(id)).toEqual([
        {action: 'call_corrected', personId: wrong},
        {action: 'call_put_into_record', personId: right},
      ]);
      // How it read before is for a lead of the desk that took it, and in no record.
      const lead = await insertColleague(database.sql, priya.partnershipId, {
        partnerId: priya.partnerId,
        roles: ['team_lead'],
      });
      expect((await seen(id)).versions).toEqual([]);
      expect(await versionsIn(priya, right, id)).toEqual([]);
      expect(await versionsIn(lead, right, id)).toEqual([]);
      expect((await getCall(database.web, {viewer: lead}, id))!.versions).toMatchObject([
        {version: 1, reason: 'Misheard', was: {story: 'What Nell told'}},
      ]);
      // What is corrected from then on is read again beside it.
      expect(await correct(id, {story: 'What Nelly said'}, {version: 2})).toEqual({ok: true});
      expect((await seen(id)).versions).toMatchObject([{version: 2, was: {story: 'What Nelly told'}}]);
    });

    it('also by way of nobody’s record: what stood there in the wrong one stays apart', async () => {
      const id = await aCall();
      expect(await correct(id, {personKnown: 'anonymous'})).toEqual({ok: true});
      expect(await seen(id)).toMatchObject({personId: null, outcode: null, versions: [{version: 1}]});
      await insertOpening(database.web, tom, right);
      expect(await correct(id, other, {version: 2, rightPersonId: right})).toEqual({ok: true});
      expect(await seen(id)).toMatchObject({personId: right, version: 3, versions: []});
    });

    it('only while that record is open to whoever does it, and may be', async () => {
      const id = await aCall();
      const problem = (words: RegExp) => ({problems: {personKnown: expect.stringMatching(words)}});
      expect(await correct(id, other)).toMatchObject(problem(/^Find the right person/));
      expect(await correct(id, other, {rightPersonId: wrong})).toMatchObject(problem(/already/));
      const shut = await insertPerson(database.sql, priya, {givenName: 'Nobody opened'});
      expect(await correct(id, other, {rightPersonId: shut})).toMatchObject(problem(/not open to you/));
      const far = await insertPerson(database.sql, elsewhere, {givenName: 'Far'});
      expect(await correct(id, other, {rightPersonId: far})).toMatchObject(problem(/not open to you/));
      // Nor by any other way past the domain.
      await expect(
        within(
          database.web,
          {purpose: 'desk', viewer: tom},
          (tx) => tx`update calls set person_id = ${shut} where id = ${id}`,
        ),
      ).rejects.toThrow('a call is put only into a record that is open');
      expect(await seen(id)).toMatchObject({personId: wrong, version: 1});
    });
  });

  it('leaves what was handed on where it is', async () => {
    const id = await anEndedCall(database.web, priya, {
      endings: 'handed_on',
      handOnTo: 'adult_social_care',
      handOnPriority: 'hours_24',
      handOnReason: 'Needs help with washing',
    });
    expect(await correct(id, {endings: 'information_given', informationNote: 'Told when they open'})).toEqual({
      ok: true,
    });
    const call = await seen(id);
    expect(call.endings.map(({kind}) => kind)).toEqual(['information_given', 'handed_on']);
    expect(call.handoffs).toHaveLength(1);
    expect(call.isResolved).toBe(false);
  });

  it('leaves its gap in the ward and on the day where it was met with', async () => {
    const id = await anEndedCall(database.web, priya, {
      endings: 'nothing_suitable',
      gapNeed: 'loneliness',
      gapReason: 'full',
      near: 'RG12 1JX',
    });
    const was = new Date('2026-03-03T10:00:00Z');
    await database.sql`
      update calls set outcode = 'RG12', ward_gss = 'E05999006', started_at = ${was}, closed_at = ${was} where id = ${id}
    `;
    expect(await correct(id, {gapNeed: 'foot-care', gapReason: 'too_far'})).toEqual({ok: true});
    expect(
      await database.sql`select need_key, reason, outcode, ward_gss, recorded_at from gaps where call_id = ${id}`,
    ).toEqual([{needKey: 'foot-care', reason: 'too_far', outcode: 'RG12', wardGss: 'E05999006', recordedAt: was}]);
  });

  it('is for the desk that took it', async () => {
    const id = await anEndedCall(database.web, priya);
    expect(await correct(id, {story: 'x'}, {viewer: elsewhere})).toEqual({ok: false, reason: 'gone'});
  });
});
