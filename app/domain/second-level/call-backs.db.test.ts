import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {within} from '../../../db/within.ts';
import {insertPerson} from '../../../test/factories/people.ts';
import {aCall, aSecondLevel} from '../../../test/factories/second-level.ts';
import type {TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {listCallBacks, recordAttempt} from './call-backs.server.ts';
import type {Attempt} from './call-back-choices.ts';

let database: TestDatabase;
let level: Awaited<ReturnType<typeof aSecondLevel>>;
beforeAll(async () => {
  database = await testDatabase();
  level = await aSecondLevel(database.sql);
});
afterAll(() => database.drop());

async function aCallBack(dueInMinutes: number, staffId: string | null = null, isRestricted = false): Promise<string> {
  const call = await aCall(database.sql, level.handler, {endings: ['information_given'], isRestricted});
  const [row] = await database.sql<[{id: string}]>`
    insert into call_backs (call_id, partner_id, due_at, staff_id, phone, about)
    values (
      ${call.id}, ${level.desk.partnerId}, now() + make_interval(mins => ${dueInMinutes}), ${staffId}, '+441632960001',
      'Whether the bus runs on Sundays.'
    )
    returning id
  `;
  return row.id;
}
const list = async (viewer: TestStaff, isMineOnly = false) =>
  (await listCallBacks(database.web, {viewer}, {isMineOnly, page: 1})).callBacks;
const attempt = (viewer: TestStaff, id: string, what: Partial<Attempt>, submission = randomUUID()) =>
  recordAttempt(database.web, {viewer, door: 'desk.call-backs', submission}, id, {
    result: null,
    note: null,
    end: null,
    ...what,
  });

describe('call-backs', () => {
  it('stand by when they are due, for the desk that promised them', async () => {
    const [later, sooner] = [await aCallBack(300, level.otherHandler.staffId), await aCallBack(5)];
    expect((await list(level.handler)).map(({id}) => id)).toEqual([sooner, later]);
    expect((await list(level.handler, true)).map(({id}) => id)).toEqual([sooner]);
    expect(await list(level.nurse)).toEqual([]);
  });

  it('keep each try, once for a form, and are done when somebody was reached', async () => {
    const id = await aCallBack(10);
    const submission = randomUUID();
    expect(await attempt(level.handler, id, {result: 'no_answer'}, submission)).toEqual({ok: true, isDone: false});
    expect(await attempt(level.handler, id, {result: 'no_answer'}, submission)).toEqual({ok: true, isDone: false});
    const shown = (await list(level.otherHandler)).find((one) => one.id === id);
    expect(shown?.attempts.map(({result}) => result)).toEqual(['no_answer']);
    expect(await attempt(level.otherHandler, id, {result: 'reached'})).toEqual({ok: true, isDone: true});
    expect(await attempt(level.handler, id, {result: 'reached'})).toEqual({ok: false, reason: 'done_already'});
    expect((await list(level.handler)).map((one) => one.id)).not.toContain(id);
  });

  it('say beside the number that it is not safe to ring it, or to leave a message', async () => {
    const personId = await insertPerson(database.sql, level.handler, {givenName: 'Nell'});
    const id = await aCallBack(10);
    await database.sql`update call_backs set person_id = ${personId} where id = ${id}`;
    const warning = async () => (await list(level.handler)).find((one) => one.id === id)?.ringWarning;
    expect(await warning()).toBeNull();
    await database.sql`
      insert into person_contacts (person_id, kind, value, safe_to_leave_message)
      values (${personId}, 'home_phone', '+441632960001', 'no')
    `;
    expect(await warning()).toBe('no_message');
    await database.sql`update person_contacts set safe_to_call = 'no' where person_id = ${personId}`;
    expect(await warning()).toBe('not_safe');
  });

  it('may be given up, and are nobody else’s to change', async () => {
    const id = await aCallBack(10);
    expect(await attempt(level.nurse, id, {result: 'reached'})).toEqual({ok: false, reason: 'done_already'});
    expect(await attempt(level.handler, id, {end: 'no_longer_wanted'})).toEqual({ok: true, isDone: true});
    const [row] = await database.sql`select outcome from call_backs where id = ${id}`;
    expect(row?.outcome).toBe('no_longer_wanted');
  });

  it('about a restricted call are for whoever took it or was promised, and those who safeguard: not for the whole desk', async () => {
    const ids = [await aCallBack(1, null, true), await aCallBack(2, level.nurse.staffId, true)];
    const promised = await aCallBack(3, level.otherHandler.staffId, true);
    const seenBy = async (viewer: TestStaff) =>
      (await list(viewer)).map(({id}) => id).filter((id) => [...ids, promised].includes(id));
    expect(await seenBy(level.handler)).toEqual([...ids, promised]);
    expect(await seenBy(level.alan)).toEqual([...ids, promised]);
    expect(await seenBy(level.otherHandler)).toEqual([promised]);
    expect(await attempt(level.otherHandler, ids[0]!, {result: 'reached'})).toEqual({
      ok: false,
      reason: 'done_already',
    });
    expect(await attempt(level.handler, ids[0]!, {result: 'no_answer'})).toEqual({ok: true, isDone: false});
    expect(await attempt(level.otherHandler, promised, {result: 'reached'})).toEqual({ok: true, isDone: true});
    const tries = await within(
      database.web,
      {purpose: 'desk', viewer: level.otherHandler},
      (tx) => tx`select 1 from call_back_attempts where call_back_id = any(${ids})`,
    );
    expect(tries).toHaveLength(0);
  });
});
