import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import type {ISql} from '../client.ts';
import {uuidFrom} from '../uuid.ts';
import {readSeed} from './read-seed.ts';
import {KindSeed, LanguageSeed, NeedSeed, SynonymSeed, TermSeed, TongueSeed} from './seed-schema.ts';

const FOLDER = path.join(import.meta.dirname, 'vocabulary');
const TAXONOMIES = [
  {key: 'service-types', name: 'Service types'},
  {key: 'audiences', name: 'Who it is for'},
  {key: 'access', name: 'Access'},
  {key: 'languages', name: 'Languages'},
] as const;

/** Languages, beside English, that needs have phrases in: those of the interface. */
const TONGUES = {cy: 'needs-in-welsh.yaml', pl: 'needs-in-polish.yaml'};

/** PostgreSQL takes at most 65,535 values in one question. */
const ROWS_AT_ONCE = 10_000;

export const taxonomyTermId = (taxonomy: string, key: string) => uuidFrom(`term:${taxonomy}:${key}`);

/**
 * Loads the vocabulary where its files are not those that were loaded last: reading and comparing them takes seconds, and every start asks.
 * @returns whether anything was loaded
 */
export async function bringVocabularyUpToDate(tx: ISql, folder = FOLDER): Promise<boolean> {
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort())
    hash.update(`${name}\n`).update(await readFile(path.join(folder, name)));
  const digest = hash.digest('hex');
  const [last] = await tx<{digest: string}[]>`select digest from loaded_seeds where name = 'vocabulary'`;
  if (last?.digest === digest) return false;
  await loadVocabulary(tx, folder);
  await tx`
    insert into loaded_seeds (name, digest)
    values ('vocabulary', ${digest})
    on conflict (name) do update
    set digest = excluded.digest, loaded_at = now()
  `;
  return true;
}

/**
 * Loads needs, phrases, taxonomies, synonyms, stop words and weak words. Safe to repeat: what is there already is brought up to date, and phrases and
 * words that have since been taken out of the files go. What an editor added or changed in the database stays as it is.
 */
export async function loadVocabulary(sql: ISql, folder = FOLDER): Promise<void> {
  const file = (name: string) => path.join(folder, name);
  const needs = await readSeed(file('needs.yaml'), NeedSeed);
  const types = await readSeed(file('service-types.yaml'), KindSeed);
  const languages = (await readSeed(file('languages.yaml'), LanguageSeed)).map(({own, ...term}) => ({
    ...term,
    description: own ?? null,
  }));
  const terms = {
    'service-types': types,
    audiences: await readSeed(file('audiences.yaml'), TermSeed),
    access: await readSeed(file('access.yaml'), TermSeed),
    languages,
  };

  const taxonomyRows = TAXONOMIES.map((taxonomy) => ({id: uuidFrom(`taxonomy:${taxonomy.key}`), ...taxonomy}));
  await sql`
    insert into taxonomies ${sql(taxonomyRows)}
    on conflict (key) do update
    set name = excluded.name
    where taxonomies.name <> excluded.name
  `;
  const termRows = TAXONOMIES.flatMap((taxonomy) =>
    terms[taxonomy.key].map((term: {key: string; name: string; also: string[]; description?: string | null}) => ({
      id: taxonomyTermId(taxonomy.key, term.key),
      taxonomyId: uuidFrom(`taxonomy:${taxonomy.key}`),
      key: term.key,
      name: term.name,
      description: term.description ?? null,
      also: term.also,
    })),
  );
  await sql`
    insert into taxonomy_terms ${sql(termRows)}
    on conflict (taxonomy_id, key) do update
    set name = excluded.name, description = excluded.description, also = excluded.also
    where (taxonomy_terms.name, taxonomy_terms.description, taxonomy_terms.also)
      is distinct from (excluded.name, excluded.description, excluded.also)
  `;

  const needRows = needs.map((need, position) => ({
    key: need.key,
    name: need.name,
    needGroup: need.group,
    isCommon: need.common,
    position,
  }));
  await sql`
    insert into needs ${sql(needRows)}
    on conflict (key) do update
    set name = excluded.name, need_group = excluded.need_group, is_common = excluded.is_common, position = excluded.position
    where (needs.name, needs.need_group, needs.is_common, needs.position)
      is distinct from (excluded.name, excluded.need_group, excluded.is_common, excluded.position)
  `;
  const tongues = await Promise.all(
    Object.entries(TONGUES).map(async ([language, name]) => ({language, said: await readSeed(file(name), TongueSeed)})),
  );
  await loadPhrases(sql, needs, types, tongues);
  await loadWords(sql, file);
}

