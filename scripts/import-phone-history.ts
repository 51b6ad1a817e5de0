/** `npm run import:phone-history -- <file>`: takes in what a telephone system counted. See docs/telephony.md. */
import {createReadStream} from 'node:fs';
import {SettingError} from '../app/config.server.ts';
import {importPhoneHistory, PhoneHistoryError} from '../app/domain/telephony/import-phone-history.server.ts';
import {migrate} from '../db/migrate.ts';
import {readArguments} from './steps/arguments.mjs';
import {openForCommand, tellFailure} from './steps/lasting-command.ts';
import {reachEngines} from './steps/reach-engines.ts';
import {explain, Stop} from './steps/report.mjs';

const USAGE = `npm run import:phone-history -- <file.csv>

Columns: call, offered, outcome (answered or abandoned), waited. Others are not read. See docs/telephony.md.`;

/** 0 all taken in, 1 some lines were left out, 2 not understood. */
try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const wish = readWish();
  if (!('file' in wish)) {
    console.log(wish.words);
    return wish.code;
  }
  const {file} = wish;
  let engines: Awaited<ReturnType<typeof reachEngines>>;
  try {
    engines = await reachEngines();
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    console.log(error.message);
    return 2;
  }
  const {sql, close} = openForCommand(engines.config.databaseUrl, {max: 2, letGo: engines.close});
  try {
    await migrate(sql);
    const report = await importPhoneHistory(sql, createReadStream(file), showProgress());
    await sql`analyze phone_history`;
    for (const {line, column, reason} of report.refusals) console.log(`line ${line}, ${column}: ${reason}`);
    const [added, changed, unchanged, refused] = [report.added, report.changed, report.unchanged, report.refused].map(
      (count) => count.toLocaleString('en-GB'),
    );
    console.log(`${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} left out`);
    return report.refused > 0 ? 1 : 0;
  } catch (error) {
    if (!isExplained(error)) throw error;
    console.log(error.message);
    return 2;
  } finally {
    await close();
  }
}

/** The file, or the words to answer with. */
function readWish(): {file: string} | {words: string; code: number} {
  try {
    const {values, positionals} = readArguments({
      allowPositionals: true,
      options: {help: {type: 'boolean', short: 'h'}},
    });
    const [file, ...others] = positionals;
    if (values.help) return {words: USAGE, code: 0};
    return file && others.length === 0 ? {file} : {words: USAGE, code: 2};
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return {words: `${explain(error)}\n\n${USAGE}`, code: 2};
  }
}

/** No such file, no such column, or no CSV at all: said in one line. */
const isExplained = (error: unknown): error is Error =>
  error instanceof PhoneHistoryError ||
  (error instanceof Error && 'code' in error && /^(ENOENT|EACCES|EISDIR|CSV_)/.test(String(error.code)));

function showProgress(): (lines: number) => void {
  let last = Date.now();
  return (lines) => {
    if (Date.now() - last < 5000) return;
    last = Date.now();
    process.stderr.write(`${lines.toLocaleString('en-GB')} lines read\n`);
  };
}
