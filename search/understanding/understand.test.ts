import {expect, test} from 'vitest';
import type {Vocabulary} from './vocabulary.ts';
import {makeUnderstand} from './understand.ts';

const need = (key: string, name: string, phrases: string[]) => ({
  key,
  name,
  group: 'x',
  isCommon: false,
  phrases,
  types: [],
});
const vocabulary: Vocabulary = {
  needs: [
    need('loneliness', 'Feeling lonely', ['i feel lonely', 'no one to talk to', 'my nan is lonely']),
    need('energy-bills', 'Energy bills', ["can't pay my heating", 'the house is freezing', 'gas and electric']),
    need('debt', 'Debt', ['in debt', 'owe money', "can't pay my rent"]),
    need('falls', 'Falls', ['my mum keeps falling', 'scared of falling']),
    need('home-repairs', 'Repairs', ['the house needs mending']),
  ],
  types: [],
  audiences: [],
  access: [],
  languages: [],
  areas: [],
  synonyms: [{words: ['nan', 'gran', 'grandmother'], alsoFind: []}],
  weakWords: ['house', 'keeps', 'things', 'do'],
  wordUses: new Map(),
  listingCount: 0,
  tongues: [],
  stopWords: ['i', 'my', 'is', 'the', 'and', 'to', 'in', 'no', 'feel', 'help with', 'so'],
};
const understand = makeUnderstand(vocabulary);
const needsIn = (text: string) => understand(text).needs.map((one) => one.key);

test.each([
  ['I feel lonely', 'loneliness'],
  ['feeling so lonly', 'loneliness'],
  ['gran is lonely', 'loneliness'],
  ['cant pay my heating', 'energy-bills'],
  ["can't pay for heating", 'energy-bills'],
  ['the house is freezing and my husband has just died', 'energy-bills'],
  ['mum keeps falling over', 'falls'],
])('%s → %s', (text, key) => {
  expect(needsIn(text)[0]).toBe(key);
});

test.each(['walking group', 'house', 'yoga near me', ''])('%s is no need', (text) => {
  expect(needsIn(text)).toEqual([]);
});

test('misspelt words are mended, and the mending is told; asked for exactly they stay', () => {
  expect(understand('I feel so lonly')).toMatchObject({mended: 'I feel so lonely', words: ['lonely']});
  expect(understand('I feel lonely').mended).toBeNull();
  expect(understand('I feel so lonly', true)).toMatchObject({mended: null, words: ['lonly']});
});

test.each([
  ['in debt and lonely', ['debt', 'loneliness']],
  ['scared of falling, the house is freezing', ['falls', 'energy-bills']],
  ['my mum keeps falling and things', []],
  ['in debt', []],
])('%s: needs that are said each for itself', (text, turns) => {
  expect(understand(text).turns).toEqual(turns);
});

test('half a word with a slip in it, and what people write on a phone', () => {
  const typing = makeUnderstand({
    ...vocabulary,
    types: [{key: 'befriending', name: 'Befriending', also: [], phrases: []}],
    synonyms: [...vocabulary.synonyms, {words: ['no1'], alsoFind: ['nobody']}, {words: ['m8'], alsoFind: ['mate']}],
  });
  expect(typing('befrend')).toMatchObject({mended: 'befriending', types: [{key: 'befriending'}]});
  expect(typing('no1 or a m8').mended).toBe('nobody or a mate');
  expect(typing('bef').mended).toBeNull();
});

test('for whom is no part of what is named', () => {
  const naming = makeUnderstand({
    ...vocabulary,
    types: [{key: 'day-centre', name: 'Day centre', also: [], phrases: []}],
    stopWords: [...vocabulary.stopWords, 'a', 'for'],
    weakWords: [...vocabulary.weakWords, 'day', 'centre'],
  });
  expect(naming('a day centre for mum').types[0]?.key).toBe('day-centre');
});

test('what is said not to be meant is neither understood nor looked for', () => {
  const {needs, words} = understand("my nan is lonely, it's nothing to do with debt");
  expect(needs.map(({key}) => key)).toEqual(['loneliness']);
  expect(words).not.toContain('debt');
});

test('words that say nothing or little go; with none left, everything is meant', () => {
  expect(understand('help with the heating').words).toEqual(['heating']);
  expect(understand('things to do').words).toEqual([]);
});

test('small words tell together what none of them tells alone', () => {
  const named = makeUnderstand({
    ...vocabulary,
    needs: [
      ...vocabulary.needs,
      need('new-to-area', 'New here', ["i don't know anyone", 'do not know anyone round here', 'know anyone in town']),
    ],
    weakWords: [...vocabulary.weakWords, 'know', 'dont', 'anyone'],
  });
  expect(named("just moved and don't know anyone").needs[0]?.key).toBe('new-to-area');
});

const kinds = makeUnderstand({
  ...vocabulary,
  types: [
    {key: 'walking-group', name: 'Walking group', also: [], phrases: []},
    {key: 'cycling-group', name: 'Cycling group', also: [], phrases: ['learn to ride a bike']},
    {key: 'food-bank', name: 'Food bank', also: ['foodbank'], phrases: ['nothing in the cupboards']},
  ],
  weakWords: [...vocabulary.weakWords, 'group'],
  wordUses: new Map([
    ['food', 9],
    ['bank', 4],
  ]),
});

