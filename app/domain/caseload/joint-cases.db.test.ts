/** A case that two organisations walk in together: a next step of each, and one first contact. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {ISql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
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
import {checkReferrer} from '../referrals/receive-referral.server.ts';
import {closeCase, noteOnCase, recordContact, setNextStep, setTier} from './change-case.server.ts';
import {getCase} from './get-case.server.ts';
import {boardCases} from './board-cases.server.ts';
import {listCases, myDay} from './list-cases.server.ts';
import {shareCase, transferCase, unshareCase} from './share-case.server.ts';

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

const contact = {
  mode: 'home' as const,
  minutes: 30,
  wasReached: true,
  whoWith: 'person' as const,
  note: 'Went to the choir together.',
  at: new Date(),
  next: NEXT,
};

describe('a joint case', () => {
  it('is walked in by both: contacts, notes and a next step of each; nothing else, and only until that ends', async () => {
    const caseId = await bed.accepted(bed.lily, (await bed.send(forMyself)).id);
    const versionNow = () => bed.versionOf('cases', caseId);
    const share = async (worksWithUs: boolean) =>
      shareCase(bed.by(bed.lily, await versionNow()), caseId, bed.crowthorne.partnerId, 'They go along.', worksWithUs);
    const theirs = async () => bed.by(bed.crowthorne, await versionNow());
    const gone = {ok: false, reason: 'gone'};
    const typing = {draft: randomUUID(), page: randomUUID(), changes: [{name: 'note', value: 'Went to', base: 0}]};
    const keeps = () => keepContactDraft(database.web, {viewer: bed.crowthorne}, caseId, typing);
    await share(false);
    expect(await recordContact(await theirs(), caseId, contact)).toEqual(gone);
    expect(await keeps()).toEqual(gone);

    await share(true);
    expect(await getCase(database.web, {viewer: bed.lily}, caseId)).toMatchObject({
      isJoint: false,
      sharedWith: [{partnerId: bed.crowthorne.partnerId, worksWithUs: true}],
    });
    expect(await keeps()).toMatchObject({ok: true, saved: [{name: 'note'}]});
    expect(await recordContact(await theirs(), caseId, {...contact, draft: typing.draft})).toEqual({ok: true});
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
    const asks = (columns: object) =>
      within(
        database.web,
        {purpose: 'caseload', viewer: bed.crowthorne},
        (tx) => tx`update cases set ${tx(columns as never)} where id = ${caseId}`,
      );
    for (const columns of [
      {tier: 'signposting'},
      {workerId: null},
      {phone: null},
      {status: 'follow_up'},
      {nextStep: 'x'},
    ])
      await expect(asks(columns)).rejects.toMatchObject({code: '42501'});
    const bad = {caseId, partnerId: bed.lily.partnerId, kind: 'transferred', byId: bed.crowthorne.staffId};
    await expect(
      within(
        database.web,
        {purpose: 'caseload', viewer: bed.crowthorne},
        (tx) => tx`insert into case_events ${tx(bad)}`,
      ),
    ).rejects.toMatchObject({code: '42501'});

    await unshareCase(bed.by(bed.lily, await versionNow()), caseId, bed.crowthorne.partnerId);
    expect(await recordContact(await theirs(), caseId, contact)).toEqual(gone);
    expect(await asks({status: 'active'})).toMatchObject({count: 0});
    expect((await getCase(database.web, {viewer: bed.lily}, caseId))!.nextStep).toBe(NEXT.step);
  });

  const joint = async (caseId: string) =>
    shareCase(
      bed.by(bed.lily, await bed.versionOf('cases', caseId)),
      caseId,
      bed.crowthorne.partnerId,
      'They go along.',
      true,
    );

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

    await joint(id);
    const withName = bed.lily.partnerName;
    const asked = {nextStep: 'Asked to walk along: They go along.', nextStepOn: null, workerName: null, withName};
    expect(await found(bed.crowthorne, 'nobody')).toEqual([asked]);
    expect(await found(bed.crowthorne, 'mine')).toEqual([]);

    const step = {step: 'Go again', on: TODAY, whyNone: null};
    await setNextStep(bed.by(bed.crowthorne, await bed.versionOf('cases', id)), id, step);
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

    await unshareCase(bed.by(bed.lily, await bed.versionOf('cases', id)), id, bed.crowthorne.partnerId);
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

    await joint(id);
    const asked = {
      part: 'withoutStep',
      nextStep: 'Asked to walk along: They go along.',
      withName: bed.lily.partnerName,
    };
    for (const viewer of [bed.crowthorne, colleague])
      expect(await stands(viewer)).toEqual({parts: [asked], covering: []});
    expect(await stands(bed.lily)).toEqual(ours);

    const step = {step: 'Go again', on: TODAY, whyNone: null};
    await setNextStep(bed.by(bed.crowthorne, await bed.versionOf('cases', id)), id, step);
    const theirs = {part: 'today', nextStep: 'Go again', withName: bed.lily.partnerName};
    expect(await stands(bed.crowthorne)).toEqual({parts: [theirs], covering: []});
    expect(await stands(colleague)).toEqual(nothing);
    // What stands in the day of whoever has the case is still theirs.
    expect(await stands(bed.lily)).toEqual(ours);
    const calendar = await makeOwnFeed(
      web,
      {viewer: bed.crowthorne, door: 'own-account', submission: randomUUID()},
      SECRET,
    );
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
    expect(await setNextStep(bed.by(colleague, await bed.versionOf('cases', id)), id, late)).toEqual({ok: true});
    expect(await stands(bed.crowthorne)).toEqual(nothing);
    // Whoever leaves leaves it to the others.
    await sql`update staff set disabled_at = now() where id = ${colleague.staffId}`;
    expect(await stands(bed.crowthorne)).toEqual({parts: [asked], covering: []});
    await sql`update staff set disabled_at = null where id = ${colleague.staffId}`;
    expect(await stands(colleague)).toMatchObject({parts: [{nextStep: 'Something else'}]});

    // Shared anew they are asked anew; shared to be read, or ended, it is in no day of theirs.
    await joint(id);
    expect(await stands(bed.crowthorne)).toEqual({parts: [asked], covering: []});
    await unshareCase(bed.by(bed.lily, await bed.versionOf('cases', id)), id, bed.crowthorne.partnerId);
    for (const viewer of [bed.crowthorne, colleague]) expect(await stands(viewer)).toEqual(nothing);
    await shareCase(bed.by(bed.lily, await bed.versionOf('cases', id)), id, bed.crowthorne.partnerId, 'To read.');
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

describe('the first contact in a joint case', () => {
  const fromSurgery = {
    source: 'gp',
    referrerName: 'Dr Okoro',
    referrerOrganisation: 'Larch Lane Surgery',
    referrerReference: 'L-17',
    givenName: 'Bert',
    familyName: 'Weaver',
    phone: '01632 960123',
    reason: 'Low since his wife died.',
    urgency: 'soon',
    consentBy: 'person',
    consentHow: 'spoken',
  };

  async function jointCase(email: string, more: object = {mayTellReferrer: 'yes'}) {
    const {id} = await bed.send({...fromSurgery, referrerEmail: email, ...more}, 'professional');
    const mail = () =>
      database.sql<{partnerId: string; subject: string; body: string}[]>`
        select partner_id, subject, body from messages where recipient = ${email} order by created_at
      `;
    const news = async () => (await mail()).filter(({subject}) => subject.endsWith(': first contact'));
    const token = /\/refer\/checked\/(\S+)/.exec((await mail())[0]?.body ?? '')?.[1];
    if (token) await checkReferrer(database.web, token);
    const caseId = await bed.accepted(bed.lily, id);
    const share = bed.by(bed.lily, await bed.versionOf('cases', caseId));
    await shareCase(share, caseId, bed.crowthorne.partnerId, 'They go along.', true);
    return {referralId: id, caseId, news};
  }

  it('is told to whoever referred, once, whichever of the two was first', async () => {
    for (const [first, second] of [
      [bed.crowthorne, bed.lily],
      [bed.lily, bed.crowthorne],
    ] as const) {
      const {caseId, referralId, news} = await jointCase(`${first.staffId}@surgery.example`);
      await recordContact(bed.by(first), caseId, {...contact, wasReached: false});
      expect(await news()).toEqual([]);
      const form = bed.by(first);
      await Promise.all([
        ...[1, 2, 3].map(() => recordContact(form, caseId, contact)),
        recordContact(bed.by(first), caseId, contact),
      ]);
      await recordContact(bed.by(second), caseId, contact);
      const told = await news();
      expect(told).toHaveLength(1);
      // In the name of whoever has the case, whom the referrer knows; of nobody and nothing else.
      expect(told[0]).toMatchObject({
        partnerId: bed.lily.partnerId,
        body: expect.stringContaining(bed.lily.partnerName),
      });
      expect(told[0]!.body).not.toMatch(new RegExp(`Bert|Weaver|wife|choir|${bed.crowthorne.partnerName}`));
      const events = await database.sql`
        select by_id from referral_events
        where referral_id = ${referralId} and kind = 'told_referrer' and words = 'first contact'
      `;
      expect(events).toEqual([{byId: first.staffId}]);
    }
  });

  it('is told to nobody where the person does not agree, and nothing of the referral is read by whoever walks along', async () => {
    const {caseId, news} = await jointCase('quiet@surgery.example', {});
    await recordContact(bed.by(bed.crowthorne), caseId, contact);
    expect(await news()).toEqual([]);

    // Taken back since, which stands in the record of whoever has the case.
    const later = await jointCase('later@surgery.example');
    await database.sql`
      insert into consents (person_id, kind, decision, decided_on, decided_by, how, recorded_by, recorded_partner_id)
      select person_id, 'be_referred', 'withdrawn', '2026-11-27', 'person', 'spoken', ${bed.lily.staffId}, ${bed.lily.partnerId}
      from cases
      where id = ${later.caseId}
    `;
    await recordContact(bed.by(bed.crowthorne), later.caseId, contact);
    expect(await later.news()).toEqual([]);

    const agreed = await jointCase('agreed@surgery.example');
    const asks = (viewer: TestStaff, ask: (tx: ISql) => Promise<unknown>) =>
      within(database.web, {purpose: 'caseload', viewer}, ask);
    expect(await asks(bed.crowthorne, (tx) => tx`select id from referrals where id = ${agreed.referralId}`)).toEqual(
      [],
    );
    expect(await asks(bed.crowthorne, (tx) => tx`select * from joint_news(${agreed.caseId})`)).toHaveLength(1);
    // Somebody of a third organisation, and once it is not shared any more.
    const outside = await insertStaff(database.sql, await insertPartner(database.sql, {beside: bed.lily}), {
      roles: ['link_worker'],
    });
    await asks(outside, (tx) => tx`select post_joint_news(${agreed.caseId}, 'x', 'x')`);
    expect(
      await asks(outside, (tx) => tx`select set_joint_step(${agreed.caseId}, 'x', '2026-12-01', null) as set`),
    ).toEqual([{set: null}]);
    await unshareCase(
      bed.by(bed.lily, await bed.versionOf('cases', agreed.caseId)),
      agreed.caseId,
      bed.crowthorne.partnerId,
    );
    await asks(bed.crowthorne, (tx) => tx`select post_joint_news(${agreed.caseId}, 'x', 'x')`);
    expect(await agreed.news()).toEqual([]);
  });
});
