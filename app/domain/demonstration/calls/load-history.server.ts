/**
 * Puts the made-up year into the database: the first time only, in one transaction, as the owner of the tables.
 *
 * Every made-up call carries `extra.demonstration`, so that it can be told from one that somebody typed. It tells how a
 * call ended and not what became of it: what was handed on, or referred, has no row at second level, so nobody finds
 * thousands of made-up items in a queue.
 */
import {pipeline} from 'node:stream/promises';
import {Readable} from 'node:stream';
import type {ISql, Sql} from '../../../../db/client.ts';
import {uuidFrom} from '../../../../db/uuid.ts';
import {within} from '../../../../db/within.ts';
import {makeCalls, type MadeCall} from './made-calls.ts';
import {freeReference, referenceOf} from './made-reference.ts';
import {listSpots, spotAt} from './spots.server.ts';
import {writeCalls} from './write-calls.server.ts';
import {writePhoneHistory} from './write-phone-history.server.ts';

interface HistoryWanted {
  /** The end of the year, such as now. */
  until: Date;
  days?: number;
  calls?: number;
  people?: number;
  seed?: number;
}

const YEAR = {days: 365, calls: 144_000, people: 14_000, seed: 2017};
const DAY = 86_400_000;
/** The share of calls out of hours that the health trust takes. */
const TAKEN_BY_HEALTH = 0.06;

interface Taker {
  partnerId: string;
  partnershipId: string;
  staffId: string;
  kind: string;
  isHost: boolean;
}

/**
 * Returns how many calls were put in: 0 where there are calls already, or nobody of the demonstration who takes them.
 */