/** What people say for each need and each kind of service, and which kinds answer which need. */
async function loadPhrases(
  sql: ISql,
  needs: z.infer<typeof NeedSeed>[],
  types: z.infer<typeof KindSeed>[],
  tongues: {language: string; said: z.infer<typeof TongueSeed>[]}[],
) {
  const saidFor = (language: string, needKey: string, phrases: string[]) =>
    phrases.map((phrase) => ({language, phrase, needKey, isSeeded: true}));
  const needRows = [
    ...needs.flatMap(({key, phrases}) => saidFor('en', key, phrases)),
    ...tongues.flatMap(({language, said}) => said.flatMap(({need, phrases}) => saidFor(language, need, phrases))),
  ];
  await sql`
    insert into need_phrases ${sql(needRows)}
    on conflict (language, phrase) do update
    set need_key = excluded.need_key
    where need_phrases.is_seeded and need_phrases.need_key <> excluded.need_key
  `;
  await sql`
    delete from need_phrases
    where is_seeded and not (language || ' ' || phrase = any(${needRows.map((row) => `${row.language} ${row.phrase}`)}))
  `;

  const kindRows = types.flatMap(({key, phrases}) =>
    [...new Set(phrases)].map((phrase) => ({
      taxonomyTermId: taxonomyTermId('service-types', key),
      phrase,
      isSeeded: true,
    })),
  );
  for (let at = 0; at < kindRows.length; at += ROWS_AT_ONCE) {
    await sql`
      insert into kind_phrases ${sql(kindRows.slice(at, at + ROWS_AT_ONCE))}
      on conflict (taxonomy_term_id, phrase) do nothing
    `;
  }
  await sql`
    delete from kind_phrases
    where is_seeded and not (taxonomy_term_id || phrase = any(${kindRows.map((row) => row.taxonomyTermId + row.phrase)}))
  `;

  const answers = new Map(
    [
      ...needs.flatMap(({key, types: answering}) => answering.map((type) => ({need: key, type}))),
      ...types.flatMap(({key, needs: answered}) => answered.map((need) => ({need, type: key}))),
    ].map(({need, type}) => [`${need} ${type}`, {need, type}]),
  );
  const answerRows = [...answers.values()].map(({need, type}) => ({
    needKey: need,
    taxonomyTermId: taxonomyTermId('service-types', type),
    isSeeded: true,
  }));
  await sql`insert into need_service_types ${sql(answerRows)} on conflict do nothing`;
  await sql`
    delete from need_service_types
    where is_seeded
      and not (need_key || taxonomy_term_id = any(${answerRows.map((row) => row.needKey + row.taxonomyTermId)}))
  `;
}

/** Synonyms, stop words and weak words. */
async function loadWords(sql: ISql, file: (name: string) => string) {
  const synonyms = (await readSeed(file('synonyms.yaml'), SynonymSeed)).map((entry) =>
    'same' in entry
      ? {words: entry.same, alsoFind: [], isSeeded: true}
      : {words: entry.from, alsoFind: entry.to, isSeeded: true},
  );
  await sql`insert into synonyms ${sql(synonyms)} on conflict (words, also_find) do nothing`;
  await sql`
    delete from synonyms
    where is_seeded
      and to_jsonb(words)::text || to_jsonb(also_find)::text not in (
        select (entry -> 'words')::text || (entry -> 'alsoFind')::text
        from jsonb_array_elements(${sql.json(synonyms)}) as entry
      )
  `;

  const stopWords = new Set(await readSeed(file('stop-words.yaml'), z.string()));
  const weakWords = (await readSeed(file('weak-words.yaml'), z.string())).filter((word) => !stopWords.has(word));
  const wordRows = [
    ...[...stopWords].map((word) => ({word, isWeak: false, isSeeded: true})),
    ...[...new Set(weakWords)].map((word) => ({word, isWeak: true, isSeeded: true})),
  ];
  await sql`
    insert into stop_words ${sql(wordRows)}
    on conflict (word) do update
    set is_weak = excluded.is_weak
    where stop_words.is_seeded and stop_words.is_weak <> excluded.is_weak
  `;
  await sql`
    delete from stop_words
    where is_seeded and not (word = any(${wordRows.map(({word}) => word)}))
  `;
}
