import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {openRecord} from '../people/open-record.server.ts';
import {insertColleague, insertPartnership, insertPerson, type Colleague} from '../../../test/factories/people.ts';
import {countWaiting, getEmergency, listEmergencies, reviewEmergency} from './emergency-reviews.server.ts';
import {recordAct} from '../audit/record-act.server.ts';

let database: TestDatabase;
let keeper: Colleague;
let keeperOfficer: Colleague;
let other: Colleague;
let otherOfficer: Colleague;
let partnershipId: string;
let personId: string;

const reason = 'Found confused at the bus station, no family reached';
const review = (viewer: Colleague) => ({purpose: 'records-review' as const, viewer, address: '192.0.2.9'});
const right = (submission = randomUUID() as string) => ({outcome: 'appropriate', note: '', submission});

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

beforeEach(async () => {
  const {sql} = database;
  partnershipId = await insertPartnership(sql);
  keeper = await insertColleague(sql, partnershipId);
  keeperOfficer = await insertColleague(sql, partnershipId, {partnerId: keeper.partnerId, roles: ['records_officer']});
  other = await insertColleague(sql, partnershipId, {partnerName: 'Out of Hours'});
  otherOfficer = await insertColleague(sql, partnershipId, {partnerId: other.partnerId, roles: ['records_officer']});
  personId = await insertPerson(sql, keeper);
});

/** Emergency access by someone whose organisation may not come near the person otherwise, who then looks at the record. */
async function openInEmergency(viewer = other): Promise<string> {
  const sender = {viewer: {...viewer, partnershipId}, submission: randomUUID(), door: 'people.emergency'};
  const noMore = {consentBy: null, consentHow: null, workKind: null, workName: null};
  const openingId = await openRecord(database.web, sender, personId, {basis: 'emergency', reason, ...noMore});
  await within(database.web, {purpose: 'record', viewer, openingId: openingId!}, (tx) =>
    recordAct(tx, {action: 'record_viewed', personId}),
  );
  return openingId!;
}

describe('an emergency access', () => {
  it('waits for the officers of the keeper and of whoever used it, and of nobody else', async () => {
    const openingId = await openInEmergency();
    for (const officer of [keeperOfficer, otherOfficer]) {
      expect(await countWaiting(database.web, review(officer))).toBe(1);
      const {emergencies} = await listEmergencies(database.web, review(officer), {isReviewed: false, after: null});
      expect(emergencies).toMatchObject([
        {openingId, personId, partnerName: 'Out of Hours', outcome: null, isOwn: false},
      ]);
      expect(emergencies[0]?.reference).toMatch(/^P-/);
    }
    const third = await insertColleague(database.sql, await insertPartnership(database.sql), {
      roles: ['records_officer'],
    });
    for (const viewer of [third, keeper, other]) {
      expect(await countWaiting(database.web, review(viewer))).toBe(0);
      expect(await getEmergency(database.web, review(viewer), openingId)).toBeNull();
    }
  });

  it('is shown with its reason and everything done under it; that it was shown is written down', async () => {
    const openingId = await openInEmergency();
    const shown = await getEmergency(database.web, review(otherOfficer), openingId);
    expect(shown?.emergency).toMatchObject({reason, staffName: 'Sam Example', reviewedAt: null});
    expect(shown?.acts.map(({action}) => action)).toEqual(['record_viewed', 'emergency_access']);
    for (const {basis} of shown?.acts ?? []) expect(basis).toMatchObject({basis: 'emergency', reason});
    const [entry] = await database.sql`select action, staff_id, person_id from audit_entries order by seq desc limit 1`;
    expect(entry).toEqual({action: 'audit_viewed', staffId: otherOfficer.staffId, personId});
  });

  it('shows the keeper’s officer what was done with the person', async () => {
    const openingId = await openInEmergency();
    const shown = await getEmergency(database.web, review(keeperOfficer), openingId);
    expect(shown?.acts.map(({action}) => action)).toEqual(['record_viewed', 'emergency_access']);
  });
});

