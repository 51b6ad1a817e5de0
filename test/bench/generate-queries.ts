/** Searches as people make them, mixed: words, needs, slips of the pen, places, distances, none to two filters. */
import type {ISql} from '../../db/client.ts';
import {chanceFrom, type Chance} from './generate-random.ts';
import {QUERY_ADDITIONS} from './generate-words.ts';

const SEED = 4711;

/** URL parameters of `count` different searches, the same at every size of the directory. */
export async function generateQueries(sql: ISql, count: number): Promise<string[]> {
  const lists = await readLists(sql);
  const chance = chanceFrom(SEED);
  const queries = new Set<string>();
  while (queries.size < count) {
    const params = new URLSearchParams();
    const q = wordsOf(lists, chance);
    if (q) params.set('q', q);
    const near = chance.weighted([
      [lists.postcodes, 35],
      [lists.places, 35],
      [lists.outcodes, 15],
      [null, 15],
    ]);
    if (near) params.set('near', chance.one(near));
    if (near) {
      const within = chance.weighted([
        ['1', 8],
        ['2', 12],
        ['3', 15],
        ['5', 30],
        ['10', 20],
        ['15', 7],
        ['25', 5],
        ['any', 3],
      ] as const);
      if (within !== '5') params.set('within', within);
    }
    const filters = chance.weighted([
      [0, 50],
      [1, 30],
      [2, 20],
    ]);
    for (const [param, values] of chance.some(filtersOf(lists), filters)) params.append(param, chance.one(values));
    const sort = chance.weighted([
      ['best', 90],
      ['nearest', 8],
      ['checked', 2],
    ] as const);
    if (sort !== 'best') params.set('sort', sort);
    if (chance.happens(0.05)) params.set('page', '2');
    if (params.size > 0) queries.add(params.toString());
  }
  return [...queries];
}

interface Lists {
  phrases: string[];
  types: string[];
  needs: string[];
  access: string[];
  languages: string[];
  postcodes: string[];
  places: string[];
  outcodes: string[];
}

async function readLists(sql: ISql): Promise<Lists> {
  const column = async (rows: Promise<readonly {value: string}[]>) => (await rows).map(({value}) => value);
  return {
    phrases: await column(sql<{value: string}[]>`select phrase as value from need_phrases order by phrase`),
    types: await column(sql<{value: string}[]>`
      select lower(unnest(terms.name || terms.also)) as value
      from taxonomy_terms terms
      join taxonomies on taxonomies.id = terms.taxonomy_id
      where taxonomies.key = 'service-types'
      order by value
    `),
    needs: await column(sql<{value: string}[]>`select key as value from needs order by key`),
    access: ['step-free', 'accessible-toilet', 'parking', 'hearing-loop'],
    languages: ['ne', 'pl', 'bfi'],
    postcodes: await column(sql<{value: string}[]>`select postcode as value from postcodes order by postcode`),
    places: await column(sql<{value: string}[]>`select name as value from places where kind <> 'area' order by name`),
    outcodes: await column(sql<{value: string}[]>`select outcode as value from outcodes order by outcode`),
  };
}

function wordsOf({phrases, types}: Lists, chance: Chance): string {
  const kind = chance.weighted([
    ['phrase', 30],
    ['type', 24],
    ['slip', 11],
    ['added', 15],
    ['none', 20],
  ] as const);
  switch (kind) {
    case 'phrase':
      return chance.one(phrases);
    case 'type':
      return chance.one(types);
    case 'slip':
      return withSlip(chance.one(types), chance);
    case 'added':
      return `${chance.one(types)} ${chance.one(QUERY_ADDITIONS)}`;
    case 'none':
      return '';
  }
}

/** Two letters swapped, or one left out, somewhere inside. */
function withSlip(text: string, chance: Chance): string {
  const at = chance.whole(1, Math.max(1, text.length - 3));
  const [one = '', two = ''] = text.slice(at, at + 2);
  return text.slice(0, at) + (chance.happens(0.5) ? two + one : two) + text.slice(at + 2);
}

const filtersOf = ({needs, access, languages}: Lists): (readonly [string, readonly string[]])[] => [
  ['cost', ['free']],
  ['day', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']],
  ['time', ['morning', 'afternoon', 'evening']],
  ['how', ['in-person', 'at-home', 'online', 'phone']],
  ['age', ['under-5', '18-to-25', '26-to-64', '65-plus']],
  ['kind', ['group', 'service', 'activity']],
  ['access', access],
  ['language', languages],
  ['join', ['self', 'personal-budget']],
  ['space', ['now']],
  ['need', needs],
];