export async function loadHistory(sql: Sql, wanted: HistoryWanted): Promise<number> {
  const {until, days, calls: count, people, seed} = {...YEAR, ...wanted};
  const [{exists}] = await sql<[{exists: boolean}]>`select exists (select from calls)`;
  const takers = exists ? [] : await listTakers(sql);
  const [host] = takers.filter((taker) => taker.isHost);
  if (!host) return 0;
  const made = makeCalls({seed, from: new Date(until.getTime() - days * DAY), until, calls: count, people});
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7340035)`;
    await withoutChecks(tx, async () => {
      await copyIn(tx, made, takers, host);
      await writePeople(tx, people, host);
      await writeCalls(tx);
      await writePhoneHistory(tx, host.partnerId);
    });
    await tx`analyze calls, call_needs, call_dispositions, people, phone_history`;
    await countAll(tx);
  });
  await sql`analyze call_figures, gap_figures, call_months, call_weeks, gap_months, phone_months`;
  return made.length;
}

/**
 * What is put in is whole by itself, and all of it is counted at the end, so no trigger needs to look at each row. Who may
 * switch off those of foreign keys too (a superuser, such as the owner of the database that `npm start` brings) does.
 */
async function withoutChecks(tx: ISql, work: () => Promise<void>) {
  const [me] = await tx`select rolsuper as is_superuser from pg_roles where rolname = current_user`;
  if (me?.isSuperuser) {
    await tx`set local session_replication_role = 'replica'`;
    await work();
    await tx`set local session_replication_role = 'origin'`;
    return;
  }
  const own = {
    calls: 'calls_figures_new',
    gaps: 'gaps_figures',
    callDispositions: 'call_dispositions_whole',
    phoneHistory: 'phone_history_figures_new',
  };
  for (const [table, trigger] of Object.entries(own)) await tx`alter table ${tx(table)} disable trigger ${tx(trigger)}`;
  await work();
  for (const [table, trigger] of Object.entries(own)) await tx`alter table ${tx(table)} enable trigger ${tx(trigger)}`;
}

/** Those of the demonstration who take calls: of the host, and of a health trust out of hours. */
const listTakers = (sql: Sql): Promise<Taker[]> =>
  within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<Taker[]>`
      select partners.id as partner_id, partners.partnership_id, staff.id as staff_id, partners.kind, partners.is_host
      from staff
      join partners on partners.id = staff.partner_id
      join staff_roles on staff_roles.staff_id = staff.id
      where
        staff.is_demonstration
        and (
          (partners.is_host and role = 'call_handler')
          or (partners.kind = 'health' and role = 'practitioner')
        )
      order by partners.is_host desc, staff.email
    `,
  );

const COLUMNS =
  'number, reference, partner_id, partnership_id, handler_id, started_at, domain, needs, dispositions, person, channel, caller_kind, talk_seconds, held_seconds, after_seconds, outcode, ward_gss, gap_reason';

async function copyIn(tx: ISql, made: MadeCall[], takers: Taker[], host: Taker) {
  await tx`
    create temporary table made_calls (
      number integer primary key,
      id uuid not null default gen_random_uuid(),
      reference text,
      partner_id uuid,
      partnership_id uuid,
      handler_id uuid,
      started_at timestamptz,
      domain text,
      needs text[],
      dispositions text[],
      person integer,
      channel text,
      caller_kind text,
      talk_seconds integer,
      held_seconds integer,
      after_seconds integer,
      outcode text,
      ward_gss text,
      gap_reason text
    ) on commit drop
  `;
  const spots = await listSpots(tx);
  const before = await tx<{reference: string}[]>`select reference from calls`;
  const taken = new Set(before.map(({reference}) => reference));
  const handlers = takers.filter((taker) => taker.isHost);
  const nurses = takers.filter((taker) => !taker.isHost);
  const lines = made.map((call, number) => {
    const isTheirs = nurses.length > 0 && call.domain === 'health' && call.taker < TAKEN_BY_HEALTH;
    const desk = isTheirs ? nurses : handlers;
    const taker = desk[Math.floor(call.taker * 9973) % desk.length] ?? host;
    const spot = spotAt(call.place, spots);
    return (
      [
        number,
        freeReference(taken, 'C', number, 7),
        taker.partnerId,
        taker.partnershipId,
        taker.staffId,
        call.startedAt.toISOString(),
        call.domain,
        `{${call.needs.join(',')}}`,
        `{${call.dispositions.join(',')}}`,
        call.person ?? '\\N',
        call.channel,
        call.callerKind,
        call.talkSeconds,
        call.heldSeconds,
        call.afterSeconds,
        spot?.outcode ?? '\\N',
        spot?.wardGss ?? '\\N',
        call.gapReason ?? '\\N',
      ].join('\t') + '\n'
    );
  });
  const into = await tx`copy made_calls (${tx.unsafe(COLUMNS)}) from stdin`.writable();
  await pipeline(Readable.from(chunksOf(lines, 2000)), into);
  await tx`analyze made_calls`;
}

function* chunksOf(lines: string[], size: number) {
  for (let from = 0; from < lines.length; from += size) yield lines.slice(from, from + size).join('');
}

/** People without a name, who can be followed and not found; the named ones of the demonstration ring now and then. */
async function writePeople(tx: ISql, people: number, {partnerId, partnershipId}: Taker) {
  await tx`
    create temporary table made_people (number integer primary key, id uuid not null) on commit drop
  `;
  await tx`
    insert into made_people (number, id)
    select ${people} - row_number() over (order by reference), id
    from people
    where partner_id = ${partnerId} and merged_into is null
    limit ${Math.floor(people / 10)}
  `;
  const numbers = Array.from({length: people}, (_, number) => number);
  await tx`
    insert into people (id, partnership_id, partner_id, reference)
    select id, ${partnershipId}, ${partnerId}, reference
    from unnest(
      ${numbers.map((number) => uuidFrom(`history person:${number}`))}::uuid[],
      ${numbers.map((number) => `P-${referenceOf(number, 6)}`)}::text[]
    ) with ordinality as made (id, reference, place)
    where not exists (select from made_people where number = place - 1)
    on conflict (reference) do nothing
  `;
  // As the trigger writes it where triggers run.
  await tx`
    insert into person_access (person_id, partner_id, because)
    select people.id, people.partner_id, 'keeper'
    from people where not exists (select from person_access where person_id = people.id)
    on conflict do nothing
  `;
  await tx`
    insert into made_people (number, id)
    select place - 1, people.id
    from unnest(${numbers.map((number) => uuidFrom(`history person:${number}`))}::uuid[]) with ordinality as made (id, place)
    join people on people.id = made.id
    on conflict (number) do nothing
  `;
}

/** Every day at once, where the notes of the triggers would count many of them again and again. */
async function countAll(tx: ISql) {
  await tx`
    select count_call_days(array_agg(partner_id), array_agg(day), now())
    from (select distinct partner_id, london_day(started_at) as day from calls) as days
  `;
  await tx`
    select count_gap_days(array_agg(partnership_id), array_agg(day))
    from (select distinct partnership_id, london_day(recorded_at) as day from gaps) as days
  `;
  await tx`
    select count_phone_months(array_agg(partner_id), array_agg(month))
    from (
      select distinct partner_id, first_of_month(london_day(offered_at)) as month from phone_history
    ) as months
  `;
}