describe('a review', () => {
  it('is kept with who, when and what, and is written down', async () => {
    const openingId = await openInEmergency();
    const form = {outcome: 'not_appropriate', note: '  The keeper could have been rung.  ', submission: randomUUID()};
    expect(await reviewEmergency(database.web, review(keeperOfficer), openingId, form)).toEqual({ok: true});
    expect(await countWaiting(database.web, review(otherOfficer))).toBe(0);
    const {emergencies} = await listEmergencies(database.web, review(otherOfficer), {isReviewed: true, after: null});
    expect(emergencies).toMatchObject([
      {openingId, outcome: 'not_appropriate', note: 'The keeper could have been rung.', reviewerName: 'Sam Example'},
    ]);
    const [entry] = await database.sql`
      select staff_id, person_id, details::text as details from audit_entries
      where action = 'emergency_reviewed' order by seq desc limit 1
    `;
    expect(entry).toMatchObject({staffId: keeperOfficer.staffId, personId});
    expect(JSON.parse(String(entry?.details))).toEqual({opening: openingId, outcome: 'not_appropriate'});
  });

  it('sent five times at once counts once and answers the same; a second officer comes too late', async () => {
    const openingId = await openInEmergency();
    const form = right();
    const answers = await Promise.all(
      Array.from({length: 5}, () => reviewEmergency(database.web, review(keeperOfficer), openingId, form)),
    );
    expect(answers).toEqual(Array(5).fill({ok: true}));
    const [written] = await database.sql`
      select count(*) as count from audit_entries where action = 'emergency_reviewed' and person_id = ${personId}
    `;
    expect(written?.count).toBe(1);
    const late = await reviewEmergency(database.web, review(otherOfficer), openingId, {
      ...right(),
      outcome: 'not_appropriate',
      note: 'No.',
    });
    expect(late).toEqual({ok: false, because: 'not waiting'});
    const shown = await getEmergency(database.web, review(otherOfficer), openingId);
    expect(shown?.emergency.outcome).toBe('appropriate');
  });

  it('is not for one’s own emergency access', async () => {
    const openingId = await openInEmergency(otherOfficer);
    const {emergencies} = await listEmergencies(database.web, review(otherOfficer), {isReviewed: false, after: null});
    expect(emergencies).toMatchObject([{openingId, isOwn: true}]);
    const own = await reviewEmergency(database.web, review(otherOfficer), openingId, right());
    expect(own).toEqual({ok: false, because: 'not waiting'});
    expect(await reviewEmergency(database.web, review(keeperOfficer), openingId, right())).toEqual({ok: true});
  });

  it('cannot be written for somebody else, back in time, or by someone who is no records officer', async () => {
    const openingId = await openInEmergency();
    const write = (viewer: Colleague, values: Record<string, unknown>) =>
      within(database.web, {purpose: 'records-review', viewer}, async (tx) => {
        const {count} = await tx`
          update emergency_reviews
          set ${tx({outcome: 'appropriate', reviewedAt: tx`now()`, reviewedBy: viewer.staffId, ...values} as never)}
          where opening_id = ${openingId}
        `;
        return count;
      });
    await expect(write(otherOfficer, {reviewedBy: keeperOfficer.staffId})).rejects.toMatchObject({code: '42501'});
    await expect(write(otherOfficer, {reviewedAt: new Date('2026-01-01')})).rejects.toMatchObject({code: '42501'});
    await expect(write(otherOfficer, {outcome: 'not_appropriate'})).rejects.toMatchObject({code: '42501'});
    expect(await write(other, {})).toBe(0);
    expect(await reviewEmergency(database.web, review(other), openingId, right())).toMatchObject({ok: false});
    expect(await write(otherOfficer, {})).toBe(1);
  });

  it('says what has to be put right, and can then be sent again with the same number', async () => {
    const openingId = await openInEmergency();
    const submission = randomUUID();
    const send = (outcome: string, note: string) =>
      reviewEmergency(database.web, review(otherOfficer), openingId, {outcome, note, submission});
    expect(await send('', '')).toMatchObject({problems: {outcome: 'Choose whether it was right'}});
    expect(await send('perhaps', '')).toMatchObject({ok: false, because: 'problems'});
    expect(await send('not_appropriate', ' ')).toMatchObject({
      problems: {note: expect.stringContaining('what was wrong')},
    });
    expect(await send('appropriate', 'x'.repeat(2001))).toMatchObject({problems: {note: expect.any(String)}});
    expect(await send('appropriate', '')).toEqual({ok: true});
  });
});

it('those that wait and those reviewed are listed page by page', async () => {
  const openings: string[] = [];
  for (let turn = 0; turn < 30; turn++) openings.push(await openInEmergency());
  const read = async (isReviewed: boolean) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listEmergencies(database.web, review(otherOfficer), {isReviewed, after});
      seen.push(...page.emergencies.map(({openingId}) => openingId));
      after = page.next;
    } while (after);
    return seen;
  };
  expect(await read(false)).toEqual(openings);
  for (const openingId of openings) await reviewEmergency(database.web, review(otherOfficer), openingId, right());
  expect(await read(false)).toEqual([]);
  expect(await read(true)).toEqual([...openings].reverse());
});
