import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readOwnMeasures, shippedMeasures} from './own-measures.ts';
import {scaleSchema} from './scale-schema.ts';
import {bandOf, readAnswers, scoreAnswers} from './score.ts';
import {canGoByLink, hasWording} from './wording.ts';

const {scales} = shippedMeasures();
const scale = (key: string) => scales.get(key)!;
const answersOf = (key: string, values: number[]) =>
  Object.fromEntries(scale(key).items.map((item, place) => [item.key, values[place]!]));

describe('the scales that come with the product', () => {
  it('are as the shape of a scale wants them', () => {
    expect([...scales.keys()]).toEqual(['swemwbs', 'pam', 'mycaw', 'ons4', 'ucla3', 'lonely', 'goals', 'carers']);
  });

  it('ship no wording that a licence withholds', () => {
    const withheld = [...scales.values()].filter(({licence}) => licence !== null);
    expect(withheld.map(({key}) => key)).toEqual(['swemwbs', 'pam', 'mycaw']);
    for (const one of withheld) {
      expect(hasWording(one)).toBe(false);
      expect(one.licence?.reference).toBeNull();
      for (const {words, answer} of one.items) {
        expect(words).toBeNull();
        if (answer.kind === 'choice') expect(answer.choices.every((choice) => choice.words === null)).toBe(true);
      }
    }
    expect(hasWording(scale('ons4'))).toBe(true);
  });

  it.each([
    ['an item that is not there', {items: ['nothing']}],
    ['more answers than items', {needs: 2}],
    ['bounds the wrong way round', {least: 10, most: 0}],
    [
      'bands that fall',
      {
        bands: [
          {from: 5, name: 'b'},
          {from: 0, name: 'a'},
        ],
      },
    ],
    [
      'a raw score twice',
      {
        table: [
          [1, 1],
          [1, 2],
        ],
      },
    ],
  ])('are refused with %s', (_what, change) => {
    const lonely = scale('lonely');
    expect(scaleSchema.safeParse({...lonely, scores: [{...lonely.scores[0], ...change}]}).success).toBe(false);
  });
});

describe('SWEMWBS', () => {
  it.each([
    [[1, 1, 1, 1, 1, 1, 1], 7],
    [[2, 3, 2, 3, 3, 3, 4], 18.59],
    [[3, 3, 3, 3, 3, 3, 3], 19.25],
    [[4, 4, 4, 4, 4, 4, 4], 25.03],
    [[5, 5, 5, 5, 5, 5, 4], 32.55],
    [[5, 5, 5, 5, 5, 5, 5], 35],
  ])('makes of %j %d', (values, score) => {
    expect(scoreAnswers(scale('swemwbs'), answersOf('swemwbs', values))).toEqual([{key: 'total', value: score}]);
  });

  it('is scored only when all seven are answered, and says what is missing', () => {
    const {close: _left, ...rest} = answersOf('swemwbs', [3, 3, 3, 3, 3, 3, 3]);
    expect(scoreAnswers(scale('swemwbs'), rest)).toEqual([{key: 'total', value: null, missing: ['close']}]);
  });

  it('never falls when an answer rises', () => {
    const seven = fc.array(fc.integer({min: 1, max: 5}), {minLength: 7, maxLength: 7});
    fc.assert(
      fc.property(seven, fc.nat(6), (values, place) => {
        const higher = values.with(place, Math.min(5, values[place]! + 1));
        const of = (one: number[]) => scoreAnswers(scale('swemwbs'), answersOf('swemwbs', one))[0]!.value!;
        expect(of(higher)).toBeGreaterThanOrEqual(of(values));
        expect(of(values)).toBeGreaterThanOrEqual(7);
        expect(of(values)).toBeLessThanOrEqual(35);
      }),
    );
  });
});

describe('the others', () => {
  it('of ONS4 every answer stands for itself, and one left out costs only itself', () => {
    expect(scoreAnswers(scale('ons4'), {satisfied: 4, happy: 7, anxious: 2})).toEqual([
      {key: 'satisfied', value: 4},
      {key: 'worthwhile', value: null, missing: ['worthwhile']},
      {key: 'happy', value: 7},
      {key: 'anxious', value: 2},
    ]);
  });

  it.each([
    ['satisfied', 4, 'low'],
    ['satisfied', 5, 'medium'],
    ['worthwhile', 8, 'high'],
    ['happy', 9, 'very high'],
    ['anxious', 1, 'very low'],
    ['anxious', 2, 'low'],
    ['anxious', 5, 'medium'],
    ['anxious', 6, 'high'],
  ])('%s %d is %s', (key, value, name) => {
    expect(
      bandOf(
        scale('ons4').scores.find((score) => score.key === key)!,
        value,
      ),
    ).toBe(name);
  });

  it('UCLA-3 is the sum of three, from 3 to 9, and nothing with two', () => {
    expect(scoreAnswers(scale('ucla3'), {companionship: 3, left_out: 2, isolated: 3})).toEqual([
      {key: 'total', value: 8},
    ]);
    expect(scoreAnswers(scale('ucla3'), {companionship: 3, left_out: 2})[0]!.value).toBeNull();
  });

  it('MYCaW and goals score each concern and each goal by itself', () => {
    expect(scoreAnswers(scale('mycaw'), {concern_1: 'Sleep', rated_1: 5, wellbeing: 4})).toMatchObject([
      {key: 'concern_1', value: 5},
      {key: 'concern_2', value: null},
      {key: 'wellbeing', value: 4},
    ]);
    expect(scoreAnswers(scale('goals'), {goal_1: 'Walk to the shop', now_1: 3})[0]).toEqual({key: 'goal_1', value: 3});
  });

  it('a sum may be raised in proportion, and a mean be of what was answered, where the scale says so', () => {
    const ucla = scale('ucla3');
    const [total] = ucla.scores;
    const by = (change: object) => ({...ucla, scores: [{...total!, ...change}]});
    expect(scoreAnswers(by({needs: 2, isProrated: true}), {companionship: 3, left_out: 2})).toEqual([
      {key: 'total', value: 8},
    ]);
    expect(scoreAnswers(by({needs: 2, how: 'mean', decimals: 1}), {companionship: 3, left_out: 2})).toEqual([
      {key: 'total', value: 2.5},
    ]);
  });
});

