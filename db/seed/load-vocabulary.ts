import path from 'node:path';
import {z} from 'zod';
import type {ISql} from '../client.ts';
import {uuidFrom} from '../uuid.ts';
import {readSeed} from './read-seed.ts';
import {LanguageSeed, NeedSeed, SynonymSeed, TermSeed} from './seed-schema.ts';

const FOLDER = path.join(import.meta.dirname, 'vocabulary');
const TAXONOMIES = [
  {key: 'service-types', name: 'Service types'},
  {key: 'audiences', name: 'Who it is for'},
  {key: 'access', name: 'Access'},
  {key: 'languages', name: 'Languages'},
] as const;

export const taxonomyTermId = (taxonomy: string, key: string) => uuidFrom(`term:${taxonomy}:${key}`);

/** Loads needs, phrases, taxonomies, synonyms, stop words and weak words. Safe to repeat: what is there already is brought up to date. */
export async function loadVocabulary(sql: ISql): Promise<void> {
  const file = (name: string) => path.join(FOLDER, name);
  const needs = await readSeed(file('needs.yaml'), NeedSeed);
  const types = await readSeed(file('service-types.yaml'), TermSeed);
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
    on conflict (key) do update set name = excluded.name
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
  `;
  const phraseRows = needs.flatMap((need) => need.phrases.map((phrase) => ({phrase, needKey: need.key})));
  await sql`
    insert into need_phrases ${sql(phraseRows)}
    on conflict (phrase) do update set need_key = excluded.need_key
  `;

  const answers = new Set([
    ...needs.flatMap((need) => need.types.map((type) => `${need.key} ${type}`)),
    ...types.flatMap((type) => type.needs.map((need) => `${need} ${type.key}`)),
  ]);
  const answerRows = [...answers].map((pair) => {
    const [needKey, type] = pair.split(' ') as [string, string];
    return {needKey, taxonomyTermId: taxonomyTermId('service-types', type)};
  });
  await sql`insert into need_service_types ${sql(answerRows)} on conflict do nothing`;

  const synonyms = (await readSeed(file('synonyms.yaml'), SynonymSeed)).map((entry) =>
    'same' in entry ? {words: entry.same, alsoFind: []} : {words: entry.from, alsoFind: entry.to},
  );
  await sql`insert into synonyms ${sql(synonyms)} on conflict (words, also_find) do nothing`;

  const stopWords = new Set(await readSeed(file('stop-words.yaml'), z.string()));
  const weakWords = (await readSeed(file('weak-words.yaml'), z.string())).filter((word) => !stopWords.has(word));
  const wordRows = [
    ...[...stopWords].map((word) => ({word, isWeak: false})),
    ...[...new Set(weakWords)].map((word) => ({word, isWeak: true})),
  ];
  await sql`insert into stop_words ${sql(wordRows)} on conflict (word) do update set is_weak = excluded.is_weak`;
}
