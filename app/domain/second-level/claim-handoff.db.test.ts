import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {connect, type Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {aHandoff, aPractitioner, aSecondLevel, letLieIdle} from '../../../test/factories/second-level.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import type {HandoffForm} from './change-handoff.server.ts';
import {
  assignHandoff,
  claimHandoff,
  keepClaim,
  lapseClaims,
  releaseHandoff,
  takeHandoff,
} from './claim-handoff.server.ts';

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
beforeAll(async () => {
  database = await testDatabase();
  level = await aSecondLevel(database.sql);
});
afterAll(() => database.drop());

const handedOn = () => aHandoff(database.sql, {handler: level.handler, queueId: level.nursing});
const claim = (viewer: TestStaff, id: string) => claimHandoff(database.web, {viewer}, id);
const formOf = (viewer: TestStaff): HandoffForm => ({
  sql: database.web,
  viewer,
  door: 'desk.handoffs',
  submission: randomUUID(),
});
const stateOf = async (id: string) => {
  const [row] = await database.sql<{status: string; claimedBy: string | null; queueId: string; version: number}[]>`
    select status, claimed_by, queue_id, version from handoffs where id = ${id}
  `;
  return row!;
};
const stepsOf = async (id: string) =>
  (await database.sql<{kind: string}[]>`select kind from handoff_steps where handoff_id = ${id} order by number`).map(
    ({kind}) => kind,
  );

describe('taking something up', () => {
  it('is written down once, however often it is asked for', async () => {
    const id = await handedOn();
    expect(await claim(level.nurse, id)).toMatchObject({ok: true, personId: null});
    expect(await claim(level.nurse, id)).toMatchObject({ok: true});
    expect(await stateOf(id)).toMatchObject({status: 'claimed', claimedBy: level.nurse.staffId, version: 2});
    expect(await stepsOf(id)).toEqual(['claimed']);
  });

  it('leaves it with whoever was first, and says who that is', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    expect(await claim(level.otherNurse, id)).toEqual({ok: false, reason: 'taken', by: 'Nina Nurse'});
  });

  it('is not for those of another organisation', async () => {
    const id = await handedOn();
    expect(await claim(level.stranger, id)).toEqual({ok: false, reason: 'gone'});
    expect(await claim(level.handler, id)).toEqual({ok: false, reason: 'gone'});
    expect(await stateOf(id)).toMatchObject({status: 'waiting', version: 1});
  });
});

describe('a claim', () => {
  it('that lies idle for ten minutes stands in nobody’s way, and the item is never out of its queue', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    await letLieIdle(database.sql, id, 9);
    expect(await claim(level.otherNurse, id)).toMatchObject({ok: false, reason: 'taken'});
    await letLieIdle(database.sql, id, 11);
    expect(await claim(level.otherNurse, id)).toMatchObject({ok: true});
    expect(await stateOf(id)).toMatchObject({claimedBy: level.otherNurse.staffId, queueId: level.nursing});
  });

  it('lapses by itself, once, and is then anyone’s', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    await letLieIdle(database.sql, id, 11);
    const lapsed = await Promise.all([lapseClaims(database.web), lapseClaims(database.web), lapseClaims(database.web)]);
    expect(lapsed.reduce((sum, one) => sum + one)).toBe(1);
    expect(await stateOf(id)).toMatchObject({status: 'waiting', claimedBy: null, queueId: level.nursing});
    expect(await stepsOf(id)).toEqual(['claimed', 'lapsed']);
  });

  it('is kept alive by whoever has it and is at work, not by others and not once it has lapsed', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    await letLieIdle(database.sql, id, 9);
    expect(await keepClaim(database.web, {viewer: level.otherNurse}, id)).toBe(false);
    expect(await keepClaim(database.web, {viewer: level.nurse}, id)).toBe(true);
    expect(await lapseClaims(database.web)).toBe(0);
    await letLieIdle(database.sql, id, 11);
    expect(await keepClaim(database.web, {viewer: level.nurse}, id)).toBe(false);
  });

  it('is given back only by whoever has it, or a team lead', async () => {
    const id = await handedOn();
    await claim(level.nurse, id);
    expect(await releaseHandoff(formOf(level.otherNurse), id, false)).toEqual({ok: false, reason: 'not_yours'});
    expect(await releaseHandoff(formOf(level.nurse), id, false)).toEqual({ok: true});
    expect(await stateOf(id)).toMatchObject({status: 'waiting'});
    await claim(level.nurse, id);
    expect(await releaseHandoff(formOf(level.otherNurse), id, true)).toEqual({ok: true});
  });

  it('is given to somebody by a team lead, within the organisation, once for a form', async () => {
    const id = await handedOn();
    const lead = await aPractitioner(database.sql, level.trust, 'nursing', {roles: ['team_lead']});
    const form = formOf(lead);
    expect(await assignHandoff(form, id, level.nurse.staffId)).toEqual({ok: true});
    expect(await assignHandoff(form, id, level.nurse.staffId)).toEqual({ok: true});
    expect(await stepsOf(id)).toEqual(['assigned']);
    expect(await assignHandoff(formOf(lead), id, level.handler.staffId)).toEqual({ok: false, reason: 'gone'});
    expect(await stateOf(id)).toMatchObject({claimedBy: level.nurse.staffId});
  });

  it('lapses only as part of housekeeping', async () => {
    const asked = within(database.web, {purpose: 'desk', viewer: level.nurse}, (tx) => tx`select lapse_claims()`);
    await expect(asked).rejects.toThrow(/housekeeping/);
  });
});

