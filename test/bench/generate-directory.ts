/** Fills an empty directory with many services, by plain SQL into its own tables. */
import path from 'node:path';
import type {ISql, Sql} from '../../db/client.ts';
import {loadPlaces} from '../../db/seed/load-places.ts';
import {loadVocabulary} from '../../db/seed/load-vocabulary.ts';
import {uuidFrom} from '../../db/uuid.ts';
import {chanceFrom} from './generate-random.ts';
import {
  makeVenue,
  organisationName,
  serviceRows,
  venueRows,
  type GeneratorVocabulary,
  type Row,
} from './generate-services.ts';
import {makeSpots, readTowns} from './generate-towns.ts';

const DEMONSTRATION = path.join(import.meta.dirname, '../../db/seed/bracknell-forest');
const SEED = 20_261_122;
/** Services built in memory before they are stored. */
const BATCH = 4000;
const SERVICES_PER_VENUE = 2.5;
const SERVICES_PER_ORGANISATION = 4;

/** What must be stored before what points to it. */
const TABLES = [
  'locations',
  'addresses',
  'accessibility',
  'services',
  'services_at_locations',
  'service_areas',
  'schedules',
  'cost_options',
  'languages',
  'phones',
  'service_needs',
  'attributes',
] as const;

/** Stores the controlled lists, the places, and `count` services. The outbox is empty afterwards: the index is built whole. */
export async function generateDirectory(sql: Sql, count: number): Promise<void> {
  await sql.begin(async (tx) => {
    await loadVocabulary(tx);
    await loadPlaces(tx, DEMONSTRATION);
  });
  const vocabulary = await readVocabulary(sql);
  const towns = await readTowns(sql);
  const chance = chanceFrom(SEED);
  const spot = makeSpots(towns, chance);
  const venues = Array.from({length: Math.ceil(count / SERVICES_PER_VENUE)}, (_, index) =>
    makeVenue(index, spot(), chance),
  );
  const organisations = Array.from({length: Math.ceil(count / SERVICES_PER_ORGANISATION)}, (_, index) => ({
    id: uuidFrom(`bench:organisation:${index}`),
    name: organisationName(spot().town.name, chance),
  }));
  await store(sql, {organisations});
  for (let start = 0; start < venues.length; start += BATCH) {
    await store(sql, gathered(venues.slice(start, start + BATCH).map((venue) => venueRows(venue, vocabulary, chance))));
  }
  const organisationIds = organisations.map(({id}) => id);
  const today = new Date().toISOString().slice(0, 10);
  for (let start = 0; start < count; start += BATCH) {
    const indexes = Array.from({length: Math.min(BATCH, count - start)}, (_, offset) => start + offset);
    const rows = indexes.map((index) => serviceRows({index, today, venues, organisationIds, vocabulary, chance}));
    await store(sql, gathered(rows));
  }
  await sql`delete from search_outbox`;
  await sql`vacuum analyze`;
}

async function readVocabulary(sql: ISql): Promise<GeneratorVocabulary> {
  const types = await sql<GeneratorVocabulary['types']>`
    select
      terms.id, terms.key, terms.name,
      array(select need_key from need_service_types where taxonomy_term_id = terms.id order by need_key) as needs
    from taxonomy_terms terms
    join taxonomies on taxonomies.id = terms.taxonomy_id
    where taxonomies.key = 'service-types'
    order by md5(terms.key)
  `;
  const terms = await sql<{id: string; key: string; taxonomy: string}[]>`
    select terms.id, terms.key, taxonomies.key as taxonomy
    from taxonomy_terms terms
    join taxonomies on taxonomies.id = terms.taxonomy_id
    order by terms.key
  `;
  const of = (taxonomy: string) => terms.filter((term) => term.taxonomy === taxonomy);
  const needs = await sql<{key: string}[]>`select key from needs order by key`;
  const areas = await sql<{key: string}[]>`select key from areas order by key`;
  return {
    types: [...types],
    audiences: of('audiences'),
    needs: needs.map(({key}) => key),
    access: of('access').map(({key}) => key),
    languages: of('languages')
      .map(({key}) => key)
      .filter((key) => key !== 'en'),
    areas: areas.map(({key}) => key),
  };
}

function gathered(parts: Record<string, Row[]>[]): Record<string, Row[]> {
  const all: Record<string, Row[]> = {};
  for (const part of parts) for (const [table, rows] of Object.entries(part)) (all[table] ??= []).push(...rows);
  return all;
}

/** One statement a table. The columns are those of the first row; the tables' defaults give the rest. */
async function store(sql: Sql, rows: Record<string, Row[]>): Promise<void> {
  for (const table of ['organisations', ...TABLES]) {
    const own = rows[table] ?? [];
    if (own.length === 0) continue;
    const columns = sql(Object.keys(own[0]!));
    await sql`
      insert into ${sql(table)} (${columns})
      select ${columns}
      from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(own as never)})
    `;
  }
}
