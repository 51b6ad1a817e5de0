import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertPartner, insertStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {chanceFrom, type Chance} from '../../../test/bench/generate-random.ts';
import {DISPOSITIONS, dispositionKinds, type DispositionKind} from '../calls/dispositions.ts';
import {today} from '../../http/today.server.ts';
import {countCallsAgain} from './count-again.server.ts';
import {insertCall, insertNameless, type CallMade} from '../../../test/factories/counted-calls.ts';

const HOUR = 3_600_000;
const DOMAINS = ['adult_social_care', 'health', 'mental_health'] as const;
const NEEDS = ['loneliness', 'debt', 'falls'];

type Desk = {partnerId: string; partnershipId: string; staffId: string};

let database: TestDatabase;
let desks: Desk[];
beforeAll(async () => {
  database = await testDatabase({demo: true});
  const hub = await insertPartner(database.sql);
  const trust = await insertPartner(database.sql, {name: 'Trust', beside: hub});
  desks = await Promise.all(
    [hub, trust].map(async (partner) => {
      const {staffId, partnerId} = await insertStaff(database.sql, partner);
      return {staffId, partnerId, partnershipId: partner.partnershipId};
    }),
  );
});
afterAll(() => database?.drop());

/** What is true of the calls, counted plainly: each with each. */
function plainCount(calls: CallMade[], rootOf: (person: string) => string, moment: Date) {
  const counts = new Map<string, Record<string, number | number[]>>();
  const before = (one: CallMade, other: CallMade) =>
    one.startedAt.getTime() - other.startedAt.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  const of = (kinds: DispositionKind[]) => kinds.map((kind) => DISPOSITIONS[kind].counts as string);
  const theirs = (call: CallMade) =>
    calls.filter((one) => one.personId && call.personId && rootOf(one.personId) === rootOf(call.personId));
  const isRepeat = (call: CallMade) =>
    theirs(call).filter(
      (one) => before(one, call) <= 0 && call.startedAt.getTime() - one.startedAt.getTime() <= 96 * HOUR,
    ).length >= 3;
  for (const call of calls) {
    const key = `${call.partnerId} ${today(call.startedAt)} ${call.domain}`;
    const row = counts.get(key) ?? {byHour: Array<number>(24).fill(0)};
    counts.set(key, row);
    const add = (name: string, by = 1) => (row[name] = ((row[name] as number | undefined) ?? 0) + by);
    const counted = of(call.dispositions);
    const isEligible = counted.includes('passed on') || !counted.includes('left out');
    const isClaimed = counted.every((one) => one === 'resolved');
    const isYoung = moment.getTime() - call.startedAt.getTime() < 168 * HOUR;
    const hasReturned = theirs(call).some(
      (one) =>
        before(call, one) < 0 &&
        one.startedAt.getTime() - call.startedAt.getTime() <= 168 * HOUR &&
        (one.needs.length === 0 || call.needs.length === 0
          ? one.domain === call.domain
          : one.needs.some((need) => call.needs.includes(need))) &&
        !one.dispositions.every((kind) => kind === 'wrong_number' || kind === 'test_call'),
    );
    add('calls');
    add('talkSeconds', call.talkSeconds);
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23'}).format(
        call.startedAt,
      ),
    );
    (row.byHour as number[])[hour]! += 1;
    if (isEligible) add('eligible');
    if (isClaimed) add('claimed');
    if (isClaimed && !call.personId) add('unfollowed');
    if (isClaimed && call.personId) add(hasReturned ? 'returned' : isYoung ? 'pending' : 'sustained');
    if (isEligible && call.personId) add(isYoung ? 'young' : 'settled');
    if (isClaimed && call.personId && hasReturned && !isYoung) add('settledReturned');
    if (isRepeat(call)) {
      add('repeatContacts');
      const last = theirs(call)
        .filter((one) => before(one, call) < 0)
        .sort(before)
        .at(-1)!;
      if (!isRepeat(last)) add('repeatSpells');
    }
  }
  return counts;
}

