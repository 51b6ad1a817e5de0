/** The figures of measures, counted again from the answers as they were given, by other means than those that made them. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {insertCase, insertProvider} from '../../../test/factories/cases.ts';
import {insertStaff, type TestStaff} from '../../../test/factories/staff.ts';
import {testDatabase, type TestDatabase} from '../../../test/setup/database.ts';
import {SMALL_NUMBERS} from '../figures/suppress.ts';
import {countPay} from './contract-tariff.server.ts';
import {readTariffs} from './contract-tariff.ts';
import {countLife} from './life-figures.server.ts';
import {showAspirations, showDomains, showUse} from './life-figures.ts';
import {countMeasures} from './measure-figures.server.ts';
import {showMeasureFigures} from './measure-figures.ts';
import {pairedOf} from './paired.ts';
import {getScale} from './scales.server.ts';
import {takeMeasure} from './take-measure.server.ts';

let database: TestDatabase;
let analyst: TestStaff;
let worker: TestStaff;
let other: TestStaff;
beforeAll(async () => {
  database = await testDatabase();
  worker = await insertProvider(database.sql);
  other = await insertProvider(database.sql, {beside: worker});
  analyst = await insertStaff(database.sql, worker, {roles: ['analyst']});
  const scale = getScale('ucla3')!;
  for (let number = 0; number < 14; number++) {
    const by = number % 3 === 0 ? other : worker;
    const {id} = await insertCase(database.sql, by, {
      openedAt: new Date('2026-03-02T10:00:00Z'),
      tier: number % 2 === 0 ? 'plan' : 'signposting',
    });
    const take = (takenOn: string, occasion: 'start' | 'review' | 'other', sum: number) =>
      takeMeasure(database.web, {viewer: by, door: 'cases.measures', submission: crypto.randomUUID()}, id, {
        scale,
        occasion,
        takenOn,
        how: 'worker',
        answeredBy: 'person',
        answers: {
          companionship: Math.min(3, sum - 2),
          left_out: Math.max(1, sum - 5),
          ...(sum === 4 ? {} : {isolated: 1}),
        },
      });
    await take('2026-03-02', 'start', 5 + (number % 3));
    if (number % 5 !== 0) await take('2026-03-20', 'other', 3 + (number % 4));
    if (number % 2 === 0) await take('2026-04-20', 'review', 3 + (number % 3));
  }
  await database.sql`
    update measures
    set struck_by = recorded_by, struck_at = now(), struck_reason = 'A mistake'
    where taken_on = '2026-04-20' and case_id = (select min(case_id::text)::uuid from measures)
  `;
});
afterAll(() => database?.drop());

const ask = (by: 'all' | 'tier' | 'provider', viewer = analyst) =>
  countMeasures(
    database.web,
    {viewer},
    {
      scale: 'ucla3',
      score: getScale('ucla3')!.scores[0]!,
      from: '2026-03-01',
      to: '2026-03-31',
      by,
    },
  );

/** From raw rows, and by no code of the product. */
async function countAgain(by: 'tier' | 'partner_id') {
  const rows = await database.sql`
    select cases.id, cases.tier, cases.partner_id, measures.answers, measures.taken_on::text as day
    from measures join cases on cases.id = measures.case_id
    where scale = 'ucla3' and struck_at is null
  `;
  const sums = rows.flatMap((row) => {
    const {companionship, leftOut, left_out: left = leftOut, isolated} = row.answers;
    const whole = [companionship, left, isolated].every((one) => typeof one === 'number');
    return whole
      ? [
          {
            id: row.id,
            name: by === 'tier' ? row.tier : row.partnerId,
            day: row.day,
            sum: companionship + left + isolated,
          },
        ]
      : [];
  });
  const told: Record<string, {people: number; changes: number[]}> = {};
  for (const id of new Set(sums.map((one) => one.id))) {
    const theirs = sums.filter((one) => one.id === id).sort((one, next) => (one.day < next.day ? -1 : 1));
    const group = (told[theirs[0]!.name] ??= {people: 0, changes: []});
    group.people += 1;
    if (theirs.length > 1) group.changes.push(theirs.at(-1)!.sum - theirs[0]!.sum);
  }
  return told;
}

