import {expect, test} from 'vitest';
import {clausesOf, countQuestions, readCounts, TOTAL} from './filter-plan.ts';
import type {Facet, FacetCount} from '../search-schema.ts';

test('either of two needs will do, but every access feature must be there', () => {
  expect(clausesOf({need: ['debt', 'food'], access: ['step-free', 'parking']})).toEqual([
    {facets: ['need'], anyOf: ['need:debt', 'need:food']},
    {facets: ['access'], anyOf: ['access:step-free']},
    {facets: ['access'], anyOf: ['access:parking']},
  ]);
});

test('Monday and morning together mean Monday morning', () => {
  expect(clausesOf({day: ['MO'], part: ['morning']})).toEqual([{facets: ['day', 'part'], anyOf: ['slot:MO-morning']}]);
});

test('a chosen filter is counted without itself, so its other values keep their numbers', () => {
  const questions = countQuestions({kind: ['group'], cost: ['free']});
  expect(questions[0]!.clauses).toHaveLength(2);
  const kind = questions.find((question) => question.facets.includes('kind'))!;
  expect(kind.clauses).toEqual([{facets: ['cost'], anyOf: ['cost:free']}]);
});

test('with a time of day chosen, days are counted by their slots', () => {
  const facets: Partial<Record<Facet, FacetCount[]>> = {};
  for (const question of countQuestions({part: ['morning']})) {
    readCounts(
      question,
      {[TOTAL]: 9, 'day:MO': 7, 'slot:MO-morning': 3, 'slot:MO-evening': 4, 'part:morning': 5},
      facets,
    );
  }
  expect(facets.day).toEqual([{value: 'MO', count: 3}]);
});

test('with two times of day chosen, a day is counted once for a listing that runs in both', () => {
  const questions = countQuestions({part: ['morning', 'evening']}).filter((question) =>
    question.facets.includes('day'),
  );
  expect(questions).toHaveLength(7);
  expect(questions[0]!.clauses).toEqual([{facets: ['day'], anyOf: ['slot:MO-morning', 'slot:MO-evening']}]);
});