async function kept() {
  const rows = await database.sql<Record<string, unknown>[]>`
    select
      partner_id, day, domain, calls, eligible, claimed, sustained, returned, pending, unfollowed, settled,
      settled_returned, young, repeat_contacts, repeat_spells, talk_seconds, by_hour
    from call_figures
  `;
  return new Map(
    rows.map(({partnerId, day, domain, ...counts}) => [
      `${partnerId} ${day} ${domain}`,
      Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)) as Record<
        string,
        number | number[]
      >,
    ]),
  );
}

/** Daily counts added up by what `keyOf` makes of organisation, day and domain. */
function addUp(
  days: Map<string, Record<string, number | number[]>>,
  names: string[],
  keyOf: (partnerId: string, day: string, domain: string) => string,
) {
  const sums = new Map<string, Record<string, number | number[]>>();
  for (const [key, counts] of days) {
    const sum = sums.get(keyOf(...(key.split(' ') as [string, string, string]))) ?? {};
    sums.set(keyOf(...(key.split(' ') as [string, string, string])), sum);
    for (const name of names) {
      const [one, other] = [sum[name], counts[name] ?? 0];
      sum[name] = Array.isArray(other)
        ? other.map((count, hour) => count + ((one as number[] | undefined)?.[hour] ?? 0))
        : ((one as number | undefined) ?? 0) + other;
    }
  }
  return sums;
}

const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const mondayOf = (day: string) =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() - weekdayOf(day) * 24 * HOUR).toISOString().slice(0, 10);

const MONTHLY = [
  ...['calls', 'eligible', 'claimed', 'sustained', 'returned', 'pending', 'unfollowed', 'settled', 'settledReturned'],
  ...['repeatContacts', 'repeatSpells', 'seconds', 'byHour'],
];

async function expectMonthsAndWeeks(plain: ReturnType<typeof plainCount>) {
  for (const row of plain.values()) row.seconds = row.talkSeconds!;
  const keep = (rows: Record<string, unknown>[]) =>
    new Map(rows.map(({key, ...counts}) => [key as string, counts as Record<string, number | number[]>]));
  const months = await database.sql<Record<string, unknown>[]>`
    select
      concat_ws(' ', partner_id, month, weekday, domain) as key, calls, eligible, claimed, sustained, returned, pending,
      unfollowed, settled, settled_returned, repeat_contacts, repeat_spells, seconds, by_hour
    from call_months
  `;
  expect(sorted(keep(months))).toEqual(
    sorted(
      addUp(plain, MONTHLY, (partnerId, day, domain) =>
        [partnerId, `${day.slice(0, 7)}-01`, weekdayOf(day), domain].join(' '),
      ),
    ),
  );
  const weeks = await database.sql<Record<string, unknown>[]>`
    select concat_ws(' ', partner_id, week, domain) as key, eligible, claimed from call_weeks
  `;
  expect(sorted(keep(weeks))).toEqual(
    sorted(
      addUp(plain, ['eligible', 'claimed'], (partnerId, day, domain) => [partnerId, mondayOf(day), domain].join(' ')),
    ),
  );
}

const sorted = (counts: Map<string, unknown>) =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));