describe('the figures of a measure', () => {
  it('are what the raw answers give when they are counted by other means', async () => {
    const {groups} = await ask('tier');
    const again = await countAgain('tier');
    expect(groups.map(({name}) => name).sort()).toEqual(Object.keys(again).sort());
    for (const group of groups) {
      const {people, changes} = again[group.name]!;
      const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
      const spread = changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (changes.length - 1);
      expect(group).toMatchObject({
        people,
        both: changes.length,
        improved: changes.filter((one) => one < 0).length,
        unchanged: changes.filter((one) => one === 0).length,
        worse: changes.filter((one) => one > 0).length,
      });
      const told = pairedOf(group);
      expect(told.meanChange).toBeCloseTo(mean, 10);
      expect(group.variance).toBeCloseTo(spread, 10);
      expect(changes.length).toBeGreaterThan(2);
    }
  });

  it('reach the whole area for an analyst of the host, one provider for a lead, and nobody else', async () => {
    const lead = await insertStaff(database.sql, other, {roles: ['team_lead']});
    expect((await ask('provider')).groups).toHaveLength(2);
    const theirs = (await ask('provider', lead)).groups;
    expect(theirs).toMatchObject([{name: other.partnerName, people: 5}]);
    expect((await ask('all', worker)).groups).toEqual([]);
    expect((await ask('all')).isWholeArea).toBe(true);
    expect((await ask('tier')).isWholeArea).toBe(false);
  });

  it('hide small numbers below the whole area, and tell no mean of so few', async () => {
    const {groups, isWholeArea} = await ask('provider');
    const score = getScale('ucla3')!.scores[0]!;
    const shown = showMeasureFigures(groups, score, isWholeArea, SMALL_NUMBERS);
    const few = shown.find(({name}) => name === other.partnerName)!;
    expect(few).toMatchObject({people: 'hidden', meanChange: null, interval: null, completeness: null});
    const [all] = showMeasureFigures((await ask('all')).groups, score, true, SMALL_NUMBERS);
    expect(all).toMatchObject({people: 14});
    expect(all!.interval).not.toBeNull();
    expect(showMeasureFigures(groups, {isOrdinal: true}, true, SMALL_NUMBERS)[0]!.meanChange).toBeNull();
  });
});

describe('what changed in lives and in the use of services', () => {
  const span = {from: '2026-03-01', to: '2026-03-31', by: 'all' as const};
  beforeAll(async () => {
    const cases = await database.sql<{id: string; partnerId: string}[]>`select id, partner_id from cases order by id`;
    for (const [place, {id, partnerId}] of cases.entries()) {
      const row = {caseId: id, partnerId, recordedBy: worker.staffId};
      const verdict = place < 9 ? 'improved' : place < 11 ? 'worse' : 'unchanged';
      await database.sql`insert into case_outcomes ${database.sql({...row, domain: 'mood', verdict})}`;
      const goal = (now: number | null, tags: string[]) => ({words: 'A choir', now, wanted: 7, tags, steps: []});
      const content = {goals: [goal(place < 8 ? 7 : 3, ['people']), goal(place < 10 ? 9 : null, ['people', 'mind'])]};
      const plan = {caseId: id, partnerId, agreedBy: 'person', madeBy: worker.staffId};
      await database.sql`insert into plan_versions ${database.sql({...plan, number: 1, content: {goals: []}})}`;
      await database.sql`insert into plan_versions ${database.sql({...plan, number: 2, content})}`;
      const use = {...row, service: 'gp', source: place < 3 ? 'person' : 'gp_record'};
      await database.sql`insert into case_service_use ${database.sql({...use, side: 'before', times: 10})}`;
      if (place < 12)
        await database.sql`insert into case_service_use ${database.sql({...use, side: 'after', times: place})}`;
    }
  });

  it('is counted within the same case, for those who may count, and never as one person', async () => {
    const life = await countLife(database.web, {viewer: analyst}, span);
    expect(life.domains).toEqual([{name: 'all', about: 'mood', improved: 9, unchanged: 3, worse: 2}]);
    expect(life.use).toMatchObject([
      {
        about: 'gp',
        people: 14,
        both: 12,
        fromRecords: 9,
        meanFirst: 10,
        meanLatest: 5.5,
        improved: 10,
        unchanged: 1,
        worse: 1,
      },
    ]);
    expect(life.aspirations).toEqual([
      {name: 'all', about: 'mind', there: 10, onTheWay: 0, notSaid: 4},
      {name: 'all', about: 'people', there: 8, onTheWay: 2, notSaid: 4},
    ]);
    const lead = await insertStaff(database.sql, other, {roles: ['team_lead']});
    const own = await countLife(database.web, {viewer: lead}, span);
    expect(own.use[0]!.people).toBe(5);
    expect(await countLife(database.web, {viewer: worker}, span)).toMatchObject({
      domains: [],
      use: [],
      aspirations: [],
    });
    expect(showDomains(own.domains, false, SMALL_NUMBERS)[0]).toMatchObject({improved: 'hidden', improvedShare: null});
    const few = showAspirations(own.aspirations, false, SMALL_NUMBERS);
    expect(few.map(({people}) => people)).toEqual(['hidden', 'hidden']);
    expect(showUse(own.use, false, SMALL_NUMBERS)[0]).toMatchObject({
      both: 'hidden',
      meanBefore: null,
      fromRecords: 'hidden',
    });
  });

  it('can be told by group, each part of life by itself, and the groups add up to all', async () => {
    for (const by of ['provider', 'tier', 'need', 'source', 'area'] as const) {
      const life = await countLife(database.web, {viewer: analyst}, {...span, by});
      const sum = (rows: number[]) => rows.reduce((all, one) => all + one, 0);
      expect(sum(life.domains.map(({improved}) => improved)), by).toBe(9);
      expect(sum(life.use.map(({both}) => both)), by).toBe(12);
      expect(sum(life.aspirations.filter(({about}) => about === 'mind').map(({there}) => there)), by).toBe(10);
      expect(life.isWholeArea).toBe(false);
    }
    const {domains} = await countLife(database.web, {viewer: analyst}, {...span, by: 'provider'});
    expect(domains.map(({name}) => name).sort()).toEqual([other.partnerName, worker.partnerName].sort());
  });
});

