import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {chanceFrom} from '../../../test/bench/generate-random.ts';
import {anEndedCall} from '../../../test/factories/calls.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import {aHandoff, aPractitioner, aSecondLevel} from '../../../test/factories/second-level.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {HandoffForm} from './change-handoff.server.ts';
import {assignHandoff, claimHandoff, releaseHandoff} from './claim-handoff.server.ts';
import {getHandoff} from './get-handoff.server.ts';
import {listQueue} from './list-work.server.ts';
import {OFFICE_HOURS} from '../queues/opening-hours.ts';
import {askAboutHandoff, closeHandoff, tellCaller} from './work-on-handoff.server.ts';

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
let lead: TestStaff;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  level = await aSecondLevel(database.sql);
  lead = await aPractitioner(database.sql, level.trust, 'therapy', {name: 'Lena Lead', roles: ['team_lead']});
});
afterAll(() => database.drop());

const formOf = (viewer: TestStaff): HandoffForm => ({
  ...{sql: database.web, viewer, door: 'desk.handoffs', submission: randomUUID()},
});
const handedOn = () => aHandoff(database.sql, {handler: level.handler, queueId: level.nursing});
const claim = (viewer: TestStaff, id: string) => claimHandoff(database.web, {viewer}, id);
const nursingFor = (viewer: TestStaff) => listQueue(database.web, {viewer}, 'nursing', {filter: 'unclaimed', page: 1});

describe('something handed on', () => {
  it('is taken up by those of its discipline: a colleague of another sees how much there is, and no more', async () => {
    const id = await handedOn();
    expect(await claim(level.doctor, id)).toEqual({ok: false, reason: 'other_discipline'});
    expect((await getHandoff(database.web, {viewer: level.doctor}, id))?.mayTake).toBe(false);
    const theirs = await nursingFor(level.nurse);
    expect(theirs?.isForOthers).toBe(false);
    expect(theirs?.items.map((item) => item.id)).toContain(id);
    expect(await nursingFor(level.doctor)).toMatchObject({isForOthers: true, items: [], count: theirs!.count});
    expect(await claim(level.nurse, id)).toMatchObject({ok: true});
  });

  it('cannot be finished by another discipline while nobody has it', async () => {
    const id = await handedOn();
    const closing = {outcome: 'community_nursing', arranged: 'A nurse visits at 3.', telling: null} as const;
    expect(await closeHandoff(formOf(level.doctor), id, closing)).toEqual({ok: false, reason: 'not_yours'});
    expect(await closeHandoff(formOf(level.nurse), id, closing)).toEqual({ok: true});
  });

  it.each([true, false])(
    'may be taken up by a discipline that was asked about it (together now: %s)',
    async (isJoint) => {
      const id = await handedOn();
      await claim(level.nurse, id);
      await askAboutHandoff(formOf(level.nurse), id, {
        disciplines: ['mental_health'],
        question: 'Is he safe?',
        isJoint,
      });
      await releaseHandoff(formOf(level.nurse), id, false);
      expect((await nursingFor(level.doctor))?.items.map((item) => item.id)).toEqual([id]);
      expect(await claim(level.doctor, id)).toMatchObject({ok: true});
      expect(await releaseHandoff(formOf(level.doctor), id, false)).toEqual({ok: true});
      await closeHandoff(formOf(level.nurse), id, {
        outcome: 'own_gp',
        arranged: 'His surgery rings him.',
        telling: null,
      });
    },
  );

  it('may be given to anyone there by a team lead, who then works on it to its end and tells the caller', async () => {
    const id = await handedOn();
    expect(await assignHandoff(formOf(lead), id, level.doctor.staffId)).toEqual({ok: true});
    expect((await getHandoff(database.web, {viewer: level.doctor}, id))?.mayTake).toBe(true);
    const closing = {outcome: 'crisis_mental', arranged: 'Seen today at 4.', telling: null} as const;
    expect(await closeHandoff(formOf(level.doctor), id, closing)).toEqual({ok: true});
    expect(await tellCaller(formOf(level.doctor), id, {how: 'phone', message: null})).toEqual({ok: true});
    expect(await tellCaller(formOf(level.nurse), id, {how: 'phone', message: null})).toMatchObject({ok: false});
  });
});

describe('a safeguarding concern', () => {
  it('is due by the end of a working day of those who safeguard, whatever hours others keep', async () => {
    const saturday = new Date('2026-03-07T10:00:00Z');
    const dueFor = async (hours: object) => {
      await database.sql`update queues set hours = ${database.sql.json(hours as never)} where id = ${level.safeguarding}`;
      const concern = {endings: 'safeguarding', concern: 'His money is being taken.'};
      const test = {hasCareNeeds: 'yes', isAtRisk: 'yes', cannotProtect: 'not_known'};
      const id = await anEndedCall(database.web, level.handler, {...concern, ...test}, {now: saturday});
      const [row] = await database.sql<{dueAt: Date}[]>`
        select due_at from safeguarding_concerns where call_id = ${id}
      `;
      return row!.dueAt;
    };
    expect(await dueFor(OFFICE_HOURS)).toEqual(new Date('2026-03-09T17:00:00Z'));
    expect(await dueFor({...OFFICE_HOURS, sat: [['09:00', '13:00']]})).toEqual(new Date('2026-03-07T13:00:00Z'));
  });
});

describe('who may come near somebody about whom something is handed on', () => {
  it(
    'is what working it out from the beginning says, whatever happens in whatever order',
    {timeout: 60_000},
    async () => {
      const {sql} = database;
      const chance = chanceFrom(45);
      const people = await Promise.all(
        Array.from({length: 6}, (_, place) => insertPerson(sql, place % 3 === 0 ? level.nurse : level.handler)),
      );
      const queues = [level.nursing, level.mentalHealth, level.safeguarding];
      const partners = [level.trust.partnerId, level.desk.partnerId];
      for (let step = 0; step < 150; step++) {
        const personId = chance.one(people);
        const act = chance.next();
        if (act < 0.4) await aHandoff(sql, {handler: level.handler, queueId: chance.one(queues), personId});
        else if (act < 0.6)
          await sql`
          insert into consents (person_id, kind, partner_id, decision, decided_on, decided_by, how)
          values (
            ${personId}, 'share_with_partner', ${chance.one(partners)}, ${chance.one(['given', 'refused', 'withdrawn'])},
            '2026-03-03', 'person', 'spoken'
          )
        `;
        else if (act < 0.8)
          await sql`
          update handoffs
          set
            status = 'closed', claimed_by = null, claimed_at = null, active_at = null, closed_at = now(),
            closed_by = ${level.nurse.staffId}, outcome = 'own_gp', caller_told_at = now(), told_how = 'phone',
            told_by = ${level.nurse.staffId}
          where person_id = ${personId} and status <> 'closed'
        `;
        else {
          const [into] = people.filter((one) => one !== personId);
          const [row] = await sql`select merged_into from people where id = ${personId}`;
          const [other] = await sql`select merged_into from people where id = ${into!}`;
          if (row!.mergedInto) await sql`update people set merged_into = null where id = ${personId}`;
          else if (!other!.mergedInto) await sql`update people set merged_into = ${into!} where id = ${personId}`;
        }
        const differing = await sql`
        with
          groups as (select person_group(id) as members from people where id = any(${people}) and merged_into is null),
          wanted as (select wanted.* from groups cross join wanted_access(members) as wanted),
          kept as (select person_id, partner_id, because from person_access where person_id = any(${people}))
        (table wanted except table kept) union all (table kept except table wanted)
      `;
        expect([...differing], `step ${step}`).toEqual([]);
      }
    },
  );
});
