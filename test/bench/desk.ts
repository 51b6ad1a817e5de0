/**
 * `npm run bench:desk`: what the desk takes with 144,000 calls behind it, and with `-- --calls 10000000`. On engines of its
 * own, through the built server (`npm run build` first). What it prints stands in docs/benchmarks-desk.md.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {loadavg} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {setTimeout as sleep} from 'node:timers/promises';
import {makeDeskBed, type DeskBed} from './desk-bed.ts';
import {proveCounts} from './desk-counts.ts';
import {timesOf, transactionsOf, withStatement} from './desk-database.ts';
import {liveTimes} from './desk-live.ts';
import {readOptions} from './desk-options.ts';
import {busiestHour} from './desk-peak.ts';
import {findRequests, headersOf, nearRequests, readyToEnd, timeEach} from './desk-requests.ts';
import type {ShiftPlan, ShiftReport} from './desk-shift.ts';
import {chanceFrom} from './generate-random.ts';
import {requestBytes} from './load-connection.ts';
import {summarise} from './load-run.ts';

/** Of the four ways in which the figures are asked for, each is asked so often. */
const FIGURES = 25;
/** About as long as a call takes with all that follows it. */
const CALL_SECONDS = 360;
/** More than any desk has: enough of it to see that nothing breaks. */
const NEVER_FREE_MINUTES = 3;

const HANDED_ON = {
  endings: 'handed_on',
  handOnTo: 'nursing',
  handOnPriority: 'hours_24',
  handOnReason: 'Her leg is hot.',
};

const NAMES: Record<string, string> = {
  ring: 'whether the telephone rings',
  start: 'a call begun',
  open: 'the page of a call',
  save: 'what was typed, kept',
  follow: 'an open page asking for news',
  near: 'the directory beside the call',
  find: 'looking for a person',
  end: 'a call saved',
  ended: 'the page of a call that has ended',
  desk: 'a handler’s own page',
};

const options = readOptions(process.argv.slice(2));
const say = (line: string) => console.error(`  ${new Date().toISOString().slice(11, 19)}  ${line}`);
const ms = (time: number) => time.toFixed(time < 10 ? 1 : 0);
const share = (times: number[], part: number) => ms(at(times, part));
const at = (times: number[], part: number) =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
const load = () => loadavg()[0]!.toFixed(1);

const bed = await makeDeskBed(options, say);
try {
  if (options.isPaused) {
    say('the bed is ready: Return begins to measure');
    await once(process.stdin, 'data');
    process.stdin.pause();
  }
  await measure(bed);
} finally {
  await bed.stop();
}