/** Connections that each stand for somebody at a screen of their own, with who they are set once. */
async function fiftyNurses(work: (nurses: {sql: Sql; staffId: string}[]) => Promise<void>) {
  const nurses = await Promise.all(
    Array.from({length: 50}, async () => {
      const {staffId, partnerId} = await aPractitioner(database.sql, level.trust, 'nursing');
      const sql = connect(database.webUrl, {max: 1});
      await sql`
        select
          set_config('fingerpost.purpose', 'desk', false),
          set_config('fingerpost.staff', ${staffId}, false),
          set_config('fingerpost.partner', ${partnerId}, false)
      `;
      return {sql, staffId};
    }),
  );
  try {
    await work(nurses);
  } finally {
    await Promise.all(nurses.map(({sql}) => sql.end({timeout: 1})));
  }
}

describe('fifty who want the same thing at the same moment', () => {
  it('a thousand times over: exactly one has it each time', {timeout: 300_000}, async () => {
    const items = await Promise.all(Array.from({length: 1000}, handedOn));
    await fiftyNurses(async (nurses) => {
      const wrong: string[] = [];
      const winners = new Set<string>();
      // Twenty-five items at a time travel over each connection, one behind the other.
      for (let first = 0; first < items.length; first += 25) {
        const some = items.slice(first, first + 25);
        const tries = await Promise.all(
          nurses.map(({sql, staffId}) => Promise.all(some.map((id) => takeHandoff(sql, staffId, id)))),
        );
        some.forEach((id, item) => {
          const won = nurses.filter((_nurse, place) => tries[place]![item]);
          if (won.length !== 1) wrong.push(`${id}: ${won.length} have it`);
          else winners.add(won[0]!.staffId);
        });
      }
      expect(wrong).toEqual([]);
      // Not always the same one, or it would not have been a race.
      expect(winners.size).toBeGreaterThan(1);
    });
    const claims = await database.sql`
      select handoffs.id
      from handoffs
      join handoff_steps on handoff_steps.handoff_id = handoffs.id and kind = 'claimed'
      where handoffs.id = any(${items}) and status = 'claimed'
      group by handoffs.id
      having count(*) = 1 and min(handoff_steps.staff_id::text) = min(claimed_by::text)
    `;
    expect(claims).toHaveLength(1000);
  });

  it(
    'and an idle claim that lapses meanwhile: one has it, and it is never nobody’s and in no queue',
    {timeout: 120_000},
    async () => {
      const items = await Promise.all(Array.from({length: 25}, handedOn));
      await fiftyNurses(async (nurses) => {
        for (const id of items) {
          await takeHandoff(nurses[0]!.sql, nurses[0]!.staffId, id);
          await letLieIdle(database.sql, id, 11);
          const [tries] = await Promise.all([
            Promise.all(nurses.map(({sql, staffId}) => takeHandoff(sql, staffId, id))),
            lapseClaims(database.web),
          ]);
          const won = nurses.filter((_nurse, place) => tries[place]);
          expect(won).toHaveLength(1);
          expect(await stateOf(id)).toMatchObject({
            status: 'claimed',
            claimedBy: won[0]!.staffId,
            queueId: level.nursing,
          });
        }
      });
    },
  );
});
