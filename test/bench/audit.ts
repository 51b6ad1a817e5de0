/**
 * `npm run bench:audit`: how many audited writes a second, with 16 writers at once, beside the same writes without
 * audit. The figures are kept in docs/benchmarks-access.md.
 */
import {parseArgs} from 'node:util';
import {recordAct} from '../../app/domain/audit/record-act.server.ts';
import {verifyChain} from '../../app/domain/audit/verify-chain.server.ts';
import {within} from '../../db/within.ts';
import {makeAuditBed, type AuditBed, type OpenRecord} from './audit-bed.ts';

const {values} = parseArgs({
  options: {
    writers: {type: 'string', default: '16'},
    rounds: {type: 'string', default: '7'},
    seconds: {type: 'string', default: '3'},
  },
});
const writers = Number(values.writers);
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

type Work = (bed: AuditBed, record: OpenRecord, isAudited: boolean) => Promise<unknown>;

/** One change of one field of a record, under its policies and in a transaction of its own, as at the desk. */
const write: Work = (bed, {viewer, openingId, contactId, personId}, isAudited) =>
  within(bed.web, {purpose: 'record', viewer, openingId, address: '192.0.2.7'}, async (tx) => {
    await tx`update person_contacts set safe_to_call = 'yes', note = 'After six' where id = ${contactId}`;
    if (isAudited) await recordAct(tx, {action: 'record_changed', personId, details: {fields: ['contacts']}});
  });

/** One look at a record. Without audit it writes nothing, so nothing waits for the disk. */
const look: Work = (bed, {viewer, openingId, personId}, isAudited) =>
  within(bed.web, {purpose: 'record', viewer, openingId, address: '192.0.2.7'}, async (tx) => {
    await tx`select kind, value, note from person_contacts where person_id = ${personId}`;
    if (isAudited) await recordAct(tx, {action: 'record_viewed', personId});
  });

/** Whether the machine is as free as in the other rounds. */
const canary: Work = (bed) => bed.web`select 1`;

interface Rate {
  perSecond: number;
  /** Milliseconds from asking to being told that it is kept. */
  p50: number;
  p95: number;
}

async function measure(bed: AuditBed, work: Work, isAudited: boolean, duration = seconds): Promise<Rate> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + duration * 1000;
  await Promise.all(
    Array.from({length: writers}, async (_, writer) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const began = performance.now();
        await work(bed, bed.records[(turn * writers + writer) % bed.records.length]!, isAudited);
        times.push(performance.now() - began);
      }
    }),
  );
  const passed = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  return {perSecond: times.length / passed, p50: at(0.5), p95: at(0.95)};
}

const sorted = (numbers: number[]) => [...numbers].sort((one, other) => one - other);
const median = (numbers: number[]) => sorted(numbers)[Math.floor(numbers.length / 2)]!;
const spread = (numbers: number[], digits: number) =>
  `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`;

/** Rounds of both, one after the other, and what came of them: median, lowest and highest. */
async function compare(bed: AuditBed, name: string, work: Work) {
  await measure(bed, work, false, 1);
  await measure(bed, work, true, 1);
  const plain: Rate[] = [];
  const audited: Rate[] = [];
  const free: Rate[] = [];
  for (let round = 0; round < rounds; round++) {
    free.push(await measure(bed, canary, false, 0.3));
    plain.push(await measure(bed, work, false));
    audited.push(await measure(bed, work, true));
  }
  const figures = (rates: Rate[]) =>
    `${spread(
      rates.map(({perSecond}) => perSecond),
      0,
    )}/s, p50 ${median(rates.map(({p50}) => p50)).toFixed(1)} ms, p95 ${median(rates.map(({p95}) => p95)).toFixed(1)} ms`;
  const ratios = audited.map(({perSecond}, round) => perSecond / plain[round]!.perSecond);
  console.log(`${name}, ${writers} at once, ${rounds} rounds of ${seconds} s, median (lowest–highest):`);
  console.log(`  without audit  ${figures(plain)}`);
  console.log(`  with audit     ${figures(audited)}`);
  console.log(`  ratio          ${spread(ratios, 2)}`);
  const canaries = free.map(({perSecond}) => perSecond);
  if (Math.max(...canaries) > 2 * Math.min(...canaries)) {
    console.log(
      `  NOT TO BE USED: select 1 went from ${spread(canaries, 0)}/s, so something else ran on this machine.`,
    );
  }
}

/** What the policies cost someone who reads a record: the same looks, without audit, in turns with and without them. */
async function comparePolicies(bed: AuditBed) {
  const tables = await bed.owner<{name: string}[]>`
    select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
  `;
  const secure = async (isForced: boolean) => {
    for (const {name} of tables)
      await bed.owner.unsafe(`alter table ${name} ${isForced ? 'enable' : 'disable'} row level security`);
  };
  const guarded: Rate[] = [];
  const open: Rate[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const isForced of [true, false]) {
      await secure(isForced);
      await measure(bed, look, false, 0.3);
      (isForced ? guarded : open).push(await measure(bed, look, false));
    }
  }
  await secure(true);
  const ratios = open.map(({perSecond}, round) => perSecond / guarded[round]!.perSecond);
  const p50 = (rates: Rate[]) => `p50 ${median(rates.map((rate) => rate.p50)).toFixed(1)} ms`;
  console.log(`a record read, ${writers} at once, time with policies ÷ without: ${spread(ratios, 2)}`);
  console.log(`  with ${p50(guarded)}, without ${p50(open)}`);
}

const bed = await makeAuditBed(writers, 40 * writers);
try {
  await compare(bed, 'writes', write);
  await compare(bed, 'looks', look);
  await comparePolicies(bed);
  const started = performance.now();
  const verdict = await bed.owner.begin('isolation level repeatable read read only', (tx) => verifyChain(tx));
  const passed = (performance.now() - started) / 1000;
  if (!verdict.ok) throw new Error(`The chain is not in order: entry ${verdict.seq} ${verdict.fault}`);
  const {count} = verdict.head;
  console.log(`audit:verify: ${count} entries in order, no fork, ${Math.round(count / passed)} entries/s`);
} finally {
  await bed.stop();
}
