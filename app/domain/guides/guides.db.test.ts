import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {formOf, insertColleague, insertPartnership, type Colleague} from '../../../test/factories/people.ts';
import {createGuide, dropDraft, getGuide, publishDraft, saveDraft, type GuideInHand} from './change-guides.server.ts';
import {extraInWords} from './extra-in-words.server.ts';
import {guideVersions, listGuides, listNewGuides} from './get-guides.server.ts';
import type {Guide} from './guide-schema.ts';
import {loadGuides} from './load-guides.server.ts';

let database: TestDatabase;
let lead: Colleague;
let neighbour: Colleague;
beforeAll(async () => {
  database = await testDatabase();
  await loadGuides(database.sql);
});
afterAll(() => database?.drop());

/** Somebody of a partnership of their own. */
const newLead = async () =>
  insertColleague(database.sql, await insertPartnership(database.sql), {roles: ['team_lead']});
beforeAll(async () => {
  lead = await newLead();
  neighbour = await newLead();
});
const form = (viewer: Colleague) => formOf(viewer, 'desk.guides');
const hand = async (viewer: Colleague, key = 'fall'): Promise<GuideInHand> =>
  (await getGuide(database.web, {viewer}, key))!;
const withTitle = ({guide}: {guide: Guide}, title: string): Guide => ({...guide, title});
const inUse = async (viewer: Colleague, key = 'fall') =>
  (await listGuides(database.web, {viewer})).find(({guide}) => guide.key === key)!;

describe('guides that come with the product', () => {
  it('are there for every partnership, and loading them again changes nothing', async () => {
    expect(await loadGuides(database.sql)).toBe(0);
    const listed = await listGuides(database.web, {viewer: lead});
    expect(listed).toHaveLength(8);
    expect(listed.every(({isOwn, number, publishedBy}) => !isOwn && number === 1 && publishedBy === null)).toBe(true);
    const titles = listed.map(({guide}) => guide.title);
    expect(titles).toEqual([...titles].sort((one, other) => one.localeCompare(other)));
  });

  it('get a new version when their file has changed, and the old one stays for the calls that name it', async () => {
    const before = await inUse(neighbour, 'loneliness');
    expect(await loadGuides(database.sql, [withTitle(before, 'Lonely')])).toBe(1);
    const after = await inUse(neighbour, 'loneliness');
    expect(after).toMatchObject({number: 2, guide: {title: 'Lonely'}});
    const read = await within(database.web, {purpose: 'desk', viewer: neighbour}, (tx) =>
      guideVersions(tx, [before.id, after.id]),
    );
    expect(read.map(({guide}) => guide.title).sort()).toEqual(['Feeling lonely or cut off', 'Lonely']);
  });
});

describe('a guide that a lead changes', () => {
  it('is a draft first; published, it is what the desk uses, in this partnership and no other', async () => {
    const start = await hand(lead);
    const changed = withTitle(start.latest, 'A fall');
    expect(await saveDraft(database.web, form(lead), start.state, changed)).toEqual({ok: true});
    expect((await inUse(lead)).guide.title).toBe('Somebody has fallen');
    const drafted = await hand(lead);
    expect(drafted.draft).toMatchObject({state: 'draft', guide: {title: 'A fall'}, number: 1, isOwn: true});

    expect(await publishDraft(database.web, form(lead), 'fall', drafted.state, 'A shorter name')).toEqual({ok: true});
    expect(await inUse(lead)).toMatchObject({
      isOwn: true,
      number: 1,
      changed: 'A shorter name',
      publishedBy: 'Sam Example',
      guide: {title: 'A fall'},
    });
    expect(await inUse(neighbour)).toMatchObject({isOwn: false, guide: {title: 'Somebody has fallen'}});
    const other = await within(database.web, {purpose: 'desk', viewer: neighbour}, (tx) =>
      guideVersions(tx, [drafted.draft!.id]),
    );
    expect(other).toEqual([]);
    // A later version of the product's own does not take its place.
    await loadGuides(database.sql, [withTitle(start.latest, 'Somebody fell')]);
    expect((await inUse(lead)).guide.title).toBe('A fall');
  });

  it('counts once however often its form is sent, and is written into the audit', async () => {
    const viewer = await newLead();
    const start = await hand(viewer);
    const sent = form(viewer);
    const changed = withTitle(start.latest, 'Twice');
    const outcomes = await Promise.all([1, 2, 3].map(() => saveDraft(database.web, sent, start.state, changed)));
    expect(outcomes).toEqual([{ok: true}, {ok: true}, {ok: true}]);
    expect((await hand(viewer)).draft!.edits).toBe(1);
    const acts = await database.sql`
      select action, details from audit_entries where staff_id = ${viewer.staffId} order by seq
    `;
    expect(acts.map((act) => ({...act}))).toEqual([{action: 'guide_changed', details: {guide: 'fall', what: 'draft'}}]);
  });

  it('by two at once takes the first; the slower one is shown what stands there now', async () => {
    const one = await newLead();
    const other = await insertColleague(database.sql, one.partnershipId, {roles: ['team_lead']});
    const start = await hand(one);
    const outcomes = await Promise.all([
      saveDraft(database.web, form(one), start.state, withTitle(start.latest, 'One')),
      saveDraft(database.web, form(other), start.state, withTitle(start.latest, 'Two')),
    ]);
    expect(outcomes.filter(({ok}) => ok)).toHaveLength(1);
    const slower = outcomes.find(({ok}) => !ok);
    const now = await hand(one);
    expect(slower).toMatchObject({reason: 'changed', now: {state: now.state}});
    expect(await publishDraft(database.web, form(one), 'fall', start.state, null)).toMatchObject({reason: 'changed'});
  });

  it('goes back to what it was when the draft is thrown away', async () => {
    const viewer = await newLead();
    const start = await hand(viewer);
    await saveDraft(database.web, form(viewer), start.state, withTitle(start.latest, 'No good'));
    expect(await dropDraft(database.web, form(viewer), 'fall', (await hand(viewer)).state)).toEqual({ok: true});
    const after = await hand(viewer);
    expect(after.draft).toBeNull();
    expect(after.state).toBe(start.state);
  });

  it('that there is not is missing', async () => {
    expect(await getGuide(database.web, {viewer: lead}, 'juggling')).toBeNull();
    const outcome = await dropDraft(database.web, form(lead), 'juggling', 'x');
    expect(outcome).toEqual({ok: false, reason: 'missing'});
  });
});