describe('the counts that are kept', () => {
  it.each([1, 2, 3, 4])(
    'are the calls counted plainly, whatever has happened to them (%d)',
    {timeout: 120_000},
    async (seed) => {
      const {sql, web} = database;
      await sql`delete from calls where partnership_id = ${desks[0]!.partnershipId}`;
      await sql`update people set merged_into = null where partnership_id = ${desks[0]!.partnershipId}`;
      const chance = chanceFrom(seed);
      const people = await Promise.all(Array.from({length: 6}, () => insertNameless(sql, chance.one(desks))));
      const merged = new Map<string, string>();
      const rootOf = (person: string): string => (merged.has(person) ? rootOf(merged.get(person)!) : person);
      const calls: CallMade[] = [];
      // Round both clock changes of 2026 in turn.
      let now = new Date(seed % 2 === 0 ? '2026-03-24T09:13:00Z' : '2026-10-20T09:13:00Z');
      for (let step = 0; step < 90; step++) {
        now = new Date(now.getTime() + Math.floor(chance.next() * 5 * HOUR));
        const act = chance.next();
        if (act < 0.72 || calls.length < 5) {
          calls.push(await insertCall(sql, chance.one(desks), someCall(chance, people, now)));
        } else if (act < 0.85) {
          await correct(chance.one(calls), someCall(chance, people, now));
        } else if (act < 0.9) {
          const [one, other] = chance.some(people, 2) as [string, string];
          if (rootOf(one) === one && rootOf(other) !== one) {
            merged.set(one, other);
            await sql`update people set merged_into = ${other} where id = ${one}`;
          }
        } else if (act < 0.93 && merged.size > 0) {
          const one = chance.one([...merged.keys()]);
          merged.delete(one);
          await sql`update people set merged_into = null where id = ${one}`;
        } else {
          now = new Date(now.getTime() + 30 * HOUR);
        }
        if (chance.happens(0.25)) {
          await countCallsAgain(web, now);
          const plain = plainCount(calls, rootOf, now);
          expect(sorted(await kept()), `seed ${seed}, step ${step}`).toEqual(sorted(plain));
          await expectMonthsAndWeeks(plain);
        }
      }
      // Nothing happens any more but that time passes.
      for (const days of [3, 6, 9]) {
        const later = new Date(now.getTime() + days * 24 * HOUR);
        await countCallsAgain(web, later);
        const plain = plainCount(calls, rootOf, later);
        expect(sorted(await kept())).toEqual(sorted(plain));
        await expectMonthsAndWeeks(plain);
      }
    },
  );

  it('are counted once where many processes count at the same time, and nothing is lost', async () => {
    const {sql, web} = database;
    await sql`delete from calls where partnership_id = ${desks[0]!.partnershipId}`;
    const at = new Date('2026-06-03T10:00:00Z');
    await Promise.all(
      Array.from({length: 20}, async () => {
        await insertCall(sql, desks[0]!, {startedAt: at});
        await countCallsAgain(web, at);
      }),
    );
    await countCallsAgain(web, at);
    const rows = await sql`select calls, claimed, unfollowed from call_figures where day = '2026-06-03'`;
    expect(rows.map((row) => ({...row}))).toEqual([{calls: 20, claimed: 20, unfollowed: 20}]);
  });

  it('of gaps are the gaps, by need, place and reason', async () => {
    const {sql, web} = database;
    const {partnershipId, partnerId} = desks[0]!;
    const call = await insertCall(sql, desks[0]!, {startedAt: new Date('2026-06-04T22:59:00Z')});
    const gap = (fields: object) =>
      sql`insert into gaps ${sql({partnershipId, partnerId, callId: call.id, source: 'call', reason: 'full', needKey: 'debt', recordedAt: new Date('2026-06-04T22:59:00Z'), ...fields})}`;
    await gap({outcode: 'RG12', wardGss: 'E05000001'});
    await gap({outcode: 'RG12'});
    await gap({outcode: 'RG12'});
    await gap({recordedAt: new Date('2026-06-04T23:01:00Z'), reason: 'hours'});
    const all = () => sql`
      select day, need_key, place, reason, gaps from gap_figures order by day, place nulls last
    `;
    await countCallsAgain(web);
    expect((await all()).map((row) => Object.values(row))).toEqual([
      ['2026-06-04', 'debt', 'E05000001', 'full', 1],
      ['2026-06-04', 'debt', 'RG12', 'full', 2],
      // A minute past midnight in summer.
      ['2026-06-05', 'debt', null, 'hours', 1],
    ]);
    // By month twice: once for the organisation, once for everything; a search is nobody's.
    await sql`
      insert into gaps (partnership_id, need_key, reason, source, recorded_at)
      values (${partnershipId}, 'debt', 'none_exists', 'search', '2026-06-30T23:30:00Z')
    `;
    const byMonth = () => sql`
      select whose, month, place, gaps from gap_months order by month, whose, place nulls last
    `;
    await countCallsAgain(web);
    expect((await byMonth()).map((row) => Object.values(row))).toEqual([
      ...[partnerId, 'all'].toSorted().flatMap((whose) => [
        [whose, '2026-06-01', 'E05000001', 1],
        [whose, '2026-06-01', 'RG12', 2],
        [whose, '2026-06-01', null, 1],
      ]),
      ['all', '2026-07-01', null, 1],
      ['nobody', '2026-07-01', null, 1],
    ]);
    await sql`delete from gaps where outcode = 'RG12' and ward_gss is null`;
    await countCallsAgain(web);
    expect((await all()).length).toBe(3);
    expect((await byMonth()).length).toBe(6);
  });

  it('of the telephone are its calls, by month, weekday and wait, whatever a later file tells', async () => {
    const {sql, web} = database;
    const {partnerId} = desks[0]!;
    const chance = chanceFrom(5);
    const asKept = () => sql`
      select month, weekday, is_answered, waited_seconds, calls
      from phone_months order by month, weekday, is_answered, waited_seconds
    `;
    const plain = async () => {
      const counts = new Map<string, number>();
      const rows = await sql<{offeredAt: Date; isAnswered: boolean; waitedSeconds: number}[]>`
        select offered_at, is_answered, waited_seconds from phone_history
      `;
      for (const {offeredAt, isAnswered, waitedSeconds} of rows) {
        const day = today(offeredAt);
        const key = [`${day.slice(0, 7)}-01`, weekdayOf(day), isAnswered, Math.min(3600, waitedSeconds)].join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return [...counts].map(([key, count]) => `${key} ${count}`).toSorted();
    };
    for (let file = 0; file < 4; file++) {
      const rows = Array.from({length: 60}, () => ({
        partnerId,
        // Told again now and then, round both ends of a summer month.
        phoneCall: `t-${chance.whole(1, 150)}`,
        offeredAt: new Date(Date.UTC(2026, 5, 30, 20) + chance.whole(0, 33 * 24 * 4) * (HOUR / 4)),
        waitedSeconds: chance.happens(0.1) ? 5000 : chance.whole(0, 3),
        isAnswered: chance.happens(0.7),
      }));
      for (const row of rows)
        await sql`
          insert into phone_history ${sql(row)}
          on conflict (partner_id, phone_call) do update
          set
            offered_at = excluded.offered_at, waited_seconds = excluded.waited_seconds,
            is_answered = excluded.is_answered
        `;
      await countCallsAgain(web);
      expect((await asKept()).map((row) => Object.values(row).join(' ')).toSorted()).toEqual(await plain());
    }
    await sql`delete from phone_history where partner_id = ${partnerId}`;
    await countCallsAgain(web);
    expect(await asKept()).toHaveLength(0);
  });
});

function someCall(chance: Chance, people: string[], now: Date) {
  return {
    startedAt: new Date(now.getTime() - (chance.happens(0.1) ? Math.floor(chance.next() * 200 * HOUR) : 0)),
    domain: chance.one(DOMAINS),
    needs: chance.happens(0.2) ? [] : chance.some(NEEDS, chance.whole(1, 2)),
    personId: chance.happens(0.8) ? chance.one(people) : null,
    talkSeconds: chance.whole(30, 900),
    dispositions: chance.happens(0.6)
      ? (['information_given'] as DispositionKind[])
      : chance.some(dispositionKinds, chance.whole(1, 2)),
  };
}

/** As the product corrects a closed call: the row is changed. */
async function correct(call: CallMade, {domain, needs, personId, dispositions}: ReturnType<typeof someCall>) {
  Object.assign(call, {domain, needs, personId, dispositions});
  await database.sql`
    update calls
    set
      domain = ${domain}, needs = ${needs}, person_id = ${personId},
      person_known = ${personId ? 'identified' : 'anonymous'}, dispositions = ${dispositions}
    where id = ${call.id}
  `;
}
