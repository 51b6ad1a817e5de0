import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {anEndedCall, formBy, insertNeeds, insertQueue} from '../../../test/factories/calls.ts';
import {insertColleague, insertPartnership, type Colleague} from '../../../test/factories/people.ts';
import {testDatabase, waitingForLocks, type TestDatabase} from '../../../test/setup/database.ts';
import {clearAway} from '../access/housekeeping.server.ts';
import {callValues} from './call-values.ts';
import {correctCall} from './correct-call.server.ts';
import {
  endCorrection,
  keepCorrection,
  listBegunCorrections,
  openCorrection,
  settleRightPerson,
  takeInCorrection,
  throwCorrectionAway,
  type CorrectionPage,
} from './correction-draft.server.ts';
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
  await insertNeeds(database.sql, 'loneliness');
  await insertQueue(database.sql, priya, 'safeguarding');
});
afterAll(() => database?.drop());

const aPage = (seen = 1): CorrectionPage => ({draft: randomUUID(), page: randomUUID(), seen});
const type = (id: string, page: CorrectionPage, fields: Record<string, string>, {viewer = tom, base = 0} = {}) =>
  keepCorrection(database.web, {viewer}, id, {
    ...page,
    changes: Object.entries(fields).map(([name, value]) => ({name, value, base})),
  });
const begun = async (id: string, viewer = tom) => {
  const draft = await openCorrection(database.web, {viewer}, id);
  return draft && Object.fromEntries(draft.fields.map(({name, value}) => [name, value]));
};
const call = async (id: string) => (await getCall(database.web, {viewer: priya}, id))!;
const send = async (id: string, page: CorrectionPage, fields: Record<string, string>, known = {}) =>
  takeInCorrection(database.web, {viewer: tom}, id, {
    ...page,
    known,
    sent: Object.fromEntries(
      Object.entries({...callValues(await call(id)), ...fields}).map(([name, value]) => [name, value ?? '']),
    ),
  });
const save = async (
  id: string,
  page: CorrectionPage,
  fields: Record<string, string>,
  form = formBy(tom, 'desk.ended'),
) =>
  correctCall(database.web, form, {
    id,
    version: page.seen,
    draft: page.draft,
    reason: fields.reason ?? 'Misheard',
    typed: {...callValues(await call(id)), ...fields},
  });

