import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../../../test/setup/database.ts';
import {loadHistory} from './load-history.server.ts';

const UNTIL = new Date('2026-11-28T15:00:00Z');

let database: TestDatabase;
let put: number;
beforeAll(async () => {
  database = await testDatabase({demo: true});
  put = await loadHistory(database.sql, {until: UNTIL, days: 60, calls: 4000, people: 600});
}, 60_000);
afterAll(() => database?.drop());

describe('the made-up history', () => {
  it('is put in once', async () => {
    expect(put).toBeGreaterThan(3700);
    expect(put).toBeLessThan(4300);
    const [row] =
      await database.sql`select count(*) as calls, max(started_at) as last, min(started_at) as first from calls`;
    expect(row!.calls).toBe(put);
    expect(row!.last.getTime()).toBeLessThan(UNTIL.getTime());
    expect(row!.first.getTime()).toBeGreaterThan(UNTIL.getTime() - 61 * 86_400_000);
    expect(await loadHistory(database.sql, {until: UNTIL})).toBe(0);
  });

  it('is resolved at first contact as North East Lincolnshire was', async () => {
    const rows = await database.sql<{domain: string; share: number}[]>`
      select domain, avg(is_resolved::integer) as share from calls where is_eligible group by domain
    `;
    const share = Object.fromEntries(rows.map((row) => [row.domain, row.share]));
    expect(share.adult_social_care).toBeCloseTo(0.73, 1);
    expect(share.mental_health).toBeCloseTo(0.67, 1);
    expect(share.health).toBeCloseTo(0.26, 1);
  });

  it('can be told from what was typed, has the whole of each call, and leaves no trace in the audit', async () => {
    const [row] = await database.sql`
      select
        count(*) filter (where extra <> '{"demonstration": true}') as typed,
        count(*) filter (where needs <> array(select need_key from call_needs where call_id = calls.id order by position)) as needs,
        count(*) filter (
          where not dispositions @> array(select kind from call_dispositions where call_id = calls.id)
            or cardinality(dispositions) <> (select count(*) from call_dispositions where call_id = calls.id)
        ) as endings,
        count(*) filter (
          where 'signposted' = any(dispositions) and not exists (select from call_services where call_id = calls.id)
        ) as services,
        count(*) filter (where outcode is null) as places,
        count(distinct ward_gss) as wards,
        avg((ward_gss is not null)::integer) as in_a_ward,
        (select count(*) from gaps join calls on calls.id = call_id where gaps.ward_gss is distinct from calls.ward_gss)
          as moved,
        (select count(*) from audit_entries) as audited
      from calls
    `;
    expect(row).toMatchObject({typed: 0, needs: 0, endings: 0, places: 0, audited: 0, wards: 15, moved: 0});
    expect(row!.inAWard).toBeCloseTo(0.9, 1);
    // A need for which the demonstration has no service at all.
    expect(row!.services).toBeLessThan(put * 0.02);
  });

  it('has people who ring again, and some who ring and ring', async () => {
    const [row] = await database.sql`
      select sum(returned) as returned, sum(repeat_spells) as spells, sum(sustained) as sustained, sum(calls) as calls
      from call_figures
    `;
    expect(row!.calls).toBe(put);
    expect(row!.spells).toBeGreaterThan(3);
    expect(row!.returned / (row!.returned + row!.sustained)).toBeGreaterThan(0.04);
    expect(row!.returned / (row!.returned + row!.sustained)).toBeLessThan(0.3);
  });

  it('leaves the triggers as they were', async () => {
    const off = await database.sql`select tgname from pg_trigger where tgenabled = 'D'`;
    expect(off).toHaveLength(0);
    const [due] = await database.sql`select count(*) as notes from figures_due`;
    expect(due!.notes).toBe(0);
  });
});
