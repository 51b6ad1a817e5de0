/** Whoever referred somebody hears of the first contact in a joint case, whichever of the two organisations was first. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertPartner, insertStaff} from '../../../test/factories/staff.ts';
import {walkingBed} from '../../../test/factories/walking.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {checkReferrer} from '../referrals/receive-referral.server.ts';
import {recordContact} from './change-case.server.ts';

let database: TestDatabase;
let bed: Awaited<ReturnType<typeof walkingBed>>;
beforeAll(async () => {
  database = await testDatabase();
  bed = await walkingBed(database);
});
afterAll(() => database?.drop());

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
    await bed.share(caseId);
    return {referralId: id, caseId, news};
  }

  it('is told to whoever referred, once, whichever of the two was first', async () => {
    for (const [first, second] of [
      [bed.crowthorne, bed.lily],
      [bed.lily, bed.crowthorne],
    ] as const) {
      const {caseId, referralId, news} = await jointCase(`${first.staffId}@surgery.example`);
      await recordContact(bed.by(first), caseId, {...bed.met(), wasReached: false});
      expect(await news()).toEqual([]);
      const form = bed.by(first);
      await Promise.all([
        ...[1, 2, 3].map(() => recordContact(form, caseId, bed.met())),
        recordContact(bed.by(first), caseId, bed.met()),
      ]);
      await recordContact(bed.by(second), caseId, bed.met());
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
    await recordContact(bed.by(bed.crowthorne), caseId, bed.met());
    expect(await news()).toEqual([]);

    // Taken back since, which stands in the record of whoever has the case.
    const later = await jointCase('later@surgery.example');
    await database.sql`
      insert into consents (person_id, kind, decision, decided_on, decided_by, how, recorded_by, recorded_partner_id)
      select person_id, 'be_referred', 'withdrawn', '2026-11-27', 'person', 'spoken', ${bed.lily.staffId}, ${bed.lily.partnerId}
      from cases
      where id = ${later.caseId}
    `;
    await recordContact(bed.by(bed.crowthorne), later.caseId, bed.met());
    expect(await later.news()).toEqual([]);

    const agreed = await jointCase('agreed@surgery.example');
    expect(
      await bed.asks(bed.crowthorne, (tx) => tx`select id from referrals where id = ${agreed.referralId}`),
    ).toEqual([]);
    expect(await bed.asks(bed.crowthorne, (tx) => tx`select * from joint_news(${agreed.caseId})`)).toHaveLength(1);
    // Somebody of a third organisation, and once it is not shared any more.
    const outside = await insertStaff(database.sql, await insertPartner(database.sql, {beside: bed.lily}), {
      roles: ['link_worker'],
    });
    await bed.asks(outside, (tx) => tx`select post_joint_news(${agreed.caseId}, 'x', 'x')`);
    expect(
      await bed.asks(outside, (tx) => tx`select set_joint_step(${agreed.caseId}, 'x', '2026-12-01', null) as set`),
    ).toEqual([{set: null}]);
    await bed.unshare(agreed.caseId);
    await bed.asks(bed.crowthorne, (tx) => tx`select post_joint_news(${agreed.caseId}, 'x', 'x')`);
    expect(await agreed.news()).toEqual([]);
  });
});
