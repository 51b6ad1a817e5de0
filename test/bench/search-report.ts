/** The report of a run, as plain text. */
import {summarise} from './load-run.ts';
import {middleOf, ratioOf, type Ratio, type Round} from './search-rounds.ts';
import {CARDS, ENGINE, GEO, PAGE, PLAIN, type SizeReport} from './search-size.ts';

/** What issue 2 asks for: at this size, with one connection. */
const AIMS = [
  {services: 100_000, of: 'p50', atMost: 2.5},
  {services: 100_000, of: 'p95', atMost: 1.6},
  {services: 10_000, of: 'p50', atMost: 4},
] as const;
const EDIT_AIM = {services: 100_000, ms: 500};

/** One table of everything measured, then what was proved and noted at each size, then the aims. */
export function reportOf(sizes: SizeReport[]): string {
  const head = [
    'services',
    'connections',
    'ms',
    'p50',
    'p95',
    'p99',
    'per second',
    'KB each',
    '÷ (a) p50',
    '÷ (a) p95',
    '÷ (d) p50',
    '÷ (d) p95',
  ];
  const rows = sizes.flatMap(({services, rounds}) =>
    rounds.flatMap(({connections, rounds}) => timesRows(services, connections, rounds)),
  );
  return [table([head, ...rows]), ...sizes.map(notesOf), aimsReport(sizes)].join('\n\n');
}

/** Plain columns: the first to the left, the rest to the right. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

const ms = (number: number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));
const count = (number: number) => Math.round(number).toLocaleString('en-GB');
const ratio = (one: Ratio | null) =>
  one ? `${one.median.toFixed(2)} (${one.least.toFixed(2)}–${one.most.toFixed(2)})` : 'all rounds discarded';

function notesOf(size: SizeReport): string {
  const {proof, seconds, updates, serverMb} = size;
  const edits = summarise(size.edits, 1);
  return [
    `${count(size.services)} services`,
    `  rounds ${size.rounds.map(({connections, rounds}) => roundsKept(connections, rounds)).join('; ')}`,
    `  ${count(proof.circles)} circles equal to brute-force haversine over ${count(size.services)} listings each: ${proof.faults.length === 0 ? 'yes' : 'NO'}`,
    ...proof.faults.slice(0, 10).map((fault) => `    ${fault}`),
    `  an edited service is found after p50 ${ms(edits.p50)} ms, p95 ${ms(edits.p95)} ms, at most ${ms(Math.max(...size.edits))} ms (${size.edits.length} edits)`,
    `  one document put into the index: ${ms(summarise(updates.cells, 1).p50)} ms; into the one with _geo: ${ms(summarise(updates.geo, 1).p50)} ms (p50 of ${updates.geo.length})`,
    `  index built in ${seconds.index.toFixed(1)} s; ${size.requestsPerPage.toFixed(2)} requests to Meilisearch a page, none for ${Math.round(size.pagesWithout * 100)} % of pages`,
    `  memory of the web server: ${serverMb.atStart ?? '?'} MB at start, ${serverMb.afterLoad ?? '?'} MB after the load`,
    ...(size.fallbackPages > 0
      ? [`  WARNING: ${count(size.fallbackPages)} pages were answered by PostgreSQL instead`]
      : []),
  ].join('\n');
}

function timesRows(services: number, connections: number, rounds: Round[]): string[][] {
  return [PAGE, ENGINE, GEO, CARDS, PLAIN].flatMap((name) => {
    const middle = middleOf(rounds, name);
    if (!middle) return [];
    const {p50, p95, p99, perSecond, bytes} = middle;
    const times = [ms(p50), ms(p95), ms(p99), count(perSecond), (bytes / 1024).toFixed(1)];
    const ratios = [ENGINE, PLAIN].flatMap((other) =>
      name === other ? ['', ''] : (['p50', 'p95'] as const).map((of) => ratio(ratioOf(rounds, name, other, of))),
    );
    return [[count(services), `${connections}`, name, ...times, ...ratios]];
  });
}

function roundsKept(connections: number, rounds: Round[]): string {
  const kept = rounds.filter(({isKept}) => isKept).length;
  const discarded = rounds.length - kept;
  return `${kept} kept at ${connections}${discarded > 0 ? `, ${discarded} DISCARDED because a canary moved more than twofold` : ''}`;
}

function aimsReport(sizes: SizeReport[]): string {
  const lines = AIMS.flatMap(({services, of, atMost}) => {
    const size = sizes.find((one) => one.services === services);
    const rounds = size?.rounds.find(({connections}) => connections === 1)?.rounds;
    if (!rounds) return [];
    return [ENGINE, PLAIN].map((engine) => {
      const got = ratioOf(rounds, PAGE, engine, of);
      const verdict = !got ? 'not measured' : got.median <= atMost ? 'met' : 'MISSED';
      return `  page ÷ ${engine}, ${of} at ${count(services)}, 1 connection: ${ratio(got)}, aim ${atMost}: ${verdict}`;
    });
  });
  const edited = sizes.find(({services}) => services === EDIT_AIM.services);
  if (edited) {
    const {p50, p95} = summarise(edited.edits, 1);
    const verdict = p95 < EDIT_AIM.ms ? 'met' : p50 < EDIT_AIM.ms ? 'met by the median only' : 'MISSED';
    lines.push(
      `  edited service findable at ${count(EDIT_AIM.services)}: p95 ${ms(p95)} ms, aim ${EDIT_AIM.ms} ms: ${verdict}`,
    );
  }
  return ['Aims', ...lines].join('\n');
}
