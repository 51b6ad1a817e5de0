/** A case that two organisations walk in together: who may do what, and a next step of each. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase} from '../../../test/factories/cases.ts';
import {insertPartner, insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {forMyself, NEXT, TODAY, walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {makeOwnFeed, readCalendar} from '../calendar/calendar-feed.server.ts';
import {keepContactDraft} from '../cases/contact-draft.server.ts';
import {arrangeCover} from '../cover/cover.server.ts';
import type {ListedCase} from '../cases/joint-steps.server.ts';
import type {Narrowing} from '../cases/narrowing.ts';
import {londonClock} from '../dates/calendar-date.ts';
import {closeCase, noteOnCase, recordContact, setNextStep, setTier} from './change-case.server.ts';
import {getCase} from './get-case.server.ts';
import {boardCases} from './board-cases.server.ts';
import {listCases, myDay} from './list-cases.server.ts';
import {shareCase, transferCase} from './share-case.server.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
let colleague: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
  colleague = await insertStaff(database.sql, bed.crowthorne, {roles: ['link_worker'], name: 'Cora Colleague'});
});
afterAll(() => database?.drop());

const SECRET = 'a secret of forty characters, for a test';

describe('a joint case', () => {
  it('is walked in by both: contacts, notes and a next step of each; nothing else, and only until that ends', async () => {
    const caseId = await bed.accepted(bed.lily, (await bed.send(forMyself)).id);
    const theirs = () => bed.formOn(bed.crowthorne, caseId);
    const gone = {ok: false, reason: 'gone'};
    const typing = {draft: randomUUID(), page: randomUUID(), changes: [{name: 'note', value: 'Went to', base: 0}]};
    const keeps = () => keepContactDraft(database.web, {viewer: bed.crowthorne}, caseId, typing);
    await bed.share(caseId, false);
    expect(await recordContact(await theirs(), caseId, bed.met())).toEqual(gone);
    expect(await keeps()).toEqual(gone);

    await bed.share(caseId);
    expect(await getCase(database.web, {viewer: bed.lily}, caseId)).toMatchObject({
      isJoint: false,
      sharedWith: [{partnerId: bed.crowthorne.partnerId, worksWithUs: true}],
    });
    expect(await keeps()).toMatchObject({ok: true, saved: [{name: 'note'}]});
    expect(await recordContact(await theirs(), caseId, {...bed.met(), draft: typing.draft})).toEqual({ok: true});
    const step = {step: 'Go again', on: '2026-12-09', whyNone: null};
    expect(await setNextStep(await theirs(), caseId, step)).toEqual({ok: true});
    expect(await noteOnCase(await theirs(), caseId, 'She sang.')).toEqual({ok: true});
    const seen = await getCase(database.web, {viewer: bed.crowthorne}, caseId);
    // Each of the two has a step that is theirs, and both see both.
    expect(seen).toMatchObject({isJoint: true, status: 'active', contacts: 1, nextStep: NEXT.step, draft: null});
    for (const viewer of [bed.crowthorne, bed.lily])
      expect((await getCase(database.web, {viewer}, caseId))!.sharedWith).toMatchObject([
        {nextStep: 'Go again', nextStepOn: '2026-12-09', walkerName: bed.crowthorne.name},
      ]);
    const said = ['She sang.', 'Go again', 'Went to the choir together.'];
    expect(seen!.timeline.entries.map(({words}) => words)).toEqual(expect.arrayContaining(said));

    expect(await setTier(await theirs(), caseId, 'signposting', 'x')).toEqual(gone);
    expect(await closeCase(await theirs(), caseId, {reason: 'other', outcome: 'x'})).toEqual(gone);
    expect(await transferCase(await theirs(), caseId, bed.crowthorne.staffId, 'x')).toEqual(gone);
    expect(await shareCase(await theirs(), caseId, bed.lily.partnerId, 'x', true)).toEqual(gone);
    // The database refuses it too, whatever the product asks.
    const changes = (columns: object) =>
      bed.asks(bed.crowthorne, (tx) => tx`update cases set ${tx(columns as never)} where id = ${caseId}`);
    const theirsAlone = [
      {tier: 'signposting'},
      {workerId: null},
      {phone: null},
      {status: 'follow_up'},
      {nextStep: 'x'},
    ];
    for (const columns of theirsAlone) await expect(changes(columns)).rejects.toMatchObject({code: '42501'});
    const bad = {caseId, partnerId: bed.lily.partnerId, kind: 'transferred', byId: bed.crowthorne.staffId};
    await expect(bed.asks(bed.crowthorne, (tx) => tx`insert into case_events ${tx(bad)}`)).rejects.toMatchObject({
      code: '42501',
    });

    await bed.unshare(caseId);
    expect(await recordContact(await theirs(), caseId, bed.met())).toEqual(gone);
    expect(await changes({status: 'active'})).toMatchObject({count: 0});
    expect((await getCase(database.web, {viewer: bed.lily}, caseId))!.nextStep).toBe(NEXT.step);
  });

  it('is found under Mine by whoever took it on, with their own step, and under nobody’s until then', async () => {
    const {sql, web} = database;
    const {id} = await insertCase(sql, bed.lily, {nextStepOn: '2026-11-27'});
    const outside = await insertStaff(sql, await insertPartner(sql, {beside: bed.lily}), {roles: ['link_worker']});
    const search = {filter: 'open', order: 'next', words: '', page: 1} as const;
    /** How it stands in the list, which the board must agree with. */
    const found = async (viewer: TestStaff, whose: string, narrowed: Narrowing = {}) => {
      const asked = {...search, whose, ...narrowed};
      const {cases} = await listCases(web, {viewer}, asked, TODAY);
      const {columns} = await boardCases(web, {viewer}, asked, {}, TODAY);
      const told = (rows: ListedCase[]) =>
        rows
          .filter((row) => row.id === id)
          .map(({nextStep, nextStepOn, workerName, withName}) => ({nextStep, nextStepOn, workerName, withName}));
      expect(told(columns.flatMap((column) => column.cases))).toEqual(told(cases));
      return told(cases);
    };
    const theirs = {nextStep: 'Ring to say hello', nextStepOn: '2026-11-27', workerName: bed.lily.name, withName: null};
    for (const whose of ['mine', 'nobody', 'all', bed.lily.staffId])
      expect(await found(bed.crowthorne, whose)).toEqual([]);

    await bed.share(id);
    const withName = bed.lily.partnerName;
    const asked = {nextStep: 'Asked to walk along: They go along.', nextStepOn: null, workerName: null, withName};
    expect(await found(bed.crowthorne, 'nobody')).toEqual([asked]);
    expect(await found(bed.crowthorne, 'mine')).toEqual([]);

    const step = {step: 'Go again', on: TODAY, whyNone: null};
    await setNextStep(await bed.formOn(bed.crowthorne, id), id, step);
    const ours = {nextStep: 'Go again', nextStepOn: TODAY, workerName: bed.crowthorne.name, withName};
    for (const whose of ['mine', 'all', bed.crowthorne.staffId])
      expect(await found(bed.crowthorne, whose)).toEqual([ours]);
    expect(await found(bed.crowthorne, 'mine', {step: 'today'})).toEqual([ours]);
    expect(await found(bed.crowthorne, 'mine', {step: 'late'})).toEqual([]);
    expect(await found(bed.crowthorne, 'nobody')).toEqual([]);
    expect(await found(colleague, 'mine')).toEqual([]);
    expect(await found(colleague, bed.crowthorne.staffId)).toEqual([ours]);
    expect(await found(bed.lily, 'mine', {step: 'late'})).toEqual([theirs]);
    for (const whose of ['mine', 'nobody', 'all', bed.crowthorne.staffId, bed.lily.staffId])
      expect(await found(outside, whose)).toEqual([]);

    await bed.unshare(id);
    for (const whose of ['mine', 'nobody', 'all']) expect(await found(bed.crowthorne, whose)).toEqual([]);
  });

  it('stands in the day of everybody there until one has taken it on, then in theirs alone, with their own step', async () => {
    const {sql, web} = database;
    const {id, reference} = await insertCase(sql, bed.lily, {nextStepOn: '2026-11-27'});
    const stands = async (viewer: TestStaff) => {
      const day = await myDay(web, {viewer}, TODAY);
      const parts = (['late', 'today', 'soon', 'withoutStep'] as const).flatMap((part) =>
        day[part].filter((row) => row.id === id).map(({nextStep, withName}) => ({part, nextStep, withName})),
      );
      const covering = day.covering.flatMap(({cases}) => cases.filter((row) => row.id === id));
      return {parts, covering: covering.map(({nextStep}) => nextStep)};
    };
    const ours = {parts: [{part: 'late', nextStep: 'Ring to say hello', withName: undefined}], covering: []};
    const nothing = {parts: [], covering: []};
    expect(await stands(bed.crowthorne)).toEqual(nothing);

    await bed.share(id);
    const asked = {
      part: 'withoutStep',
      nextStep: 'Asked to walk along: They go along.',
      withName: bed.lily.partnerName,
    };
    for (const viewer of [bed.crowthorne, colleague])
      expect(await stands(viewer)).toEqual({parts: [asked], covering: []});
    expect(await stands(bed.lily)).toEqual(ours);

    const step = {step: 'Go again', on: TODAY, whyNone: null};
    await setNextStep(await bed.formOn(bed.crowthorne, id), id, step);
    const theirs = {part: 'today', nextStep: 'Go again', withName: bed.lily.partnerName};
    expect(await stands(bed.crowthorne)).toEqual({parts: [theirs], covering: []});
    expect(await stands(colleague)).toEqual(nothing);
    // What stands in the day of whoever has the case is still theirs.
    expect(await stands(bed.lily)).toEqual(ours);
    const form = {viewer: bed.crowthorne, door: 'own-account', submission: randomUUID()};
    const calendar = await makeOwnFeed(web, form, SECRET);
    expect(await readCalendar(web, calendar, TODAY)).toMatchObject({
      entries: [{kind: 'contact', reference, onDay: TODAY}],
    });

    // A colleague who covers has it too.
    const now = londonClock(new Date()).date;
    await arrangeCover(web, bed.by(bed.crowthorne), {
      staffId: bed.crowthorne.staffId,
      coverId: colleague.staffId,
      from: TODAY < now ? TODAY : now,
      until: TODAY > now ? TODAY : now,
    });
    expect(await stands(colleague)).toEqual({parts: [], covering: ['Go again']});
    await sql`update case_covers set ended_at = now()`;

    // An older page does not set it over what was set meanwhile; a colleague who looks first takes it over.
    const late = {step: 'Something else', on: TODAY, whyNone: null};
    expect(await setNextStep(bed.by(colleague, 1), id, late)).toEqual({ok: false, reason: 'changed'});
    expect(await setNextStep(await bed.formOn(colleague, id), id, late)).toEqual({ok: true});
    expect(await stands(bed.crowthorne)).toEqual(nothing);
    // Whoever leaves leaves it to the others.
    await sql`update staff set disabled_at = now() where id = ${colleague.staffId}`;
    expect(await stands(bed.crowthorne)).toEqual({parts: [asked], covering: []});
    await sql`update staff set disabled_at = null where id = ${colleague.staffId}`;
    expect(await stands(colleague)).toMatchObject({parts: [{nextStep: 'Something else'}]});

    // Shared anew they are asked anew; shared to be read, or ended, it is in no day of theirs.
    await bed.share(id);
    expect(await stands(bed.crowthorne)).toEqual({parts: [asked], covering: []});
    await bed.unshare(id);
    for (const viewer of [bed.crowthorne, colleague]) expect(await stands(viewer)).toEqual(nothing);
    await bed.share(id, false);
    for (const viewer of [bed.crowthorne, colleague]) expect(await stands(viewer)).toEqual(nothing);
    expect(await stands(bed.lily)).toEqual(ours);
  });

  it('finds the steps of a day by an index', async () => {
    const plan = await database.sql.begin(async (tx) => {
      await tx`set local enable_seqscan = off`;
      return tx.unsafe(`
        explain (costs off) select case_id from case_shares
        where
          walker_id = '${bed.crowthorne.staffId}' and to_partner_id = '${bed.crowthorne.partnerId}'
          and next_step_on <= '2026-12-05' and works_with_us and ended_at is null
      `);
    });
    expect(JSON.stringify(plan)).toMatch(/case_shares_(walker|joint)_idx/);
  });
});
