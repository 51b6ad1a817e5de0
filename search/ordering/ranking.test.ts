import {expect, test} from 'vitest';
import type {Candidate, RankingQuestion} from './candidate.ts';
import {audienceShares, makeFit} from './fit.ts';
import {rank} from './ranking.ts';
import {leaning, leansTo, relevance} from './relevance.ts';
import type {Want} from '../understanding/wants.ts';

const candidate = (number: number, differs: Partial<Candidate> = {}): Candidate => ({
  number,
  textScore: null,
  textMatch: 0.5,
  needs: [],
  types: [],
  kindCount: 1,
  leans: {need: 0, kind: 0},
  isNamed: false,
  isFiller: false,
  miles: null,
  coversHere: false,
  tokens: [],
  audiences: [],
  ages: [0, 120],
  space: 'open',
  checkedOn: '2026-11-01',
  ...differs,
});
const question: RankingQuestion = {
  sort: 'best',
  within: 5,
  hasPlace: false,
  wants: [],
  wordCount: 2,
  hasTopic: false,
  isSentence: false,
  isTrouble: false,
  turns: [],
  today: '2026-11-22',
};
const fit = (one: Pick<Candidate, 'tokens' | 'ages'>, wants: Want[]) => makeFit(wants)(one);
const nothingAlike = () => () => 0;
const order = (candidates: Candidate[], likenessTo: Parameters<typeof rank>[2] = nothingAlike) =>
  rank(candidates, question, likenessTo).map(({number}) => number);

test('among equals comes first what the words lean to, what is one kind and not three, and what is called so', () => {
  expect(order([candidate(1), candidate(2, {leans: {need: 1, kind: 0}})])).toEqual([2, 1]);
  expect(order([candidate(1), candidate(2, {leans: {need: 0, kind: 1}})])).toEqual([2, 1]);
  expect(order([candidate(1, {kindCount: 3}), candidate(2)])).toEqual([2, 1]);
  expect(order([candidate(1), candidate(2, {isNamed: true})])).toEqual([2, 1]);
});

test('what is like the first answer passes what is not', () => {
  const all = [candidate(1, {textMatch: 0.9}), candidate(2, {textMatch: 0.41}), candidate(3, {textMatch: 0.4})];
  const likeTheFirst = (first: Candidate[]) => (one: Candidate) =>
    first[0]!.number === 1 && one.number === 3 ? 1 : 0.1;
  expect(order(all)).toEqual([1, 2, 3]);
  expect(order(all, likeTheFirst)).toEqual([1, 3, 2]);
});

test('answers to two needs that were said take turns; what answers neither stays where it is', () => {
  const answering = (number: number, textMatch: number, ...keys: string[]) =>
    candidate(number, {
      textMatch,
      needs: keys.map((key) => ({key, confidence: 0, standsFor: new Map(), position: 0, isUsualKind: true})),
    });
  const all = [
    answering(1, 0.9, 'debt'),
    answering(2, 0.8, 'debt'),
    answering(3, 0.7),
    answering(4, 0.6, 'debt', 'low-mood'),
    answering(5, 0.5, 'low-mood'),
  ];
  const asked = (turns: string[]) => rank(all, {...question, turns}, nothingAlike).map(({number}) => number);
  expect(asked([])).toEqual([1, 2, 3, 4, 5]);
  expect(asked(['debt', 'low-mood'])).toEqual([1, 4, 3, 2, 5]);
  expect(rank(all, {...question, sort: 'nearest', turns: ['debt', 'low-mood']}, nothingAlike)[1]!.number).toBe(2);
});

test('a day or a language that was named lifts more than what was wished for', () => {
  const one = {tokens: ['day:SA', 'language:pl', 'cost:free'], ages: [0, 120] as [number, number]};
  const lift = (token: string) => fit(one, [{anyOf: [token], isAge: false}]);
  expect(lift('day:SA')).toBe(lift('language:pl'));
  expect(lift('day:SA')).toBeGreaterThan(lift('cost:free'));
});

test('in trouble what answers by telephone comes first; for a wish it makes no difference', () => {
  const all = [candidate(1), candidate(2, {tokens: ['how:phone']})];
  expect(order(all)).toEqual([1, 2]);
  expect(rank(all, {...question, isTrouble: true}, nothingAlike)[0]!.number).toBe(2);
});

test('an order by distance or date leaves likeness aside', () => {
  const all = [candidate(1, {miles: 2}), candidate(2, {miles: 1})];
  const likeTheFarther = () => (one: Candidate) => (one.number === 1 ? 1 : 0);
  const nearest = rank(all, {...question, sort: 'nearest', hasPlace: true}, likeTheFarther);
  expect(nearest.map(({number}) => number)).toEqual([2, 1]);
});

test('what has all the words of a name stands further above what has some than in a story', () => {
  const [all, some] = [candidate(1, {textMatch: 0.9}), candidate(2, {textMatch: 0.6})];
  const ratio = (isSentence: boolean) => {
    const asked = {wordCount: 2, hasTopic: false, isSentence};
    return relevance(all, asked) / relevance(some, asked);
  };
  expect(ratio(false)).toBeGreaterThan(ratio(true));
});

test('whom a topic suggests is not read from what only fills the page', () => {
  const older = {audiences: ['audience:older-people']};
  const shares = audienceShares([candidate(1, older), candidate(2, {isFiller: true}), candidate(3, {isFiller: true})]);
  expect(shares.get('audience:older-people')).toBe(1);
});

test('words lean most to what a listing is mainly for', () => {
  const shares = {needs: new Map([['debt', 1]]), types: new Map([['debt-advice', 0.5]])};
  const main = leansTo(['debt', 'housing'], ['debt-advice'], shares);
  expect(main).toEqual({need: 1, kind: 0.5});
  expect(leansTo(['housing', 'debt'], [], shares).need).toBeLessThan(main.need);
  expect(leansTo(['sport'], ['choir'], shares)).toEqual({need: 0, kind: 0});
  expect(leaning(candidate(1))).toBe(1);
});

test('a listing for one age suits that age better than one for two, and that better than one for all', () => {
  const wants = [{anyOf: ['age:18-to-25'], isAge: true}];
  const [one, two, all] = [
    fit({tokens: [], ages: [18, 25]}, wants),
    fit({tokens: [], ages: [12, 25]}, wants),
    fit({tokens: [], ages: [0, 120]}, wants),
  ];
  expect(one).toBeGreaterThan(two);
  expect(two).toBeGreaterThan(all);
  expect(fit({tokens: [], ages: [65, 120]}, wants)).toBeLessThan(all);
});

test('what takes only the oldest of an age suits that age less than what takes them all', () => {
  const wants = [{anyOf: ['age:12-to-17'], isAge: true}];
  expect(fit({tokens: [], ages: [16, 120]}, wants)).toBeLessThan(fit({tokens: [], ages: [12, 120]}, wants));
});

test('for pensioners, what is for those under thirty stands lower, unless it is meant for pensioners too', () => {
  const wants = [{anyOf: ['audience:older-people'], isAge: false}];
  const young = {tokens: [], ages: [18, 30] as [number, number]};
  expect(fit(young, wants)).toBeLessThan(1);
  expect(fit({...young, tokens: ['audience:older-people']}, wants)).toBeGreaterThan(1);
  expect(fit({tokens: [], ages: [18, 120]}, wants)).toBe(1);
  // 'My mum' may be of any age.
  expect(fit(young, [{...wants[0]!, isUnsure: true}])).toBe(1);
});
