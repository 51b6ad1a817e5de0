import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {renewListings} from '../../../search/index/listing-store.ts';
import {insertListing} from '../../../test/factories/onward.ts';
import {forMyself, NEXT, sent, walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {closeCase, recordContact} from '../caseload/change-case.server.ts';
import {checkLetter} from '../letters/check-letter.server.ts';
import {changeProvider, getOwnProvider} from './change-provider.server.ts';
import {askForMore} from './decide-referral.server.ts';
import {inboxWaiting, listInbox} from './list-referrals.server.ts';
import {checkReferrer, receiveReferral, referrerToCheck, serviceToJoin} from './receive-referral.server.ts';
import {getDraft, keepTyped, startDraft} from './refer-drafts.server.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
});
afterAll(() => database?.drop());

describe('asking for a link worker', () => {
  it('keeps what was typed behind the link alone: the database holds neither link nor words', async () => {
    const token = await startDraft(database.web, 'public', {givenName: 'Nell Secret'});
    expect(await keepTyped(database.web, token, {reason: 'Something private'})).toBe(true);
    expect((await getDraft(database.web, token))?.typed).toEqual({
      givenName: 'Nell Secret',
      reason: 'Something private',
    });
    expect(await getDraft(database.web, 'another-link')).toBeNull();
    const [row] =
      await database.sql`select encode(box, 'escape') as box, encode(token_hash, 'escape') as hash from referral_drafts`;
    expect(JSON.stringify(row)).not.toMatch(/Secret|private/);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('is one referral when it is sent twenty times at once, and leaves nothing of the draft', async () => {
    const token = await startDraft(database.web, 'public', forMyself);
    const answers = await Promise.all(Array.from({length: 20}, () => receiveReferral(database.web, sent(token))));
    const references = new Set(answers.map((answer) => answer.ok && answer.reference));
    expect(references.size).toBe(1);
    expect(await getDraft(database.web, token)).toMatchObject({typed: {}, sentReference: [...references][0]});
    const rows =
      await database.sql`select source, needs, phone, outcode from referrals where reference = ${[...references][0] as string}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({source: 'self', needs: ['loneliness'], phone: '+447700900123', outcode: 'RG12'});
  });

  it('goes to the provider of the place, else to the one that serves everywhere', async () => {
    expect((await bed.send(forMyself)).toPartnerId).toBe(bed.lily.partnerId);
    expect((await bed.send({...forMyself, postcode: 'RG45 6DL'})).toPartnerId).toBe(bed.crowthorne.partnerId);
  });

  it('says which page must be put right, and is then sent as it was', async () => {
    const token = await startDraft(database.web, 'public', {...forMyself, reason: ''});
    expect(await receiveReferral(database.web, sent(token))).toEqual({
      ok: false,
      reason: 'problems',
      step: 'help',
      problems: {reason: 'reason'},
    });
    await keepTyped(database.web, token, {reason: 'Company'});
    expect(await receiveReferral(database.web, sent(token))).toMatchObject({ok: true});
  });

  it('is held back, and answered like any other, where no person seems to have sent it', async () => {
    expect((await bed.send(forMyself, 'public', {trap: 'cheap pills'})).heldBecause).toBe('trap');
    expect((await bed.send(forMyself, 'public', {now: new Date()})).heldBecause).toBe('too_fast');
    expect((await bed.send(forMyself, 'public', {isWithinRate: false})).heldBecause).toBe('too_many');
    const {reference} = await bed.send({...forMyself, reason: 'www.a.example www.b.example http://c.example'});
    const inbox = (filter: 'waiting' | 'held') => listInbox(database.web, {viewer: bed.lily}, {filter, page: 1});
    expect((await inbox('held')).referrals.map((one) => one.reference)).toContain(reference);
    const {referrals, counts} = await inbox('waiting');
    expect(referrals.map((one) => one.reference)).not.toContain(reference);
    expect(await inboxWaiting(database.web, {viewer: bed.lily})).toBe(counts.waiting);
  });

  it('by a professional sends a link to the work address, and nothing else is told before it was opened', async () => {
    const {id, reference} = await bed.send(
      {
        source: 'gp',
        referrerName: 'Dr Okoro',
        referrerOrganisation: 'Larch Lane Surgery',
        referrerEmail: 'okoro@surgery.example',
        referrerReference: 'L-17',
        givenName: 'Bert',
        familyName: 'Weaver',
        phone: '01632 960123',
        reason: 'Low since his wife died.',
        urgency: 'soon',
        consentBy: 'person',
        consentHow: 'spoken',
        mayTellReferrer: 'yes',
      },
      'professional',
    );
    const mail = () => database.sql<{subject: string; body: string}[]>`
      select subject, body from messages where recipient = 'okoro@surgery.example' order by created_at
    `;
    const token = /\/refer\/checked\/(\S+)/.exec((await mail())[0]!.body)![1]!;
    expect((await mail())[0]!.body).not.toMatch(/Bert|Weaver|wife/);
    await askForMore(bed.by(bed.lily), id, 'Which days suit him?');
    expect(await mail()).toHaveLength(1);
    expect(await checkReferrer(database.web, 'no-such-link')).toBeNull();
    expect(await referrerToCheck(database.web, 'no-such-link')).toBeNull();
    // A mail system that looks where the link leads says nothing for whoever it was sent to.
    for (let looks = 0; looks < 2; looks++)
      expect(await referrerToCheck(database.web, token)).toEqual({reference, isChecked: false});
    expect(await checkReferrer(database.web, token)).toBe(reference);
    expect(await referrerToCheck(database.web, token)).toEqual({reference, isChecked: true});
    const told = async () => (await mail()).map(({subject}) => subject.replace(`Referral ${reference}: `, ''));
    const caseId = await bed.accepted(bed.lily, id);
    expect(await told()).toEqual(['received', 'accepted']);

    const contact = {mode: 'phone' as const, minutes: 5, whoWith: 'person' as const, note: 'Rang.', at: new Date()};
    for (const wasReached of [false, true, true])
      await recordContact(bed.by(bed.lily), caseId, {...contact, wasReached, next: NEXT});
    expect(await told()).toEqual(['received', 'accepted', 'first contact']);
    const outcome = 'He goes to the shed on his own now.';
    await closeCase(bed.by(bed.lily, await bed.versionOf('cases', caseId)), caseId, {reason: 'goals_met', outcome});
    expect(await told()).toEqual(['received', 'accepted', 'first contact', 'ended']);
    expect(JSON.stringify(await mail())).not.toMatch(/Bert|Weaver|wife|Rang|shed/);
  });

  it('tells nobody how it goes on where the person did not agree to that', async () => {
    const {id} = await bed.send({
      ...forMyself,
      forWhom: 'someone_else',
      referrerName: 'Jo',
      referrerRelation: 'Neighbour',
      referrerEmail: 'jo@neighbours.example',
      knows: 'agrees',
    });
    await bed.accepted(bed.lily, id);
    expect(await database.sql`select from messages where recipient = 'jo@neighbours.example'`).toHaveLength(0);
  });

  it('tells nothing any more once the person has taken that back, and writes no letter then either', async () => {
    const refer = async (to: string) => {
      const {id} = await bed.send({
        ...forMyself,
        forWhom: 'someone_else',
        referrerName: 'Jo',
        referrerRelation: 'Neighbour',
        referrerEmail: to,
        knows: 'agrees',
        mayTellReferrer: 'yes',
      });
      return {caseId: await bed.accepted(bed.lily, id), to};
    };
    const ended = async ({caseId, to}: {caseId: string; to: string}) => {
      await closeCase(bed.by(bed.lily, await bed.versionOf('cases', caseId)), caseId, {
        reason: 'goals_met',
        outcome: 'He sings.',
      });
      const told = await database.sql`select from messages where recipient = ${to} and subject like '%ended'`;
      const letter = await within(database.web, {purpose: 'caseload', viewer: bed.lily}, (tx) =>
        checkLetter(tx, {kind: 'referrer', caseId, organisation: null, email: null, agreedNow: null}),
      );
      return {told: told.length, letter: letter.ok};
    };
    const takeBack = ({caseId}: {caseId: string}, kind: string, organisation: string | null) => database.sql`
      insert into consents (person_id, kind, organisation, decision, decided_on, decided_by, how)
      select person_id, ${kind}, ${organisation}, 'withdrawn', current_date, 'person', 'spoken' from cases where id = ${caseId}
    `;
    const [still, noMore, notTo] = [
      await refer('still@neighbours.example'),
      await refer('no-more@neighbours.example'),
      await refer('not-to@neighbours.example'),
    ];
    await takeBack(noMore, 'be_referred', null);
    await takeBack(notTo, 'share_with_organisation', 'jo');
    expect(await ended(still)).toEqual({told: 1, letter: true});
    expect(await ended(noMore)).toEqual({told: 0, letter: false});
    expect(await ended(notTo)).toEqual({told: 0, letter: false});
  });

  it('keeps which listing somebody would like help to join, and none that there is not', async () => {
    const {id: serviceId, slug, name} = await insertListing(database.sql, 'Choir');
    await renewListings(database.sql, [serviceId]);
    expect(await serviceToJoin(database.web, slug)).toMatchObject({slug, name});
    expect(await serviceToJoin(database.web, 'no-such-choir')).toBeNull();
    const {id} = await bed.send({...forMyself, service: slug});
    const [row] = await database.sql`select service_id, source from referrals where id = ${id}`;
    expect(row).toEqual({serviceId, source: 'listing'});
  });
});

describe('what a provider takes', () => {
  it('is changed by its own lead alone, once for each form, and counts for what comes in from then on', async () => {
    const own = async () => (await getOwnProvider(database.web, {viewer: bed.lily}))!;
    const {open: _open, choices: _choices, ...before} = await own();
    const change = (viewer: typeof bed.lily, outcodes: string[], form = bed.by(viewer)) =>
      changeProvider(database.web, form, {...before, outcodes, needs: ['loneliness', 'no-such-need']});

    expect(await change(bed.crowthorne, ['RG7'])).toEqual({ok: false, reason: 'changed'});
    const form = bed.by(bed.lily);
    await Promise.all([1, 2, 3].map(() => change(bed.lily, ['RG45'], form)));
    expect(await own()).toMatchObject({outcodes: ['RG45'], needs: ['loneliness'], version: before.version + 1});
    expect(await change(bed.lily, ['RG12'])).toEqual({ok: false, reason: 'changed'});
    // Both serve the place now; what they know most about decides.
    expect((await bed.send({...forMyself, postcode: 'RG45 6DL'})).toPartnerId).toBe(bed.lily.partnerId);
  });
});