test.each([
  ['walking group', 'walking-group'],
  ['a walk', 'walking-group'],
  ['cyclists', 'cycling-group'],
  ['foodbank', 'food-bank'],
  ['food bank', 'food-bank'],
])('%s names the kind %s', (text, key) => {
  expect(kinds(text).types[0]?.key).toBe(key);
});

test('a word that says little names no kind', () => {
  expect(kinds('a group').types).toEqual([]);
});

test('in a story a kind is known by what people say for it, less surely than by its name', () => {
  const [meant] = kinds('want to learn to ride a bike').types;
  expect(meant?.key).toBe('cycling-group');
  expect(meant!.confidence).toBeLessThan(kinds('cyclists').types[0]!.confidence);
  expect(kinds('we have nothing in our cupboards').leaning.types.get('food-bank')).toBe(1);
});

test('what is said for a kind speaks for the need that it answers', () => {
  const withFood = makeUnderstand({
    ...vocabulary,
    needs: [...vocabulary.needs, {...need('food', 'Food', ['hungry']), types: ['food-bank']}],
    types: [{key: 'food-bank', name: 'Food bank', also: [], phrases: ['bare cupboards', 'a parcel of tins']}],
  });
  expect(withFood('the cupboards are bare').leaning.needs.get('food')).toBe(1);
});

test('what makes a place easier to use is no part of what is named', () => {
  const withAccess = makeUnderstand({
    ...vocabulary,
    types: [{key: 'walking-group', name: 'Walking group', also: [], phrases: []}],
    access: [{key: 'wheelchair-friendly', name: 'Room for wheelchairs', also: ['wheelchair friendly']}],
    weakWords: [...vocabulary.weakWords, 'group'],
  });
  const {types, wants} = withAccess('wheelchair friendly walk');
  expect(types[0]?.key).toBe('walking-group');
  expect(wants).toMatchObject([{anyOf: ['access:wheelchair-friendly']}]);
});

test('a story of something wrong is told from a wish', () => {
  const withWishes = makeUnderstand({
    ...vocabulary,
    needs: [
      {...need('debt', 'Debt', ['i owe money to everybody']), group: 'money'},
      {...need('music', 'Music', ['i would love to sing again']), group: 'activities'},
    ],
    types: [{key: 'choir', name: 'Choir', also: [], phrases: []}],
  });
  expect(withWishes('i owe money to everybody').isTrouble).toBe(true);
  expect(withWishes('i would love to sing again').isTrouble).toBe(false);
  expect(withWishes('a choir near my home').isTrouble).toBe(false);
  expect(withWishes('debt').isTrouble).toBe(false);
});

test('words asked for exactly are not guessed about', () => {
  const story = 'we all so wanted to talk quietly';
  expect(understand(story)).toMatchObject({isGuess: true});
  expect(understand(story).needs).not.toEqual([]);
  expect(understand(story, true)).toMatchObject({isGuess: false, needs: []});
});

test('spaces are mended, and the mending is told', () => {
  expect(understand('i feel lone ly')).toMatchObject({mended: 'i feel lonely', words: ['lonely']});
  expect(understand('i feel lone ly', true).mended).toBeNull();
});

test('words that say little are right as they are', () => {
  expect(understand('failing').mended).toBe('falling');
  expect(makeUnderstand({...vocabulary, weakWords: ['failing']})('failing').mended).toBeNull();
});

test('what is written by ear is heard', () => {
  expect(understand('i feel phreezing').words).toEqual(['freezing']);
  expect(understand('phrzng').words).toEqual(['phrzng']);
});

test('what is not meant is left out also where small words are left', () => {
  const small = makeUnderstand({
    ...vocabulary,
    needs: [...vocabulary.needs, need('faith', 'Faith', ['go to church']), need('friends', 'Friends', ['do things'])],
  });
  expect(small('do things but not church').needs.map(({key}) => key)).not.toContain('faith');
});

test('who is only spoken of is no guide to what is wrong', () => {
  const families = makeUnderstand({
    ...vocabulary,
    needs: [
      ...vocabulary.needs,
      need('parenting', 'Parenting', ['the kids wont listen']),
      need('food', 'Food', ['the kids are hungry']),
      need('school', 'School', ['the kids hate maths']),
    ],
  });
  const understood = families('free on saturday the kids');
  expect(understood).toMatchObject({needs: [], isGuess: false});
  expect(understood.audiences).toContain('audience:children');
  expect(families('the kids are hungry').needs[0]?.key).toBe('food');
});

test('a kind half named by one word counts for nothing beside a need that it does not answer', () => {
  const weeds = makeUnderstand({
    ...vocabulary,
    needs: [...vocabulary.needs, need('drugs', 'Drugs', ['smoking weed', 'smoking weed all day'])],
    types: [{key: 'gardening', name: 'Gardener', also: ['weed'], phrases: []}],
  });
  expect(weeds('son smoking weed all day').types).toEqual([]);
  expect(weeds('weed').types.map(({key}) => key)).toEqual(['gardening']);
});

test('what makes a place easier to use says nothing of needs beside a kind that was named', () => {
  const easier = makeUnderstand({
    ...vocabulary,
    needs: [...vocabulary.needs, need('disability', 'Disability', ['wheelchair accessible'])],
    types: [{key: 'art', name: 'Art', also: ['painting class'], phrases: []}],
    access: [{key: 'wheelchair-friendly', name: 'Room for wheelchairs', also: ['wheelchair accessible']}],
  });
  expect(easier('wheelchair accessible painting class').needs).toEqual([]);
  expect(easier('wheelchair accessible').needs.map(({key}) => key)).toEqual(['disability']);
});
