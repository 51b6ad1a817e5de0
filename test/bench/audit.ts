/**
 * `npm run bench:audit`: how many audited writes a second, with 16 writers at once, beside the same writes without
 * audit. The figures are kept in docs/benchmarks-access.md.
 */
import {parseArgs} from 'node:util';
import {recordAct} from '../../app/domain/audit/record-act.server.ts';
import {within} from '../../db/within.ts';
import {makeAuditBed, type AuditBed} from './audit-bed.ts';

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

/** One change of one account, in a transaction of its own; the desk's writes have the same shape. */
async function write(bed: AuditBed, staffId: string, isAudited: boolean) {
  const context = {purpose: 'administration' as const, viewer: bed.viewer, address: '192.0.2.7'};
  await within(bed.web, context, async (tx) => {
    await tx`update staff set name = name, version = version + 1 where id = ${staffId}`;
    if (isAudited) await recordAct(tx, {action: 'staff_changed', details: {staff: staffId, fields: ['name']}});
  });
}

interface Rate {
  perSecond: number;
  /** Milliseconds from asking to being told that it is kept. */
  p95: number;
}

/** Writes a second, each writer changing rows of its own. */
async function measure(bed: AuditBed, isAudited: boolean): Promise<Rate> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({length: writers}, async (_, writer) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const began = performance.now();
        await write(bed, bed.staffIds[(turn * writers + writer) % bed.staffIds.length]!, isAudited);
        times.push(performance.now() - began);
      }
    }),
  );
  const passed = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  return {perSecond: times.length / passed, p95: times[Math.floor(times.length * 0.95)]!};
}

const median = (numbers: number[]) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]!;

const bed = await makeAuditBed(writers, 160 * writers);
try {
  await measure(bed, false);
  await measure(bed, true);
  const plain: Rate[] = [];
  const audited: Rate[] = [];
  for (let round = 1; round <= rounds; round++) {
    plain.push(await measure(bed, false));
    audited.push(await measure(bed, true));
    console.log(
      `round ${round}: ${plain.at(-1)!.perSecond.toFixed(0)}/s plain, ${audited.at(-1)!.perSecond.toFixed(0)}/s audited, ` +
        `p95 ${plain.at(-1)!.p95.toFixed(1)} and ${audited.at(-1)!.p95.toFixed(1)} ms`,
    );
  }
  const ratios = plain.map(({perSecond}, round) => audited[round]!.perSecond / perSecond);
  console.log(
    `median: ${median(plain.map(({perSecond}) => perSecond)).toFixed(0)}/s plain, ` +
      `${median(audited.map(({perSecond}) => perSecond)).toFixed(0)}/s audited, ratio ${median(ratios).toFixed(2)}`,
  );
} finally {
  await bed.stop();
}
