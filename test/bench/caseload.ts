/**
 * `npm run bench:caseload`: what a link worker, an inbox and a lead wait for with 50,000 cases and 250 open ones a worker. On
 * engines of its own, in the database as the web server reaches it. What it prints stands in docs/benchmarks-caseload.md.
 */
import {randomUUID} from 'node:crypto';
import {loadavg} from 'node:os';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {recordContact} from '../../app/domain/caseload/change-case.server.ts';
import {loadDemonstrationCases} from '../../app/domain/demonstration/demonstration-cases.server.ts';
import {getCase} from '../../app/domain/caseload/get-case.server.ts';
import {loadCaseload} from '../../app/domain/demonstration/caseload/load-caseload.server.ts';
import {boardCases} from '../../app/domain/caseload/board-cases.server.ts';
import {leadView} from '../../app/domain/caseload/lead-view.server.ts';
import type {CaseSearch} from '../../app/domain/caseload/case-search.server.ts';
import {listCases, myDay} from '../../app/domain/caseload/list-cases.server.ts';
import {countWalking} from '../../app/domain/caseload/walking-figures.server.ts';
import {countLife} from '../../app/domain/measures/life-figures.server.ts';
import {countMeasures} from '../../app/domain/measures/measure-figures.server.ts';
import {getScale} from '../../app/domain/measures/scales.server.ts';
import {listInbox} from '../../app/domain/referrals/list-referrals.server.ts';
import {suggestShares} from '../../app/domain/team/share-out.server.ts';
import {getTeamFacts} from '../../app/domain/team/team-now.server.ts';
import {connect, type Sql} from '../../db/client.ts';
import {seedStaff} from '../../db/seed/load.ts';
import {insertGroups} from '../factories/onward.ts';
import {makeBed} from './search-bed.ts';
import {fillInbox} from './waiting-referrals.ts';

const {values} = parseArgs({
  options: {cases: {type: 'string', default: '50000'}, times: {type: 'string', default: '200'}},
});
const [CASES, TIMES] = [Number(values.cases), Number(values.times)];
/** How many of a hundred referrals become a case. */
const BECOME_CASES = 0.925;
const OPEN_EACH = 250;
/** Comes last: it makes the inbox that it measures. */
const CROWDED = 'an inbox in which 5,000 more wait, waiting and finished in turns';

interface Viewer {
  staffId: string;
  partnerId: string;
  partnershipId: string;
  sessionId: string;
}

const today = new Date().toISOString().slice(0, 10);
const say = (line: string) => console.error(`  ${new Date().toISOString().slice(11, 19)}  ${line}`);
const at = (times: number[], part: number) =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))]!;
const ms = (time: number) => time.toFixed(time < 10 ? 1 : 0);

const bed = await makeBed(resolve(import.meta.dirname, '../../.data/bench-caseload'));
try {
  const {sql: owner, url} = await bed.newDatabase('bench_caseload');
  await seedStaff(owner);
  await loadDemonstrationCases(owner, today);
  await insertGroups(owner, 200);
  const loaded = await loadCaseload(owner, {until: new Date(), referrals: Math.round(CASES / BECOME_CASES)});
  say(`${loaded!.referrals} referrals, ${loaded!.cases} cases`);
  await openMore(owner);
  await owner`create table bench_bare (id uuid primary key default gen_random_uuid(), words text)`;
  await owner`vacuum analyze`;
  const web = connect(bed.webUrl(url), {max: 4});
  say('the bed is ready');
  await measure(owner, web);
  await web.end({timeout: 2});
  await owner.end({timeout: 2});
} finally {
  await bed.stop();
}

