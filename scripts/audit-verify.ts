/**
 * `npm run audit:verify [-- --count <n> --head <hash>]`: works the chain of the audit out again. Ends with 0 when every
 * entry is as it was written, and with 1 when not; it then names the first that is not.
 */
import {verifyChain, type Fault, type KeptHead} from '../app/domain/audit/verify-chain.server.ts';
import {readArguments} from './steps/arguments.mjs';
import {LOST, tellFailure} from './steps/lasting-command.ts';
import {withDatabase} from './steps/reach-engines.ts';

const FAULTS: Record<Fault, (seq: string) => string> = {
  changed: (seq) => `Entry ${seq} was changed after it was written.`,
  missing: (seq) => `Entry ${seq} is missing, though later ones are there.`,
  misplaced: (seq) => `Entry ${seq} does not follow the one before it: one of the two was put there or sealed again.`,
  cut: (seq) => `The end is missing, from entry ${seq} on.`,
  added: (seq) => `Entry ${seq} stands beyond the head of the chain.`,
  head: (seq) => `The head of the chain does not belong to entry ${seq}, the last.`,
  rewritten: (seq) => `Entry ${seq} is not the one whose hash was kept: it, or some before it, were made anew.`,
};

const number = (value: number) => value.toLocaleString('en-GB');

function readKept(): KeptHead | undefined {
  const {values} = readArguments({options: {count: {type: 'string'}, head: {type: 'string'}}});
  if (values.count === undefined && values.head === undefined) return undefined;
  const count = Number(values.count);
  const hash = values.head?.toLowerCase() ?? '';
  if (!Number.isSafeInteger(count) || count < 1 || !/^[0-9a-f]{64}$/.test(hash)) {
    throw new Error('Give both as they were printed: --count <number of entries> --head <64 hex digits>.');
  }
  return {count, hash};
}

async function main(): Promise<number> {
  const kept = readKept();
  return withDatabase(1, async (sql) => {
    const verdict = await sql.begin('isolation level repeatable read read only', (tx) => verifyChain(tx, kept));
    if (!verdict.ok) {
      console.error(FAULTS[verdict.fault](number(verdict.seq)));
      return 1;
    }
    const {count, hash} = verdict.head;
    console.log(`${number(count)} entries, each as it was written${kept ? ', and the kept head is among them' : ''}.`);
    if (count > 0) {
      console.log('Keep this away from this computer, and give it next time: it shows if the end is ever cut off.');
      console.log(`  npm run audit:verify -- --count ${count} --head ${hash}`);
    }
    return 0;
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(error, LOST, (one) => (one instanceof Error ? one.message : String(one)));
  process.exitCode = 1;
}
