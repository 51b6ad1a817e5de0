/** Everything that is measured at one size of the directory. */
import {todayInLondon} from '../../search/create-search.ts';
import {connectMeili} from '../../search/engines/engine.ts';
import {rebuildIndex} from '../../search/index/index-all.ts';
import type {Sql} from '../../db/client.ts';
import {generateDirectory} from './generate-directory.ts';
import {generateQueries} from './generate-queries.ts';
import {requestBytes} from './load-connection.ts';
import {runLoad, summarise} from './load-run.ts';
import type {Bed} from './search-bed.ts';
import type {BenchOptions} from './search-options.ts';
import {editTimes} from './search-edits.ts';
import {buildGeoIndex, recordGeoSearches, updateTimes} from './search-geo.ts';
import {checkPages} from './search-pages.ts';
import {plainSearches} from './search-plain.ts';
import {proveCircles, type Proof} from './search-proof.ts';
import {makeRecordingSearch, recordSearches, type RecordedSearch} from './search-recording.ts';
import {runRounds, type Contender, type Round} from './search-rounds.ts';

export const PAGE = 'search page';
export const ENGINE = '(a) its Meilisearch requests';
export const CARDS = '(b) renderToString of its cards';
export const GEO = '(c) the same with _geoRadius';
export const PLAIN = '(d) one plain search';

export interface SizeReport {
  services: number;
  seconds: {generate: number; index: number; geoIndex: number};
  proof: Proof;
  /** Requests to Meilisearch that a page makes, on average. */
  requestsPerPage: number;
  /** Of the pages, those that ask Meilisearch nothing: no words were looked for. */
  pagesWithout: number;
  rounds: {connections: number; rounds: Round[]}[];
  edits: number[];
  updates: {cells: number[]; geo: number[]};
  serverMb: {atStart: number | null; afterLoad: number | null};
  /** Pages that PostgreSQL answered because Meilisearch was too slow. */
  fallbackPages: number;
}

export async function measureSize(bed: Bed, services: number, options: BenchOptions): Promise<SizeReport> {
  const say = (line: string) => console.log(`  ${line}`);
  const prefix = `bench_${services}_`;
  const geoPrefix = `bench_geo_${services}_`;
  const database = await bed.newDatabase(`bench_${services}`);
  const {sql} = database;
  const generate = await secondsOf(() => generateDirectory(sql, services));
  say(`generated in ${generate.toFixed(1)} s`);
  // What is proved is asked for whole, which a page never does: it may take as long as it takes.
  const engine = connectMeili({...bed.meili, prefix, patienceMs: 60_000});
  const index = await secondsOf(() => rebuildIndex(sql, engine));
  say(`indexed in ${index.toFixed(1)} s`);

  const queries = await generateQueries(sql, options.queries);
  const recording = await makeRecordingSearch(sql, bed.meili, prefix);
  const recorded = await recordSearches(sql, recording, queries);
  const proof = await proveCircles(sql, engine, recorded);
  await recording.search.close();
  say(
    `${proof.circles} circles compared with haversine: ${proof.faults.length === 0 ? 'all equal' : `${proof.faults.length} differ`}`,
  );
  const geoIndex = (await buildGeoIndex(sql, bed.meili, geoPrefix)).ms / 1000;
  const geoAsked = await recordGeoSearches(sql, bed.meili, geoPrefix, queries);
  say(`second index, with _geo, in ${geoIndex.toFixed(1)} s`);

  const site = await bed.startSite(database.url, prefix);
  try {
    const atStart = site.residentMb();
    proof.faults.push(...(await checkPages(site.url, recorded)));
    const plain = plainSearches(`${geoPrefix}listings`, recorded);
    const load = {bed, site: site.url, sql, recorded, geoAsked, plain};
    const rounds: SizeReport['rounds'] = [];
    for (const connections of options.connections) {
      const contenders = await makeContenders(load, connections, options);
      rounds.push({connections, rounds: await runRounds(contenders, canariesOf(load), options.rounds)});
      say(`${connections} ${connections === 1 ? 'connection' : 'connections'} measured`);
    }
    const afterLoad = site.residentMb();
    const edits = await editTimes(sql, site.url, options.edits);
    const updates = {
      cells: await updateTimes(sql, bed.meili, prefix, false),
      geo: await updateTimes(sql, bed.meili, geoPrefix, true),
    };
    const [fallback] = await sql<{pages: number}[]>`
      select count(*)::integer as pages from search_log where engine = 'postgres'
    `;
    return {
      services,
      seconds: {generate, index, geoIndex},
      proof,
      requestsPerPage: recorded.reduce((total, {asked}) => total + asked.length, 0) / recorded.length,
      pagesWithout: recorded.filter(({asked}) => asked.length === 0).length / recorded.length,
      rounds,
      edits,
      updates,
      serverMb: {atStart, afterLoad},
      fallbackPages: fallback!.pages,
    };
  } finally {
    await site.stop();
    for (const uid of [`${prefix}listings`, `${geoPrefix}listings`]) await engine.client.deleteIndex(uid).waitTask();
    await database.drop();
  }
}

interface Measured {
  bed: Bed;
  site: string;
  sql: Sql;
  recorded: RecordedSearch[];
  geoAsked: string[][];
  plain: string[][];
}

async function makeContenders(
  {bed, site, recorded, geoAsked, plain}: Measured,
  connections: number,
  {seconds}: BenchOptions,
): Promise<Contender[]> {
  const asBrowser = {accept: 'text/html', 'accept-encoding': 'gzip', 'user-agent': 'Mozilla/5.0 (bench)'};
  const asClient = {authorization: `Bearer ${bed.meili.key}`, 'accept-encoding': 'identity'};
  const multiSearch = (bodies: string[]) =>
    bodies.map((body) => requestBytes(`${bed.meili.url}/multi-search`, asClient, body));
  const pages = recorded.map(({params}) => [requestBytes(`${site}/search?${params}`, asBrowser)]);
  const own = recorded.map(({asked}) => multiSearch(asked));
  const engineLoad = (items: Buffer[][]) => () => runLoad({url: bed.meili.url, items}, connections, seconds);
  const contenders: Contender[] = [
    {name: PAGE, run: () => runLoad({url: site, items: pages}, connections, seconds)},
    {name: ENGINE, run: engineLoad(own)},
    {name: PLAIN, run: engineLoad(plain.map(multiSearch))},
  ];
  // How cells and radius compare does not hang on the connections, and what is done in one process has none: once is enough.
  if (connections === 1) {
    contenders.push({name: GEO, run: engineLoad(geoAsked.map(multiSearch))});
    // Imported late: React reads NODE_ENV when it is first read itself.
    const {makeCardRenderer} = await import('./search-cards.tsx');
    const render = makeCardRenderer(recorded, todayInLondon());
    contenders.push({name: CARDS, run: () => render(Math.min(1, seconds))});
  }
  return contenders;
}

/** Two things that have nothing to do with searching. If they slow down, the machine does. */
function canariesOf({sql, site}: Measured): Record<string, () => Promise<number>> {
  const asset = requestBytes(`${site}/favicon.svg`, {'accept-encoding': 'identity'});
  return {
    'select 1': async () => {
      const times: number[] = [];
      for (let count = 0; count < 300; count++) {
        const started = performance.now();
        await sql`select 1`;
        times.push(performance.now() - started);
      }
      return summarise(times, 1).mean;
    },
    'a static file': async () =>
      (await runLoad({url: site, items: Array.from({length: 300}, () => [asset])}, 1, 0)).mean,
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