/** So many open cases for each worker: of those that are over, the newest are opened again. */
async function openMore(owner: Sql) {
  await owner`
    with
      open as (select worker_id, count(*) as open from cases where status <> 'closed' group by worker_id),
      again as (
        select id, row_number() over (partition by worker_id order by closed_at desc) as place, worker_id
        from cases
        where status = 'closed'
      )
    update cases
    set
      status = 'active', closed_at = null, closed_by = null, close_reason = null, outcome = null,
      next_step = 'Ring and ask how it went', next_step_on = current_date - 20 + (again.place % 60)::integer
    from again
    left join open on open.worker_id = again.worker_id
    where cases.id = again.id and again.place <= ${OPEN_EACH} - coalesce(open.open, 0)
  `;
}

async function measure(owner: Sql, web: Sql) {
  const viewers = await owner<(Viewer & {cases: string[]})[]>`
    select
      staff.id as staff_id, partner_id, partnership_id, staff.id as session_id,
      array(select id from cases where worker_id = staff.id and status <> 'closed' order by id limit 50) as cases
    from staff
    where exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
    order by staff.email
  `;
  const [lead] = await owner<Viewer[]>`
    select staff.id as staff_id, partner_id, partnership_id, staff.id as session_id
    from staff where email = 'siobhan.kelly@lilyhill.example'
  `;
  const [analyst] = await owner<Viewer[]>`
    select staff.id as staff_id, partner_id, partnership_id, staff.id as session_id
    from staff where email = 'samir.haddad@hub.example'
  `;
  const one = (turn: number) => viewers[turn % viewers.length]!;
  const by = (turn: number) => (['all', 'provider', 'need', 'area'] as const)[turn % 4]!;
  const search = (more: Partial<CaseSearch>): CaseSearch => ({
    filter: 'open',
    order: 'next',
    whose: 'mine',
    words: '',
    page: 1,
    ...more,
  });
  const year = {from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, to: today};
  const wellbeing = {scale: 'swemwbs', score: getScale('swemwbs')!.scores[0]!, ...year};
  const next = {step: 'Ring and ask how it went', on: today, whyNone: null};
  const contact = {
    mode: 'phone' as const,
    wasReached: true,
    minutes: 20,
    whoWith: 'person' as const,
    note: 'Checked in. It goes better.',
    next,
  };
  // Cases of a provider that the first worker is not of, and never shared: each is asked for once.
  const theirs = viewers.filter(({partnerId}) => partnerId !== viewers[0]!.partnerId).flatMap((each) => each.cases);
  const bare = {words: 'a bare row', run: () => owner`insert into bench_bare (words) values ('as little as can be')`};
  const nowhere = {words: 'a case that does not exist', run: () => getCase(web, {viewer: viewers[0]!}, randomUUID())};
  const kinds: [string, number | null, (turn: number) => Promise<unknown>, (typeof bare | typeof nowhere)?][] = [
    ['my day', 100, (turn) => myDay(web, {viewer: one(turn)}, today)],
    [
      'a contact logged, with commit and wait for the disk',
      50,
      (turn) => {
        const viewer = one(turn);
        const caseId = viewer.cases[Math.floor(turn / viewers.length) % viewer.cases.length]!;
        const form = {sql: web, viewer, door: 'cases.change', submission: randomUUID(), version: 1};
        return recordContact(form, caseId, {...contact, at: new Date()});
      },
      bare,
    ],
    [
      'a case opened',
      null,
      (turn) => getCase(web, {viewer: one(turn)}, one(turn).cases[turn % one(turn).cases.length]!),
    ],
    ['own caseload, first page', null, (turn) => listCases(web, {viewer: one(turn)}, search({}), today)],
    [
      'everybody’s caseload, by name',
      null,
      (turn) => listCases(web, {viewer: one(turn)}, search({whose: 'all', order: 'name'}), today),
    ],
    [
      'a name looked for',
      null,
      (turn) =>
        listCases(
          web,
          {viewer: one(turn)},
          search({whose: 'all', words: ['mar', 'ann ald', 'wrenmere'][turn % 3]!}),
          today,
        ),
    ],
    [
      'a name looked for among closed cases',
      null,
      (turn) =>
        listCases(
          web,
          {viewer: one(turn)},
          search({filter: 'closed', whose: 'all', words: ['mar', 'ann ald', 'wrenmere'][turn % 3]!}),
          today,
        ),
    ],
    [
      'the board, everybody’s, by name',
      null,
      (turn) => boardCases(web, {viewer: one(turn)}, search({whose: 'all', order: 'name'}), {}, today),
    ],
    ['the inbox', null, (turn) => listInbox(web, {viewer: one(turn)}, {filter: 'waiting', page: 1})],
    ['the lead’s page', null, () => leadView(web, {viewer: lead!}, today)],
    ['25 cases with suggestions', null, () => suggestShares(web, {viewer: lead!}, viewers[0]!.staffId, today)],
    ['what if', null, () => getTeamFacts(web, {viewer: lead!}, today)],
    [
      'figures: from referral to engaged, the whole area',
      100,
      (turn) => countWalking(web, {viewer: analyst!}, {...year, by: by(turn)}),
    ],
    [
      'figures: first and latest score, the whole area',
      100,
      (turn) => countMeasures(web, {viewer: analyst!}, {...wellbeing, by: by(turn)}),
    ],
    [
      'figures: what people want, parts of life and use of services, the whole area',
      100,
      (turn) => countLife(web, {viewer: analyst!}, {...year, by: by(turn)}),
    ],
    [
      'figures: the whole page, its functions asked at once',
      100,
      (turn) => {
        const [asker, asked] = [{viewer: analyst!}, {...year, by: by(turn)}];
        return Promise.all([
          countWalking(web, asker, asked),
          countMeasures(web, asker, {...wellbeing, by: asked.by}),
          countLife(web, asker, asked),
        ]);
      },
    ],
    [
      'isolation: a case of another provider',
      null,
      (turn) => getCase(web, {viewer: viewers[0]!}, theirs[turn % theirs.length]!),
      nowhere,
    ],
    [
      CROWDED,
      null,
      (turn) => listInbox(web, {viewer: lead!}, {filter: turn % 2 === 0 ? 'waiting' : 'done', page: 1 + turn}),
    ],
  ];
  const [{cases, open}] = await owner<[{cases: number; open: number}]>`
    select count(*) as cases, count(*) filter (where status <> 'closed') as open from cases
  `;
  console.log(
    `## ${cases.toLocaleString('en-GB')} cases, ${open.toLocaleString('en-GB')} of them open, ${viewers.length} link workers\n`,
  );
  console.log(
    '| milliseconds | aim (p95) | p50 | p95 | p50 ÷ | p95 ÷ | beside | load |\n|---|---|---|---|---|---|---|---|',
  );
  const select = {words: '`select 1`', run: () => web`select 1`};
  for (const [name, aim, run, beside = select] of kinds) {
    if (name === CROWDED) await fillInbox(owner, lead!, 5000);
    const times: number[] = [];
    const base: number[] = [];
    for (let turn = 0; turn < TIMES + 40; turn++) {
      const timed = async (work: () => Promise<unknown>, into: number[]) => {
        const began = performance.now();
        await work();
        if (turn >= 40) into.push(performance.now() - began);
      };
      // In turns, so that neither is always the one that comes after the other.
      const both = [() => timed(() => run(turn), times), () => timed(() => Promise.resolve(beside.run()), base)];
      for (const one of turn % 2 === 0 ? both : both.toReversed()) await one();
    }
    const ratio = (part: number) => at(times, part) / at(base, part);
    const shown = (part: number) => `×${ratio(part).toFixed(ratio(part) < 10 ? 2 : 0)}`;
    console.log(
      `| ${name} | ${aim ?? ''} | ${ms(at(times, 0.5))} | ${ms(at(times, 0.95))} | ${shown(0.5)} | ${shown(0.95)} | ${beside.words} (${ms(at(base, 0.5))} / ${ms(at(base, 0.95))}) | ${loadavg()[0]!.toFixed(1)} |`,
    );
  }
}