describe('what the loneliness contract pays', () => {
  const tariffs = readTariffs([
    {version: '2025', from: '2025-04-01', source: 'Schedule 3', pays: [{months: 6, amount: 250}]},
    {version: '2026', from: '2026-01-01', source: 'Schedule 4', pays: [{months: 6, amount: 260}]},
  ]);
  const years = {from: '2025-01-01', to: '2026-01-31'};
  beforeAll(async () => {
    for (const [openedAt, later] of [
      ['2025-05-01', 1],
      ['2025-06-01', 3],
      ['2026-01-05', 1],
    ] as const) {
      const {id} = await insertCase(database.sql, worker, {
        ...{openedAt: new Date(`${openedAt}T10:00:00Z`), needs: ['loneliness']},
      });
      const take = (occasion: 'start' | 'month_6', takenOn: string, each: number) =>
        takeMeasure(database.web, {viewer: worker, door: 'cases.measures', submission: crypto.randomUUID()}, id, {
          ...{scale: getScale('ucla3')!, occasion, takenOn, how: 'worker', answeredBy: 'person'},
          answers: {companionship: each, left_out: each, isolated: each},
        });
      await take('start', openedAt, 2);
      await take('month_6', '2026-07-01', later);
    }
  });

  it('falls due by the calendar, on every day of eight years', async () => {
    const [days] = await database.sql<[{asked: number; wrong: number}]>`
      select
        count(*) as asked,
        count(*) filter (
          where
            last_day + make_interval(months => months) > today
            or last_day + 1 + make_interval(months => months) <= today
        ) as wrong
      from generate_series(date '2024-01-01', date '2031-12-31', interval '1 day') as today
      cross join (values (6), (18)) as one (months)
      cross join lateral (select contract_due_until(months, today::date) as last_day) as due
    `;
    expect(days).toEqual({asked: 2 * 2922, wrong: 0});
  });

  it('is told for the whole area alone, by the version that held when each case was opened', async () => {
    const paid = await countPay(database.web, {viewer: analyst}, tariffs, years);
    expect(paid!.filter(({months}) => months === 6)).toEqual([
      {version: '2025', months: 6, improved: 1, each: 250, amount: 250},
      {version: '2026', months: 6, improved: 1, each: 260, amount: 260},
    ]);
    const lead = await insertStaff(database.sql, worker, {roles: ['team_lead']});
    expect(await countPay(database.web, {viewer: lead}, tariffs, years)).toBeNull();
    expect(await countPay(database.web, {viewer: analyst}, [], years)).toBeNull();
  });
});
