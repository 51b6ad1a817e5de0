import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';
import {searchDirectory} from '../../app/domain/directory/search-directory.server.ts';
import {findPlace} from '../../app/domain/places/find-place.server.ts';
import type {Sql} from '../../db/client.ts';
import {FACETS, parseSearch} from '../../search/search-schema.ts';
import type {SearchService} from '../../search/service.ts';
import {mean, ndcg, recall, type Grades} from './measures.ts';

const FOLDER = path.join(import.meta.dirname, 'judged');
const LATER = path.join(import.meta.dirname, 'later');
const POOLED = path.join(import.meta.dirname, 'pooled.yaml');

const JudgedQuery = z.strictObject({
  q: z.string(),
  near: z.string().default(''),
  within: z.union([z.number(), z.literal('any')]).optional(),
  filters: z.record(z.string(), z.array(z.string())).default({}),
  tests: z.string(),
  grades: z.record(z.string(), z.number().int().min(0).max(3)),
});
export type JudgedQuery = z.infer<typeof JudgedQuery> & {
  /** The first reader's grades and those added by pooling. */
  pooled: Grades;
};

/** Every judged query, with what pooling added. @throws naming the file and query that is not as `README.md` says. */
export async function readJudged(): Promise<JudgedQuery[]> {
  const [queries, added] = await Promise.all([readFrom(FOLDER), readAdded()]);
  const known = new Set(queries.map(asked));
  const stray = [...added.keys()].find((key) => !known.has(key));
  if (stray) throw new Error(`pooled.yaml: nobody judged ${stray}`);
  return queries.map((query) => {
    const extra = added.get(asked(query)) ?? {};
    const twice = Object.keys(extra).find((slug) => slug in query.grades);
    if (twice) throw new Error(`pooled.yaml: ${asked(query)} has a grade for ${twice} already`);
    return {...query, pooled: {...query.grades, ...extra}};
  });
}

/** Queries written later than those, by somebody who had not read them: see `README.md`. Nobody pooled them. All, or those of one file. */
export async function readLater(file = ''): Promise<JudgedQuery[]> {
  return (await readFrom(LATER, file)).map((query) => ({...query, pooled: query.grades}));
}

type Asked = Pick<JudgedQuery, 'q' | 'near' | 'within' | 'filters'>;
const asked = ({q, near, within, filters}: Asked) => JSON.stringify([q, near, within ?? null, filters]);

async function readAdded(): Promise<Map<string, Grades>> {
  const list = z.array(JudgedQuery.omit({tests: true})).parse(parse(await readFile(POOLED, 'utf8')));
  return new Map(list.map((entry) => [asked(entry), entry.grades]));
}

async function readFrom(folder: string, start = ''): Promise<z.infer<typeof JudgedQuery>[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith(start) && name.endsWith('.yaml')).sort();
  const lists = await Promise.all(
    files.map(async (name) => {
      const entries = parse(await readFile(path.join(folder, name), 'utf8')) as unknown[];
      return entries.map((entry) => {
        const read = JudgedQuery.safeParse(entry);
        if (read.success) return read.data;
        throw new Error(`${name}, ${JSON.stringify((entry as {q?: string}).q)}: ${read.error.issues[0]?.message}`);
      });
    }),
  );
  return lists.flat();
}

export interface Judgement {
  query: JudgedQuery;
  ndcg: number;
  /** The same by the pooled grades. */
  pooledNdcg: number;
  recall: number;
  total: number;
  found: string[];
}

/** Runs one judged query as a page would, first page only. */
export async function judge(sql: Sql, search: SearchService, query: JudgedQuery): Promise<Judgement> {
  const params = new URLSearchParams({q: query.q, near: query.near});
  if (query.within !== undefined) params.set('within', String(query.within));
  for (const {facet, param} of FACETS) for (const value of query.filters[facet] ?? []) params.append(param, value);
  const {answer} = await searchDirectory(
    {sql, search, places: {find: (words) => findPlace(sql, words)}},
    parseSearch(params),
  );
  const found = answer.cards.map((card) => card.slug);
  return {
    query,
    ndcg: ndcg(found, query.grades),
    pooledNdcg: ndcg(found, query.pooled),
    recall: recall(found, query.grades),
    total: answer.total,
    found,
  };
}

interface Summary {
  queries: number;
  ndcg: number;
  pooledNdcg: number;
  recall: number;
  zeroResults: number;
}

export const summarise = (judgements: Judgement[]): Summary => ({
  queries: judgements.length,
  ndcg: mean(judgements.map((one) => one.ndcg)),
  pooledNdcg: mean(judgements.map((one) => one.pooledNdcg)),
  recall: mean(judgements.map((one) => one.recall)),
  zeroResults: judgements.filter((one) => one.total === 0).length / judgements.length,
});
