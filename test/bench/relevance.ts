/**
 * `npm run bench:relevance`: nDCG@10 (by the first grades and by the pooled ones), recall@20 and the rate of empty answers over the judged set,
 * for Meilisearch and for the fallback.
 * With words after it (`-- lonely`) it shows, for each query with those words, what was found beside what was wanted; `-- --worst 10` shows the worst ten.
 */
import {connectMeili} from '../../search/engines/engine.ts';
import {createSearch} from '../../search/create-search.ts';
import {rebuildIndex} from '../../search/index/index-all.ts';
import {judge, readJudged, readLater, summarise, type Judgement} from '../relevance/judge.ts';
import {cloneDatabase} from '../setup/clone-database.ts';
import {runEngines} from '../setup/run-engines.ts';

const words = process.argv.slice(2);
const worst = words[0] === '--worst' ? Number(words[1] ?? 10) : 0;
const about = worst ? '' : words.join(' ').toLowerCase();

const engines = await runEngines();
try {
  const database = await cloneDatabase(engines.databaseUrl, {demo: true});
  const {sql} = database;
  const engine = engines.meili ? connectMeili({...engines.meili, prefix: 'relevance_'}) : null;
  await rebuildIndex(sql, engine);
  const sets = {'the judged set': await readJudged(), 'written later': await readLater()};
  const quiet = {info() {}, warn() {}};

  for (const [name, used] of [
    ['Meilisearch', engine],
    ['PostgreSQL fallback', null],
  ] as const) {
    if (name === 'Meilisearch' && !used) continue;
    const search = await createSearch({sql, engine: used, log: quiet, withSync: false});
    const judgements: Judgement[] = [];
    for (const [set, queries] of Object.entries(sets)) {
      const own: Judgement[] = [];
      for (const query of queries) own.push(await judge(sql, search, query));
      printTable(`${name}, ${set}`, own);
      judgements.push(...own);
    }
    await search.close();
    const shown = about
      ? judgements.filter(({query}) => query.q.toLowerCase().includes(about))
      : [...judgements].sort((a, b) => a.ndcg - b.ndcg).slice(0, worst);
    shown.forEach(printOne);
  }
  await database.drop();
} finally {
  await engines.stop();
}

function printTable(name: string, judgements: Judgement[]) {
  const kinds = [...new Set(judgements.map(({query}) => query.tests))].sort();
  const rows = [
    ...kinds.map((kind) => [kind, judgements.filter(({query}) => query.tests === kind)] as const),
    ['all', judgements] as const,
  ];
  console.log(`\n${name}`);
  console.table(
    Object.fromEntries(
      rows.map(([kind, own]) => {
        const {queries: count, ndcg, pooledNdcg, recall, zeroResults} = summarise(own);
        return [
          kind,
          {
            queries: count,
            'nDCG@10': round(ndcg),
            'nDCG@10 pooled': round(pooledNdcg),
            'recall@20': round(recall),
            'zero results': round(zeroResults),
          },
        ];
      }),
    ),
  );
}

function printOne({query, ndcg, total, found}: Judgement) {
  console.log(
    `\n${round(ndcg)}  ${JSON.stringify(query.q)} near ${JSON.stringify(query.near)}  ${JSON.stringify(query.filters)}  (${total} found)`,
  );
  found.slice(0, 10).forEach((slug, index) => console.log(`   ${index + 1}. ${query.grades[slug] ?? '·'} ${slug}`));
  const missed = Object.entries(query.grades)
    .filter(([slug, grade]) => grade >= 2 && !found.slice(0, 10).includes(slug))
    .map(([slug, grade]) => `${grade} ${slug}${found.includes(slug) ? ` (${found.indexOf(slug) + 1})` : ''}`);
  if (missed.length > 0) console.log(`   missed: ${missed.slice(0, 12).join(', ')}`);
}

function round(number: number) {
  return Math.round(number * 10_000) / 10_000;
}
