/**
 * Calls in any number: the made-up year of the demonstration (144,000), and as many more of it, at other desks and in earlier
 * years, as it takes. Everything that hangs on a call comes with it, and the counts are made by the product's own functions.
 */
import type {Sql} from '../../db/client.ts';
import {loadHistory} from '../../app/domain/demonstration/calls/load-history.server.ts';

export const A_YEAR = 144_000;
/** What a year of calls is about. */
const PEOPLE = 14_000;
const HANDLERS = 10;
/** Whole weeks, so that a Monday stays a Monday. */
const YEAR_DAYS = 364;
/** Years of the host, and of each desk beside it. */
const YEARS = 5;

const WITH_A_CALL = ['call_needs', 'call_dispositions', 'call_services', 'call_backs', 'gaps'];

/** How many desks `calls` calls in five years come to, the host's among them. */
export const desksFor = (calls: number): number => Math.max(1, Math.ceil(calls / (A_YEAR * YEARS)));

/**
 * Fills the tables of calls.
 * @param desks the host and those beside it
 * @returns how many calls there are
 */
export async function writeCalls(
  sql: Sql,
  {calls, desks, partnershipId}: {calls: number; desks: string[]; partnershipId: string},
  say: (line: string) => void,
): Promise<number> {
  const year = await loadHistory(sql, {until: new Date(), people: PEOPLE, calls: Math.min(calls, A_YEAR)});
  say(`a year of ${year.toLocaleString('en-GB')} calls, by the product's own hand`);
  const copies = Math.round(calls / year) - 1;
  if (copies < 1) return year;
  await withoutWaiting(sql, async () => {
    await prepare(sql, desks, partnershipId);
    const indexes = await dropIndexes(sql);
    for (let copy = 1; copy <= copies; copy++) {
      const [desk, yearsAgo] = [Math.floor(copy / YEARS), copy % YEARS];
      await copyYear(sql, {copy, desk, days: yearsAgo * YEAR_DAYS});
      if (copy % 10 === 0) say(`${((copy + 1) * year).toLocaleString('en-GB')} calls`);
    }
    for (const index of indexes) await sql.unsafe(index);
    say('indexes made again');
  });
  await sql`vacuum analyze`;
  await countAgain(sql, say);
  const [{count}] = await sql<[{count: number}]>`select count(*) from calls`;
  return count;
}

/** A bed needs not outlive a power cut while it is being made. Afterwards all is on the disk, and everything waits for it again. */
async function withoutWaiting(sql: Sql, work: () => Promise<void>) {
  const while_ = {fsync: 'off', full_page_writes: 'off', max_wal_size: '16GB', maintenance_work_mem: '512MB'};
  for (const [name, value] of Object.entries(while_)) await sql.unsafe(`alter system set ${name} = '${value}'`);
  await sql`select pg_reload_conf()`;
  await work();
  for (const name of Object.keys(while_)) await sql.unsafe(`alter system reset ${name}`);
  await sql`select pg_reload_conf()`;
  await sql`checkpoint`;
}

async function prepare(sql: Sql, desks: string[], partnershipId: string) {
  await sql`create schema bench`;
  await sql`
    create unlogged table bench.desks as
    select number::integer - 1 as number, id as partner_id, ${partnershipId}::uuid as partnership_id
    from unnest(${desks}::uuid[]) with ordinality as desk (id, number)
  `;
  await sql`
    insert into staff (partnership_id, partner_id, name, email)
    select partnership_id, partner_id, 'Handler ' || one, 'handler' || one || '.' || number || '@benchshire.example'
    from bench.desks cross join generate_series(1, ${HANDLERS}) as one
    where number > 0
  `;
  await sql`alter table bench.desks add column handlers uuid[]`;
  await sql`
    update bench.desks
    set handlers = array(select id from staff where staff.partner_id = desks.partner_id order by email)
  `;
  // The one year, and everyone in it, numbered.
  await sql`
    create unlogged table bench.year as
    select
      calls.id, row_number() over (order by started_at, calls.id) as number,
      dense_rank() over (order by person_id) - 1 as person
    from calls
  `;
  await sql`create unique index on bench.year (id)`;
  await sql`
    create unlogged table bench.people as
    select row_number() over (order by id) - 1 as number, id from people where given_name is not null
  `;
  await sql`create unique index on bench.people (number)`;
  for (const table of ['calls', ...WITH_A_CALL])
    await sql.unsafe(`create unlogged table bench.${table} as select * from public.${table}`);
  await sql`analyze bench.year, bench.people`;
}

