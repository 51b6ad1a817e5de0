import {expect, test} from 'vitest';
import {makeReadWants, wordsForAges} from './wants.ts';

const readWants = makeReadWants({
  audiences: [{key: 'carers', name: 'Carers', also: []}],
  access: [],
  languages: [{key: 'ne', name: 'Nepali', also: []}],
});
const tokensIn = (text: string) => readWants(text.split(' ')).wants.flatMap((want) => want.anyOf);

test('mum is old, unless a child is spoken of as well', () => {
  expect(tokensIn('my mum is lonely')).toContain('audience:older-people');
  expect(tokensIn('mum with a baby')).not.toContain('audience:older-people');
});

test('whoever speaks of their own child is a parent, and whoever looks after somebody a carer', () => {
  expect(tokensIn('my teenage son')).toEqual(expect.arrayContaining(['audience:parents', 'audience:young-people']));
  expect(tokensIn('a son')).not.toContain('audience:parent-carers');
  expect(tokensIn('i look after my wife')).toContain('audience:carers');
});

test('days and parts of the day as people shorten them', () => {
  expect(tokensIn('toddler group thurs am')).toEqual(expect.arrayContaining(['day:TH', 'part:morning']));
  expect(tokensIn('friday nights')).toEqual(['day:FR', 'part:evening']);
  expect(tokensIn('yoga on sat')).toEqual(['day:SA']);
  expect(tokensIn('he sat down and i am sad')).toEqual([]);
  expect(tokensIn('painting in the daytime')).toEqual(['part:morning', 'part:afternoon']);
  expect(tokensIn('counselling face to face')).toEqual(['how:in-person']);
});

test('an age names those who are of it', () => {
  expect(tokensIn('im 16 and pregnant')).toEqual(expect.arrayContaining(['age:12-to-17', 'audience:young-people']));
});

test('a language spoken is a wish, and says for whom', () => {
  const {wants, forWhom} = readWants(['nepali', 'speaking', 'carer']);
  expect(wants.flatMap((want) => want.anyOf)).toContain('language:ne');
  expect(forWhom.has('speaking')).toBe(true);
});

test('an age in years stands for what somebody of that age is called', () => {
  const called = (text: string) => wordsForAges(readWants(text.split(' ')).wants);
  expect(called('my 10 year old')).toEqual(['child']);
  expect(called('she is 82')).toEqual(['older']);
  expect(called('my 40 year old')).toEqual([]);
  expect(called('for children')).toEqual([]);
  expect(called('im 13 and i look after my mum')).toEqual(['young', 'carer']);
});
