/** `npm run import -- <file|url>`: takes in services from an Open Referral UK feed or a CSV file. See docs/import.md. */
import {access, constants, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {SettingError} from '../app/config.server.ts';
import {printReport, type ImportCounts} from '../app/domain/directory/import/import-report.ts';
import {runImport, type ImportOptions} from '../app/domain/directory/import/run-import.server.ts';
import {migrate} from '../db/migrate.ts';
import {readArguments} from './steps/arguments.mjs';
import {openForCommand, tellFailure} from './steps/lasting-command.ts';
import {mustAnswer, reachEngines} from './steps/reach-engines.ts';
import {explain, Stop} from './steps/report.mjs';

const USAGE = `npm run import -- <file or address> [options]

  --feed <key>       which feed this is: small letters, digits and hyphens (default: from the file name or host)
  --name <words>     its name, as listings show it
  --licence <words>  its licence, as listings show it
  --dry-run          try it out and report, but keep nothing
  --report <file>    write the whole report as JSON
  --retire           make services inactive that the feed no longer has
  --again            take in every record anew, also those that have not changed
  --max-pages <n>    read at most this many pages of a feed (default 2000)

Formats: ORUK 3.0 and 1.0 (page, list, single service, ndjson, or the base address of a feed), CSV. See docs/import.md.`;

/** 0 done, 1 not completely read or nothing in it, 2 not understood. */
try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const wish = readWish();
  if (typeof wish === 'string') {
    console.log(wish);
    return wish === USAGE ? 0 : 2;
  }
  await mustTakeReport(wish.report);
  let engines: Awaited<ReturnType<typeof reachEngines>>;
  try {
    engines = await reachEngines();
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    console.log(error.message);
    return 2;
  }
  const {sql, close} = openForCommand(engines.config.databaseUrl, {max: 3, letGo: engines.close});
  // Stopping between two batches leaves whole records only; the next run goes on from there.
  const stop = () => void close().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await mustAnswer(sql);
    await migrate(sql);
    const outcome = await runImport(sql, wish.source, {...wish.options, onProgress: showProgress()});
    process.stderr.write(process.stderr.isTTY ? '\r\u001b[K' : '');
    // So that questions right after a large import are planned for what is there now.
    if (outcome.ok && outcome.report.stored > 0 && !wish.options.dryRun) await sql`analyze`;
    if (!outcome.ok) {
      console.log(outcome.reason);
      return 1;
    }
    console.log(printReport(outcome.report));
    if (wish.report) {
      await writeFile(wish.report, `${JSON.stringify(outcome.report, null, 2)}\n`);
      console.log(`\nThe whole report is in ${wish.report}`);
    }
    const {incomplete, stored, unchanged} = outcome.report;
    return incomplete || stored + unchanged === 0 ? 1 : 0;
  } finally {
    await close();
  }
}

/** A report that has nowhere to go is said before the work, not after it. */
async function mustTakeReport(report: string | undefined) {
  if (report === undefined) return;
  const folder = path.dirname(path.resolve(report));
  await access(folder, constants.W_OK).catch(() => {
    throw new Stop(`--report: no file can be written in ${folder}`);
  });
}

/** What is wanted, or the words to answer with. */
function readWish(): {source: string; report?: string; options: ImportOptions} | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    return `${explain(error)}\n\n${USAGE}`;
  }
  const {values, positionals} = parsed;
  if (values.help) return USAGE;
  const [source, ...others] = positionals;
  if (!source || others.length > 0) return `Give one file or address.\n\n${USAGE}`;
  const maxPages = values['max-pages'] === undefined ? undefined : Number(values['max-pages']);
  if (maxPages !== undefined && !(Number.isInteger(maxPages) && maxPages > 0)) {
    return `--max-pages: expected a whole number above 0, got ${values['max-pages']}`;
  }
  return {
    source,
    report: values.report,
    options: {
      feed: {key: values.feed, name: values.name, licence: values.licence},
      dryRun: values['dry-run'],
      retire: values.retire,
      again: values.again,
      fetch: maxPages === undefined ? {} : {maxPages},
    },
  };
}

function parse() {
  return readArguments({
    allowPositionals: true,
    options: {
      feed: {type: 'string'},
      name: {type: 'string'},
      licence: {type: 'string'},
      report: {type: 'string'},
      'max-pages': {type: 'string'},
      'dry-run': {type: 'boolean'},
      retire: {type: 'boolean'},
      again: {type: 'boolean'},
      help: {type: 'boolean', short: 'h'},
    },
  });
}

/** On a terminal one line that keeps changing; in a log a line now and then. */
function showProgress(): (counts: ImportCounts) => void {
  const isTerminal = process.stderr.isTTY;
  let last = Date.now();
  return ({read, stored, unchanged, rejected}) => {
    if (Date.now() - last < (isTerminal ? 200 : 5000)) return;
    last = Date.now();
    const line = `${read.toLocaleString('en-GB')} read, ${stored.toLocaleString('en-GB')} stored, ${unchanged.toLocaleString('en-GB')} unchanged, ${rejected.toLocaleString('en-GB')} rejected`;
    process.stderr.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
}