/** Those that no constraint needs. */
async function dropIndexes(sql: Sql): Promise<string[]> {
  const indexes = await sql<{name: string; definition: string}[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index
    where
      indrelid = any(${['calls', ...WITH_A_CALL]}::regclass[])
      and not exists (select from pg_constraint where conindid = indexrelid)
  `;
  for (const {name} of indexes) await sql.unsafe(`drop index ${name}`);
  return indexes.map(({definition}) => definition);
}

/** One copy, in one transaction, with no trigger or key looking at each row: what is copied was whole. */
async function copyYear(sql: Sql, {copy, desk, days}: {copy: number; desk: number; days: number}) {
  const id = (column: string) => `md5(${column} || ' ${copy}')::uuid`;
  const partner = (column: string) => (desk === 0 ? column : 'desk.partner_id');
  const from = (table: string) =>
    `from bench.${table} as one cross join (select * from bench.desks where number = ${desk}) as desk`;
  // By the clock on the wall, which a night of a clock change may turn round: so lengths are added after it.
  const ago = `interval '${days} days'`;
  const person =
    desk === 0
      ? 'one.person_id'
      : `case when one.person_id is not null then
          (select people.id from bench.people where number = (select person from bench.year where year.id = one.id) + ${desk * PEOPLE}) end`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = 'replica'`;
    await tx`set local work_mem = '64MB'`;
    await tx.unsafe(`
      insert into calls (
        id, reference, partnership_id, partner_id, channel, handler_id, started_at, closed_at, talk_seconds, held_seconds,
        after_seconds, danger, caller_kind, person_known, person_id, story, domain, needs, outcode, dispositions, extra,
        is_restricted
      )
      select
        ${id('one.id')}, one.reference || '.${copy}', one.partnership_id, ${partner('one.partner_id')}, channel,
        ${desk === 0 ? 'handler_id' : `desk.handlers[1 + abs(hashtext(one.reference)) % ${HANDLERS}]`},
        started_at - ${ago}, started_at - ${ago} + (closed_at - started_at), talk_seconds, held_seconds, after_seconds, danger, caller_kind,
        person_known, ${person}, story, domain, needs, outcode, dispositions, extra, is_restricted
      ${from('calls')}
      order by started_at`);
    await tx.unsafe(`
      insert into call_needs (call_id, partner_id, need_key, position)
      select ${id('call_id')}, ${partner('one.partner_id')}, need_key, position ${from('call_needs')}`);
    await tx.unsafe(`
      insert into call_dispositions (call_id, partner_id, kind, note, practice, emergency_service, helped_to)
      select ${id('call_id')}, ${partner('one.partner_id')}, kind, note, practice, emergency_service, helped_to
      ${from('call_dispositions')}`);
    await tx.unsafe(`
      insert into call_services (call_id, partner_id, service_id, position)
      select ${id('call_id')}, ${partner('one.partner_id')}, service_id, position ${from('call_services')}`);
    await tx.unsafe(`
      insert into call_backs (call_id, partner_id, person_id, due_at, about, created_at, done_at, done_by, outcome)
      select
        ${id('call_id')}, ${partner('one.partner_id')}, null, due_at - ${ago}, about, created_at - ${ago},
        done_at - ${ago}, done_by, outcome
      ${from('call_backs')}`);
    await tx.unsafe(`
      insert into gaps (partnership_id, call_id, partner_id, need_key, outcode, reason, source, recorded_at)
      select one.partnership_id, ${id('call_id')}, ${partner('one.partner_id')}, need_key, outcode, reason, source, recorded_at - ${ago}
      ${from('gaps')}`);
  });
}

/** Every day anew, by the function that keeps the counts of the product: two months of all desks at a time. */
async function countAgain(sql: Sql, say: (line: string) => void) {
  const days = await sql<{from: string; until: string}[]>`
    select from_day::date as from, (from_day + interval '2 months')::date as until
    from generate_series(
      date_trunc('month', (select min(started_at) from calls)::timestamp), now()::timestamp, interval '2 months'
    ) as from_day
  `;
  for (const {from, until} of days) {
    await sql`
      select count_call_days(array_agg(partner_id), array_agg(day), now())
      from (
        select distinct partner_id, day::date as day
        from (select id as partner_id from partners) as partners
        cross join generate_series(${from}::date, ${until}::date - 1, interval '1 day') as day
      ) as all_days
    `;
    await sql`
      select count_gap_days(array_agg(partnership_id), array_agg(day))
      from (
        select id as partnership_id, day::date as day
        from partnerships cross join generate_series(${from}::date, ${until}::date - 1, interval '1 day') as day
      ) as all_days
    `;
  }
  await sql`vacuum analyze call_figures, gap_figures`;
  say('counted by the product itself');
}
