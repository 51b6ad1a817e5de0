/** Milliseconds that PostgreSQL itself spent, statement by statement: it writes them into its log while we look. */
import type {DeskBed} from './desk-bed.ts';

interface Statement {
  words: string;
  /** Of parsing, planning and running it together. */
  ms: number;
}

/** From `begin` to `commit`, the wait for the disk included. */
interface Transaction {
  statements: Statement[];
  ms: number;
}

const SETTINGS = {log_min_duration_statement: '0', log_line_prefix: '@%p|', log_parameter_max_length: '0'};
const LINE = /^@(\d+)\|LOG: {2}duration: ([\d.]+) ms(?: {2}(statement|parse|bind|execute)[^:]*: ?([^]*))?$/;

/** Runs `work` and gives the transactions there were meanwhile, in the order in which they ended. */
export async function transactionsOf(bed: DeskBed, work: () => Promise<void>): Promise<Transaction[]> {
  for (const [name, value] of Object.entries(SETTINGS)) await bed.owner.unsafe(`alter system set ${name} = '${value}'`);
  await reload(bed);
  const place = bed.logEnd();
  try {
    await work();
  } finally {
    for (const name of Object.keys(SETTINGS)) await bed.owner.unsafe(`alter system reset ${name}`);
    await reload(bed);
  }
  return readTransactions(bed.logFrom(place));
}

async function reload({owner}: DeskBed) {
  await owner`select pg_reload_conf()`;
  // Every connection reads the settings before its next statement.
  await new Promise((resolve) => setTimeout(resolve, 300));
}

function readTransactions(log: string): Transaction[] {
  const done: Transaction[] = [];
  const open = new Map<string, Transaction>();
  for (const entry of log.split(/\n(?=@)/)) {
    const [, pid, ms, , words = ''] = LINE.exec(entry.trimEnd()) ?? [];
    if (!pid) continue;
    const text = words.replace(/\s+/g, ' ').trim();
    if (/^begin\b/.test(text)) open.set(pid, {statements: [], ms: 0});
    const transaction = open.get(pid) ?? {statements: [], ms: 0};
    const last = transaction.statements.at(-1);
    if (last?.words === text) last.ms += Number(ms);
    else transaction.statements.push({words: text, ms: Number(ms)});
    transaction.ms += Number(ms);
    if (/^commit\b/.test(text)) open.delete(pid);
    if (!open.has(pid)) done.push(transaction);
  }
  return done;
}

/** Those in which such a statement ran. */
export const withStatement = (transactions: Transaction[], words: string): Transaction[] =>
  transactions.filter(({statements}) => statements.some((one) => one.words.includes(words)));

export const timesOf = (transactions: Transaction[], words: string): number[] =>
  transactions.flatMap(({statements}) => statements.filter((one) => one.words.includes(words)).map(({ms}) => ms));