async function measure(bed: DeskBed) {
  await bed.owner`update sessions set created_at = now(), last_seen_at = now()`;
  await bed.owner`create table bench_bare (id uuid primary key default gen_random_uuid(), words text)`;
  const counts = await proveCounts(bed.owner);
  const [here, there] = [await bed.startSite(), await bed.startSite()];
  try {
    console.log(
      `## ${bed.calls.toLocaleString('en-GB')} calls, ${bed.people.toLocaleString('en-GB')} people, load ${load()} at the start\n`,
    );
    console.log(`Roll-ups: ${counts}\n`);
    // A bed takes long to make: one part that fails does not take the others with it.
    const part = async (measuring: Promise<void>) => {
      await measuring.catch((error: unknown) => {
        console.log(`NOT MEASURED: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
      });
    };
    await part(inTheDatabase(bed, here.url));
    await part(asRequests(bed, here.url));
    await part(live(bed, here.url, there.url));
    if (options.minutes > 0) {
      const urls = [here.url, there.url];
      await part(shift(bed, urls, {minutes: options.minutes, callsAnHour: Math.round(3 * busiestHour().calls)}));
      await part(shift(bed, urls, {minutes: Math.min(NEVER_FREE_MINUTES, options.minutes), callsAnHour: null}));
    }
  } finally {
    await Promise.all([here.stop(), there.stop()]);
  }
}

/** Milliseconds by PostgreSQL's own clock: one request at a time. */
async function inTheDatabase(bed: DeskBed, url: string) {
  const chance = chanceFrom(71);
  const closing = await readyToEnd(bed, url, chance, options.times);
  const figures = figuresRequests(bed, url);
  await timeEach(url, [...(await readyToEnd(bed, url, chance, options.times)), ...figures.slice(0, 40)]);
  const loadThen = load();
  const seen = await transactionsOf(bed, async () => {
    for (const [place, request] of closing.entries()) {
      await timeEach(url, [request]);
      await bed.owner`select 1 as bench_one`;
      await bed.owner.begin((tx) => tx`insert into bench_bare (words) values ('as little as can be')`);
      if (place % 4 === 0 && place / 4 < figures.length) await timeEach(url, [figures[place / 4]!]);
    }
  });
  const one = timesOf(seen, 'bench_one');
  const bare = withStatement(seen, 'insert into bench_bare').map((transaction) => transaction.ms);
  const closed = withStatement(seen, 'insert into calls (');
  const rows: [string, number[], number[]][] = [
    ['`select 1`', one, one],
    ['one bare row inserted and committed', bare, bare],
    ['a call saved: the one statement', timesOf(closed, 'insert into calls ('), bare],
    ['all of its transaction: reading, checking, saving, audit, commit', closed.map((all) => all.ms), bare],
    ['the figures: all of the page’s transaction', withStatement(seen, 'from call_months').map((all) => all.ms), one],
  ];
  console.log(`### In the database (load ${loadThen})\n`);
  console.log('| | times | p50 | p95 | p95 ÷ |\n|---|---|---|---|---|');
  for (const [name, times, base] of rows) {
    if (times.length === 0) throw new Error(`${name}: no such statement ran, so nothing was measured`);
    const against = base === one ? '`select 1`' : 'bare row';
    console.log(
      `| ${name} | ${times.length} | ${share(times, 0.5)} | ${share(times, 0.95)} | ×${(at(times, 0.95) / at(base, 0.95)).toFixed(1)} ${against} |`,
    );
  }
  console.log();
}

function figuresRequests({lead, analyst}: DeskBed, url: string): Buffer[] {
  const month = new Date(Date.now() - 35 * 86_400_000).toISOString().slice(0, 7);
  return Array.from({length: FIGURES}, () =>
    [lead, analyst].flatMap((who) =>
      [`?month=${month}`, `?month=${month}&domain=health`].map((words) =>
        requestBytes(`${url}/desk/figures${words}`, headersOf(url, who)),
      ),
    ),
  ).flat();
}

/** As a browser sees it, over the built server. */
async function asRequests(bed: DeskBed, url: string) {
  const chance = chanceFrom(72);
  const ready = () =>
    Array.from({length: options.times}, () => requestBytes(`${url}/health/ready`, headersOf(url, bed.lead)));
  const kinds: [string, () => Promise<Buffer[]> | Buffer[]][] = [
    ['a call saved', () => readyToEnd(bed, url, chance, options.times)],
    ['looking for a person', () => findRequests(url, bed, chance, options.times)],
    ['the directory beside the call', () => nearRequests(url, bed.handlers, chance, options.times)],
    ['the page of figures', () => figuresRequests(bed, url)],
  ];
  for (const connections of [1, 8]) {
    await timeEach(url, ready(), connections);
    console.log(`### As requests, ${connections} at a time (load ${load()})\n`);
    console.log('| | times | p50 | p95 | p95 ÷ a request that asks `select 1` |\n|---|---|---|---|---|');
    for (const [name, make] of kinds) {
      const requests = await make();
      await timeEach(url, requests.splice(0, Math.min(20, requests.length / 4)), connections);
      const {times: base} = await timeEach(url, ready(), connections);
      const {times} = await timeEach(url, requests, connections);
      console.log(
        `| ${name} | ${times.length} | ${share(times, 0.5)} | ${share(times, 0.95)} | ×${(at(times, 0.95) / at(base, 0.95)).toFixed(1)} (${share(base, 0.95)}) |`,
      );
    }
    console.log();
  }
}

async function live(bed: DeskBed, from: string, to: string) {
  const requests = await readyToEnd(bed, from, chanceFrom(73), Math.ceil(options.times / 2), HANDED_ON);
  const times = await liveTimes(from, to, bed.nurses[0]!, requests);
  console.log('### Told at another process\n');
  console.log(
    `${times.length} calls handed on at one process: a page of second level at the other was told after p50 ${share(times, 0.5)}, ` +
      `p95 ${share(times, 0.95)}, at most ${share(times, 1)} ms, the saving included (load ${load()}).\n`,
  );
}

/** Everybody at once: the handlers are a process of their own; meanwhile we look how the machine fares, and who is told when. */
async function shift(bed: DeskBed, urls: string[], {minutes, callsAnHour}: Pick<ShiftPlan, 'minutes' | 'callsAnHour'>) {
  const handlers = bed.handlers.slice(0, options.handlers);
  const plan: ShiftPlan = {
    urls,
    handlers,
    sample: bed.sample.slice(0, 500),
    services: bed.services,
    minutes,
    callSeconds: Math.min(CALL_SECONDS, minutes * 30),
    callsAnHour,
  };
  const told = await readyToEnd(bed, urls[0]!, chanceFrom(74), Math.ceil(minutes * 12), HANDED_ON);
  await bed.owner`update sessions set created_at = now(), last_seen_at = now()`;
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'desk-shift.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(plan));
  const output = text(child.stdout);
  const ended = once(child, 'exit');
  let isOver = false;
  const canary: number[] = [];
  const loads: number[] = [];
  const watching = (async () => {
    const ready = requestBytes(`${urls[1]}/health/ready`, headersOf(urls[1]!, bed.lead));
    while (!isOver) {
      canary.push(...(await timeEach(urls[1]!, [ready])).times);
      loads.push(loadavg()[0]!);
      await sleep(1000);
    }
  })();
  const telling = liveTimes(urls[0]!, urls[1]!, bed.nurses[1]!, told, 4000);
  await ended;
  isOver = true;
  const [toldTimes] = await Promise.all([telling, watching]);
  const report = JSON.parse((await output).trim().split('\n').at(-1)!) as ShiftReport;
  const peak = busiestHour();
  const anHour = (report.kinds.start?.perSecond ?? 0) * 3600;
  console.log(
    `### ${handlers.length} handlers, ${callsAnHour === null ? 'never without a call' : `${callsAnHour} calls an hour`}, ` +
      `${minutes} minutes, two app processes (load ${at(loads, 0.5).toFixed(1)})\n`,
  );
  console.log(
    `12,000 calls a month come to ${peak.calls.toFixed(0)} in the busiest hour of a year (${peak.day}, ${peak.clock}:00). Here ` +
      `${(report.kinds.start?.count ?? 0).toLocaleString('en-GB')} calls were begun, ${anHour.toFixed(0)} an hour: ×${(anHour / peak.calls).toFixed(0)}.\n`,
  );
  console.log('| | requests | p50 | p95 | p99 |\n|---|---|---|---|---|');
  const row = (name: string, times: ReturnType<typeof summarise>) =>
    console.log(
      `| ${name} | ${times.count.toLocaleString('en-GB')} | ${ms(times.p50)} | ${ms(times.p95)} | ${ms(times.p99)} |`,
    );
  for (const [kind, times] of Object.entries(report.kinds)) row(NAMES[kind] ?? kind, times);
  row(`**all, ${report.all.perSecond.toFixed(0)} a second**`, report.all);
  row('a request that asks `select 1`, meanwhile', summarise(canary, 1));
  row('told at another process, meanwhile', summarise(toldTimes, 1));
  console.log(
    `\nErrors: ${report.errors.length}${report.errors.length > 0 ? `: ${report.errors.slice(0, 5).join('; ')}` : ''}\n`,
  );
}