describe('the file of a site', () => {
  const local = {...scale('lonely'), key: 'sleep', name: 'Sleep', shortName: 'Sleep'};
  const wording = {
    key: 'swemwbs',
    licence: 'Licence 12345',
    questions: Object.fromEntries(scale('swemwbs').items.map(({key}) => [key, `A question about ${key}`])),
    answers: ['a', 'b', 'c', 'd', 'e'],
  };
  const schedule = {
    key: 'sleep',
    name: 'Sleep',
    scales: ['sleep'],
    occasions: [{occasion: 'start', early: 0, late: 28}],
  };
  const problemOf = (file: unknown) => {
    const read = readOwnMeasures(file);
    return read.ok ? null : read.problem;
  };

  it('adds scales, says when they are asked, and puts in the licensed wording of one that is here', () => {
    const read = readOwnMeasures({scales: [local], wording: [wording], schedules: [schedule]});
    if (!read.ok) throw new Error(read.problem);
    const {scales: all, schedules} = read.measures;
    expect(all.size).toBe(scales.size + 1);
    const licensed = all.get('swemwbs')!;
    expect(canGoByLink(licensed)).toBe(true);
    expect(licensed.licence?.reference).toBe('Licence 12345');
    expect(licensed.items[0]!.answer).toMatchObject({
      choices: [{value: 1, words: 'a'}, {}, {}, {}, {value: 5, words: 'e'}],
    });
    expect(licensed.scores).toEqual(scale('swemwbs').scores);
    expect(schedules.map(({key}) => key)).toEqual(['standard', 'loneliness', 'carers', 'sleep']);
    const again = readOwnMeasures({scales: [{...local, key: 'lonely'}]});
    expect(again.ok && again.measures.scales.get('lonely')?.name).toBe('Sleep');
  });

  it('is as docs/measures.md shows it', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/measures.md'), 'utf8');
    const [, example] = /```json\n([^`]+)```/.exec(docs)!;
    const read = readOwnMeasures(JSON.parse(example!));
    if (!read.ok) throw new Error(read.problem);
    expect([...read.measures.scales.keys()]).toContain('sleep');
    expect(hasWording(read.measures.scales.get('swemwbs')!)).toBe(true);
  });

  it.each([
    [[], 'Invalid input: expected object, received array'],
    [{scale: []}, 'Unrecognized key: "scale"'],
    [{scales: [local, {...local, items: []}]}, 'scales 2 (sleep), items: Too small: expected array to have >=1 items'],
    [
      {scales: [{...local, scores: [{...local.scores[0], items: ['nothing']}]}]},
      'scales 1 (sleep), scores.0.items: there is no such item',
    ],
    [{wording: [{...wording, key: 'who5'}]}, 'wording 1 (who5): there is no scale who5'],
    [{wording: [{...wording, questions: {}}]}, 'wording 1 (swemwbs): the question future has no words'],
    [
      {wording: [{...wording, questions: {...wording.questions, x: 'y'}}]},
      'wording 1 (swemwbs): there is no question x',
    ],
    [{wording: [{...wording, answers: ['a']}]}, 'wording 1 (swemwbs): expected 5 answers, as future has, got 1'],
    [{schedules: [schedule]}, 'schedule sleep: there is no scale sleep'],
  ])('is refused in one line that says where the mistake is (%#)', (file, line) => {
    expect(problemOf(file)).toBe(line);
  });
});

describe('answers from a form', () => {
  const read = (key: string, fields: Record<string, string>) => readAnswers(scale(key), (name) => fields[name] ?? '');

  it('may leave anything out', () => {
    expect(read('ons4', {satisfied: ' 7 ', happy: ''})).toEqual({ok: true, answers: {satisfied: 7}});
    expect(read('pam', {score: '56,4', level: '3', algorithm: 'v2'})).toEqual({
      ok: true,
      answers: {score: 56.4, level: 3, algorithm: 'v2'},
    });
  });

  it.each([
    ['ons4', {satisfied: '11'}, 'satisfied'],
    ['ons4', {satisfied: '6.5'}, 'satisfied'],
    ['ons4', {satisfied: '-1'}, 'satisfied'],
    ['ucla3', {left_out: '0'}, 'left_out'],
    ['lonely', {lonely: 'often'}, 'lonely'],
    ['pam', {score: '56.44'}, 'score'],
    ['goals', {goal_1: 'x'.repeat(501)}, 'goal_1'],
  ])('of %s are refused beside the field when they cannot be: %j', (key, fields, problem) => {
    const answer = read(key, fields);
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(Object.keys(answer.problems)).toEqual([problem]);
  });
});
