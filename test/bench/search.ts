/**
 * `npm run bench:search`: the search page, as a browser gets it, beside what it is made of. About twenty minutes; with `-- --quick`
 * two. Needs a production build (`npm run build`). Read `docs/benchmarks.md` for what is compared and why.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {join, resolve} from 'node:path';
import {makeBed} from './search-bed.ts';
import {readOptions} from './search-options.ts';
import {reportOf} from './search-report.ts';
import {measureSize, type SizeReport} from './search-size.ts';

// Before React is read: the cards must be rendered as they are in production.
process.env.NODE_ENV = 'production';

const root = resolve(import.meta.dirname, '../..');
const options = readOptions(process.argv.slice(2));
if (options.report) {
  const {sizes} = JSON.parse(readFileSync(options.report, 'utf8')) as {sizes: SizeReport[]};
  console.log(reportOf(sizes));
  process.exit();
}
if (!existsSync(join(root, 'build/server/index.js')))
  throw new Error('There is no production build yet: npm run build');

const bed = await makeBed();
let stopping: Promise<void> | null = null;
const stop = () => (stopping ??= bed.stop());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop().then(() => process.exit(130)));
}

try {
  const started = new Date();
  const busy = loadavg()[0]!;
  console.log(
    `${started.toISOString()}  Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cores'}, load ${busy.toFixed(1)} at the start`,
  );
  const file = join(root, '.cache', `bench-search-${started.toISOString().slice(0, 16).replace(':', '')}.json`);
  mkdirSync(join(root, '.cache'), {recursive: true});
  const sizes: SizeReport[] = [];
  for (const services of options.sizes) {
    console.log(`\n${services.toLocaleString('en-GB')} services`);
    sizes.push(await measureSize(bed, services, options));
    // After each size: what was measured is not lost where a larger one fails.
    console.log(`\n${reportOf(sizes.slice(-1))}`);
    writeFileSync(file, JSON.stringify({started, busy, options, sizes}, null, 1));
  }
  const minutes = (Date.now() - started.getTime()) / 60_000;
  console.log(`\n${minutes.toFixed(1)} minutes`);
  console.log(`All rounds are in ${file}`);
  if (sizes.some(({proof}) => proof.faults.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!stopping) throw error;
} finally {
  await stop();
}