describe('a correction that is being written', () => {
  it('is kept as it is typed, for whoever types it and on any machine, and changes nothing of the call', async () => {
    const id = await anEndedCall(database.web, priya);
    const page = aPage();
    expect(await type(id, page, {story: 'About her feet', reason: 'Misheard', rightWords: 'Nell'})).toMatchObject({
      ok: true,
      conflicts: [],
    });
    expect(await begun(id)).toEqual({story: 'About her feet', reason: 'Misheard', rightWords: 'Nell'});
    expect(await begun(id, priya)).toBeNull();
    expect((await call(id)).version).toBe(1);
    // Whoever comes back finds the way to it.
    const {reference} = await call(id);
    expect(await listBegunCorrections(database.web, {viewer: tom})).toEqual([{callId: id, reference}]);
    expect(await listBegunCorrections(database.web, {viewer: priya})).toEqual([]);
  });

  it('is gone once it is saved, and what its page sends too late begins none anew', async () => {
    const id = await anEndedCall(database.web, priya);
    const page = aPage();
    await type(id, page, {story: 'About her feet'});
    const form = formBy(tom, 'desk.ended');
    expect(await save(id, page, {story: 'About her feet'}, form)).toEqual({ok: true});
    // Pressed twice, it is one.
    expect(await save(id, page, {story: 'About her feet'}, form)).toEqual({ok: true});
    expect((await call(id)).version).toBe(2);
    expect(await begun(id)).toBeNull();
    expect((await listBegunCorrections(database.web, {viewer: tom})).map(({callId}) => callId)).not.toContain(id);
    expect(await type(id, page, {story: 'About her f'})).toEqual({ok: false, reason: 'closed'});
    const [{left}] = await database.sql<[{left: number}]>`
      select count(*) as left from correction_draft_fields
      join correction_drafts on id = draft_id
      where call_id = ${id}
    `;
    expect(left).toBe(0);
    // Also where nothing had arrived before it was saved.
    const quick = aPage(2);
    expect(await save(id, quick, {story: 'About both feet'})).toEqual({ok: true});
    expect(await type(id, quick, {story: 'About both'})).toEqual({ok: false, reason: 'closed'});
  });

  it('is saved while what was typed is still on its way: neither waits for the other for good', async () => {
    const {sql} = database;
    const id = await anEndedCall(database.web, priya);
    const page = aPage();
    const keeping = await sql.begin(async (tx) => {
      await tx`select from calls where id = ${id} for update`;
      const kept = {of: type(id, page, {story: 'About both'})};
      await expect.poll(() => waitingForLocks(sql)).toHaveLength(1);
      await endCorrection(tx, {viewer: tom}, {id, partnerId: tom.partnerId}, page.draft);
      return kept;
    });
    expect(await keeping.of).toEqual({ok: false, reason: 'closed'});
  });

  it('of two pages writes nothing over unseen: neither a field that both typed, nor one that this page has not shown', async () => {
    const id = await anEndedCall(database.web, priya);
    const [one, other] = [aPage(), aPage()];
    await type(id, one, {story: 'From the one'});
    expect(await type(id, other, {story: 'From the other'})).toMatchObject({
      conflicts: [{name: 'story', value: 'From the one', version: 1}],
    });
    expect(await type(id, other, {goingWell: 'Good neighbours'})).toMatchObject({ok: true, conflicts: []});
    expect(await send(id, other, {goingWell: 'Good neighbours'})).toMatchObject({
      ok: true,
      conflicts: [],
      isElsewhere: true,
    });
    // Shown with it, it is saved.
    const shown = {story: 'From the one', goingWell: 'Good neighbours'};
    expect(await send(id, aPage(), shown, {story: 1, goingWell: 1})).toMatchObject({conflicts: [], isElsewhere: false});
  });

  it('as a form without scripts takes in what was typed and what was emptied, and nothing else', async () => {
    const id = await anEndedCall(database.web, priya, {goingWell: 'Her sister rings'});
    const page = aPage();
    expect(await send(id, page, {story: 'Otherwise', goingWell: '', reason: ''})).toMatchObject({
      ok: true,
      typed: {story: 'Otherwise', goingWell: ''},
    });
    expect(await begun(id)).toEqual({story: 'Otherwise', goingWell: ''});
    expect(await settleRightPerson(database.web, {viewer: tom}, id, {...page, known: {}}, randomUUID())).toMatchObject({
      ok: true,
    });
    expect(Object.keys((await begun(id))!)).toContain('rightPersonId');
  });

  it('says from which version it was begun, and goes over a later one only where something was typed', async () => {
    const id = await anEndedCall(database.web, priya, {goingWell: 'Her sister rings'});
    const page = aPage();
    await type(id, page, {story: 'From Tom'});
    const theirs = aPage();
    await correctCall(database.web, formBy(priya, 'desk.ended'), {
      id,
      version: 1,
      draft: theirs.draft,
      reason: 'Misheard',
      typed: {...callValues(await call(id)), goingWell: 'Her brother rings'},
    });
    const sent = {...callValues(await call(id)), story: 'From Tom', goingWell: 'Her sister rings'};
    const known = {story: 1};
    expect(
      await takeInCorrection(database.web, {viewer: tom}, id, {...page, known, sent: sent as Record<string, string>}),
    ).toMatchObject({ok: true, typed: {story: 'From Tom'}});
    expect(await openCorrection(database.web, {viewer: tom}, id)).toMatchObject({seen: 1});
    expect(await begun(id)).toEqual({story: 'From Tom'});
  });

  it('is thrown away, and begins again', async () => {
    const id = await anEndedCall(database.web, priya);
    const page = aPage();
    await type(id, page, {story: 'A slip'});
    await throwCorrectionAway(database.web, {viewer: tom}, id);
    expect(await begun(id)).toBeNull();
    expect(await type(id, page, {story: 'A sl'})).toEqual({ok: false, reason: 'closed'});
    expect(await type(id, aPage(), {story: 'Anew'})).toMatchObject({ok: true});
  });

  it('is for those who may read and correct the call, and for nobody else by any way', async () => {
    const id = await anEndedCall(database.web, priya);
    expect(await type(id, aPage(), {story: 'x'}, {viewer: elsewhere})).toEqual({ok: false, reason: 'gone'});
    await type(id, aPage(), {story: 'What Tom typed'});
    const seenBy = async (viewer: Colleague) =>
      (
        await Promise.all(
          (['desk', 'record', 'caseload', 'figures'] as const).map((purpose) =>
            within(
              database.web,
              {purpose, viewer},
              async (tx) => await tx`select value from correction_draft_fields where value = 'What Tom typed'`,
            ),
          ),
        )
      ).flat().length;
    expect(await seenBy(tom)).toBe(1);
    expect(await seenBy(priya)).toBe(0);
    expect(await seenBy(elsewhere)).toBe(0);
    // A call that is closed to them meanwhile closes it with it.
    await database.sql`update calls set is_restricted = true where id = ${id}`;
    expect(await begun(id)).toBeNull();
    expect(await seenBy(tom)).toBe(0);
    expect(await type(id, aPage(), {story: 'More'})).toEqual({ok: false, reason: 'gone'});
  });

  it('is cleared away when nobody goes on with it for thirty days', async () => {
    const [left, fresh] = [await anEndedCall(database.web, priya), await anEndedCall(database.web, priya)];
    for (const id of [left, fresh]) await type(id, aPage(), {story: 'Half a'});
    await database.sql`update correction_drafts set changed_at = now() - interval '31 days' where call_id = ${left}`;
    await clearAway(database.web);
    expect(await begun(left)).toBeNull();
    expect(await begun(fresh)).toEqual({story: 'Half a'});
  });
});
