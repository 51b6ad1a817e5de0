import {afterAll, beforeAll, expect, it} from 'vitest';
import {anEndedCall} from '../../../test/factories/calls.ts';
import {insertColleague, insertPartnership, insertPerson, type Colleague} from '../../../test/factories/people.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {getCall} from './get-call.server.ts';
import {sustainedOf} from './sustained.ts';

let database: TestDatabase;
let priya: Colleague;
let elsewhere: Colleague;
beforeAll(async () => {
  database = await testDatabase();
  const partnership = await insertPartnership(database.sql);
  priya = await insertColleague(database.sql, partnership);
  elsewhere = await insertColleague(database.sql, partnership);
  for (const key of ['loneliness', 'debt'])
    await database.sql`insert into needs (key, name, need_group) values (${key}, ${key}, 'wellbeing') on conflict do nothing`;
});
afterAll(() => database?.drop());

it('what one call says of itself is what the figures count: held, came back, pending, not followed', async () => {
  const nell = await insertPerson(database.sql, priya, {givenName: 'Nell'});
  const nora = await insertPerson(database.sql, priya, {givenName: 'Nora'});
  const calls: [personId: string | null, hoursAgo: number, need: string, ending?: string][] = [
    [nell, 400, 'loneliness'],
    [nell, 300, 'loneliness'],
    [nell, 299, 'debt'],
    [nell, 130.5, 'debt'],
    [nora, 200, 'loneliness'],
    [nora, 199, 'loneliness', 'wrong_number'],
    [nora, 30, 'debt'],
    [null, 20, 'debt'],
    [nell, 10, 'debt', 'caller_ended'],
  ];
  const ids: string[] = [];
  for (const [personId, hoursAgo, needs, endings = 'information_given'] of calls) {
    const id = await anEndedCall(
      database.web,
      priya,
      {
        needs,
        endings,
        helpedTo: '01632 960001',
        callerEndedNote: 'Half way',
        personKnown: personId ? 'identified' : 'anonymous',
      },
      {personId},
    );
    await database.sql`update calls set started_at = now() - make_interval(secs => ${hoursAgo * 3600}) where id = ${id}`;
    ids.push(id);
  }
  const said = await Promise.all(
    ids.map(async (id) => sustainedOf((await getCall(database.web, {viewer: priya}, id))!, new Date())?.kind ?? null),
  );
  expect(said).toEqual(['came_back', 'held', 'held', 'came_back', 'held', null, 'pending', 'not_followed', null]);

  await database.sql`select count_calls_again()`;
  const [counted] = await database.sql`
    select
      sum(sustained)::integer as held, sum(returned)::integer as came_back, sum(pending)::integer as pending,
      sum(unfollowed)::integer as not_followed
    from call_figures
    where partner_id = ${priya.partnerId}
  `;
  const count = (kind: string) => said.filter((one) => one === kind).length;
  expect(counted).toEqual({
    held: count('held'),
    cameBack: count('came_back'),
    pending: count('pending'),
    notFollowed: count('not_followed'),
  });
  expect(await getCall(database.web, {viewer: elsewhere}, ids[0]!)).toBeNull();
});