describe('what a guide asked in a call', () => {
  it('is read in the words of the version it was used in, also after that was changed; the form of a ward beside it', async () => {
    const viewer = await newLead();
    const used = await inUse(viewer, 'foot-care');
    const extra = {
      guides: {'foot-care': {version: used.id, answers: {diabetes: 'yes', 'diabetes-wound': 'not_sure', reach: ''}}},
      forms: {discharge: {ward: 'Maple', medicines: 'reminding'}},
    };
    const start = await hand(viewer, 'foot-care');
    await saveDraft(database.web, form(viewer), start.state, withTitle(start.latest, 'Feet'));
    await publishDraft(database.web, form(viewer), 'foot-care', (await hand(viewer, 'foot-care')).state, null);
    expect(await extraInWords(database.web, {viewer}, extra, '2026-11-28')).toEqual([
      {title: 'Coming home from hospital: where they are', facts: [{label: 'Ward', value: 'Maple'}]},
      {
        title: 'Coming home from hospital: what they need',
        facts: [{label: 'Help with medicines', value: 'Needs reminding'}],
      },
      {
        title: 'Guide: Feet, nails and chiropody',
        facts: [
          {label: 'Do they have diabetes?', value: 'Yes'},
          {label: expect.stringContaining('With diabetes') as string, value: 'Not sure'},
        ],
      },
    ]);
  });

  it('is left out where it is no answers of a guide', async () => {
    const extra = {
      guides: {fall: 'half typed', other: {version: neighbour.staffId, answers: {}}},
      forms: {discharge: 'x'},
    };
    expect(await extraInWords(database.web, {viewer: lead}, extra, '2026-11-28')).toEqual([]);
  });
});

describe('a new guide', () => {
  const typed = {
    ...{title: 'Somebody is lost', when: 'They do not know where they are.', writtenBy: 'The desk'},
    ...{reviewBy: '30/11/2027', sources: 'Our own experience', ask: 'Can you see a street name?'},
  };

  it('is begun once, seen by leads alone, used once it is published, and by nobody of another area', async () => {
    const viewer = await newLead();
    const sent = form(viewer);
    const created = await createGuide(database.web, sent, typed);
    expect(created).toEqual({ok: true, key: 'somebody-is-lost'});
    expect(await createGuide(database.web, sent, typed)).toEqual(created);
    expect((await listNewGuides(database.web, {viewer})).map(({guide}) => guide.key)).toEqual(['somebody-is-lost']);
    expect(await inUse(viewer, 'somebody-is-lost')).toBe(undefined);
    const begun = await hand(viewer, 'somebody-is-lost');
    expect(begun).toMatchObject({inUse: null, latest: {number: 1, state: 'draft'}});
    expect(await saveDraft(database.web, form(viewer), begun.state, withTitle(begun.latest, 'Lost'))).toEqual({
      ok: true,
    });
    const changed = await hand(viewer, 'somebody-is-lost');
    await publishDraft(database.web, form(viewer), 'somebody-is-lost', changed.state, null);
    expect(await inUse(viewer, 'somebody-is-lost')).toMatchObject({isOwn: true, number: 1, guide: {title: 'Lost'}});
    expect(await listNewGuides(database.web, {viewer})).toEqual([]);
    expect(await getGuide(database.web, {viewer: neighbour}, 'somebody-is-lost')).toBeNull();
  });

  it('that is thrown away leaves nothing, and can be begun again', async () => {
    const viewer = await newLead();
    await createGuide(database.web, form(viewer), typed);
    const {state} = await hand(viewer, 'somebody-is-lost');
    await dropDraft(database.web, form(viewer), 'somebody-is-lost', state);
    expect(await getGuide(database.web, {viewer}, 'somebody-is-lost')).toBeNull();
    expect(await createGuide(database.web, form(viewer), typed)).toEqual({ok: true, key: 'somebody-is-lost'});
  });

  it('never takes the key of another', async () => {
    const viewer = await newLead();
    const fall = {...typed, title: 'Fall'};
    expect(await createGuide(database.web, form(viewer), fall)).toEqual({ok: true, key: 'fall-2'});
  });
});

describe('a published version', () => {
  it('cannot be changed or taken away, by the site or by its owner', async () => {
    const {id} = await inUse(lead);
    const own = (work: 'update' | 'delete') =>
      within(database.web, {purpose: 'desk', viewer: lead}, async (tx) =>
        work === 'update'
          ? await tx`update guide_versions set changed = 'x' where id = ${id}`
          : await tx`delete from guide_versions where id = ${id}`,
      );
    await expect(own('update')).rejects.toThrow('A published version of a guide is not changed.');
    expect((await own('delete')).count).toBe(0);
    await expect(database.sql`update guide_versions set content = '{}' where id = ${id}`).rejects.toThrow(
      'not changed',
    );
  });
});
