import {afterAll, beforeAll, expect, test} from 'vitest';
import {readJudged, readLater} from '../../test/relevance/judge.ts';
import {testDatabase, type TestDatabase} from '../../test/setup/database.ts';
import {makeUnderstand, type Understand} from './understand.ts';
import {loadVocabulary, type Vocabulary} from './vocabulary.ts';

let database: TestDatabase;
let vocabulary: Vocabulary;
let understand: Understand;

beforeAll(async () => {
  database = await testDatabase({demo: true});
  vocabulary = await loadVocabulary(database.sql);
  understand = makeUnderstand(vocabulary);
});
afterAll(() => database.drop());

const languageOf = (text: string) => understand(text).wants.flatMap(({anyOf}) => anyOf)[0];

test.each(['cy', 'pl'])('%s has phrases for every need', (language) => {
  const tongue = vocabulary.tongues.find((one) => one.language === language)!;
  const said = new Set(tongue.phrases.map(({need}) => need));
  expect(vocabulary.needs.map(({key}) => key).filter((key) => !said.has(key))).toEqual([]);
  expect(tongue.phrases.length).toBeGreaterThan(150);
});

test('nearly every phrase means its need by itself, with or without accents', () => {
  const missed = vocabulary.tongues.flatMap(({phrases}) =>
    phrases.filter(({need, phrase}) => !understand(phrase).needs.some(({key}) => key === need)),
  );
  const all = vocabulary.tongues.flatMap(({phrases}) => phrases);
  expect(missed.length / all.length, missed.map(({phrase}) => phrase).join(', ')).toBeLessThan(0.04);
});

test.each([
  ['mam dlugi i nie wiem co robic', 'debt'],
  ['szukam pracy w okolicy', 'work'],
  ['jestem bardzo samotna', 'loneliness'],
  ['moja mama ma demencję', 'dementia'],
  ['nie mam pieniędzy na jedzenie', 'food'],
  ['czy są lekcje angielskiego', 'english-classes'],
  ['żałoba po mężu', 'bereavement'],
  ["dw i'n teimlo'n unig iawn", 'loneliness'],
  ['mae gen i ddyledion', 'debt'],
  ['methu talu biliau ynni', 'energy-bills'],
  ['help gyda budd-daliadau', 'benefits'],
  ['gofalu am fy nhad', 'carers-support'],
  ['banc bwyd', 'food'],
])('%s → %s', (text, need) => {
  expect(understand(text).needs[0]?.key).toBe(need);
  expect(understand(text)).toMatchObject({words: [], mended: null});
});

test('what speaks the language is wished for, and what was typed in it can be looked for as it stands', () => {
  expect(languageOf('szukam pracy')).toBe('language:pl');
  expect(languageOf('chwilio am waith')).toBe('language:cy');
  expect(understand('szukam pracy', true).words).toContain('szukam');
});

test('no English is taken for another language', async () => {
  const typed = [...(await readJudged()), ...(await readLater())].map(({q}) => q);
  const others = typed.filter(
    (q) => ['language:cy', 'language:pl'].includes(languageOf(q) ?? '') && understand(q).words.length === 0,
  );
  expect(others).toEqual([]);
});
