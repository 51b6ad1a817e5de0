import {appendFile, cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {bringVocabularyUpToDate, loadVocabulary} from './load-vocabulary.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'vocabulary-'));
  await cp(path.join(import.meta.dirname, 'vocabulary'), folder, {recursive: true});
  await loadVocabulary(database.sql, folder);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, {recursive: true});
});

async function takeOut(name: string, text: string) {
  const file = path.join(folder, name);
  const before = await readFile(file, 'utf8');
  expect(before).toContain(text);
  await writeFile(file, before.replace(text, ''));
}

const everything = async () => ({
  needs: await database.sql`select key, name from needs order by key`,
  phrases: await database.sql`select phrase, need_key from need_phrases order by phrase`,
  kinds: await database.sql`select taxonomy_term_id, phrase from kind_phrases order by taxonomy_term_id, phrase`,
  answers: await database.sql`select need_key, taxonomy_term_id from need_service_types order by 1, 2`,
  synonyms: await database.sql`select words, also_find from synonyms order by words, also_find`,
  words: await database.sql`select word, is_weak from stop_words order by word`,
});

it('loading again changes nothing, not even a version of a row', async () => {
  const versions = async () => ({
    ...(await everything()),
    written: await database.sql`
      select xmin::text from need_phrases
      union select xmin::text from taxonomy_terms
      union select xmin::text from needs
      union select xmin::text from stop_words
    `,
  });
  const before = await versions();
  expect(before.kinds.length).toBeGreaterThan(1000);
  await loadVocabulary(database.sql, folder);
  expect(await versions()).toEqual(before);
});

it('what is taken out of the files goes; what an editor added or changed stays', async () => {
  const {sql} = database;
  await sql`insert into need_phrases (phrase, need_key) values ('my budgie is my only friend', 'loneliness')`;
  await sql`update need_phrases set need_key = 'debt', is_seeded = false where phrase = 'i feel lonely'`;
  await sql`insert into synonyms (words) values ('{budgie,parakeet}')`;
  await sql`insert into stop_words (word) values ('please may i')`;
  const before = await everything();

  await takeOut('needs.yaml', '    - billy no mates\n');
  await takeOut('service-types.yaml', 'a regular visitor for dad, ');
  await takeOut('synonyms.yaml', '- same: [husband, hubby]\n');
  await takeOut('weak-words.yaml', '- yesterday\n');
  await loadVocabulary(sql, folder);
  const after = await everything();

  const without = <T>(rows: readonly T[], gone: (row: T) => boolean) => rows.filter((row) => !gone(row));
  expect(after.phrases).toEqual(without(before.phrases, ({phrase}) => phrase === 'billy no mates'));
  expect(after.kinds).toEqual(without(before.kinds, ({phrase}) => phrase === 'a regular visitor for dad'));
  expect(after.synonyms).toEqual(without(before.synonyms, ({words}) => words.includes('hubby')));
  expect(after.words).toEqual(without(before.words, ({word}) => word === 'yesterday'));
  expect(after.phrases).toContainEqual({phrase: 'i feel lonely', needKey: 'debt'});
});

it('a start loads it only where its files are others than those loaded last', async () => {
  const start = () => database.sql.begin((tx) => bringVocabularyUpToDate(tx, folder));
  expect(await start()).toBe(true);
  expect(await start()).toBe(false);
  const words = () => database.sql`select 1 from stop_words where word = 'oi oi'`;
  await appendFile(path.join(folder, 'stop-words.yaml'), '- oi oi\n');
  expect(await start()).toBe(true);
  expect(await words()).toHaveLength(1);
});
